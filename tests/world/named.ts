import type { Outline } from './outline.ts';

/** Cooperatives of the stories. Their names and people are invented; places are real. */
export const sragenNamed: readonly Outline[] = [
	{
		key: 'sriRedjeki',
		name: 'KSU Sri Redjeki Makmur',
		family: 'ksu',
		standing: 'silent',
		missed: 2,
		trend: 'failing',
		district: 'Sambungmacan',
		village: 'Banaran',
		founded: 1998,
		members: 412,
		legalNumber: '11.342/BH/KWK.11/XII/1998',
		legalOn: '1998-12-14',
		hasSavingsUnit: true,
		chair: 'Suparman Wibowo'
	},
	{
		key: 'ngudiRahayu',
		name: 'KSP Ngudi Rahayu',
		family: 'ksp',
		standing: 'silent',
		missed: 1,
		trend: 'failing',
		district: 'Gemolong',
		founded: 2003,
		chair: 'Hj. Sumarni'
	},
	{
		key: 'kartini',
		name: 'Kopwan Kartini Plupuh',
		family: 'kopwan',
		standing: 'silent',
		missed: 1,
		trend: 'steady',
		district: 'Plupuh',
		founded: 2008,
		chair: 'Endang Rahayu'
	},
	{
		key: 'bengawanArtha',
		name: 'KSP Bengawan Artha',
		family: 'ksp',
		standing: 'reporting',
		trend: 'steady',
		district: 'Masaran',
		founded: 2006,
		chair: 'Hartono Susilo'
	},
	{
		key: 'sidoMukti',
		name: 'KSP Sido Mukti',
		family: 'ksp',
		standing: 'reporting',
		trend: 'growing',
		district: 'Karangmalang',
		founded: 1999,
		chair: 'Purwanto'
	},
	{
		key: 'setiaGuru',
		name: 'KPRI Setia Guru Gondang',
		family: 'kpri',
		standing: 'reporting',
		trend: 'steady',
		district: 'Gondang',
		founded: 1979,
		chair: 'Tri Mulyono'
	},
	{
		key: 'mitraBarokah',
		name: 'KSPPS BMT Mitra Barokah',
		family: 'kspps',
		standing: 'silent',
		missed: 1,
		trend: 'failing',
		district: 'Sumberlawang',
		founded: 2011,
		chair: 'H. Sarwono'
	},
	{
		key: 'sumberTani',
		name: 'KUD Soember Tani',
		family: 'kud',
		standing: 'inactive',
		silentYears: 9,
		trend: 'failing',
		district: 'Tangen',
		founded: 1976,
		chair: 'Karno'
	},
	{
		key: 'guyubRukun',
		name: 'KSU Guyub Rukun',
		family: 'ksu',
		standing: 'inactive',
		isRevived: true,
		silentYears: 5,
		trend: 'failing',
		district: 'Kedawung',
		founded: 2001,
		chair: 'Sugeng Raharjo'
	},
	{
		key: 'lawuTekstil',
		name: 'Kopkar Lawu Tekstil',
		family: 'kopkar',
		standing: 'silent',
		missed: 2,
		trend: 'failing',
		district: 'Sidoharjo',
		founded: 1994,
		chair: 'Agus Prasetyo'
	}
];

export const bulelengNamed: readonly Outline[] = [
	{
		key: 'tirtaSedana',
		name: 'KSP Tirta Sedana',
		family: 'ksp',
		standing: 'silent',
		missed: 2,
		trend: 'failing',
		illness: 'finance',
		district: 'Buleleng',
		founded: 2004,
		chair: 'I Ketut Sudiarta'
	},
	{
		key: 'gunaArtha',
		name: 'KSP Guna Artha',
		family: 'ksp',
		standing: 'silent',
		missed: 2,
		trend: 'failing',
		illness: 'finance',
		district: 'Sawan',
		founded: 2009,
		chair: 'I Made Sukerta'
	},
	{
		key: 'amertaJaya',
		name: 'KSU Amerta Jaya',
		family: 'ksu',
		standing: 'silent',
		missed: 2,
		trend: 'failing',
		illness: 'finance',
		district: 'Seririt',
		founded: 2002,
		hasSavingsUnit: true,
		chair: 'I Gede Astawa'
	},
	{
		key: 'sinarBuleleng',
		name: 'Kopkar Sinar Buleleng',
		family: 'kopkar',
		standing: 'silent',
		missed: 2,
		trend: 'steady',
		illness: 'people',
		district: 'Buleleng',
		founded: 1996,
		chair: 'Ni Nyoman Widiasih'
	},
	{
		key: 'dharmaLaksana',
		name: 'KUD Dharma Laksana',
		family: 'kud',
		standing: 'silent',
		missed: 5,
		trend: 'steady',
		illness: 'annualMeeting',
		district: 'Busungbiu',
		founded: 1983,
		chair: 'I Wayan Mertayasa'
	},
	{
		key: 'mertaSari',
		name: 'Koperasi Tani Merta Sari',
		family: 'tani',
		standing: 'reporting',
		trend: 'steady',
		district: 'Banjar',
		founded: 2014,
		chair: 'I Nyoman Budiasa'
	},
	{
		key: 'giriAmerta',
		name: 'KSP Giri Amerta',
		family: 'ksp',
		standing: 'reporting',
		trend: 'steady',
		district: 'Sukasada',
		founded: 2007,
		chair: 'I Putu Ariawan'
	},
	{
		key: 'segaraNadi',
		name: 'Koperasi Nelayan Segara Nadi',
		family: 'nelayan',
		standing: 'silent',
		missed: 2,
		trend: 'steady',
		illness: 'people',
		district: 'Tejakula',
		founded: 2005,
		chair: 'I Ketut Redana'
	}
];

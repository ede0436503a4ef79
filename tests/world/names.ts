import type { Family } from './families.ts';
import type { Region } from './people.ts';
import type { Random } from './random.ts';

interface Words {
	readonly first: readonly string[];
	readonly second: readonly string[];
}

const java: Words = {
	first: (
		'Sumber,Ngudi,Sido,Margo,Mekar,Bina,Karya,Setia,Usaha,Budi,Tri,Dadi,Marsudi,Guyub,Gotong,Mitra,Sari,Dwi,Harapan,Cipta,' +
		'Sukowati,Bengawan,Sangiran,Langgeng,Tunas,Bakti,Sri,Kusuma,Panca,Manunggal,Wahyu,Eka,Barokah,Rukun,Maju'
	).split(','),
	second: (
		'Rejeki,Makmur,Mulyo,Rahayu,Sejahtera,Mukti,Jaya,Utomo,Luhur,Karyo,Tani,Rukun,Lestari,Abadi,Mandiri,Raharjo,Santoso,Waluyo,' +
		'Kencono,Mulya,Sentosa,Widodo,Artha,Tentrem,Royong,Sembodo,Ayem,Basuki,Wibowo,Utama'
	).split(',')
};
const bali: Words = {
	first: (
		'Tirta,Merta,Guna,Dharma,Artha,Kerta,Wira,Giri,Amerta,Werdhi,Eka,Tri,Catur,Panca,Sari,Bina,Mandala,Santhi,Widya,Cipta,' +
		'Bhakti,Surya,Candra,Segara,Banyu,Jagat,Swadharma,Sidhi,Puspa,Yasa'
	).split(','),
	second: (
		'Sedana,Sari,Artha,Laksana,Jaya,Raharja,Yoga,Bhuana,Pertiwi,Dana,Murti,Bhakti,Utama,Mandiri,Sejahtera,Amerta,Guna,Winangun,' +
		'Nadi,Karya,Santosa,Asih,Lestari,Sentana,Kusuma,Wiguna'
	).split(',')
};
const words: Readonly<Record<Region, Words>> = { java, bali };

const pious = (
	'Al-Hikmah,Al-Ikhlas,Nurul Huda,Miftahul Jannah,Darussalam,Al-Barokah,Baitul Amanah,An-Nur,Al-Falah,Raudlatul Ulum,Hidayatullah,' +
	'Mitra Umat,Amanah Sejahtera,Berkah Bersama,Tunas Amanah,Bina Ummat'
).split(',');
const flowers =
	'Melati,Kartini,Mawar,Anggrek,Srikandi,Dahlia,Kenanga,Teratai,Cempaka,Flamboyan,Sekar Arum,Puspita,Kencana Wungu'.split(
		','
	);
const employers: Readonly<Record<Region, readonly string[]>> = {
	java: 'Tekstil Bengawan,Rumah Sakit Waras,Pabrik Gula Tebu Manis,Garmen Sukowati,Genteng Mas,Kayu Lestari,Air Minum Tirto,Bank Desa'.split(
		','
	),
	bali: 'Hotel Pantai Utara,Rumah Sakit Kerta,Dolphin Bay,Semen Nusa,Kopi Munduk,Bank Desa,Penerbit Widya,Air Minum Tirta'.split(
		','
	)
};
const offices = 'Setia Guru,Bina Karya,Husada,Praja,Widya,Dwija,Adil,Karta,Bhakti Negara,Handayani,Saraswati'.split(
	','
);

/** How names begin, the commoner forms more often. */
const openings: Readonly<Record<Exclude<Family, 'village'>, readonly (readonly [string, number])[]>> = {
	ksp: [
		['KSP', 6],
		['Koperasi Simpan Pinjam', 4],
		['KSP.', 1]
	],
	kspps: [
		['KSPPS BMT', 3],
		['KSPPS', 4],
		['Koperasi Simpan Pinjam dan Pembiayaan Syariah', 1]
	],
	ksu: [
		['KSU', 7],
		['Koperasi Serba Usaha', 3],
		['KSU.', 1]
	],
	kud: [['KUD', 1]],
	kopkar: [
		['Kopkar', 4],
		['Koperasi Karyawan', 4],
		['Koperasi Konsumen Karyawan', 1]
	],
	kpri: [
		['KPRI', 6],
		['KPN', 2],
		['Koperasi Pegawai Republik Indonesia', 2]
	],
	koppontren: [
		['Koppontren', 4],
		['Koperasi Pondok Pesantren', 1]
	],
	kopwan: [
		['Kopwan', 3],
		['Koperasi Wanita', 4]
	],
	tani: [
		['Koperasi Tani', 4],
		['Koperasi Produsen', 3],
		['Koptan', 2]
	],
	pasar: [
		['Koppas', 2],
		['Koperasi Pedagang Pasar', 3]
	],
	angkutan: [
		['Koperasi Jasa Angkutan', 3],
		['Koperasi Angkutan', 2]
	],
	pemasaran: [['Koperasi Pemasaran', 1]],
	pensiunan: [
		['Koperasi Wredatama', 3],
		['Koperasi Pensiunan', 2]
	],
	nelayan: [['Koperasi Nelayan', 1]],
	sekunder: [
		['PKPRI', 1],
		['Pusat Koperasi', 3]
	]
};

function ownName(random: Random, family: Family, region: Region, placeName: string): string {
	const { first, second } = words[region];
	const usual = unlike(random, first, second);
	switch (family) {
		case 'koppontren':
			return random.chance(0.6) ? `${random.pick(pious)} ${placeName}` : random.pick(pious);
		case 'kspps':
			return random.chance(0.6) ? random.pick(pious) : usual;
		case 'kopwan':
			return random.chance(0.7) ? `${random.pick(flowers)} ${placeName}` : usual;
		case 'kopkar':
			return random.chance(0.6) ? `${random.pick(first)} ${random.pick(employers[region])}` : usual;
		case 'kpri':
			return `${random.pick(offices)} ${placeName}`;
		case 'pasar':
			return `${random.pick(first)} ${placeName}`;
		default:
			return usual;
	}
}

/** Two words that are not the same one. */
function unlike(random: Random, first: readonly string[], second: readonly string[]): string {
	const one = random.pick(first);
	return `${one} ${random.pick(second.filter((word) => word !== one))}`;
}

/**
 * The spelling of before 1972, kept by some of the older names: Sri Redjeki, Soekowati, Moeljo. The pairs are taken in one
 * pass, so that the y made of nothing is not turned twice.
 */
export const oldSpelling = (name: string): string =>
	name.replace(/[jyuc]/gi, (letter) => {
		const old = { j: 'dj', y: 'j', u: 'oe', c: 'tj' }[letter.toLowerCase()]!;
		return letter === letter.toLowerCase() ? old : old[0]!.toUpperCase() + old.slice(1);
	});

const isDesa = (villageCode: string) => villageCode.slice(9, 10) === '2';

/** A believable name. Kopdes are named after their village by rule, so their names are given, not chosen. */
export function cooperativeName(
	random: Random,
	family: Family,
	region: Region,
	founded: number,
	place: { readonly villageName: string; readonly villageCode: string; readonly districtName: string }
): string {
	if (family === 'village')
		return `Koperasi ${isDesa(place.villageCode) ? 'Desa' : 'Kelurahan'} Merah Putih ${place.villageName}`;
	const opening = random.weighted(openings[family]);
	const own = ownName(random, family, region, random.chance(0.5) ? place.villageName : place.districtName);
	const spelled =
		region === 'java' && random.chance(founded < 1973 ? 0.5 : founded < 1990 ? 0.08 : 0.02) ? oldSpelling(own) : own;
	const name = `${opening} ${spelled}`;
	// Registers mix capitals and title case.
	return random.chance(0.12) ? name.toUpperCase() : name;
}

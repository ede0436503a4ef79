import type { ClinicCode } from '#clinic/offices/poli.ts';
import type { Role } from '#clinic/offices/roles.ts';
import type { Zone } from '#platform/clock.ts';

/** The three demonstration offices. */
export type OfficeKey = 'sragen' | 'buleleng' | 'bogor';

export interface WorldOffice {
	readonly key: OfficeKey;
	/** Code of the home ministry. */
	readonly code: string;
	readonly name: string;
	readonly brand: string;
	readonly address: string;
	readonly phone: string;
	readonly zone: Zone;
}

export const worldOffices: readonly WorldOffice[] = [
	{
		key: 'sragen',
		code: '33.14',
		name: 'Dinas Koperasi, Perindustrian dan Perdagangan Kabupaten Sragen',
		brand: 'Bina Serasi',
		address: 'Jalan Diponegoro Nomor 12, Sragen',
		phone: '0271-000-1022',
		zone: 'Asia/Jakarta'
	},
	{
		key: 'buleleng',
		code: '51.08',
		name: 'Dinas Perdagangan, Perindustrian, Koperasi dan UKM Kabupaten Buleleng',
		brand: 'Klinik Koperasi',
		address: 'Jalan Udayana Nomor 9, Singaraja',
		phone: '0362-000-0908',
		zone: 'Asia/Makassar'
	},
	{
		key: 'bogor',
		code: '32.71',
		name: 'Dinas Koperasi, UKM, Perdagangan dan Perindustrian Kota Bogor',
		brand: 'Klinik Koperasi Kota Bogor',
		address: 'Jalan Ahmad Yani Nomor 40, Bogor',
		phone: '0251-000-3271',
		zone: 'Asia/Jakarta'
	}
];

export interface WorldPost {
	readonly office: OfficeKey;
	readonly title: string;
	readonly roles: readonly Role[];
	readonly clinics?: readonly ClinicCode[];
	/** Who sends a specialist from outside. */
	readonly organisation?: string;
	/** Stands in for this colleague as head of office, for the week that ended a fortnight ago. */
	readonly stoodInFor?: string;
}

/** Somebody with a demonstration account; the e-mail is the key. */
export interface WorldPerson {
	readonly email: string;
	readonly name: string;
	readonly posts: readonly WorldPost[];
}

const at = (email: string, name: string, ...posts: WorldPost[]): WorldPerson => ({ email, name, posts });

const serves = (
	office: OfficeKey,
	title: string,
	roles: readonly Role[],
	rest: Pick<WorldPost, 'clinics' | 'organisation' | 'stoodInFor'> = {}
): WorldPost => ({ office, title, roles, ...rest });

const allThree: readonly OfficeKey[] = ['sragen', 'buleleng', 'bogor'];

/** Invented staff. The addresses end in contoh.id ("example"), to which no mail is ever sent. */
export const worldPeople: readonly WorldPerson[] = [
	at(
		'siti@sragen.contoh.id',
		'Siti Aminah',
		serves('sragen', 'Petugas loket dan admin daring', ['receptionist', 'onlineAdmin'])
	),
	at(
		'ratna@sragen.contoh.id',
		'Ratna Anggraini',
		serves('sragen', 'Penyuluh koperasi', ['adviser'], { clinics: ['finance', 'licensing', 'business'] })
	),
	at(
		'bagus@sragen.contoh.id',
		'Bagus Wicaksono',
		serves('sragen', 'Pengawas koperasi ahli muda', ['adviser', 'inspector'], {
			clinics: ['institution', 'governance', 'membership']
		})
	),
	at('joko@sragen.contoh.id', 'Joko Susanto', serves('sragen', 'Petugas lapangan', ['fieldOfficer'])),
	at(
		'endang@sragen.contoh.id',
		'Endang Lestari',
		serves('sragen', 'Kepala Bidang Koperasi', ['headOfDivision'], { stoodInFor: 'slamet@sragen.contoh.id' })
	),
	at('slamet@sragen.contoh.id', 'Slamet Widodo', serves('sragen', 'Kepala Dinas', ['headOfOffice'])),
	at('wahyu@sragen.contoh.id', 'Wahyu Nugroho', serves('sragen', 'Administrator dinas', ['officeAdministrator'])),
	at(
		'hadi@sragen.contoh.id',
		'Hadi Purnomo',
		serves('sragen', 'Pendamping', ['specialist'], {
			organisation: 'Dekopinda Sragen',
			clinics: ['people', 'institution', 'governance']
		})
	),
	at(
		'sulastri@sragen.contoh.id',
		'Sulastri',
		serves('sragen', 'Praktisi simpan pinjam', ['specialist'], {
			organisation: 'Pengurus KSP Langgeng Artha',
			clinics: ['finance']
		})
	),
	at('agus@jateng.contoh.id', 'Agus Prasetyo', serves('sragen', 'Pemantau Provinsi Jawa Tengah', ['provinceObserver'])),
	at(
		'sriani@buleleng.contoh.id',
		'Ni Luh Sriani',
		serves('buleleng', 'Petugas loket dan admin daring', ['receptionist', 'onlineAdmin'])
	),
	at(
		'made@buleleng.contoh.id',
		'I Made Suryawan',
		serves('buleleng', 'Penyuluh koperasi', ['adviser'], { clinics: ['finance', 'licensing', 'business'] })
	),
	at(
		'putu@buleleng.contoh.id',
		'Ni Putu Ayu Lestari',
		serves('buleleng', 'Pengawas koperasi ahli pertama', ['adviser', 'inspector'], {
			clinics: ['institution', 'membership', 'governance']
		})
	),
	at('nyoman@buleleng.contoh.id', 'I Nyoman Karta', serves('buleleng', 'Petugas lapangan', ['fieldOfficer'])),
	at('gede@buleleng.contoh.id', 'I Gede Wirawan', serves('buleleng', 'Kepala Bidang Kelembagaan', ['headOfDivision'])),
	at('ketut@buleleng.contoh.id', 'I Ketut Suwarna', serves('buleleng', 'Kepala Dinas', ['headOfOffice'])),
	at('kadek@buleleng.contoh.id', 'Kadek Dwipayana', serves('buleleng', 'Administrator dinas', ['officeAdministrator'])),
	at(
		'sutapa@buleleng.contoh.id',
		'I Wayan Sutapa',
		serves('buleleng', 'Pendamping', ['specialist'], {
			organisation: 'Dekopinda Buleleng',
			clinics: ['people', 'institution']
		})
	),
	at(
		'resmi@buleleng.contoh.id',
		'Ni Komang Resmi',
		serves('buleleng', 'Praktisi simpan pinjam', ['specialist'], {
			organisation: 'Manajer KSP Werdhi Artha',
			clinics: ['finance', 'business']
		})
	),
	at('rai@bali.contoh.id', 'Anak Agung Rai', serves('buleleng', 'Pemantau Provinsi Bali', ['provinceObserver'])),
	// Serves in two offices, on different days.
	at(
		'lukman@contoh.id',
		'Lukman Hakim',
		serves('sragen', 'Advokat', ['specialist'], { organisation: 'Lembaga Bantuan Hukum', clinics: ['law'] }),
		serves('buleleng', 'Advokat', ['specialist'], { organisation: 'Lembaga Bantuan Hukum', clinics: ['law'] })
	),
	at('yuli@bogor.contoh.id', 'Yuli Hartati', serves('bogor', 'Petugas loket', ['receptionist', 'onlineAdmin'])),
	at(
		'asep@bogor.contoh.id',
		'Asep Suryana',
		serves('bogor', 'Penyuluh koperasi', ['adviser'], { clinics: ['finance', 'institution'] })
	),
	at('dian@bogor.contoh.id', 'Dian Permata', serves('bogor', 'Administrator dinas', ['officeAdministrator'])),
	at(
		'nurul@kemenkop.contoh.id',
		'Nurul Fajri',
		...allThree.map((office) => serves(office, 'Pemantau kementerian', ['ministryObserver']))
	),
	at('sistem@contoh.id', 'Rudi Setiawan', serves('sragen', 'Administrator sistem', ['systemAdministrator']))
];

/** The one password of all demonstration accounts. Real installations never have any of them. */
export const worldPassword = 'koperasi-sehat-2026';

export interface WorldAccount {
	readonly email: string;
	readonly name: string;
	/** What the door says. */
	readonly title: string;
	readonly offices: readonly string[];
	readonly roles: readonly Role[];
}

/** For the banner at the start, the README and the tests. */
export const worldAccounts: readonly WorldAccount[] = worldPeople.map(({ email, name, posts }) => ({
	email,
	name,
	title: posts[0]!.title,
	offices: posts.map(({ office }) => worldOffices.find(({ key }) => key === office)!.brand),
	roles: [...new Set(posts.flatMap(({ roles }) => roles))]
}));

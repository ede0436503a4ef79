import type { PersonTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import type { Random } from './random.ts';

/** Where names come from: invented people, named as people there are. */
export type Region = 'java' | 'bali';

const javaneseMen = (
	'Sutrisno Suparman Slamet Sugeng Widodo Joko Bambang Suyanto Sukardi Sunarto Wagimin Paimin Sarwono Budi Agus Eko Dwi Tri ' +
	'Hartono Purwanto Mulyono Suharto Ngatiman Karno Darmo Wahyu Aris Yulianto Hendro Teguh Sriyono Parjo Supriyadi Marsono'
).split(' ');
const javaneseWomen = (
	'Sri Siti Endang Sumarni Suparti Ngatini Tutik Wahyuni Lestari Rahayu Yuni Dwi Tri Retno Umi Nanik Sulastri Painem Kartini ' +
	'Suyatmi Warsini Indah Ratna Partini Mulyani Hartini Rukmini'
).split(' ');
const javaneseLast = (
	'Santoso Wibowo Prasetyo Raharjo Hadi Susilo Nugroho Utomo Saputro Setiawan Kurniawan Wijaya Purnomo Handoyo Suseno Waluyo ' +
	'Sudarsono Priyono Margono Subagyo Haryanto Mulyadi'
).split(' ');
const javaneseLastWomen =
	'Lestari Wahyuni Rahayu Handayani Puspitasari Astuti Ningsih Kusumawati Purwanti Setyowati Hidayati Utami Widayati'.split(
		' '
	);

const balineseOrder = ['Wayan', 'Made', 'Nyoman', 'Ketut', 'Putu', 'Kadek', 'Komang', 'Gede'] as const;
const balineseMen = (
	'Sudarma Suardana Arta Sukerta Mertayasa Widiana Suarjana Budiasa Astawa Darmawan Sudiarta Wirawan Ardika Sutama Sumerta ' +
	'Karyana Suastika Redana Sedana Widnyana Parwata Ariawan Suweca Mudita'
).split(' ');
const balineseWomen =
	'Suartini Ariani Sukerti Widiasih Puspawati Suryani Astiti Mertasari Darmiati Sukarni Wartini Sudiasih Resmini Yuliani Parwati'.split(
		' '
	);

export function personName(random: Random, region: Region): string {
	const isWoman = random.chance(0.35);
	if (region === 'bali') {
		const article = isWoman ? 'Ni' : 'I';
		return `${article} ${random.pick(balineseOrder)} ${random.pick(isWoman ? balineseWomen : balineseMen)}`;
	}
	const title = random.weighted([
		['', 20],
		['H. ', isWoman ? 0 : 2],
		['Hj. ', isWoman ? 1 : 0]
	]);
	const first = random.pick(isWoman ? javaneseWomen : javaneseMen);
	// Many Javanese have one name only.
	const second = random.chance(0.3) ? '' : ` ${random.pick(isWoman ? javaneseLastWomen : javaneseLast)}`;
	return second.trim() === first ? `${title}${first}` : `${title}${first}${second}`;
}

/** People one after another, each with a telephone number of the series 0812-0000, which belongs to nobody. */
export function peopleMaker(random: Random, region: Region, madeAt: Date): (hasPhone: boolean) => PersonTakenOver {
	let made = 0;
	return (hasPhone) => ({
		id: random.id(madeAt),
		name: personName(random, region),
		phone: hasPhone ? `0812-0000-${String(made++ % 10_000).padStart(4, '0')}` : null
	});
}

import { comes, complains, isCalled, isDiagnosed, isRated, isReferred, leaves } from '../deeds.ts';
import { casesAreHandedOver, trainingIsHeld } from '../caring.ts';
import { isExamined, isExaminedReal } from '../examining.ts';
import { bengawanArtha, guyubRukun, sidoMukti, sriRedjeki, sumberTani } from './sragen-treated.ts';
import { sragenPosts } from './posts.ts';
import { just, past, type Story } from './story.ts';

/** Examined four days ago, with the two years before it; the diagnosis is still to be made. */
const ngudiRahayu: Story = {
	office: 'sragen',
	key: 'ngudiRahayu',
	steps: [
		past(8, '09:05', comes('siti', 'Pinjaman macet bertambah', { clinic: 'finance' })),
		past(8, '09:15', isCalled('ratna')),
		past(
			8,
			'09:30',
			complains('ratna', 'Banyak anggota tidak mengangsur lagi, terutama pedagang pasar.', ['badLoans', 'losses'])
		),
		past(8, '10:10', leaves('ratna')),
		past(6, '10:20', isExamined('ratna', 'good', 2)),
		past(5, '10:20', isExamined('ratna', 'fair', 1)),
		past(4, '10:20', isExamined('ratna', 'poor'))
	]
};

/** Complained yesterday; not examined yet. */
const kartini: Story = {
	office: 'sragen',
	key: 'kartini',
	steps: [
		past(1, '09:30', comes('siti', 'Anggota banyak yang keluar', { clinic: 'membership' })),
		past(1, '09:38', isCalled('bagus')),
		past(
			1,
			'09:45',
			complains('bagus', 'Anggota tinggal separuh. Yang muda tidak mau masuk.', ['membersLeaving', 'membersPassive'])
		),
		past(1, '10:12', isRated('bagus', 'routine', 'Kas cukup dan rapat sudah dijadwalkan; yang keluar pindah kota.')),
		past(1, '10:15', leaves('bagus'))
	]
};

/** Waits at this moment. */
const setiaGuru: Story = {
	office: 'sragen',
	key: 'setiaGuru',
	steps: [just(25, comes('siti', 'Mengurus NIB untuk unit simpan pinjam', { clinic: 'licensing' }))]
};

/** Sharia, so without an instrument: diagnosed from what its board says and the register shows. */
const mitraBarokah: Story = {
	office: 'sragen',
	key: 'mitraBarokah',
	steps: [
		past(11, '09:20', comes('siti', 'Pengurus tinggal satu orang yang bekerja', { clinic: 'people' })),
		past(11, '09:26', isCalled('bagus')),
		past(
			11,
			'09:40',
			complains('bagus', 'Yang mengerti pembukuan sudah pindah kota. Kami kewalahan.', [
				'noCapablePeople',
				'boardDoesEverything'
			])
		),
		past(11, '10:15', leaves('bagus')),
		past(
			9,
			'13:30',
			isDiagnosed(
				'bagus',
				'tooFewCapable',
				['officesDoubled'],
				{},
				{ losses: 'Ruginya baru muncul sejak petugas pembukuan pindah; orangnya yang perlu dicari dahulu.' }
			)
		)
	]
};

/** Referred to the poli of people; nobody there has taken it yet. */
const lawuTekstil: Story = {
	office: 'sragen',
	key: 'lawuTekstil',
	steps: [
		past(14, '10:30', comes('siti', 'Pengurus tidak sanggup lagi', { clinic: 'people' })),
		past(14, '10:44', isCalled('bagus')),
		past(
			14,
			'10:55',
			complains('bagus', 'Sejak pabrik mengurangi orang, semua dikerjakan ketua sendiri.', [
				'boardDoesEverything',
				'noCapablePeople',
				'meetingNotReported'
			])
		),
		past(14, '11:05', isExaminedReal('bagus', 'fair', 1)),
		past(14, '11:10', isExaminedReal('bagus', 'poor')),
		past(14, '11:20', leaves('bagus')),
		past(
			13,
			'09:00',
			isDiagnosed(
				'bagus',
				'tooFewCapable',
				['officesDoubled'],
				{},
				{ losses: 'Pabrik mengurangi orang; tanpa pengurus yang cukup, angka tidak akan membaik.' }
			)
		),
		past(12, '13:15', isReferred('bagus', 'Mohon cari cara membagi tugas pengurus dan mengadakan rapat.'))
	]
};

/** People who want to found a cooperative. */
const founders: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Tutik Handayani',
	steps: [just(9, comes('siti', 'Mau mendirikan koperasi, 14 pendiri', { service: 'guidance', clinic: 'licensing' }))]
};

/** Several boards learn together; one officer hands his cases on. */
const together: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Pelatihan',
	steps: [
		past(
			10,
			'13:00',
			trainingIsHeld('ratna', 'Pembukuan sederhana untuk pengurus', [
				['Bu Sri Lestari', 'KSU Sri Redjeki Makmur'],
				['Pak Warsito', 'Koperasi tetangga']
			])
		),
		past(
			1,
			'14:00',
			casesAreHandedOver('bagus', 'ratna', 'Saya pindah ke bidang lain. Kunjungan ke Guyub Rukun sudah dijanjikan.')
		)
	]
};

export const sragenStories: readonly Story[] = [
	sragenPosts,
	sidoMukti,
	guyubRukun,
	bengawanArtha,
	sumberTani,
	sriRedjeki,
	mitraBarokah,
	ngudiRahayu,
	lawuTekstil,
	kartini,
	setiaGuru,
	founders,
	together
];

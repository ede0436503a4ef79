import { boardGetsLink, boardTicks, fallsIllAgain } from '../caring.ts';
import {
	caseOpens,
	closureIsDecided,
	closureIsProposed,
	comes,
	complains,
	isAbsent,
	isAccepted,
	isCalled,
	isControlled,
	isDiagnosed,
	isRecovered,
	isReferred,
	isRefused,
	leaves,
	planIsDecided,
	planIsMade,
	talks
} from '../deeds.ts';
import { isExamined, isExaminedReal } from '../examining.ts';
import {
	adviceIsTakenUp,
	conferenceIsCalled,
	conferenceIsHeld,
	declaresRelation,
	guestAdvises,
	guestIsInvited
} from '../referral-deeds.ts';
import { bulelengPosts } from './posts.ts';
import { just, past, type Story } from './story.ts';

/** An emergency: savings are not paid out. Its chair waits at this moment. */
const tirtaSedana: Story = {
	office: 'buleleng',
	key: 'tirtaSedana',
	steps: [
		past(5, '09:00', comes('sriani', 'Anggota antre menarik tabungan', { clinic: 'finance' })),
		past(5, '09:06', isCalled('made')),
		past(
			5,
			'09:15',
			complains('made', 'Tabungan anggota tidak bisa kami bayar. Mereka datang setiap hari.', [
				'savingsNotPaidOut',
				'cashShort',
				'badLoans'
			])
		),
		past(5, '10:05', leaves('made')),
		past(4, '10:00', isExamined('made', 'grave')),
		past(4, '13:30', isDiagnosed('made', 'badLoans', ['cashShort', 'thinCapital'])),
		past(
			3,
			'09:30',
			guestIsInvited('made', {
				name: 'Ida Bagus Mantra',
				organisation: 'Dekopinda Buleleng',
				background: 'dekopinda',
				pages: ['identity', 'complaint', 'examination', 'diagnosis'],
				question: 'Bagaimana menenangkan anggota yang menarik tabungan, dan mana yang dibayar lebih dulu?',
				days: 14,
				givenBy: 'Ketua, di kantor dinas',
				way: 'inPerson'
			})
		),
		past(
			3,
			'16:20',
			guestAdvises(
				'Buat jadwal pembayaran yang diumumkan: tabungan kecil lebih dulu, yang besar diangsur dengan surat pengakuan. ' +
					'Undang anggota rapat minggu ini juga, sebelum kabar beredar sendiri.'
			)
		),
		just(31, comes('sriani', 'Kas tidak cukup', { clinic: 'finance' }))
	]
};

const mertaSari: Story = {
	office: 'buleleng',
	key: 'mertaSari',
	steps: [just(22, comes('sriani', 'NIB ditolak OSS', { clinic: 'licensing', service: 'guidance' }))]
};

/** Referred to the poli of people; the first specialist is related to the chair, nobody else has answered yet. */
const sinarBuleleng: Story = {
	office: 'buleleng',
	key: 'sinarBuleleng',
	steps: [
		past(14, '09:30', comes('sriani', 'Pengurus merangkap tugas', { clinic: 'people' })),
		past(14, '09:36', isCalled('putu')),
		past(
			14,
			'09:50',
			complains('putu', 'Sekretaris juga bendahara. Tidak ada yang mau menggantikan.', [
				'boardDoesEverything',
				'noCapablePeople'
			])
		),
		past(14, '10:25', leaves('putu')),
		past(13, '11:00', isDiagnosed('putu', 'officesDoubled', ['tooFewCapable'])),
		past(12, '09:00', isReferred('putu', 'Mohon bantu memilih bendahara baru dan melatihnya.', 'sutapa')),
		past(11, '08:50', declaresRelation('sutapa', 'relative', 'Sepupu ketua; sebaiknya orang lain yang mendampingi.')),
		past(2, '09:10', isReferred('putu', 'Mohon bantu memilih bendahara baru dan melatihnya.')),
		just(12, comes('sriani', 'Menanyakan jadwal pendamping', { clinic: 'people' }))
	]
};

/** A closure proposal that the head of office gave back: treatment goes on. */
const dharmaLaksana: Story = {
	office: 'buleleng',
	key: 'dharmaLaksana',
	steps: [
		past(130, '10:00', caseOpens('putu', 'Lima tahun tanpa rapat anggota')),
		past(
			130,
			'10:15',
			complains('putu', 'Rapat anggota tidak pernah diadakan sejak ketua lama sakit.', [
				'noAnnualMeeting',
				'membersPassive'
			])
		),
		past(126, '09:30', isDiagnosed('putu', 'meetingNotHeld', ['membersInactive'])),
		past(124, '09:00', isReferred('putu', 'Mohon dampingi rapat anggota.', 'sutapa')),
		past(123, '08:45', isAccepted('sutapa')),
		past(
			120,
			'10:00',
			planIsMade('sutapa', 'Rapat anggota diadakan sebelum akhir tahun.', [
				['Susun daftar anggota yang masih aktif', 'secretary', 30],
				['Undang anggota ke rapat', 'chair', 60]
			])
		),
		past(119, '10:30', planIsDecided('gede', 'approve')),
		past(
			58,
			'09:00',
			conferenceIsCalled('putu', {
				question: 'Rapat anggota dua kali tidak kuorum. Diteruskan, atau diusulkan bubar?',
				agenda: ['Dua undangan yang tidak memenuhi kuorum', 'Keadaan gudang dan petani subak', 'Langkah berikutnya'],
				with: ['putu', 'sutapa', 'gede'],
				inDays: 4
			})
		),
		past(
			50,
			'14:30',
			conferenceIsHeld(
				'putu',
				[
					['abstains', 'Menunggu kata prajuru desa.'],
					['disagrees', 'Petani masih memakai gudangnya.'],
					['agrees', 'Lima tahun tanpa rapat anggota, kuorum tidak akan tercapai.']
				],
				'Bila sampai akhir bulan prajuru desa tidak mengundang anggota, koperasi diusulkan bubar.',
				['Temui prajuru desa', 'I Wayan Sutapa', 14]
			)
		),
		past(
			40,
			'13:00',
			closureIsProposed(
				'putu',
				'noMeetingThreeYears',
				'Rapat anggota tetap tidak diadakan. Undangan dua kali tidak memenuhi kuorum.'
			)
		),
		past(
			34,
			'09:20',
			closureIsDecided(
				'ketut',
				'return',
				'Petani subak masih memakai gudangnya. Coba sekali lagi dengan prajuru desa, baru diusulkan kembali.'
			)
		),
		just(9, comes('sriani', 'RAT tertunda', { clinic: 'institution' }))
	]
};

/** Diagnosed; its chair waits for a first talk. */
const amertaJaya: Story = {
	office: 'buleleng',
	key: 'amertaJaya',
	steps: [
		past(8, '10:30', comes('sriani', 'Rugi dua tahun', { clinic: 'finance' })),
		past(8, '10:38', isCalled('made')),
		past(
			8,
			'10:50',
			complains('made', 'Toko sepi, pinjaman banyak yang macet, dua tahun rugi.', [
				'losses',
				'badLoans',
				'salesFalling'
			])
		),
		past(8, '11:20', leaves('made')),
		past(7, '09:10', isExaminedReal('putu', 'incomplete')),
		past(7, '09:45', isDiagnosed('made', 'losses', ['badLoans', 'turnoverFalling'])),
		just(4, comes('sriani', 'Konsultasi pertama', { clinic: 'finance' }))
	]
};

/** Under treatment; its chair is with the officer now. */
const gunaArtha: Story = {
	office: 'buleleng',
	key: 'gunaArtha',
	steps: [
		past(62, '08:40', comes('sriani', 'Pinjaman macet', { clinic: 'finance' })),
		past(62, '08:48', isCalled('made')),
		past(62, '09:00', complains('made', 'Sejak wabah, banyak peminjam tidak bekerja lagi.', ['badLoans', 'cashShort'])),
		past(62, '09:40', leaves('made')),
		past(60, '10:00', isExamined('putu', 'poor')),
		past(59, '10:15', isDiagnosed('made', 'badLoans', ['cashShort'])),
		past(58, '09:00', isReferred('made', 'Mohon periksa tata cara pinjaman dan cadangannya.', 'resmi')),
		past(57, '11:20', isAccepted('resmi')),
		past(
			55,
			'10:00',
			talks('resmi', {
				complaint: 'Angsuran masuk kurang dari separuh.',
				findings: 'Pinjaman diberikan tanpa jaminan yang dicatat. Cadangan risiko tidak pernah ditambah.',
				assessment: 'Tata cara pinjaman yang lemah menyebabkan macet.',
				plan: 'Tulis tata cara pinjaman, isi cadangan tiap bulan, tagih menurut daftar.'
			})
		),
		past(
			54,
			'10:00',
			planIsMade('resmi', 'Pinjaman macet turun dan cadangan terisi.', [
				['Tulis tata cara pinjaman dan sahkan dalam rapat pengurus', 'chair', 20],
				['Isi cadangan risiko setiap bulan', 'treasurer', 30],
				['Tagih dua puluh tunggakan terbesar', 'treasurer', 75]
			])
		),
		past(53, '09:30', planIsDecided('gede', 'approve')),
		past(53, '10:00', boardGetsLink('sriani')),
		past(
			52,
			'11:00',
			guestIsInvited('made', {
				name: 'Ni Wayan Suastini',
				organisation: 'KSP Werdhi Artha',
				background: 'practitioner',
				pages: ['examination', 'diagnosis', 'plan'],
				question: 'Apakah urutan penagihan dalam rencana ini masuk akal?',
				days: 7,
				givenBy: 'Ketua dan bendahara',
				way: 'message'
			})
		),
		past(50, '20:15', guestAdvises('Tagih dulu yang masih berusaha; yang sudah berhenti dijadwalkan ulang.')),
		past(49, '08:30', adviceIsTakenUp('made', 'Urutan penagihan diubah menurut saran ini.')),
		past(36, '18:45', boardTicks(0, 'Sudah disahkan.')),
		just(52, comes('sriani', 'Membawa laporan cadangan', { clinic: 'finance' })),
		just(45, isCalled('made'))
	]
};

/** A plan that waits for the head of division; the first one came back. */
const segaraNadi: Story = {
	office: 'buleleng',
	key: 'segaraNadi',
	steps: [
		past(24, '10:00', caseOpens('putu', 'Kunjungan lapangan: pengurus tinggal dua orang')),
		past(24, '10:20', complains('putu', 'Yang lain ikut kapal ke luar daerah.', ['noCapablePeople'])),
		past(22, '09:00', isDiagnosed('putu', 'officesDoubled', ['tooFewCapable'])),
		past(21, '09:30', isReferred('putu', 'Mohon cari pengurus dari keluarga nelayan.', 'sutapa')),
		past(20, '10:00', isAccepted('sutapa')),
		past(17, '10:00', planIsMade('sutapa', 'Pengurus lengkap.', [['Pilih bendahara baru', 'chair', 14]])),
		past(16, '13:00', planIsDecided('gede', 'return', 'Tambahkan pelatihan bagi pengurus baru dan tanggal rapatnya.')),
		past(
			3,
			'09:30',
			planIsMade('sutapa', 'Pengurus lengkap dan terlatih.', [
				['Adakan rapat anggota dan pilih bendahara', 'chair', 21],
				['Latih pengurus baru dua hari', 'office', 45]
			])
		)
	]
};

/** Recovered last year, and back: the old trouble begins again. */
const giriAmerta: Story = {
	office: 'buleleng',
	key: 'giriAmerta',
	steps: [
		past(330, '09:00', comes('sriani', 'Pinjaman macet', { clinic: 'finance' })),
		past(330, '09:08', isCalled('made')),
		past(330, '09:20', complains('made', 'Tunggakan naik, pengurus bingung.', ['badLoans'])),
		past(330, '10:00', leaves('made')),
		past(325, '10:00', isExamined('putu', 'poor')),
		past(324, '10:00', isDiagnosed('made', 'badLoans')),
		past(324, '14:00', isReferred('made', 'Mohon dampingi penagihan.', 'resmi')),
		past(323, '08:30', isRefused('resmi', 'Sampai besok saya di luar kota. Kirim lagi sesudah itu.')),
		past(322, '09:00', isReferred('made', 'Mohon dampingi penagihan.', 'resmi')),
		past(321, '09:00', isAccepted('resmi')),
		past(
			318,
			'10:00',
			planIsMade('resmi', 'Tunggakan turun di bawah lima persen.', [
				['Tagih menurut daftar setiap minggu', 'treasurer', 60]
			])
		),
		past(317, '09:00', planIsDecided('gede', 'approve')),
		past(240, '09:30', isControlled('made', 'Tunggakan tinggal sedikit.', 40)),
		past(200, '10:00', isExamined('putu', 'fair')),
		past(200, '11:00', isControlled('made', 'Diperiksa ulang: cukup sehat.', null, true)),
		past(196, '10:00', isRecovered('made', 'Sebab utama sudah tidak ada.', 180)),
		past(2, '13:30', comes('sriani', 'Tunggakan naik lagi', { clinic: 'finance' })),
		past(2, '13:36', isCalled('made')),
		past(2, '13:40', fallsIllAgain('made', 'Tunggakan naik lagi sejak penagih keluar')),
		past(2, '13:45', complains('made', 'Sejak penagih kami keluar, tunggakan naik lagi.', ['badLoans'])),
		past(2, '14:10', leaves('made'))
	]
};

const founders: Story = {
	office: 'buleleng',
	key: null,
	visitor: 'Ni Made Puspawati',
	steps: [just(1, comes('sriani', 'Mau mendirikan koperasi, 11 pendiri', { service: 'guidance', clinic: 'licensing' }))]
};

/** Took a ticket and went home. */
const gone: Story = {
	office: 'buleleng',
	key: null,
	visitor: 'I Gede Sudiarta',
	steps: [
		just(59, comes('sriani', 'Bertanya syarat RAT', { service: 'guidance', capacity: 'member' })),
		just(57, isCalled('made')),
		just(54, isAbsent('made'))
	]
};

export const bulelengStories: readonly Story[] = [
	bulelengPosts,
	giriAmerta,
	dharmaLaksana,
	gunaArtha,
	segaraNadi,
	sinarBuleleng,
	amertaJaya,
	tirtaSedana,
	gone,
	mertaSari,
	founders
];

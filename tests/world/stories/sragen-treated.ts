import {
	caseOpens,
	closureIsProposed,
	comes,
	complains,
	isAccepted,
	isCalled,
	isControlled,
	isDiagnosed,
	isRecovered,
	isReferred,
	leaves,
	planIsDecided,
	planIsMade,
	reportIsHandedIn,
	talks
} from '../deeds.ts';
import {
	boardGetsLink,
	boardSendsProof,
	boardTicks,
	controlsArePlanned,
	isAsked,
	planFromTemplate,
	talkTogether,
	tasksAreMade
} from '../caring.ts';
import { isExamined } from '../examining.ts';
import { agreesToMentor, conferenceIsCalled, mentorIsAssigned } from '../referral-deeds.ts';
import { just, past, type Story } from './story.ts';

/** Under treatment, no instrument for its kind: one action done, two overdue. Its chair is with the officer now. */
export const sriRedjeki: Story = {
	office: 'sragen',
	key: 'sriRedjeki',
	steps: [
		past(48, '08:20', comes('siti', 'Kas tidak cukup untuk membayar simpanan', { clinic: 'finance' })),
		past(48, '08:41', isCalled('ratna')),
		past(
			48,
			'08:55',
			complains(
				'ratna',
				'Anggota menarik simpanan, kas tidak cukup. Banyak pinjaman yang tidak kembali. Laporan rapat dua tahun belum kami kirim.',
				['cashShort', 'badLoans', 'meetingNotReported', 'boardDoesEverything']
			)
		),
		past(48, '09:25', leaves('ratna')),
		past(
			46,
			'10:05',
			isDiagnosed(
				'ratna',
				'cashShort',
				['badLoans', 'meetingNotReported', 'officesDoubled'],
				{},
				{ losses: 'Ruginya akibat pinjaman yang tidak kembali. Yang mendesak kas: anggota menarik simpanan.' }
			)
		),
		past(
			45,
			'13:40',
			isReferred('ratna', 'Mohon periksa daftar tagihan dan cara menjadwalkan ulang pinjaman yang macet.', 'sulastri')
		),
		past(44, '09:10', isAccepted('sulastri')),
		past(
			42,
			'10:30',
			talks('sulastri', {
				complaint: 'Kas kosong setiap akhir bulan, anggota mulai resah.',
				findings:
					'Kartu pinjaman tidak dicocokkan sejak dua tahun. 61 peminjam menunggak lebih dari tiga bulan. Bendahara merangkap kasir dan penagih.',
				assessment:
					'Pinjaman macet adalah sebab kas kosong. Bila sepertiga tunggakan kembali, simpanan dapat dibayar lagi.',
				plan: 'Cocokkan kartu, jadwalkan ulang, hentikan pinjaman baru sampai kas mencapai sepuluh persen kewajiban.'
			})
		),
		past(
			41,
			'11:00',
			planIsMade(
				'sulastri',
				'Simpanan anggota dapat dibayar lagi tepat waktu dan rapat anggota yang tertunda diadakan.',
				[
					['Susun daftar tagihan macet per anggota', 'treasurer', 10],
					['Rapat pengurus: jadwal ulang pinjaman macet', 'chair', 21],
					['Dampingi penyusunan neraca bulanan', 'office', 30],
					['Adakan rapat anggota gabungan untuk dua tahun buku', 'secretary', 70]
				]
			)
		),
		past(40, '10:12', planIsDecided('endang', 'approve')),
		past(40, '10:40', boardGetsLink('siti')),
		past(40, '11:00', tasksAreMade('ratna', 'afterApproval')),
		past(33, '19:00', boardSendsProof(0, 'Foto daftar tagihan')),
		past(33, '19:05', boardTicks(0, 'Daftar sudah selesai, 61 nama. Kami bawa waktu datang.')),
		past(
			20,
			'11:15',
			mentorIsAssigned('ratna', 'Menunjukkan cara menagih tunggakan tanpa memutus hubungan.', 'Ketua dan bendahara')
		),
		just(44, comes('siti', 'Membawa daftar tagihan macet', { clinic: 'finance' })),
		just(33, isCalled('ratna'))
	]
};

/** Under monitoring after treatment; the next control is in a fortnight. */
export const bengawanArtha: Story = {
	office: 'sragen',
	key: 'bengawanArtha',
	steps: [
		past(160, '08:30', comes('siti', 'Hasil periksa sendiri kurang baik', { clinic: 'finance' })),
		past(160, '08:42', isCalled('ratna')),
		past(160, '08:50', complains('ratna', 'Pinjaman macet naik sejak panen gagal.', ['badLoans'])),
		past(160, '09:20', leaves('ratna')),
		past(157, '10:00', isExamined('ratna', 'poor')),
		past(156, '13:10', isDiagnosed('ratna', 'badLoans', ['boardUntrained'])),
		past(155, '09:00', isReferred('ratna', 'Mohon dampingi penagihan dan penjadwalan ulang.')),
		past(153, '08:40', isAccepted('sulastri')),
		past(
			150,
			'10:00',
			planIsMade('sulastri', 'Pinjaman bermasalah turun di bawah sepuluh persen.', [
				['Kelompokkan peminjam menurut lama tunggakan', 'treasurer', 14],
				['Jadwalkan ulang pinjaman petani sampai panen berikutnya', 'chair', 30],
				['Latih tiga orang penagih', 'office', 45]
			])
		),
		past(149, '11:20', planIsDecided('endang', 'approve')),
		past(149, '11:45', boardGetsLink('siti')),
		past(138, '18:30', boardTicks(0, 'Selesai, empat kelompok.')),
		past(122, '20:10', boardTicks(1, 'Disetujui rapat pengurus.')),
		past(
			100,
			'09:30',
			talks('sulastri', {
				complaint: 'Masih ada peminjam yang sulit ditemui.',
				findings: 'Tunggakan turun sepertiga. Tiga penagih bekerja menurut daftar.',
				assessment: 'Arah sudah benar.',
				plan: 'Lanjutkan sampai panen, lalu periksa ulang.'
			})
		),
		past(
			90,
			'10:00',
			talkTogether(
				'ratna',
				'sulastri',
				{
					complaint: 'Pengurus ingin tahu apakah penagihan sudah benar.',
					findings: 'Dua penagih bekerja menurut daftar; yang ketiga berhenti.',
					assessment: 'Penagihan berjalan, tetapi bergantung pada dua orang.',
					plan: 'Latih satu pengganti sebelum panen.'
				},
				true
			)
		),
		past(76, '10:00', controlsArePlanned('ratna')),
		past(
			46,
			'09:00',
			isAsked('ratna', 'Pinjaman bermasalah turun dari 17 menjadi 9 persen menurut daftar pengurus. Kas cukup.', {
				planRuns: ['yes', 'Tiga dari empat tindakan'],
				boardMeets: ['yes'],
				booksCurrent: ['yes'],
				membersServed: ['yes'],
				arrearsFall: ['yes', '9 persen'],
				cashMatches: ['partly', 'Selisih kecil bulan lalu']
			})
		),
		past(
			20,
			'09:00',
			isAsked('ratna', 'Penagih kedua sakit; tunggakan berhenti turun. Kas masih cukup.', {
				planRuns: ['still'],
				boardMeets: ['still'],
				arrearsFall: ['no', 'Tetap 9 persen'],
				cashMatches: ['yes']
			})
		)
	]
};

/** Recovered five weeks ago, examined before and after. */
export const sidoMukti: Story = {
	office: 'sragen',
	key: 'sidoMukti',
	steps: [
		past(230, '09:00', comes('siti', 'Pengurus baru, buku pinjaman kacau', { clinic: 'finance' })),
		past(230, '09:10', isCalled('ratna')),
		past(
			230,
			'09:20',
			complains('ratna', 'Kami pengurus baru. Buku pinjaman yang lama tidak cocok dengan uangnya.', [
				'badLoans',
				'booksBehind'
			])
		),
		past(230, '10:00', leaves('ratna')),
		past(227, '09:30', isExamined('bagus', 'fair', 2)),
		past(226, '09:30', isExamined('bagus', 'grave', 1)),
		past(225, '09:30', isExamined('bagus', 'poor')),
		past(224, '10:00', isDiagnosed('ratna', 'badLoans', ['booksBehind'])),
		past(223, '09:00', isReferred('ratna', 'Mohon bantu menata kartu pinjaman.', 'sulastri')),
		past(222, '08:30', isAccepted('sulastri')),
		past(
			218,
			'10:00',
			planIsMade('sulastri', 'Buku pinjaman cocok dengan kas dan tunggakan tertagih.', [
				['Cocokkan setiap kartu pinjaman dengan peminjamnya', 'treasurer', 30],
				['Tagih sepuluh tunggakan terbesar', 'chair', 60]
			])
		),
		past(217, '09:15', planIsDecided('endang', 'approve')),
		past(217, '09:40', boardGetsLink('siti')),
		past(190, '19:20', boardTicks(0, 'Semua kartu cocok.')),
		past(158, '20:00', boardTicks(1, 'Delapan lunas, dua dijadwalkan ulang.')),
		past(120, '09:30', isControlled('ratna', 'Tunggakan tinggal empat persen. Buku tertib.', 75)),
		past(40, '09:00', isExamined('bagus', 'good')),
		past(40, '10:30', isControlled('ratna', 'Diperiksa ulang, hasilnya baik.', null, true)),
		past(
			36,
			'11:00',
			isRecovered('ratna', 'Sebab utama tidak ada lagi, rapat anggota sudah dilaporkan, hasil pemeriksaan sehat.', 180)
		),
		past(30, '10:00', agreesToMentor('ratna', 'Ketua, sesudah rapat pengurus'))
	]
};

/** Nobody is left: proposed for closure, the head of office has not decided yet. */
export const sumberTani: Story = {
	office: 'sragen',
	key: 'sumberTani',
	steps: [
		past(75, '13:20', caseOpens('bagus', 'Ditemukan petugas lapangan: gudang kosong, papan nama sudah tidak ada')),
		past(
			75,
			'13:40',
			complains('bagus', 'Kepala desa: koperasi ini sudah lama tidak berjalan. Ketua meninggal, sekretaris pindah.', [
				'boardGone',
				'businessStopped'
			])
		),
		past(68, '10:10', isDiagnosed('bagus', 'boardGone', ['businessStopped', 'meetingNotHeld'])),
		past(
			12,
			'14:00',
			closureIsProposed(
				'bagus',
				'noMeetingThreeYears',
				'Tiga kali dicari di alamatnya bersama perangkat desa, tidak ditemukan pengurus maupun kegiatan. Rapat anggota tidak diadakan lebih dari tiga tahun. Tidak ada anggota yang menjawab pengumuman di balai desa.'
			)
		),
		past(
			5,
			'10:00',
			conferenceIsCalled('bagus', {
				question: 'Diusulkan bubar, atau dicari sekali lagi?',
				agenda: ['Hasil pencarian di tiga alamat', 'Sisa kewajiban kepada anggota', 'Langkah berikutnya'],
				with: ['bagus', 'endang', 'lukman'],
				outsiders: 'Suparno, perangkat desa',
				inDays: 8
			})
		)
	]
};

/** Given up for dead, and back: its members met again and the report is in. */
export const guyubRukun: Story = {
	office: 'sragen',
	key: 'guyubRukun',
	steps: [
		past(300, '10:00', caseOpens('bagus', 'Tokoh desa datang: anggota ingin koperasi hidup lagi')),
		past(
			300,
			'10:20',
			complains('bagus', 'Koperasi mati suri lima tahun. Uang kas masih ada di bank, anggota masih mau.', [
				'noAnnualMeeting',
				'boardTermOver'
			])
		),
		past(296, '09:30', isDiagnosed('bagus', 'meetingNotHeld', ['membersInactive'])),
		past(295, '09:00', isReferred('bagus', 'Mohon dampingi rapat anggota luar biasa dan pemilihan pengurus.', 'hadi')),
		past(294, '10:00', isAccepted('hadi')),
		past(290, '10:00', planFromTemplate('hadi', 'builtIn.meetingNotHeld')),
		past(289, '11:00', planIsDecided('endang', 'approve')),
		past(
			70,
			'10:00',
			isControlled(
				'bagus',
				'Rapat anggota diadakan, 84 dari 130 anggota hadir. Pengurus baru terpilih. Warung mulai buka lagi.',
				60
			)
		),
		past(50, '09:10', reportIsHandedIn('bagus')),
		past(
			30,
			'10:00',
			isRecovered('bagus', 'Rapat anggota yang jatuh tempo sudah dilaporkan, usaha berjalan, pengurus lengkap.', 120)
		)
	]
};

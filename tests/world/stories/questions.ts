import {
	asks,
	calls,
	isAnswered,
	isClosed,
	isDrafted,
	isLinked,
	isPassedOn,
	isRemarked,
	saysMore,
	writes
} from '../asking.ts';
import { just, past, type Story } from './story.ts';

/** Asked this morning; nobody has passed it on. */
const chairDied: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Suparmi',
	steps: [
		just(
			35,
			asks(
				'Ketua koperasi kami meninggal bulan lalu. Pengurus tinggal sekretaris dan bendahara. Apakah kami boleh tetap memberi pinjaman, dan bagaimana cara memilih ketua baru sebelum rapat anggota tahun depan?',
				{ about: 'Koperasi Sri Rejeki', phone: '0812-2999-0101' }
			)
		)
	]
};

/** Passed on to the officer with a question; the officer has not answered yet. */
const membersLeave: Story = {
	office: 'sragen',
	key: 'kartini',
	steps: [
		past(
			2,
			'10:05',
			asks('Anggota yang keluar minta simpanan pokoknya kembali sekarang. Wajib kami bayar saat itu juga?')
		),
		past(2, '13:20', isLinked('siti')),
		past(
			2,
			'13:25',
			isPassedOn('siti', 'ratna', 'Mohon dijawab menurut anggaran dasar mereka; kasusnya sedang Ibu tangani.')
		)
	]
};

/** The officer's answer waits to be sent. */
const reportLate: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Joko Purnomo',
	steps: [
		past(
			3,
			'09:40',
			asks('Laporan RAT kami terlambat dua bulan. Apakah masih diterima, dan apa akibatnya?', { about: 'KPRI Setia' })
		),
		past(3, '10:30', isPassedOn('siti', 'bagus', 'Sampaikan tenggat dan ke mana laporannya dikirim.')),
		past(2, '09:15', isRemarked('bagus', 'Tahun lalu juga terlambat. Cek dulu grade NIK-nya sebelum menjawab.')),
		past(
			1,
			'14:10',
			isDrafted(
				'bagus',
				'Laporan yang terlambat tetap kami terima. Bawalah berita acara rapat, daftar hadir, neraca, dan perhitungan hasil usaha. Grade NIK dapat turun bila laporan tidak masuk.'
			)
		)
	]
};

/** Answered; the asker has thanked and asked once more, was answered again, and is silent. */
const savings: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Tri Wahyuni',
	steps: [
		past(12, '19:45', asks('Berapa orang paling sedikit untuk mendirikan koperasi?')),
		past(11, '08:50', isAnswered('siti', 'Koperasi primer didirikan oleh sekurang-kurangnya sembilan orang.')),
		past(10, '20:10', saysMore('Terima kasih. Kalau sebagian pendiri dari kabupaten lain, boleh?')),
		past(7, '09:05', isAnswered('siti', 'Boleh. Wilayah keanggotaan ditulis dalam anggaran dasar.'))
	]
};

/** Late: nobody has looked after it. */
const cashUsed: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Tanpa nama',
	steps: [
		past(
			8,
			'21:15',
			asks(
				'Uang kas koperasi dipakai ketua untuk membeli sepeda motor. Anggota takut bertanya. Apa yang bisa dilakukan?',
				{
					nameless: true
				}
			)
		)
	]
};

/** By telephone, answered at once. */
const schedule: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Sunarto',
	steps: [
		past(1, '11:10', calls('siti', 'Menanyakan jam buka dan apa saja yang dibawa untuk konsultasi.')),
		past(1, '11:14', isAnswered('siti', 'Dijelaskan jam buka dan daftar berkas.')),
		past(1, '11:15', isClosed('siti'))
	]
};

/** By mail; the office looks after it already. */
const articles: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Endah Susilowati',
	steps: [
		past(
			1,
			'08:20',
			writes(
				'Perubahan anggaran dasar',
				'Selamat pagi. Rapat anggota kami memutuskan menambah unit usaha toko. Berkas apa saja yang kami siapkan untuk perubahan anggaran dasar?',
				'endah@koperasi.contoh.id'
			)
		)
	]
};

export const sragenQuestions: readonly Story[] = [
	articles,
	chairDied,
	membersLeave,
	reportLate,
	savings,
	cashUsed,
	schedule
];

export const bulelengQuestions: readonly Story[] = [
	{
		office: 'buleleng',
		key: null,
		visitor: 'Ketut Sumerta',
		steps: [
			just(50, asks('Apakah pelatihan bendahara bulan ini masih ada tempat?', { about: 'Koperasi Sinar Buleleng' }))
		]
	}
];

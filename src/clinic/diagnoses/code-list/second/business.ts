import { law, ours, said, type Entries } from './entry.ts';

export const business = {
	businessStopped: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said('Tidak ada lagi kegiatan usaha yang nyata.', 'There is no real business any more.'),
		disproof: said('Ada transaksi dalam tiga bulan terakhir.', 'There were transactions in the last three months.'),
		treatment: said(
			'Tanyakan kepada anggota apakah mereka masih memerlukan koperasi; bila ya, mulai satu usaha kecil yang pasti dibeli anggota; bila tidak, bahas pembubaran.',
			'Ask the members whether they still need the cooperative; if so, begin one small business that members will surely buy; if not, discuss dissolution.'
		),
		legal: [law('uu-25-1992', '47'), law('pp-17-1994')]
	},
	turnoverFalling: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Omzet turun seperlima atau lebih, atau turun terus.',
			'Turnover has fallen by a fifth or more, or keeps falling.'
		),
		disproof: said('Omzet tahun ini sama atau lebih tinggi.', 'Turnover is the same or higher this year.'),
		treatment: said(
			'Cari tahu pembeli dan barang mana yang hilang, sesuaikan barang dan harga, dan jalin kerja sama pemasaran.',
			'Find out which buyers and goods were lost, adapt goods and prices, and cooperate in marketing.'
		),
		legal: [law('juknis-15-2021')]
	},
	onlyOldLoans: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Usaha berhenti memberi layanan baru; yang dikerjakan hanya menagih pinjaman lama.',
			'No new service is given; all that is done is to collect old loans.'
		),
		disproof: said(
			'Pinjaman atau penjualan baru diberikan dalam tiga bulan terakhir.',
			'New loans or sales were made in the last three months.'
		),
		treatment: said(
			'Selesaikan penagihan dengan batas waktu, lalu putuskan dalam rapat anggota: mulai lagi dengan dana yang kembali, atau bubar.',
			'Finish collecting by a set day, then decide in the members’ meeting: begin again with the money that came back, or dissolve.'
		),
		legal: ours
	},
	notCompetitive: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Barang, harga, atau jasa kalah dari pesaing sehingga anggota pergi ke tempat lain.',
			'Goods, prices or service lose against competitors, so that members go elsewhere.'
		),
		disproof: said(
			'Harga dan layanan setara dengan pesaing terdekat.',
			'Prices and service equal those of the nearest competitor.'
		),
		treatment: said(
			'Bandingkan lima barang utama dengan pesaing, beli bersama koperasi lain, dan tambah layanan yang tidak dimiliki pesaing.',
			'Compare the five main goods with competitors, buy together with other cooperatives, and add a service they lack.'
		),
		legal: ours
	},
	stockUnsold: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Persediaan terlalu lama tersimpan dan sulit terjual.',
			'Stock lies too long and is hard to sell.'
		),
		disproof: said(
			'Persediaan berputar tujuh kali setahun atau lebih.',
			'Stock turns over seven times a year or more.'
		),
		treatment: said(
			'Hitung fisik persediaan, jual murah yang lama, dan beli hanya yang laku dalam sebulan.',
			'Count the stock, sell off what is old, and buy only what sells within a month.'
		),
		legal: [law('juknis-15-2021')]
	},
	oneProduct: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Koperasi hanya mempunyai satu usaha atau satu pembeli.',
			'The cooperative has one line of business or one buyer only.'
		),
		disproof: said(
			'Sedikitnya dua usaha masing-masing memberi hasil.',
			'At least two lines of business each bring income.'
		),
		treatment: said(
			'Tambah satu layanan yang mendukung usaha utama dan dapat dijalankan dengan orang yang ada.',
			'Add one service that supports the main business and that present people can run.'
		),
		legal: [law('juknis-15-2021')]
	},
	littleBenefit: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Hasil bagi anggota, dalam SHU maupun harga, terlalu kecil untuk membuat mereka bertahan.',
			'What members gain, in surplus or in prices, is too small to keep them.'
		),
		disproof: said(
			'SHU bagian anggota 10% simpanan pokok dan wajib atau lebih.',
			'Members’ surplus is 10% of their initial and compulsory savings or more.'
		),
		treatment: said(
			'Hitung manfaat bagi satu anggota, beri potongan harga atau bunga bagi yang aktif, dan umumkan.',
			'Work out the gain of one member, give active members a discount, and tell everybody.'
		),
		legal: [law('perdep-06-2016'), law('juknis-15-2021')]
	}
} as const satisfies Entries;

export const legal = {
	dispute: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said(
			'Ada gugatan atau sengketa yang dibawa ke pengadilan atau penengah.',
			'There is a lawsuit or a dispute before a court or mediator.'
		),
		disproof: said(
			'Perkara dicabut atau selesai dengan perdamaian tertulis.',
			'The case was withdrawn or settled in writing.'
		),
		treatment: said(
			'Kumpulkan surat dan putusan, rujuk ke bantuan hukum, dan jaga agar layanan anggota tetap berjalan.',
			'Gather letters and judgments, refer to legal aid, and keep serving the members.'
		),
		legal: [law('uu-25-1992', '46-47')]
	},
	suspectedFraud: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said(
			'Ada tanda uang atau barang koperasi diselewengkan. Ini dugaan, bukan tuduhan.',
			'There are signs that money or goods were diverted. It is a suspicion, not an accusation.'
		),
		disproof: said(
			'Pemeriksaan kas dan catatan menunjukkan semua uang dapat dipertanggungjawabkan.',
			'Cash count and records account for all money.'
		),
		treatment: said(
			'Amankan buku dan kas, hitung bersama saksi, laporkan kepada kepala dinas, dan rujuk kepada yang berwenang.',
			'Secure books and cash, count with witnesses, report to the head of office, and refer to the authorities.'
		),
		legal: [law('permenkop-9-2020'), law('uu-25-1992', '34')]
	},
	falseScheme: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said(
			'Nama koperasi dipakai untuk menghimpun dana umum dengan janji hasil yang tidak wajar.',
			'The name of a cooperative is used to gather public money with promises of returns beyond reason.'
		),
		disproof: said(
			'Penyimpan adalah anggota, dan jasanya wajar serta disetujui rapat anggota.',
			'Depositors are members, and returns are reasonable and agreed by the members’ meeting.'
		),
		treatment: said(
			'Jangan memberi nasihat usaha; laporkan segera kepada kepala dinas dan satuan tugas yang berwenang, dan beri tahu anggota.',
			'Give no business advice; report at once to the head of office and the task force in charge, and warn the members.'
		),
		legal: [law('permenkop-9-2020'), law('permenkop-8-2023')]
	},
	sanctioned: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said(
			'Koperasi sedang menjalani teguran, pembekuan, atau sanksi lain.',
			'The cooperative is under warning, suspension or another sanction.'
		),
		disproof: said('Surat pencabutan sanksi ada.', 'A letter lifting the sanction exists.'),
		treatment: said(
			'Baca surat sanksinya, susun jawaban dan perbaikan sebelum batas waktu, dan catat bukti penyerahan.',
			'Read the letter, prepare answer and remedy before the deadline, and keep proof of delivery.'
		),
		legal: [law('permenkop-9-2020')]
	},
	creditorsPress: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said(
			'Kreditur menagih, menyita, atau memohonkan pailit.',
			'Creditors demand, seize, or ask for bankruptcy.'
		),
		disproof: said(
			'Jadwal pembayaran disepakati tertulis dan dipenuhi.',
			'A written schedule of payment is agreed and kept.'
		),
		treatment: said(
			'Daftar semua utang dan jaminan, rundingkan jadwal bersama pendamping hukum, dan beri tahu rapat anggota.',
			'List all debts and securities, negotiate a schedule with legal help, and tell the members’ meeting.'
		),
		legal: [law('uu-25-1992', '47')]
	},
	assetsNotOwned: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Tanah, kendaraan, atau rekening koperasi tercatat atas nama perorangan.',
			'Land, vehicles or accounts stand in a person’s name.'
		),
		disproof: said('Surat milik atas nama koperasi.', 'Titles stand in the cooperative’s name.'),
		treatment: said(
			'Susun daftar aset dan bukti belinya, buat pernyataan pemilik nama, lalu urus balik nama.',
			'List the assets with proof of purchase, have the named owner declare, then transfer the title.'
		),
		legal: ours
	}
} as const satisfies Entries;

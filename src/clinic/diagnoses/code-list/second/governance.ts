import { law, ours, said, type Entries } from './entry.ts';

export const governance = {
	boardNotOpen: {
		severity: 'moderate',
		namedBy: ['sragen', 'practice'],
		definition: said(
			'Pengurus tidak memberi anggota keterangan tentang keuangan dan keputusan.',
			'The board does not tell the members about money and decisions.'
		),
		disproof: said(
			'Anggota menerima laporan tertulis dan pertanyaannya dijawab dalam rapat.',
			'Members get a written report and answers to their questions in the meeting.'
		),
		treatment: said(
			'Tempelkan neraca bulanan di kantor, buka buku untuk anggota pada hari tertentu, dan jawab pertanyaan tertulis.',
			'Put the monthly balance sheet on the wall, open the books to members on set days, and answer written questions.'
		),
		legal: [law('uu-25-1992', '20, 35')]
	},
	boardUnfair: {
		severity: 'moderate',
		namedBy: ['sragen'],
		definition: said(
			'Pengurus memperlakukan anggota tidak sama, misalnya dalam pinjaman atau pembagian SHU.',
			'The board does not treat members alike, for example in loans or in sharing the surplus.'
		),
		disproof: said(
			'Daftar pinjaman dan pembagian SHU mengikuti aturan yang sama untuk semua anggota.',
			'Loans and shares of surplus follow one rule for all members.'
		),
		treatment: said(
			'Tulis aturan pinjaman dan pembagian SHU, umumkan kepada anggota, dan minta pengawas memeriksa penerapannya.',
			'Write the rules for loans and surplus, tell all members, and have the supervisory board check them.'
		),
		legal: [law('uu-25-1992', '5, 45')]
	},
	weakSupervision: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Pengawas tidak ada, tidak bekerja, atau tidak melapor kepada rapat anggota.',
			'There is no supervisory board, or it does not work or report to the members’ meeting.'
		),
		disproof: said(
			'Laporan pengawas tahun terakhir ada dan dibacakan dalam rapat anggota.',
			'Last year’s report of the supervisory board exists and was read in the meeting.'
		),
		treatment: said(
			'Pilih pengawas yang bukan kerabat pengurus, beri lembar periksa triwulanan, dan latih membaca neraca.',
			'Elect supervisors who are no relatives of the board, give them a quarterly check sheet, and train them to read a balance sheet.'
		),
		legal: [law('uu-25-1992', '38-39')]
	},
	selfInterest: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said(
			'Pengurus, pengawas, atau pengelola memakai kedudukan, uang, atau pinjaman koperasi untuk diri sendiri atau keluarganya.',
			'Board, supervisors or manager use their position, the cooperative’s money or its loans for themselves or their family.'
		),
		disproof: said(
			'Pinjaman kepada pengurus dan keluarganya dalam batas dan lancar; tidak ada pembelian dari perusahaan mereka.',
			'Loans to the board and their family are within the limit and paid; nothing is bought from their firms.'
		),
		treatment: said(
			'Buka daftar pinjaman pihak terkait dalam rapat anggota, tetapkan batas, dan minta pengembalian dengan jadwal.',
			'Open the list of related loans in the members’ meeting, set limits, and ask for repayment by a schedule.'
		),
		legal: [law('permenkop-8-2023', '44-45'), law('uu-25-1992', '31, 34')]
	},
	boardQuarrel: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Pengurus terpecah sehingga keputusan tidak diambil atau saling dibatalkan.',
			'The board is divided, so that nothing is decided or decisions are undone.'
		),
		disproof: said(
			'Keputusan pengurus diambil bersama dan dijalankan.',
			'The board decides together and carries it out.'
		),
		treatment: said(
			'Pertemuan dengan penengah, pembagian tugas tertulis, dan bila perlu pemilihan ulang.',
			'A talk with a mediator, a written division of tasks, and if needed a new election.'
		),
		legal: ours
	},
	noInternalControl: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Tidak ada yang memeriksa kas, catatan, dan wewenang di dalam koperasi.',
			'Nobody inside checks cash, records and powers.'
		),
		disproof: said(
			'Pemeriksaan kas mendadak dan audit internal dilakukan dan tercatat.',
			'Surprise cash counts and internal audits are done and noted.'
		),
		treatment: said(
			'Pisahkan tugas memegang, mencatat, dan menyetujui; hitung kas bersama setiap minggu; simpan berita acaranya.',
			'Separate holding, recording and approving; count the cash together every week; keep the record.'
		),
		legal: [law('juknis-15-2021')]
	},
	findingsIgnored: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Temuan pemeriksaan tidak ditindaklanjuti atau berulang.',
			'Findings of examinations are not followed up or come again.'
		),
		disproof: said(
			'Setiap temuan tahun lalu punya tindak lanjut tertulis.',
			'Each finding of last year has a written follow-up.'
		),
		treatment: said(
			'Susun daftar temuan dengan penanggung jawab dan tanggal; bahas dalam setiap rapat pengurus.',
			'List the findings with owner and date; look at them in every board meeting.'
		),
		legal: [law('permenkop-9-2020'), law('juknis-15-2021')]
	},
	ruledByFew: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Keputusan penting diambil segelintir orang, bukan oleh rapat anggota dengan satu anggota satu suara.',
			'What matters is decided by a few, not by the members’ meeting with one vote each.'
		),
		disproof: said(
			'Berita acara menunjukkan anggota memutuskan dan memilih.',
			'The minutes show that members decide and elect.'
		),
		treatment: said(
			'Kembalikan keputusan kepada rapat anggota, bahas aturan pemilihan, dan beri anggota bahan sebelum rapat.',
			'Give decisions back to the members’ meeting, discuss the rules of election, and send papers before the meeting.'
		),
		legal: [law('uu-25-1992', '22, 24')]
	}
} as const satisfies Entries;

export const membership = {
	membersInactive: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Anggota tidak menabung, meminjam, berbelanja, atau datang ke rapat.',
			'Members do not save, borrow, buy or come to the meeting.'
		),
		disproof: said(
			'Lebih dari separuh anggota bertransaksi dalam tiga bulan terakhir.',
			'More than half of the members did business in the last three months.'
		),
		treatment: said(
			'Kunjungi anggota per kelompok, tanyakan apa yang mereka perlukan, dan hidupkan satu layanan yang diminta.',
			'Visit members group by group, ask what they need, and revive one service they ask for.'
		),
		legal: [law('uu-25-1992', '20'), law('juknis-15-2021')]
	},
	membersStruggling: {
		severity: 'moderate',
		namedBy: ['sragen'],
		definition: said(
			'Anggota sendiri sedang kesulitan, sehingga tidak mampu menabung atau mengangsur.',
			'Members themselves are in difficulty and cannot save or repay.'
		),
		disproof: said(
			'Tunggakan hanya pada sedikit anggota dan penghasilan anggota tidak turun.',
			'Arrears are with a few members only and members’ incomes have not fallen.'
		),
		treatment: said(
			'Jadwalkan ulang kewajiban, hubungkan dengan bantuan dan pelatihan usaha, dan bentuk kelompok tanggung bersama.',
			'Reschedule what they owe, link them with aid and business training, and form groups that stand together.'
		),
		legal: ours
	},
	membersLeaving: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Jumlah anggota turun; yang keluar lebih banyak daripada yang masuk.',
			'The number of members falls; more leave than join.'
		),
		disproof: said('Jumlah anggota tetap atau naik.', 'The number of members is steady or rises.'),
		treatment: said(
			'Tanyakan alasan mereka yang keluar, perbaiki layanan yang dikeluhkan, dan ajak keluarga anggota.',
			'Ask those who left why, mend the service they complain of, and invite members’ families.'
		),
		legal: [law('uu-25-1992', '19'), law('juknis-15-2021')]
	},
	tooFewMembers: {
		severity: 'severe',
		namedBy: ['practice'],
		definition: said(
			'Anggota kurang dari jumlah paling sedikit untuk mendirikan koperasi primer.',
			'There are fewer members than are needed to found a primary cooperative.'
		),
		disproof: said(
			'Buku anggota memuat sembilan orang atau lebih.',
			'The members’ register holds nine people or more.'
		),
		treatment: said(
			'Cari anggota baru dari lingkungan usaha; bila tidak mungkin, gabung dengan koperasi lain atau usulkan pembubaran.',
			'Find new members around the business; if impossible, merge with another or propose dissolution.'
		),
		legal: [law('uu-6-2023'), law('uu-25-1992', '6')]
	},
	servesOutsiders: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Sebagian besar pinjaman, simpanan, atau penjualan untuk bukan anggota.',
			'Most loans, savings or sales are with people who are not members.'
		),
		disproof: said('Lebih dari 75% layanan untuk anggota.', 'More than 75% of the service is for members.'),
		treatment: said(
			'Daftarkan pelanggan tetap sebagai calon anggota dan tetapkan batas layanan bagi bukan anggota.',
			'Enrol regular customers as prospective members and set a limit for non-members.'
		),
		legal: [law('uu-25-1992', '18, 43'), law('permenkop-8-2023')]
	},
	noMemberRegister: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Buku daftar anggota tidak ada atau tidak diisi, sehingga jumlah anggota tidak diketahui.',
			'The members’ register does not exist or is not kept, so that nobody knows how many there are.'
		),
		disproof: said('Buku daftar anggota mutakhir ada.', 'An up-to-date members’ register exists.'),
		treatment: said(
			'Susun ulang daftar dari kartu simpanan, minta tanda tangan anggota, dan perbarui setiap bulan.',
			'Rebuild the list from savings cards, have members sign, and renew it every month.'
		),
		legal: [law('uu-25-1992', '17, 30')]
	},
	duesUnpaid: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Anggota tidak membayar simpanan pokok atau simpanan wajib.',
			'Members do not pay their initial or compulsory savings.'
		),
		disproof: said(
			'Lebih dari 80% anggota membayar simpanan wajib tahun ini.',
			'More than 80% of members paid their compulsory savings this year.'
		),
		treatment: said(
			'Jemput simpanan setiap bulan, tunjukkan saldo kepada anggota, dan bahas besarannya dalam rapat.',
			'Collect savings every month, show members their balance, and discuss the amount in the meeting.'
		),
		legal: [law('uu-25-1992', '20, 41')]
	},
	membersUneducated: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Tidak ada pendidikan perkoperasian bagi anggota dan pengurus, dan tidak ada dananya.',
			'There is no cooperative education for members and board, and no money for it.'
		),
		disproof: said(
			'Dana pendidikan disisihkan dan dipakai tahun lalu.',
			'Money for education was set aside and used last year.'
		),
		treatment: said(
			'Sisihkan dana pendidikan dari SHU dan adakan pertemuan anggota dengan satu pelajaran setiap kali.',
			'Set aside part of the surplus and hold members’ gatherings with one lesson each time.'
		),
		legal: [law('uu-25-1992', '5, 45')]
	}
} as const satisfies Entries;

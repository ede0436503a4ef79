import { law, said, type Entries } from './entry.ts';

export const finance = {
	badLoans: {
		severity: 'severe',
		namedBy: ['buleleng', 'practice'],
		definition: said(
			'Terlalu banyak pinjaman yang kurang lancar, diragukan, atau macet dibandingkan semua pinjaman yang diberikan.',
			'Too large a part of the loans given is substandard, doubtful or lost.'
		),
		disproof: said(
			'Daftar pinjaman yang dicocokkan menunjukkan bagian bermasalah 5% atau kurang.',
			'A loan list that was checked shows a problem share of 5% or less.'
		),
		treatment: said(
			'Cocokkan kartu pinjaman, susun daftar tunggakan per anggota, jadwalkan ulang yang masih mampu, tagih yang lain menurut urutan, dan hentikan pinjaman baru yang tidak aman.',
			'Check the loan cards, list arrears by member, reschedule those who can pay, collect from the others in order, and stop unsafe new loans.'
		),
		legal: [law('perdep-06-2016'), law('juknis-15-2021'), law('permenkop-8-2023')]
	},
	cashShort: {
		severity: 'severe',
		namedBy: ['buleleng'],
		definition: said(
			'Kas dan bank tidak cukup untuk membayar simpanan yang ditarik dan kewajiban yang jatuh tempo.',
			'Cash and bank do not cover the savings that are withdrawn and what falls due.'
		),
		disproof: said(
			'Kas dan bank mencapai 15% kewajiban lancar atau lebih, dan penarikan tiga bulan terakhir dibayar tepat waktu.',
			'Cash and bank reach 15% of current liabilities or more, and withdrawals of the last three months were paid in time.'
		),
		treatment: said(
			'Susun rencana kas mingguan, jadwalkan penarikan bersama anggota, hentikan pinjaman baru sampai kas pulih, dan cari dana siaga.',
			'Plan the cash week by week, schedule withdrawals with the members, stop new loans until cash has recovered, and find a standby facility.'
		),
		legal: [law('perdep-06-2016'), law('juknis-15-2021')]
	},
	losses: {
		severity: 'moderate',
		namedBy: ['buleleng', 'practice'],
		definition: said(
			'Sisa hasil usaha negatif: biaya lebih besar daripada pendapatan.',
			'The net surplus is negative: costs are larger than income.'
		),
		disproof: said(
			'Laporan yang diperiksa menunjukkan SHU positif pada tahun buku terakhir.',
			'Accounts that were examined show a positive surplus in the last book year.'
		),
		treatment: said(
			'Pisahkan hasil tiap unit usaha, hentikan yang terus merugi, tekan biaya tetap, dan tetapkan harga jasa yang menutup biaya.',
			'Separate the result of each unit, end those that keep losing, cut fixed costs, and set prices that cover the costs.'
		),
		legal: [law('juknis-15-2021')]
	},
	thinCapital: {
		severity: 'severe',
		namedBy: ['buleleng'],
		definition: said(
			'Modal sendiri terlalu kecil untuk menanggung risiko usaha, menyusut, atau sudah habis.',
			'Own capital is too small to bear the risk of the business, shrinks, or is gone.'
		),
		disproof: said(
			'Modal sendiri 30% aset atau lebih dan tidak menyusut.',
			'Own capital is 30% of assets or more and does not shrink.'
		),
		treatment: said(
			'Rapat anggota menetapkan tambahan simpanan, SHU disisihkan ke cadangan, dan aset yang tidak dipakai dijual.',
			'The members’ meeting sets additional savings, surplus goes to the reserve, and unused assets are sold.'
		),
		legal: [law('permenkop-8-2023', '63'), law('juknis-15-2021'), law('perdep-06-2016')]
	},
	booksBehind: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Transaksi tidak dicatat pada waktunya, sehingga neraca dan hasil usaha tidak dapat disusun atau dipercaya.',
			'Transactions are not recorded in time, so that a balance sheet cannot be made or trusted.'
		),
		disproof: said(
			'Neraca bulan lalu ada, seimbang, dan cocok dengan kas serta kartu anggota.',
			'Last month’s balance sheet exists, balances, and agrees with cash and members’ cards.'
		),
		treatment: said(
			'Dampingi pencatatan dari saldo awal, tunjuk satu orang yang bertanggung jawab, dan susun neraca setiap bulan.',
			'Help to record from the opening balance, name one person responsible, and make a balance sheet every month.'
		),
		legal: [law('uu-25-1992', '35'), law('permenkop-2-2024')]
	},
	reserveMissing: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Cadangan untuk pinjaman yang tidak kembali lebih kecil daripada yang diperlukan.',
			'What is set aside for loans that do not come back is less than needed.'
		),
		disproof: said('Cadangan menutup seluruh pinjaman macet.', 'The reserve covers all loans that are lost.'),
		treatment: said(
			'Tetapkan kebijakan cadangan dan isi setiap bulan dari pendapatan sampai pinjaman macet tertutup.',
			'Set a policy and fill the reserve every month from income until lost loans are covered.'
		),
		legal: [law('perdep-06-2016'), law('juknis-15-2021')]
	},
	carelessLending: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Pinjaman diputuskan tanpa menilai kemampuan membayar, tanpa agunan atau penjamin, atau tanpa dipantau sesudahnya.',
			'Loans are decided without judging the ability to pay, without collateral or guarantor, or without watching them afterwards.'
		),
		disproof: said(
			'Sepuluh berkas pinjaman yang diambil acak memuat analisis, agunan atau penjamin, dan keputusan komite.',
			'Ten loan files taken at random hold an analysis, collateral or guarantor, and a decision of the committee.'
		),
		treatment: said(
			'Tulis tata cara pinjaman dan batasnya, bentuk komite pinjaman, dan latih petugas menilai kemampuan membayar.',
			'Write the lending procedure and its limits, form a loan committee, and train staff to judge the ability to pay.'
		),
		legal: [law('permenkop-8-2023', '44-45'), law('perdep-06-2016')]
	},
	costsEatIncome: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Biaya usaha menghabiskan hampir seluruh pendapatan, sehingga sedikit yang tersisa untuk anggota dan cadangan.',
			'Operating costs use up nearly all income, so that little remains for members and reserves.'
		),
		disproof: said('Biaya usaha 60% SHU kotor atau kurang.', 'Operating costs are 60% of gross surplus or less.'),
		treatment: said(
			'Bandingkan setiap pos biaya dengan tahun lalu dan dengan koperasi setara, lalu tetapkan anggaran yang disahkan rapat anggota.',
			'Compare each cost with last year and with similar cooperatives, then set a budget that the members’ meeting approves.'
		),
		legal: [law('perdep-06-2016'), law('juknis-15-2021')]
	},
	outsideDebt: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Usaha dibiayai terutama oleh pinjaman dari luar, bukan oleh anggota.',
			'The business is financed mainly by loans from outside, not by the members.'
		),
		disproof: said(
			'Modal dari anggota lebih besar daripada pinjaman dari luar.',
			'Capital from members is larger than loans from outside.'
		),
		treatment: said(
			'Susun jadwal pelunasan, rundingkan bunga dan tenggang, dan gantilah sedikit demi sedikit dengan simpanan anggota.',
			'Make a repayment schedule, negotiate interest and grace, and replace it little by little with members’ savings.'
		),
		legal: [law('permenkop-8-2023', '65, 68'), law('juknis-15-2021')]
	},
	idleFunds: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Dana anggota menumpuk di kas atau bank dan tidak dipakai untuk usaha anggota.',
			'Members’ money piles up in cash or bank and is not used for the members’ business.'
		),
		disproof: said(
			'Pinjaman atau modal kerja yang dipakai mencapai 80% dana yang dihimpun.',
			'Loans or working capital in use reach 80% of the funds gathered.'
		),
		treatment: said(
			'Cari tahu mengapa anggota tidak meminjam, sesuaikan jasa pinjaman, dan tawarkan pinjaman usaha yang aman.',
			'Find out why members do not borrow, adjust the charge, and offer safe business loans.'
		),
		legal: [law('perdep-06-2016'), law('juknis-15-2021')]
	},
	slowReceivables: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Barang atau jasa dijual dengan tempo dan uangnya terlalu lama kembali.',
			'Goods or services are sold on credit and the money takes too long to come back.'
		),
		disproof: said(
			'Piutang tertagih rata-rata dalam 100 hari atau kurang.',
			'Receivables are collected within 100 days on average or less.'
		),
		treatment: said(
			'Batasi penjualan tempo per pelanggan, kirim tagihan setiap bulan, dan beri potongan bagi yang membayar tunai.',
			'Limit credit per customer, send bills every month, and give a discount for cash.'
		),
		legal: [law('juknis-15-2021')]
	}
} as const satisfies Entries;

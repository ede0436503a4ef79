import { law, ours, said, type Entries } from './entry.ts';

export const people = {
	tooFewCapable: {
		severity: 'moderate',
		namedBy: ['sragen', 'buleleng', 'practice'],
		definition: said(
			'Orang yang cakap mengurus koperasi terlalu sedikit untuk pekerjaan yang ada.',
			'There are too few people able to run the cooperative for the work there is.'
		),
		disproof: said(
			'Setiap jabatan diisi orang yang berbeda dan menguasai tugasnya.',
			'Each office is held by another person who masters the task.'
		),
		treatment: said(
			'Petakan siapa mengerjakan apa, cari anggota muda yang bersedia, latih sambil bekerja, dan dampingi tiga bulan pertama.',
			'Map who does what, find willing young members, train them at work, and stand beside them for the first three months.'
		),
		legal: [law('juknis-15-2021')]
	},
	boardUntrained: {
		severity: 'moderate',
		namedBy: ['sragen', 'practice'],
		definition: said(
			'Pengurus belum memahami perkoperasian: hak anggota, rapat anggota, pembagian SHU, dan kewajiban melapor.',
			'The board does not understand cooperatives: members’ rights, meetings, sharing of surplus, the duty to report.'
		),
		disproof: said(
			'Pengurus dapat menjelaskan hak anggota, rencana kerja, dan kewajiban laporannya.',
			'The board can explain members’ rights, the work plan, and what it has to report.'
		),
		treatment: said(
			'Bimbingan perkoperasian untuk seluruh pengurus, dengan bahan dari koperasi mereka sendiri, lalu praktik menyusun laporan.',
			'Guidance for the whole board on material of their own cooperative, then practice in making the report.'
		),
		legal: [law('uu-25-1992', '29-30')]
	},
	officesDoubled: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Satu orang memegang dua jabatan atau lebih, misalnya sekretaris sekaligus bendahara.',
			'One person holds two offices or more, such as secretary and treasurer.'
		),
		disproof: said(
			'Daftar pengurus yang berlaku memuat orang yang berbeda untuk setiap jabatan.',
			'The board in office has another person for each office.'
		),
		treatment: said(
			'Rapat anggota memilih pengganti; pisahkan yang memegang kas dari yang mencatat.',
			'The members’ meeting elects another; who holds the cash is not who keeps the books.'
		),
		legal: [law('uu-25-1992', '29'), law('juknis-15-2021')]
	},
	noProcedures: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Tidak ada uraian tugas atau standar operasional (SOM dan SOP), atau ada tetapi tidak dijalankan.',
			'There are no job descriptions or operating standards (SOM, SOP), or they are not followed.'
		),
		disproof: said(
			'SOM dan SOP tertulis ada dan dua contoh transaksi mengikutinya.',
			'Written SOM and SOP exist and two sample transactions follow them.'
		),
		treatment: said(
			'Mulai dari contoh yang ada, tulis tiga prosedur yang paling sering dipakai, sahkan dalam rapat pengurus, dan tempelkan di kantor.',
			'Begin with a sample, write the three procedures used most, approve them in a board meeting, and put them on the wall.'
		),
		legal: [law('juknis-15-2021')]
	},
	noWorkPlan: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Tidak ada rencana kerja dan anggaran tahunan yang disetujui anggota dan dipakai.',
			'There is no yearly work plan and budget that members approved and that is used.'
		),
		disproof: said(
			'Rencana kerja tahun berjalan ada dan disahkan rapat anggota.',
			'The plan of the running year exists and was approved by the members’ meeting.'
		),
		treatment: said(
			'Susun rencana kerja satu lembar bersama pengurus: apa, siapa, kapan, biaya; bahas setiap tiga bulan.',
			'Make a plan of one page with the board: what, who, when, cost; look at it every three months.'
		),
		legal: [law('uu-25-1992', '23, 30')]
	},
	noManager: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Usaha sudah besar, tetapi tidak ada pengelola yang bekerja setiap hari.',
			'The business has grown, but nobody manages it day by day.'
		),
		disproof: said(
			'Ada pengelola yang diangkat pengurus dan disetujui rapat anggota.',
			'There is a manager appointed by the board and agreed by the members’ meeting.'
		),
		treatment: said(
			'Hitung apakah usaha sanggup menggaji pengelola; bila ya, angkat dengan perjanjian kerja; bila tidak, bagi tugas harian dengan jadwal.',
			'Work out whether the business can pay a manager; if so, appoint one by contract; if not, share the daily work by a schedule.'
		),
		legal: [law('uu-25-1992', '32')]
	},
	noSuccessors: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Pengurus sudah lama menjabat atau lanjut usia, dan tidak ada yang bersedia menggantikan.',
			'The board has served long or is old, and nobody is willing to follow.'
		),
		disproof: said(
			'Ada calon pengurus baru yang sudah ikut bekerja.',
			'There are candidates who already work with the board.'
		),
		treatment: said(
			'Ajak anggota muda sebagai pendamping pengurus selama satu tahun, lalu pilih dalam rapat anggota.',
			'Let young members work beside the board for a year, then elect them in the members’ meeting.'
		),
		legal: ours
	}
} as const satisfies Entries;

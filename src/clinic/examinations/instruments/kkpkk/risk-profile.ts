import type { Aspect, Component } from '../../instrument.ts';
import { sum, withoutEnd } from '../pieces.ts';
import { blocks, moreThan, lessUpTo, pending, ratio, unconfirmed, type BlockRow } from './pieces.ts';

/** Aspect B, profil risiko: the risks as they are, and how well they are managed (KPMR). */

const operational: readonly BlockRow[] = [
	{
		code: 'operational-scale',
		place: 'risiko operasional, skala usaha dan struktur organisasi',
		wordings: [
			'Jumlah dan kemampuan orang sesuai dengan besarnya usaha.',
			'Struktur organisasi lengkap terisi.',
			'Orang-orang dalam struktur aktif bekerja.',
			'Orang-orang dalam struktur memberi sumbangan nyata bagi usaha.'
		]
	},
	{
		code: 'operational-diversity',
		place: 'risiko operasional, keberagaman produk dan jasa',
		wordings: [
			'Ada produk atau jasa lain di samping yang utama.',
			'Ada keahlian di dalam koperasi untuk produk atau jasa itu.',
			'Produk atau jasa itu mendukung layanan utama.',
			'Produk atau jasa itu dijalankan sendiri dengan sumber daya koperasi.'
		]
	}
];

const compliance: readonly BlockRow[] = [
	{
		code: 'compliance-violations',
		place: 'risiko kepatuhan, pelanggaran',
		wordings: [
			'Tidak ada pelanggaran peraturan selama masa yang diperiksa.',
			'Koperasi tidak sedang dikenai sanksi.',
			'Tidak ada proses hukum perdata terhadap koperasi.',
			'Tidak ada proses hukum pidana terhadap koperasi.'
		]
	},
	{
		code: 'compliance-follow-up',
		place: 'risiko kepatuhan, tindak lanjut temuan',
		wordings: [
			'Temuan pemeriksaan dievaluasi.',
			'Temuan pemeriksaan ditindaklanjuti.',
			'Temuan yang sama tidak terulang.',
			'Jumlah temuan makin berkurang.'
		]
	}
];

const fundingAccess: BlockRow = {
	code: 'funding-access',
	place: 'risiko likuiditas, komitmen pendanaan',
	wordings: [
		'Koperasi mempunyai akses ke sumber dana.',
		'Nama baik koperasi di mata pemberi dana terjaga.',
		'Ada fasilitas bank yang dapat ditarik sewaktu-waktu.',
		'Anggota mendukung pendanaan koperasi.',
		'Ada kemungkinan modal penyertaan.'
	]
};

const inherent: readonly Component[] = [
	...blocks('inherent-risk', 'B.I risiko inheren', [...operational, ...compliance]),
	ratio({
		code: 'liquid-assets-to-assets',
		subAspect: 'inherent-risk',
		place: 'B.I risiko inheren, risiko likuiditas, aset likuid terhadap total aset',
		numerator: sum('liquidAssets'),
		denominator: sum('totalAssets'),
		rule: moreThan('5', '10', '15')
	}),
	ratio({
		code: 'liquid-assets-to-current-liabilities',
		subAspect: 'inherent-risk',
		place: 'B.I risiko inheren, risiko likuiditas, aset likuid terhadap kewajiban jangka pendek',
		numerator: sum('liquidAssets'),
		denominator: sum('currentLiabilities'),
		rule: moreThan('7', '14', '21'),
		zeroDenominator: withoutEnd
	}),
	...blocks('inherent-risk', 'B.I risiko inheren', [fundingAccess])
];

/** The savings-and-loan sheet has the risk of lending before all others. */
const credit: readonly Component[] = [
	ratio({
		code: 'earning-assets-to-assets',
		subAspect: 'inherent-risk',
		place: 'B.I risiko inheren, risiko pinjaman, aset produktif terhadap total aset',
		numerator: sum('earningAssets'),
		denominator: sum('totalAssets'),
		rule: unconfirmed
	}),
	ratio({
		code: 'loans-to-earning-assets',
		subAspect: 'inherent-risk',
		place: 'B.I risiko inheren, risiko pinjaman, piutang, pinjaman, dan pembiayaan terhadap aset produktif',
		numerator: sum('loans'),
		denominator: sum('earningAssets'),
		rule: lessUpTo('75', '85', '95')
	})
];

/** How each risk is managed: oversight, policy, and process. Each risk has its own number of questions. */
interface ManagedRisk {
	readonly code: string;
	readonly name: string;
	readonly oversight: string;
	readonly policy: readonly string[];
	readonly process: readonly string[];
}

const managedRisks: readonly ManagedRisk[] = [
	{
		code: 'operational',
		name: 'risiko operasional',
		oversight: 'Susunan organisasi cukup untuk mengendalikan risiko operasional.',
		policy: [
			'Ada prosedur dan batas untuk risiko operasional.',
			'Kebijakan tentang SDM diterapkan.',
			'Kebijakan internal mendukung jalannya setiap fungsi usaha.'
		],
		process: [
			'Risiko operasional dikenali dan dicatat.',
			'Pengendalian internal berjalan.',
			'Ada kebijakan tentang teknologi informasi dan data.',
			'Audit internal dilakukan berkala dan ditindaklanjuti.'
		]
	},
	{
		code: 'compliance',
		name: 'risiko kepatuhan',
		oversight: 'Pengurus mampu menangani risiko kepatuhan.',
		policy: [
			'Ada prosedur dan batas untuk risiko kepatuhan.',
			'Peraturan yang berlaku bagi koperasi dikumpulkan dan diikuti.',
			'Kebijakan tentang SDM mendukung kepatuhan.',
			'Kebijakan internal mendukung fungsi kepatuhan.'
		],
		process: [
			'Risiko kepatuhan dikenali dan dicatat.',
			'Pengendalian internal atas kepatuhan berjalan.',
			'Ada sistem informasi untuk laporan dan kewajiban kepada pemerintah.',
			'Audit internal atas kepatuhan dilakukan berkala dan ditindaklanjuti.'
		]
	},
	{
		code: 'liquidity',
		name: 'risiko likuiditas',
		oversight: 'Pengurus mampu menangani risiko likuiditas.',
		policy: [
			'Ada prosedur untuk risiko likuiditas.',
			'Ada batas likuiditas yang harus dijaga.',
			'Pemusatan dana pada sedikit penyimpan ditangani.',
			'Kebijakan tentang SDM mendukung pengelolaan likuiditas.',
			'Kebijakan internal mendukung fungsi pendanaan.'
		],
		process: [
			'Risiko likuiditas dikenali dan dicatat.',
			'Pengendalian internal atas likuiditas berjalan.',
			'Ada sistem informasi risiko likuiditas.',
			'Audit internal atas likuiditas dilakukan berkala dan ditindaklanjuti.'
		]
	}
];

const managed = managedRisks.flatMap(({ code, name, oversight, policy, process }) =>
	blocks('risk-management', 'B.II kualitas penerapan manajemen risiko', [
		{
			code: `${code}-oversight`,
			place: `${name}, pengawasan oleh pengurus dan pengawas`,
			wordings: [
				`Pengawas menyetujui kebijakan tentang ${name}.`,
				`Pengawas menilai pertanggungjawaban pengurus tentang ${name} dalam rapat anggota.`,
				`Pengurus menyusun, menjalankan, dan memperbarui kebijakan tentang ${name}.`,
				oversight
			]
		},
		{ code: `${code}-policy`, place: `${name}, kebijakan, prosedur, dan batas`, wordings: policy },
		{ code: `${code}-process`, place: `${name}, proses dan sistem informasi`, wordings: process }
	])
);

const creditManaged = (['oversight', 'policy', 'process'] as const).map((group) =>
	pending(
		`credit-${group}`,
		'risk-management',
		`B.II kualitas penerapan manajemen risiko, risiko pinjaman (${group})`,
		{
			id: 'Jumlah dan bunyi butir untuk risiko pinjaman belum dipastikan, jadi belum dapat dinilai.',
			en: 'Number and wording of the items on the risk of lending are not confirmed, so this cannot be judged yet.'
		}
	)
);

const aspect = (components: readonly Component[]): Aspect => ({ code: 'risk-profile', weight: '15', components });

/** 7 indicators of inherent risk and 9 of its management. */
export const riskProfileReal: Aspect = aspect([...inherent, ...managed]);
export const riskProfileSavings: Aspect = aspect([...credit, ...inherent, ...creditManaged, ...managed]);

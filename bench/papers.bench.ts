import type { PaperContent, Part } from '#clinic/papers/content.ts';
import type { Letterhead } from '#clinic/papers/letterhead.ts';
import { toTypeset } from '#clinic/papers/server/work.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import type { BenchRow } from './row.ts';

const letterhead: Letterhead = {
	government: 'PEMERINTAH KABUPATEN SRAGEN',
	office: 'Dinas Koperasi Kabupaten Sragen',
	brand: 'Bina Serasi',
	address: 'Jalan Raya Sukowati Nomor 1',
	phone: null,
	place: 'Sragen',
	signer: { title: 'Kepala Dinas', name: 'Slamet Riyadi' },
	crest: null
};

/** As long as a real report: seven aspects with their components, and the figures. No two are alike, so nothing is remembered. */
function report(turn: number): PaperContent {
	const table = (rows: number): Part => ({
		part: 'table',
		caption: null,
		columns: [
			{ title: 'Komponen', numeric: false, share: 1 },
			{ title: 'Skor', numeric: true, share: 0 }
		],
		rows: Array.from({ length: rows }, (_, at) => ({
			cells: [`Komponen ${turn}.${at}`, `${turn},${at}`],
			strong: false,
			note: 'Golongan: lebih dari 40%, sampai 60%. Sumber: lampiran, rasio modal sendiri terhadap total aset.'
		}))
	});
	return {
		heading: 'LAPORAN HASIL PEMERIKSAAN KESEHATAN KOPERASI',
		remark: null,
		parts: Array.from({ length: 7 }, (_, at) => [
			{ part: 'title', text: `Aspek ${turn}.${at}` } as const,
			table(5)
		]).flat(),
		signatures: [],
		copies: []
	};
}

const papers = 40;

export const rows: readonly BenchRow[] = [
	{
		name: 'papers',
		what: 'typesetting of examination reports, PDF/A-2a, one thread',
		budget: '≤ 50 ms a page',
		holds: ({ ours }) => ours <= 50,
		run: async () => {
			const set = (turn: number) =>
				typeset(
					toTypeset({
						kind: 'examinationReport',
						title: `Laporan ${turn}`,
						letterhead,
						content: report(turn),
						state: 'draft',
						number: null,
						datedOn: null,
						createdAt: new Date('2026-03-02T02:00:00Z')
					})
				);
			await set(0);
			const from = performance.now();
			let pages = 0;
			for (let turn = 1; turn <= papers; turn++) pages += (await set(turn)).pages;
			return [{ detail: `${papers} reports`, ours: (performance.now() - from) / pages, baseline: null, unit: 'ms' }];
		}
	}
];

import type { PaperContent } from '#clinic/papers/content.ts';
import { writtenDay } from '#clinic/papers/setting.ts';
import type { Day } from '#platform/clock.ts';
import type { ActionOwner } from './plans.ts';

/** What a prescription says, as it stood when the plan was approved. */
export interface Prescribed {
	readonly cooperative: string;
	readonly caseNumber: string;
	/** In the words of the code list. */
	readonly cause: string;
	readonly aim: string;
	readonly actions: readonly {
		readonly what: string;
		readonly owner: ActionOwner;
		readonly dueOn: Day;
		readonly meetings: number | null;
		readonly proof: string | null;
	}[];
	readonly warningSigns: readonly string[];
	/** About when the first control is due. */
	readonly controlAbout: Day;
	readonly proposedBy: string;
	readonly approvedBy: string;
	/** How to reach the clinic. */
	readonly phone: string | null;
}

const owners: Readonly<Record<ActionOwner, string>> = {
	chair: 'Ketua',
	secretary: 'Sekretaris',
	treasurer: 'Bendahara',
	supervisor: 'Pengawas koperasi',
	manager: 'Manajer',
	office: 'Dinas'
};

/** One page in plain words: what, by whom, until when, how many meetings, what to show, what to tell at once. */
export function prescriptionContent(given: Prescribed): PaperContent {
	const { actions, warningSigns, controlAbout, phone } = given;
	return {
		heading: 'RESEP KOPERASI',
		remark: null,
		parts: [
			{
				part: 'facts',
				items: [
					{ label: 'Untuk', value: given.cooperative },
					{ label: 'Penyebab', value: given.cause },
					{ label: 'Nomor kasus', value: given.caseNumber }
				]
			},
			{ part: 'title', text: 'Yang ingin dicapai' },
			{ part: 'paragraph', text: given.aim },
			{
				part: 'table',
				caption: null,
				columns: [
					{ title: 'Yang dikerjakan', numeric: false, share: 7 },
					{ title: 'Oleh', numeric: false, share: 2 },
					{ title: 'Paling lambat', numeric: false, share: 2 },
					{ title: 'Pertemuan', numeric: false, share: 2 }
				],
				rows: actions.map(({ what, owner, dueOn, meetings, proof }, at) => ({
					cells: [`${at + 1}. ${what}`, owners[owner], writtenDay(dueOn), meetings === null ? '–' : `${meetings} kali`],
					strong: false,
					note: proof === null ? null : `Bukti: ${proof}`
				}))
			},
			...(warningSigns.length > 0
				? [
						{ part: 'title' as const, text: 'Segera beri tahu kami bila' },
						{ part: 'list' as const, items: warningSigns }
					]
				: []),
			{ part: 'title', text: 'Berikutnya' },
			{
				part: 'list',
				items: [
					`Kontrol pertama sekitar ${writtenDay(controlAbout)}. Petugas memberi tahu harinya.`,
					'Tandai yang sudah selesai dan kirim fotonya lewat tautan di kertas pengurus. Tidak dipungut biaya.',
					...(phone === null ? [] : [`Bila ada kesulitan, telepon ${phone}.`])
				]
			}
		],
		signatures: [
			{ role: 'Penyusun', name: given.proposedBy, title: null },
			{ role: 'Menyetujui', name: given.approvedBy, title: null }
		],
		copies: []
	};
}

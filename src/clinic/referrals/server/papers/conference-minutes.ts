import type { PaperContent, Part } from '#clinic/papers/content.ts';
import { weekdayOf, writtenDay } from '#clinic/papers/setting.ts';
import type { Stance } from '../../conference.ts';
import type { Conference } from '../reads/conferences.ts';

const stanceWords: Readonly<Record<Stance, string>> = {
	agrees: 'setuju',
	disagrees: 'tidak setuju',
	abstains: 'abstain',
	absent: 'tidak hadir'
};

/** What was asked, who was there, what each stood for, what was decided and who does what. */
export function conferenceMinutes(conference: Conference, officeName: string): PaperContent {
	const { onDay, startsAt, place, question, agenda, participants, decision, tasks, caseNumber, cooperative } =
		conference;
	return {
		heading: 'NOTULEN KONFERENSI KASUS',
		remark: 'Rahasia; untuk peserta dan berkas kasus',
		parts: [
			{
				part: 'paragraph',
				text: `Pada hari ${weekdayOf(onDay)}, tanggal ${writtenDay(onDay)}, pukul ${startsAt.replace(':', '.')}, bertempat di ${place}, ${officeName} mengadakan konferensi kasus ${cooperative}.`
			},
			{
				part: 'facts',
				items: [
					{ label: 'Koperasi', value: cooperative },
					{ label: 'Nomor kasus', value: caseNumber },
					{ label: 'Pertanyaan', value: question }
				]
			},
			{ part: 'title', text: 'Agenda' },
			{ part: 'list', items: agenda },
			{ part: 'title', text: 'Peserta dan pendapatnya' },
			{
				part: 'table',
				caption: null,
				columns: [
					{ title: 'Nama', numeric: false, share: 3 },
					{ title: 'Sikap', numeric: false, share: 1 },
					{ title: 'Pendapat', numeric: false, share: 4 }
				],
				rows: participants.map(({ name, capacity, stance, words }) => ({
					cells: [name, stance ? stanceWords[stance] : '–', words ?? '–'],
					strong: false,
					note: capacity
				}))
			},
			{ part: 'title', text: 'Keputusan' },
			{ part: 'paragraph', text: decision ?? '' },
			...followUp(tasks)
		],
		signatures: [{ role: 'Notulis', name: conference.calledByName, title: null }],
		copies: []
	};
}

function followUp(tasks: Conference['tasks']): Part[] {
	if (tasks.length === 0) return [];
	return [
		{ part: 'title', text: 'Tindak lanjut' },
		{
			part: 'table',
			caption: null,
			columns: [
				{ title: 'Apa', numeric: false, share: 4 },
				{ title: 'Siapa', numeric: false, share: 2 },
				{ title: 'Paling lambat', numeric: false, share: 2 }
			],
			rows: tasks.map(({ what, who, dueOn }) => ({ cells: [what, who, writtenDay(dueOn)], strong: false, note: null }))
		}
	];
}

import type { ClinicCode } from '#clinic/offices/poli.ts';

/**
 * What is asked at every control, so that two controls can be laid side by side. Asked so that *yes* is good. Ours; a
 * question never changes its meaning: another one gets another code and the list a new version.
 */
export const questionsVersion = '1';

export const commonQuestions = [
	'planRuns',
	'boardMeets',
	'booksCurrent',
	'membersServed',
	'meetingSure',
	'nothingNew'
] as const;

const groupQuestions = {
	finance: ['cashMatches', 'arrearsFall'],
	people: ['dutiesShared', 'trainingUsed'],
	institution: ['membersListed', 'meetingReported'],
	licensing: ['permitsComplete', 'permitsKept'],
	governance: ['supervisorsCheck', 'membersInformed'],
	membership: ['membersReturn', 'savingsPaid'],
	business: ['salesWritten', 'salesRise'],
	law: ['adviceFollowed', 'evidenceKept']
} as const satisfies Record<ClinicCode, readonly string[]>;

export type QuestionCode = (typeof commonQuestions)[number] | (typeof groupQuestions)[ClinicCode][number];

export const questionCodes = [...commonQuestions, ...Object.values(groupQuestions).flat()] as unknown as readonly [
	QuestionCode,
	...QuestionCode[]
];

/** The questions for a case whose main cause belongs to this group; null before a diagnosis. */
export const questionsFor = (group: ClinicCode | null): readonly QuestionCode[] =>
	group === null ? commonQuestions : [...commonQuestions, ...groupQuestions[group]];

export const answers = ['yes', 'partly', 'no'] as const;
export type Answer = (typeof answers)[number];

/** One answer as it is kept: what it is, and whether it was the last one confirmed. */
export interface KeptAnswer {
	readonly answer: Answer;
	readonly note: string | null;
	/** Said to be still true: nothing was looked at anew. */
	readonly still: boolean;
}
export type Answers = Readonly<Partial<Record<QuestionCode, KeptAnswer>>>;

/** What was given at a control: an answer, or that the last one still holds; nothing where it was not asked. */
export type Given = Readonly<
	Partial<Record<QuestionCode, { readonly answer: Answer | 'still' | null; readonly note: string | null }>>
>;

/**
 * The answers to keep. *Still true* repeats the last answer with its note. @throws RangeError where there was none before:
 * the form offers it only where there was
 */
export function keptAnswers(given: Given, last: Answers): Answers {
	const kept: Partial<Record<QuestionCode, KeptAnswer>> = {};
	for (const code of questionCodes) {
		const one = given[code];
		if (!one || one.answer === null) continue;
		if (one.answer !== 'still') kept[code] = { answer: one.answer, note: one.note, still: false };
		else {
			const before = last[code];
			if (!before) throw new RangeError(`nothing was said before of ${code}`);
			kept[code] = { answer: before.answer, note: one.note ?? before.note, still: true };
		}
	}
	return kept;
}

/** The last answer to each question, over all controls. @param controls newest first */
export function lastAnswers(controls: readonly { readonly answers: Answers | null }[]): Answers {
	const last: Partial<Record<QuestionCode, KeptAnswer>> = {};
	for (const { answers: said } of controls)
		for (const code of questionCodes) {
			const one = said?.[code];
			if (one) last[code] ??= one;
		}
	return last;
}

const rank: Readonly<Record<Answer, number>> = { yes: 2, partly: 1, no: 0 };

/** Questions whose answer is worse than the last one. */
export const worseAnswers = (before: Answers, now: Answers): QuestionCode[] =>
	questionCodes.filter((code) => {
		const [was, is] = [before[code], now[code]];
		return was !== undefined && is !== undefined && rank[is.answer] < rank[was.answer];
	});

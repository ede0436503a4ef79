import { formatDecimal } from '#ui/numbers.ts';
import { amountIn, readAmount, type AmountUnit } from '../amounts.ts';
import { typedFigures, type EntryProblem } from '../entries.ts';
import { answerField, figureField, itemOf } from '../field-names.ts';
import type { SheetPage } from './pages.ts';

/** What a cooperative has typed so far: texts as they are, understood or not, so that nothing is lost. */
export interface Draft {
	readonly unit: AmountUnit;
	readonly figures: Readonly<Record<string, string>>;
	readonly answers: Readonly<Record<string, 'yes' | 'no'>>;
	readonly remark: string | null;
}

export const emptyDraft: Draft = { unit: 'rupiah', figures: {}, answers: {}, remark: null };

/** How long a draft is kept after it was last saved. */
export const draftDays = 7;
const draftMs = draftDays * 24 * 3_600_000;

/** The moment at which a draft that was saved then is forgotten. */
export const keptUntil = (savedAt: Date): Date => new Date(savedAt.getTime() + draftMs);
export const isForgotten = (savedAt: Date, now: Date): boolean => keptUntil(savedAt) <= now;

/** What the form of one page sends. */
export interface PageEntries {
	readonly figures: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	readonly answers: Readonly<Record<string, string>>;
}

/** The draft with what one page says. Only what that page asks is taken from it; what it leaves empty is empty again. */
export function withPage(draft: Draft, page: SheetPage, { figures, answers }: PageEntries): Draft {
	const typed = new Map(typedFigures({ figures }));
	const answered = new Map(Object.entries(answers).map(([field, answer]) => [itemOf(field), answer]));
	const nextFigures = { ...draft.figures };
	for (const figure of page.figures) {
		const text = typed.get(figure)?.trim();
		if (text) nextFigures[figure] = text;
		else delete nextFigures[figure];
	}
	const nextAnswers = { ...draft.answers };
	for (const { code } of page.questions) {
		const answer = answered.get(code);
		if (answer === 'yes' || answer === 'no') nextAnswers[code] = answer;
		else delete nextAnswers[code];
	}
	return { ...draft, figures: nextFigures, answers: nextAnswers };
}

/** The same amounts in another unit. A text that is not understood stays as it is. */
export function inUnit(draft: Draft, unit: AmountUnit): Draft {
	const anew = (text: string) => {
		const read = readAmount(text, draft.unit);
		return 'rupiah' in read ? formatDecimal(amountIn(read.rupiah, unit)) : text;
	};
	const figures = Object.fromEntries(Object.entries(draft.figures).map(([figure, text]) => [figure, anew(text)]));
	return unit === draft.unit ? draft : { ...draft, unit, figures };
}

/** What of a page is not understood, by the field's name. */
export function problemsOn({ figures, unit }: Draft, page: SheetPage): Map<string, EntryProblem> {
	const problems = new Map<string, EntryProblem>();
	for (const figure of page.figures) {
		const read = figures[figure] === undefined ? null : readAmount(figures[figure], unit);
		if (read && 'problem' in read) problems.set(figureField(figure), read.problem);
	}
	return problems;
}

/** The fields of a page as the form holds them. */
export const valuesOn = ({ figures, answers }: Draft, page: SheetPage): Record<string, string> =>
	Object.fromEntries([
		...page.figures.map((figure) => [figureField(figure), figures[figure] ?? '']),
		...page.questions.map(({ code }) => [answerField(code), answers[code] ?? ''])
	]);

/** How many items of a page are filled in. */
export const filledOn = ({ figures, answers }: Pick<Draft, 'figures' | 'answers'>, page: SheetPage): number =>
	page.figures.filter((figure) => figures[figure] !== undefined).length +
	page.questions.filter(({ code }) => answers[code] !== undefined).length;

/** The amounts in rupiah. What is not understood is left out: `problemsOn` tells it. */
export function amountsOf({ figures, unit }: Pick<Draft, 'figures' | 'unit'>): Map<string, bigint> {
	return new Map(
		Object.entries(figures).flatMap(([figure, text]): [string, bigint][] => {
			const read = readAmount(text, unit);
			return 'rupiah' in read ? [[figure, read.rupiah]] : [];
		})
	);
}

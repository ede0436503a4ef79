import { readAmount, type AmountUnit } from './amounts.ts';
import { answerField, figureField, itemOf } from './field-names.ts';
import type { Instrument } from './instrument.ts';
import type { ExaminationRequest } from './judge.ts';
import { readEntries } from './request.ts';
import { sheetOf } from './sheet.ts';

/** What a form sends: texts as they were typed. An empty one was not given. */
export interface Entries {
	readonly unit: AmountUnit;
	/** By the figure's name; lines of a group are nested under it. */
	readonly figures: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	/** By `answerField` of the item. */
	readonly answers: Readonly<Record<string, string>>;
	readonly readings: Readonly<Record<string, string>>;
}

/** Why an entry is not understood; each code has words for the person who typed it. */
export type EntryProblem = 'notAnAmount' | 'notWholeRupiah' | 'twoForms' | 'notUnderstood';

export type EntriesRead =
	{ readonly request: ExaminationRequest } | { readonly problems: ReadonlyMap<string, EntryProblem> };

/**
 * Reads a form as a request. Problems are named by field; what the instrument does not know at all throws
 * `RequestNotUnderstood`, as no form of ours sends it.
 */
export function readTyped(instrument: Instrument, entries: Entries): EntriesRead {
	const problems = new Map<string, EntryProblem>();
	const figures = new Map<string, bigint>();
	for (const [figure, text] of typedFigures(entries)) {
		const read = readAmount(text, entries.unit);
		if ('rupiah' in read) figures.set(figure, read.rupiah);
		else problems.set(figureField(figure), read.problem);
	}
	for (const figure of secondForms(instrument, figures)) problems.set(figureField(figure), 'twoForms');
	const answers = new Map<string, boolean>();
	for (const [field, text] of Object.entries(entries.answers)) {
		const item = itemOf(field);
		if (text === 'yes' || text === 'no') answers.set(item, text === 'yes');
		else if (text !== '') problems.set(answerField(item), 'notUnderstood');
	}
	if (problems.size > 0) return { problems };
	const readings = Object.fromEntries(Object.entries(entries.readings).filter(([, reading]) => reading !== ''));
	return {
		request: readEntries(instrument, {
			figures: nested(figures, String),
			answers: Object.fromEntries(answers),
			readings
		})
	};
}

/** Figure and text of everything that is filled in; a line of a group has its dotted name. */
export const typedFigures = ({ figures }: Pick<Entries, 'figures'>): [figure: string, text: string][] =>
	Object.entries(figures)
		.flatMap(([name, given]): [string, string][] =>
			typeof given === 'string'
				? [[name, given]]
				: Object.entries(given).map(([line, text]) => [`${name}.${line}`, text])
		)
		.filter(([, text]) => text.trim() !== '');

/** Figures that say a second time, in another form, what an earlier one says. */
function secondForms(instrument: Instrument, figures: ReadonlyMap<string, bigint>): string[] {
	return sheetOf(instrument).amounts.flatMap(({ usual, others }) => {
		const given = [usual, ...others].flatMap((form) => form.find((figure) => figures.has(figure)) ?? []);
		return given.slice(1);
	});
}

/** Figures by name, the lines of a group under it: as requests and records write them. */
export function nested<T, U>(
	figures: ReadonlyMap<string, T>,
	written: (value: T) => U
): Record<string, U | Record<string, U>> {
	const whole: Record<string, U | Record<string, U>> = {};
	for (const [name, value] of figures) {
		const [group = name, line] = name.split('.');
		if (line === undefined) whole[name] = written(value);
		else whole[group] = { ...(whole[group] as Record<string, U> | undefined), [line]: written(value) };
	}
	return whole;
}

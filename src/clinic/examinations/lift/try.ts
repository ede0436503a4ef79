import { readAmount } from '../amounts.ts';
import { findInstrument } from '../catalogue.ts';
import type { Category } from '../instrument.ts';
import type { ExaminationRequest } from '../judge.ts';
import type { Kept } from '../record.ts';
import { readEntries, RequestNotUnderstood } from '../request.ts';
import { decimalText } from '../ratio.ts';
import { categoryOf } from '../totals.ts';
import { boundsOf, ladder, leversOf } from './ladder.ts';
import { liftOf, type Lifting } from './lift.ts';
import { stateOf } from './state.ts';

/** What of a record can be tried again with other figures. */
export type Tryable = Pick<Kept, 'instrument' | 'version' | 'figures' | 'answers' | 'readings'>;

/** A figure that can be tried: where it stands, and how far it is worth moving it. */
export interface Slider {
	readonly figure: string;
	readonly now: bigint;
	readonly lowest: bigint;
	readonly highest: bigint;
}

/** What stands in the form: figures as typed, and the questions now answered with yes. */
export interface Trial {
	readonly figures: Readonly<Record<string, string>>;
	readonly yes: readonly string[];
}

export interface Tried {
	/** Null where nothing can be added up. */
	readonly total: string | null;
	readonly category: Category | null;
	/** Figures that are no amount in whole rupiah. */
	readonly unread: readonly string[];
}

/** The record as a request; null where this version of the program does not know its instrument. */
export function requestOf(record: Tryable): ExaminationRequest | null {
	const instrument = findInstrument(record.instrument, record.version);
	if (!instrument) return null;
	try {
		return readEntries(instrument, record);
	} catch (problem) {
		if (problem instanceof RequestNotUnderstood) return null;
		throw problem;
	}
}

/** What would lift a kept examination; null where its instrument is not known here. */
export function liftingOf(record: Tryable): Lifting | null {
	const request = requestOf(record);
	return request && liftOf(request);
}

/** The figures of which some value earns more, each as far as its last useful step and a tenth beyond it. */
export function slidersOf(record: Tryable): Slider[] {
	const request = requestOf(record);
	const state = request && stateOf(request);
	if (!state || state.total === null) return [];
	return leversOf(state).flatMap((lever): Slider[] => {
		if (lever.kind !== 'figure') return [];
		const now = state.filled.figures[lever.place] ?? 0n;
		const useful = ladder(state, lever, 1).flatMap(({ move }) => (move.kind === 'figure' ? [move.to] : []));
		if (useful.length === 0) return [];
		const { lowest, highest } = boundsOf(state, lever);
		const far = useful.reduce((most, to) => (size(to - now) > size(most - now) ? to : most), now);
		const beyond = far + (far - now) / 10n;
		return [
			{
				figure: lever.figure,
				now,
				lowest: beyond < now ? larger(beyond, lowest) : now,
				highest: beyond > now ? -larger(-beyond, -highest) : now
			}
		];
	});
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);
const larger = (one: bigint, other: bigint) => (one > other ? one : other);

/** Scores the record with other figures and answers; the record itself stays as it is. */
export function tried(record: Tryable, trial: Trial): Tried {
	const request = requestOf(record);
	if (!request) return { total: null, category: null, unread: [] };
	const figures = new Map(request.figures);
	const unread: string[] = [];
	for (const [figure, text] of Object.entries(trial.figures)) {
		if (!figures.has(figure) || text.trim() === '') continue;
		const read = readAmount(text, 'rupiah');
		if ('rupiah' in read) figures.set(figure, read.rupiah);
		else unread.push(figure);
	}
	const answers = new Map(request.answers);
	for (const item of trial.yes) if (answers.has(item)) answers.set(item, true);
	const { instrument, total } = stateOf({ ...request, figures, answers });
	if (unread.length > 0 || total === null) return { total: null, category: null, unread };
	return { total: decimalText(BigInt(total), 2), category: categoryOf(instrument, total), unread };
}

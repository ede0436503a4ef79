import type { Kind, Pattern } from '#clinic/cooperatives/kinds.ts';
import { instruments } from './catalogue.ts';
import { givesTotal } from './formula.ts';
import type { Instrument } from './instrument.ts';
import { knownClass, type ClassKnownBy } from './known-class.ts';

/** What of a cooperative decides by which rule it is examined. Null is what the register does not know. */
export interface Examinee extends ClassKnownBy {
	readonly kind: Kind | null;
	readonly pattern: Pattern | null;
}

/** Why there is no instrument. The case then goes on from triage. */
export type NoInstrument = 'kindUnknown' | 'patternUnknown' | 'sharia' | 'bookYearTooEarly' | 'classWithoutInstrument';

export type InstrumentChoice =
	| {
			readonly instrument: Instrument;
			/**
			 * From book year 2020 the health examination of Permenkop 9/2020 (KKPKK) is in force. Its sheet for savings and
			 * loan has bands that no source confirms, so the older rule is used, and the page has to say so.
			 */
			readonly olderThanTheLaw: boolean;
	  }
	| { readonly instrument: null; readonly reason: NoInstrument };

/** Permenkop UKM 9/2020 was enacted on 14 October 2020: the accounts of 2020 are the first examined under it. */
const kkpkkFrom = '2020-10-14';
const firstBookYearOfKkpkk = 2020;

/** Whether a result was reached by a rule that a newer one had replaced when the book year ended. A benchmark is no rule. */
export const isOlderThanTheLaw = (
	{ validity, adding }: Pick<Instrument, 'validity' | 'adding'>,
	bookYear: number
): boolean => adding !== 'none' && bookYear >= firstBookYearOfKkpkk && validity.from < kkpkkFrom;

/** By default nobody is examined by a benchmark, nor by a sheet that cannot come to a total yet. */
const byLaw = instruments.filter(givesTotal);

/**
 * The instrument that was in force on the last day of the book year. That a book year is read under the rule of its
 * last day is our own reading: the regulations speak of the examination, not of the year examined.
 */
export function whichInstrument({ kind, pattern, ...classing }: Examinee, bookYear: number): InstrumentChoice {
	if (kind === null) return none('kindUnknown');
	if (pattern === null) return none('patternUnknown');
	const fitting = byLaw.filter(({ kinds, patterns }) => kinds.includes(kind) && patterns.includes(pattern));
	if (fitting.length === 0) return none('sharia');
	const lastDay = `${String(bookYear).padStart(4, '0')}-12-31`;
	const inForce = fitting.filter(({ validity }) => validity.from <= lastDay && lastDay <= (validity.until ?? lastDay));
	if (inForce.length === 0) return none('bookYearTooEarly');
	const known = knownClass(classing);
	const instrument = inForce.filter(({ classes }) => !classes || !known || classes.includes(known.class)).at(-1);
	return instrument
		? { instrument, olderThanTheLaw: isOlderThanTheLaw(instrument, bookYear) }
		: none('classWithoutInstrument');
}

function none(reason: NoInstrument): InstrumentChoice {
	return { instrument: null, reason };
}

import type { Kind, Pattern } from '#clinic/cooperatives/kinds.ts';
import type { Instrument } from './instrument.ts';
import { instruments } from './catalogue.ts';

/** What of a cooperative decides by which rule it is examined. Null is what the register does not know. */
export interface Examinee {
	readonly kind: Kind | null;
	readonly pattern: Pattern | null;
}

/** Why there is no instrument. The case then goes on from triage. */
export type NoInstrument = 'kindUnknown' | 'kindWithoutInstrument' | 'patternUnknown' | 'sharia' | 'bookYearTooEarly';

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

/** Whether a result was reached by a rule that a newer one had replaced when the book year ended. */
export const isOlderThanTheLaw = ({ validity }: Pick<Instrument, 'validity'>, bookYear: number): boolean =>
	bookYear >= firstBookYearOfKkpkk && validity.from < kkpkkFrom;

/**
 * The instrument that was in force on the last day of the book year. That a book year is read under the rule of its
 * last day is our own reading: the regulations speak of the examination, not of the year examined.
 */
export function whichInstrument({ kind, pattern }: Examinee, bookYear: number): InstrumentChoice {
	if (kind === null) return none('kindUnknown');
	const ofKind = instruments.filter(({ kinds }) => kinds.includes(kind));
	if (ofKind.length === 0) return none('kindWithoutInstrument');
	if (pattern === null) return none('patternUnknown');
	const ofPattern = ofKind.filter(({ patterns }) => patterns.includes(pattern));
	if (ofPattern.length === 0) return none('sharia');
	const lastDay = `${String(bookYear).padStart(4, '0')}-12-31`;
	const inForce = ofPattern.filter(
		({ validity }) => validity.from <= lastDay && lastDay <= (validity.until ?? lastDay)
	);
	const instrument = inForce.at(-1);
	return instrument
		? { instrument, olderThanTheLaw: isOlderThanTheLaw(instrument, bookYear) }
		: none('bookYearTooEarly');
}

function none(reason: NoInstrument): InstrumentChoice {
	return { instrument: null, reason };
}

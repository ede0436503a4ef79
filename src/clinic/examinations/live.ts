import { findInstrument } from './catalogue.ts';
import { doubtsIn, type Doubt } from './doubts.ts';
import { readTyped, type Entries } from './entries.ts';
import { examineFully, type ExplainedExamination } from './explain.ts';
import { filledFrom } from './filled.ts';
import { ready } from './scales.ts';

/** What the form shows while it is filled in, by the same rules that score it on the server. */
export interface Live extends ExplainedExamination {
	/** By figure. */
	readonly doubts: ReadonlyMap<string, Doubt>;
}

/** Null while an entry is not understood, which the server will say. */
export function liveExamination(
	{ instrument, version }: { instrument: string; version: string },
	entries: Entries,
	before: ReadonlyMap<string, bigint>
): Live | null {
	const known = findInstrument(instrument, version);
	const read = known && readTyped(known, entries);
	if (!read || 'problems' in read) return null;
	const prepared = ready(known);
	return {
		...examineFully(prepared, filledFrom(prepared, read.request)),
		doubts: doubtsIn(read.request.figures, before)
	};
}

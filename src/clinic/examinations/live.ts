import { findInstrument } from './catalogue.ts';
import { doubtsIn, type Doubt } from './doubts.ts';
import { readTyped, type Entries } from './entries.ts';
import { explain, type Explanation } from './explain.ts';
import { scoreExamination, type ExaminationResult } from './score.ts';

/** What the form shows while it is filled in, by the same rules that score it on the server. */
export interface Live {
	readonly result: ExaminationResult;
	readonly explanations: readonly Explanation[];
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
	return {
		result: scoreExamination(read.request),
		explanations: explain(read.request),
		doubts: doubtsIn(read.request.figures, before)
	};
}

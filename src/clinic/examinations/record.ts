import { findInstrument } from './catalogue.ts';
import { explain, type Explanation } from './explain.ts';
import type { Instrument } from './instrument.ts';
import type { ExaminationRequest } from './judge.ts';
import { nested } from './entries.ts';
import { componentsOf, isAsking } from './formula.ts';
import { readEntries, RequestNotUnderstood } from './request.ts';
import type { ExaminationResult } from './score.ts';

/** What the record keeps of what was asked and answered: enough to read it under the rule of its day for ever. */
export interface Kept {
	readonly instrument: string;
	readonly version: string;
	readonly readings: Readonly<Record<string, string>>;
	/** Rupiah as digits. */
	readonly figures: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	readonly answers: Readonly<Record<string, boolean>>;
	readonly asked: Readonly<Record<string, readonly string[]>>;
	readonly result: ExaminationResult;
}

export function kept(request: ExaminationRequest, result: ExaminationResult): Kept {
	const { instrument, readings, figures, answers } = request;
	return {
		instrument: instrument.code,
		version: instrument.version,
		readings: Object.fromEntries(readings),
		figures: nested(figures, String),
		answers: Object.fromEntries(answers),
		asked: Object.fromEntries(
			componentsOf(instrument)
				.filter(isAsking)
				.map(({ code, items }) => [code, items.map(({ wording }) => wording)])
		),
		result
	};
}

/**
 * Explains a kept examination: formula and bands from the instrument in the version of its day, marks as they were
 * given, questions as they were asked. Null where this version of the program does not know that instrument.
 */
export function explainKept(record: Kept, among?: readonly Instrument[]): Explanation[] | null {
	const instrument = findInstrument(record.instrument, record.version, among);
	if (!instrument) return null;
	try {
		return explain(readEntries(instrument, record)).map((explanation) => asKept(explanation, record));
	} catch (problem) {
		if (problem instanceof RequestNotUnderstood) return null;
		throw problem;
	}
}

function asKept(explanation: Explanation, { result, asked }: Kept): Explanation {
	const given = result.aspects
		.find(({ code }) => code === explanation.aspect)
		?.components.find(({ code }) => code === explanation.code);
	const now = given ? { ...explanation, result: given } : explanation;
	if (now.kind !== 'checklist') return now;
	const wordings = asked[now.code] ?? [];
	return { ...now, items: now.items.map((item, place) => ({ ...item, wording: wordings[place] ?? item.wording })) };
}

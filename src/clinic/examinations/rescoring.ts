import { filledFrom } from './filled.ts';
import { amountsOf, componentsOf } from './formula.ts';
import type { Category, Instrument } from './instrument.ts';
import type { Filled } from './judge.ts';
import type { Readings } from './readings.ts';
import { ready } from './scales.ts';
import { scoreAlone } from './totals.ts';

/** What became of a kept examination that was scored once more. */
export type RescoredOutcome = 'scored' | 'incomplete' | 'notUnderstood';

/** What a kept examination says, as the record holds it: JSON texts of `Kept['figures']` and `Kept['answers']`. */
export interface KeptTexts {
	readonly figures: string;
	readonly answers: string;
}

export interface Rescored {
	readonly outcome: RescoredOutcome;
	/** Two decimals; null while a component has no score. */
	readonly total: string | null;
	readonly category: Category | null;
}

const notUnderstood: Rescored = { outcome: 'notUnderstood', total: null, category: null };
const incomplete: Rescored = { outcome: 'incomplete', total: null, category: null };

/**
 * Scores kept examinations by one version of an instrument and one set of readings. The tables are prepared once, and
 * what a row says goes straight to its place: scoring 300,000 of them makes no request of each. What this version does
 * not know, or what it would now take for two forms of one figure, is never left out: such a row is not scored.
 * @param readings as `readingsFor` gives them
 */
export function rescorerOf(instrument: Instrument, readings: Readings): (kept: KeptTexts) => Rescored {
	const prepared = ready(instrument);
	const nothing = { instrument, figures: new Map(), answers: new Map(), readings: new Map(Object.entries(readings)) };
	const asked = filledFrom(prepared, nothing).readings;
	const figureAt = places(prepared.figures);
	const itemAt = places(prepared.items);
	const twoForms = formsApart(instrument, figureAt);

	return (kept) => {
		const figures = new Array<bigint | undefined>(prepared.figures.length);
		const answers = new Array<boolean | undefined>(prepared.items.length);
		if (!putFigures(kept.figures, figureAt, figures) || !putAnswers(kept.answers, itemAt, answers))
			return notUnderstood;
		if (twoForms.some((forms) => isGivenTwice(forms, figures))) return notUnderstood;
		const filled: Filled = { figures, answers, readings: asked };
		const { total, category } = scoreAlone(prepared, filled).score;
		return total === null ? incomplete : { outcome: 'scored', total: pointsText(total), category };
	};
}

const places = (codes: readonly string[]): ReadonlyMap<string, number> =>
	new Map(codes.map((code, place) => [code, place]));

function putFigures(text: string, at: ReadonlyMap<string, number>, to: (bigint | undefined)[]): boolean {
	const given = JSON.parse(text) as Record<string, string | Record<string, string>>;
	for (const name in given) {
		const value = given[name] as string | Record<string, string>;
		if (typeof value === 'string') {
			const place = at.get(name);
			if (place === undefined) return false;
			to[place] = BigInt(value);
		} else
			for (const line in value) {
				const place = at.get(`${name}.${line}`);
				if (place === undefined) return false;
				to[place] = BigInt(value[line] as string);
			}
	}
	return true;
}

function putAnswers(text: string, at: ReadonlyMap<string, number>, to: (boolean | undefined)[]): boolean {
	const given = JSON.parse(text) as Record<string, boolean>;
	for (const item in given) {
		const place = at.get(item);
		if (place === undefined) return false;
		to[place] = given[item];
	}
	return true;
}

/** Amounts that may be given in more than one form: the places of each form's figures. */
const formsApart = (instrument: Instrument, at: ReadonlyMap<string, number>): number[][][] =>
	componentsOf(instrument)
		.flatMap(amountsOf)
		.filter((forms) => forms.length > 1)
		.map((forms) => forms.map(({ terms }) => terms.flatMap(({ figure }) => at.get(figure) ?? [])));

const isGivenTwice = (forms: readonly (readonly number[])[], figures: readonly (bigint | undefined)[]): boolean =>
	forms.filter((form) => form.some((place) => figures[place] !== undefined)).length > 1;

/** Hundredths of a point as the record writes a total: 7250 is "72.50". */
const pointsText = (points: number): string => `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`;

import type { CauseCode } from '../code-list/names.ts';

/** 3 alone is enough to name a cause, 2 suffices to suggest it, 1 only supports. Ours: no regulation knows weights. */
export type Weight = 1 | 2 | 3;

/** What points to one disease, and what speaks against it. */
export interface Rule {
	readonly points: Readonly<Record<string, Weight>>;
	readonly against: Readonly<Record<string, Weight>>;
}

export type Rules = Readonly<Partial<Record<CauseCode, Rule>>>;

/** Signs in short: `'problemLoans 3'` becomes the sign and its weight; a sign without a number weighs 1. */
export function weights(...signs: readonly string[]): Readonly<Record<string, Weight>> {
	return Object.fromEntries(
		signs.map((sign) => {
			const [code = '', weight = '1'] = sign.split(' ');
			return [code, Number(weight) as Weight];
		})
	);
}

export const rule = (points: readonly string[], against: readonly string[] = []): Rule => ({
	points: weights(...points),
	against: weights(...against)
});

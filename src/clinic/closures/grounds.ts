import type { Facts } from '#clinic/diagnoses/facts.ts';
import { missedRun } from '#clinic/diagnoses/signs/meetings.ts';

/** One place in the law: a code of `regulations` and the article as it is cited. */
export interface Citation {
	readonly regulation: 'uu-25-1992' | 'pp-17-1994' | 'permenkop-9-2018';
	readonly article: string | null;
	/** `secondary`: read in a copy of the full text; `unverified`: known from others who cite it. */
	readonly certainty: 'secondary' | 'unverified';
}

const uu = (article: string): Citation => ({ regulation: 'uu-25-1992', article, certainty: 'secondary' });
const pp: Citation = { regulation: 'pp-17-1994', article: null, certainty: 'unverified' };
const permenkop: Citation = { regulation: 'permenkop-9-2018', article: null, certainty: 'unverified' };

/**
 * The grounds on which the government may dissolve a cooperative. The law names three (art. 47 (1) a-c); the rules below
 * it spell them out as these five, of which any one suffices. `needsJudgment`: proven by a final court judgment only.
 * `mayObject`: its members may object within two months (art. 47 (3)); not against a court's word.
 */
export const grounds = [
	{ code: 'lawNotMet', citations: [uu('47 (1) a'), pp], needsJudgment: false, mayObject: true },
	{ code: 'publicOrder', citations: [uu('47 (1) b'), pp], needsJudgment: true, mayObject: false },
	{ code: 'bankrupt', citations: [uu('47 (1) c'), pp], needsJudgment: true, mayObject: false },
	{ code: 'noMeetingThreeYears', citations: [uu('47 (1) a'), permenkop], needsJudgment: false, mayObject: true },
	{ code: 'noBusinessTwoYears', citations: [uu('47 (1) c'), pp], needsJudgment: false, mayObject: true }
] as const satisfies readonly {
	code: string;
	citations: readonly Citation[];
	needsJudgment: boolean;
	mayObject: boolean;
}[];
export type Ground = (typeof grounds)[number];
export type GroundCode = Ground['code'];
export const groundCodes = grounds.map(({ code }) => code) as unknown as readonly [GroundCode, ...GroundCode[]];

export function groundOf(code: string): Ground {
	const found = grounds.find((ground) => ground.code === code);
	if (!found) throw new RangeError(`no ground ${code}`);
	return found;
}

/** Book years that bear a ground out. */
export interface Support {
	readonly code: GroundCode;
	readonly bookYears: readonly number[];
}

/** Which grounds the record itself bears out, with the book years. The others need papers that the record does not hold. */
export function groundsSupported(facts: Facts): readonly Support[] {
	const { notHeld, notReported, unknown } = missedRun(facts);
	const withoutMeeting = notReported.length + unknown.length === 0 ? notHeld : [];
	const years = [...facts.figures].sort((a, b) => b.bookYear - a.bookYear).slice(0, 2);
	const idle = years.filter(({ turnoverRupiah }) => turnoverRupiah !== null && turnoverRupiah <= 0n);
	const inARow = idle.length === 2 && idle[0]!.bookYear === idle[1]!.bookYear + 1;
	return [
		...(withoutMeeting.length >= 3
			? [{ code: 'noMeetingThreeYears' as const, bookYears: [...withoutMeeting].reverse() }]
			: []),
		...(inARow
			? [{ code: 'noBusinessTwoYears' as const, bookYears: idle.map(({ bookYear }) => bookYear).reverse() }]
			: [])
	];
}

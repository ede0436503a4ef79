import { decimal, decimalText, floorDivide } from './ratio.ts';
import { fullScoreOf } from './full-score.ts';
import type { ExaminationResult } from './score.ts';

/** What of an examination its vital signs are drawn from. */
export interface ExaminedBefore {
	readonly bookYear: number;
	readonly result: ExaminationResult;
}

/** One aspect as a vital sign. Trends are made of examinations by the same instrument only. */
export interface Vital {
	readonly aspect: string;
	readonly weight: string | null;
	/** What the score is out of; null where the instrument adds nothing up. */
	readonly outOf: string | null;
	/** Points out of `outOf`; null where a component has no score. */
	readonly score: string | null;
	/** Percent of the full points, one decimal; null with the score. */
	readonly share: string | null;
	readonly level: VitalLevel | null;
	/** Points more or less than in the examination before, and its book year where that is another. */
	readonly change: { readonly points: string; readonly from: number | null } | null;
	/** Shares, oldest first, only for drawing; null breaks the line. */
	readonly line: readonly (number | null)[];
}

export type VitalLevel = 'good' | 'middling' | 'poor';

/** Percent of an aspect's full points: the edges of the best and the worst category, used for each aspect. Ours. */
const goodFrom = 80n;
const middlingFrom = 51n;

/** The vital signs of the newest examination. @param examinations newest first, of whatever instruments */
export function vitalsOf(examinations: readonly ExaminedBefore[]): Vital[] {
	const [newest, ...older] = examinations;
	if (!newest) return [];
	const comparable = older.filter(({ result }) => result.instrument === newest.result.instrument);
	return newest.result.aspects.map((aspect) => {
		const { code, weight, score } = aspect;
		const outOf = fullScoreOf(newest.result, aspect);
		const isScored = score !== null && outOf !== null;
		const earlier = comparable.map(({ bookYear, result }) => ({ bookYear, score: scoreOf(result, code) }));
		const before = earlier.find(hasScore);
		return {
			aspect: code,
			weight,
			score,
			outOf,
			share: isScored ? shareText(score, outOf) : null,
			level: isScored ? levelOf(score, outOf) : null,
			change: score === null || !before ? null : changeSince(before, { bookYear: newest.bookYear, score }),
			line: [score, ...earlier.map((one) => one.score)]
				.map((points) => (points === null || outOf === null ? null : Number(shareText(points, outOf))))
				.reverse()
		};
	});
}

interface Scored {
	readonly bookYear: number;
	readonly score: string;
}
const hasScore = (one: { readonly bookYear: number; readonly score: string | null }): one is Scored =>
	one.score !== null;

const changeSince = (before: Scored, now: Scored): Vital['change'] => ({
	points: decimalText(decimal(now.score, 2) - decimal(before.score, 2), 2),
	from: before.bookYear === now.bookYear ? null : before.bookYear
});

const scoreOf = ({ aspects }: ExaminationResult, aspect: string): string | null =>
	aspects.find(({ code }) => code === aspect)?.score ?? null;

/** One decimal, half up, from the exact ratio. */
function shareText(score: string, outOf: string): string {
	const full = decimal(outOf, 2);
	return decimalText(floorDivide(2000n * decimal(score, 2) + full, 2n * full), 1);
}

function levelOf(score: string, outOf: string): VitalLevel {
	const points = decimal(score, 2) * 100n;
	const full = decimal(outOf, 2);
	if (points >= full * goodFrom) return 'good';
	return points >= full * middlingFrom ? 'middling' : 'poor';
}

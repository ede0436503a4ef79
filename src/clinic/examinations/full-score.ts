import { findInstrument } from './catalogue.ts';
import { decimal, decimalText, floorDivide } from './ratio.ts';
import type { AspectResult, ExaminationResult } from './score.ts';

/**
 * What an aspect's score is out of: its weight where the instrument adds up points, 100 where it adds up credits. Null
 * where it adds nothing up.
 */
export function fullScoreOf(
	{ instrument, version }: Pick<ExaminationResult, 'instrument' | 'version'>,
	{ weight }: Pick<AspectResult, 'weight'>
): string | null {
	return weight !== null && findInstrument(instrument, version)?.adding === 'credits' ? '100' : weight;
}

/**
 * What an aspect adds to the total: its score where points add up; where credits do, its share of its weight, from the
 * credits themselves, so that a rounded score is not rounded a second time. Null where it adds nothing or has no score.
 */
export function addsToTotal(
	result: Pick<ExaminationResult, 'instrument' | 'version'>,
	aspect: Pick<AspectResult, 'weight' | 'score' | 'components'>
): string | null {
	const { weight, score, components } = aspect;
	if (weight === null || score === null) return null;
	if (fullScoreOf(result, aspect) === weight) return score;
	const credits = components.reduce(
		(sum, component) => sum + ('score' in component && component.score ? decimal(component.score, 2) : 0n),
		0n
	);
	const most = BigInt(components.length) * 400n;
	return decimalText(floorDivide(2n * decimal(weight, 2) * credits + most, 2n * most), 2);
}

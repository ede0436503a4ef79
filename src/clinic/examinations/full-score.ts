import { findInstrument } from './catalogue.ts';
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

import { m } from '#messages';
import { formatDecimal } from '#ui/numbers.ts';
import type { EdgedBand, Goal, Steps, Unit } from '../instrument.ts';
import type { ComponentResult } from '../score.ts';

/** '69.498' percent → '69,498%'. */
export function ratioWord(ratio: string, unit: Unit): string {
	const number = formatDecimal(ratio);
	if (unit === 'percent') return `${number}%`;
	return unit === 'times' ? `${number}×` : m.examinations_days({ days: number });
}

/** The edges of a band as a table prints them: 'lebih dari 40%, sampai 60%'. */
export function bandWord({ above, from, upTo, below }: EdgedBand, unit: Unit): string {
	const edge = (text: string) => ratioWord(text, unit);
	const low =
		above !== undefined
			? m.examinations_band_above({ edge: edge(above) })
			: from !== undefined
				? m.examinations_band_from({ edge: edge(from) })
				: null;
	const high =
		upTo !== undefined
			? m.examinations_band_up_to({ edge: edge(upTo) })
			: below !== undefined
				? m.examinations_band_below({ edge: edge(below) })
				: null;
	return [low, high].filter(Boolean).join(', ') || m.examinations_band_all();
}

/** A mark counted by points, as a sentence. */
export function stepsWord({ direction, from, adds, atMost }: Steps, unit: Unit): string {
	const words = { from: ratioWord(from, unit), adds, most: atMost };
	return direction === 'rising' ? m.examinations_steps_rising(words) : m.examinations_steps_falling(words);
}

/** '3,00 dari 6', or that there is no score. */
export function scoreWord(score: string | null | undefined, weight: string | null): string {
	return score === null || score === undefined || weight === null
		? m.examinations_not_scored()
		: m.examinations_points({ score: formatDecimal(score), weight: formatDecimal(weight) });
}

/** What a result says in a line: ratio and mark, or why there is none. */
export function resultWord(result: ComponentResult): string | null {
	switch (result.status) {
		case 'missing':
			return m.examinations_missing_count({ count: result.missing.length });
		case 'scored': {
			if (result.ratio === undefined || result.unit === undefined) return null;
			const ratio = ratioWord(result.ratio, result.unit);
			if ('met' in result) return `${ratio} · ${metWord(result.met)}`;
			return result.mark === undefined
				? null
				: m.examinations_ratio_and_mark({ ratio, mark: formatDecimal(result.mark) });
		}
		case 'unconfirmed':
			return result.ratio === undefined || result.unit === undefined
				? m.examinations_unconfirmed()
				: `${ratioWord(result.ratio, result.unit)} · ${m.examinations_unconfirmed()}`;
		case 'zero-denominator':
			return m.examinations_zero_denominator();
		case 'negative-denominator':
			return m.examinations_negative_denominator();
	}
}

export const metWord = (met: boolean): string => (met ? m.examinations_goal_met() : m.examinations_goal_not_met());

/** A goal as a sentence: 'mulai 70%, sampai 80%'. */
export const goalWord = ({ from, upTo, below }: Omit<Goal, 'kind'>, unit: Unit): string =>
	m.examinations_goal({
		goal: bandWord(
			{
				mark: 1,
				...(from === undefined ? {} : { from }),
				...(upTo === undefined ? {} : { upTo }),
				...(below === undefined ? {} : { below })
			},
			unit
		)
	});

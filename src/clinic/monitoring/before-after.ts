import type { Unit } from '#clinic/examinations/instrument.ts';
import { decimal } from '#clinic/examinations/ratio.ts';
import type { ComponentResult, ExaminationResult } from '#clinic/examinations/score.ts';

/** What of an examination is laid beside another. */
export interface Comparable {
	readonly id: string;
	readonly at: Date;
	readonly bookYear: number;
	readonly instrument: string;
	readonly version: string;
	readonly total: string | null;
	readonly category: string | null;
	readonly result: ExaminationResult;
}

export type Change = 'better' | 'worse' | 'same' | 'unknown';

/** One indicator, before and after. */
export interface Compared {
	readonly aspect: string;
	readonly code: string;
	readonly unit: Unit | null;
	readonly before: string | null;
	readonly after: string | null;
	readonly change: Change;
}

/** Measured with the same instrument in the same version: only then two examinations are laid side by side. */
export const areComparable = (one: Comparable, other: Comparable): boolean =>
	one.instrument === other.instrument && one.version === other.version;

/**
 * The pair that tells whether the treatment worked: the last examination up to its beginning, and the newest after it by
 * the same instrument. Null where there is none: then nothing is compared, rather than apples with pears.
 * @param examinations newest first
 */
export function beforeAndAfter<One extends Comparable>(
	examinations: readonly One[],
	begunAt: Date
): { readonly before: One; readonly after: One } | null {
	const later = examinations.filter(({ at }) => at > begunAt);
	for (const before of examinations.filter(({ at }) => at <= begunAt)) {
		const after = later.find((one) => areComparable(one, before));
		if (after) return { before, after };
	}
	return null;
}

/** The same indicators side by side, in the order of the instrument. @throws RangeError across instruments */
export function compare(before: Comparable, after: Comparable): Compared[] {
	if (!areComparable(before, after)) throw new RangeError('indicators of two instruments are not compared');
	return after.result.aspects.flatMap((aspect) =>
		aspect.components.map((now) => {
			const was = before.result.aspects
				.find(({ code }) => code === aspect.code)
				?.components.find(({ code }) => code === now.code);
			const [is, had] = [measured(now), was ? measured(was) : none];
			// Another way of measuring is not the same indicator.
			const isSame = is.unit === had.unit || had.value === null || is.value === null;
			return {
				aspect: aspect.code,
				code: now.code,
				unit: is.unit ?? had.unit,
				before: isSame ? had.value : null,
				after: is.value,
				change: was && isSame ? changeOf(was, now) : 'unknown'
			};
		})
	);
}

const none = { value: null, unit: null };

function measured(component: ComponentResult): { value: string | null; unit: Unit | null } {
	if ('ratio' in component && component.ratio !== undefined)
		return { value: component.ratio, unit: component.unit ?? null };
	return { value: scoreOf(component), unit: null };
}

const scoreOf = (component: ComponentResult): string | null =>
	component.status === 'scored' && 'score' in component ? (component.score ?? null) : null;

/** Better or worse is what the instrument says by its score, or by its goal: a ratio alone tells no direction. */
function changeOf(was: ComponentResult, is: ComponentResult): Change {
	const [before, after] = [scoreOf(was), scoreOf(is)];
	if (before !== null && after !== null) {
		const change = decimal(after, 2) - decimal(before, 2);
		return change > 0n ? 'better' : change < 0n ? 'worse' : 'same';
	}
	if ('met' in was && 'met' in is && was.met !== undefined && is.met !== undefined)
		return was.met === is.met ? 'same' : is.met ? 'better' : 'worse';
	return 'unknown';
}

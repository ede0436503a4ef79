import { foldArea } from '#clinic/offices/areas.ts';

export type AreaChoice = { code: string; name: string };
export type AreaMatch = { code: string; name: string; how: 'same' | 'spelling' };

/**
 * The area that a text means among the areas it can be: by its name, else by the one name that is a slip away
 * ("Tanah sereal" for Tanah Sareal). Two names equally near are no match: a person chooses.
 */
export function matchArea(text: string, areas: readonly AreaChoice[]): AreaMatch | null {
	const wanted = foldArea(text);
	if (wanted === '') return null;
	const same = areas.filter((area) => foldArea(area.name) === wanted);
	if (same.length > 0) return same.length === 1 ? { ...same[0]!, how: 'same' } : null;
	const allowed = wanted.length >= 8 ? 2 : wanted.length >= 5 ? 1 : 0;
	const near = areas
		.map((area) => ({ area, slips: slipsBetween(wanted, foldArea(area.name), allowed) }))
		.filter(({ slips }) => slips <= allowed)
		.sort((a, b) => a.slips - b.slips);
	const [first, second] = near;
	if (!first || (second && second.slips === first.slips)) return null;
	return { ...first.area, how: 'spelling' };
}

/** Letters to add, drop, change or swap to come from one text to the other; more than `atMost` is told as `atMost + 1`. */
export function slipsBetween(a: string, b: string, atMost: number): number {
	if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			let best = Math.min(last[j]! + 1, row[j - 1]! + 1, change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				best = Math.min(best, beforeLast[j - 2]! + 1);
			row.push(best);
		}
		beforeLast = last;
		last = row;
	}
	return Math.min(last[b.length]!, atMost + 1);
}

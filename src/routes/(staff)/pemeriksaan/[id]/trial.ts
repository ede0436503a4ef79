import type { Trial } from '#clinic/examinations/lift/try.ts';

/** Figures to try, which without script come by the address; null where none do. */
export function trialIn(query: URLSearchParams): Trial | null {
	const figures = [...query].flatMap(([name, text]) => (name.startsWith('coba.') ? [[name.slice(5), text]] : []));
	const yes = query.getAll('ya');
	return figures.length === 0 && yes.length === 0 ? null : { figures: Object.fromEntries(figures), yes };
}

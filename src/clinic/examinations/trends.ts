import type { Unit } from './instrument.ts';
import type { ExaminedBefore } from './vitals.ts';

/** One indicator over the examinations of a cooperative by the same instrument, oldest first. */
export interface Trend {
	/** Null: points, as a checklist has no ratio. */
	readonly unit: Unit | null;
	/** Null where there was nothing to measure then. */
	readonly points: readonly { readonly bookYear: number; readonly value: string | null }[];
}

/** By `aspect.component`; only where there is something before to compare with. @param examinations newest first */
export function trendsOf(examinations: readonly ExaminedBefore[]): ReadonlyMap<string, Trend> {
	const [newest, ...older] = examinations;
	const trends = new Map<string, Trend>();
	if (!newest) return trends;
	const comparable = [
		newest,
		...older.filter(({ result }) => result.instrument === newest.result.instrument)
	].reverse();
	for (const aspect of newest.result.aspects)
		for (const component of aspect.components) {
			const points = comparable.map(({ bookYear, result }) => ({
				bookYear,
				...measured(result, aspect.code, component.code)
			}));
			const known = points.filter(({ value }) => value !== null);
			const unit = known.at(-1)?.unit ?? null;
			if (known.length < 2) continue;
			trends.set(`${aspect.code}.${component.code}`, {
				unit,
				// Another way of measuring must not stand in the same line.
				points: points.map((one) => ({ bookYear: one.bookYear, value: one.unit === unit ? one.value : null }))
			});
		}
	return trends;
}

function measured({ aspects }: ExaminedBefore['result'], aspect: string, code: string) {
	const found = aspects.find((one) => one.code === aspect)?.components.find((one) => one.code === code);
	if (found && 'ratio' in found && found.ratio !== undefined) return { unit: found.unit ?? null, value: found.ratio };
	const score = found && found.status === 'scored' && 'score' in found ? found.score : null;
	return { unit: null, value: score };
}

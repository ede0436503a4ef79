import type { ExaminationResult } from './score.ts';

/** Of a benchmark: how many goals are met, how many could be judged, and how many there are. */
export interface Goals {
	readonly met: number;
	readonly judged: number;
	readonly all: number;
}

/** What a result without a total comes to: its goals (`pearls`). Null where its components earn scores. */
export function goalsOf({ aspects }: ExaminationResult): Goals | null {
	const components = aspects.flatMap((aspect) => aspect.components);
	const judged = components.flatMap((component) => ('met' in component ? [component.met] : []));
	if (judged.length === 0) return null;
	return { met: judged.filter(Boolean).length, judged: judged.length, all: components.length };
}

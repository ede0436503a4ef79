import type { ExaminationResult } from './score.ts';

/** How two examinations of the same sheet stand to each other. */
export interface OpinionsCompared {
	readonly total: readonly [first: string | null, second: string | null];
	/** Second less first, with its sign; null where one of them has no total. */
	readonly apart: string | null;
	readonly category: readonly [first: ExaminationResult['category'], second: ExaminationResult['category']];
	readonly rows: readonly {
		readonly aspect: string;
		readonly component: string;
		readonly first: string | null;
		readonly second: string | null;
		readonly isSame: boolean;
	}[];
}

/** Compares what two officers came to, component by component. Both results are of the same instrument and version. */
export function compareOpinions(first: ExaminationResult, second: ExaminationResult): OpinionsCompared {
	const others = new Map(
		second.aspects.flatMap(({ code, components }) =>
			components.map((component) => [`${code}.${component.code}`, scoreOf(component)] as const)
		)
	);
	return {
		total: [first.total, second.total],
		apart: first.total === null || second.total === null ? null : less(second.total, first.total),
		category: [first.category, second.category],
		rows: first.aspects.flatMap(({ code: aspect, components }) =>
			components.map((component) => {
				const [own, other] = [scoreOf(component), others.get(`${aspect}.${component.code}`) ?? null];
				return { aspect, component: component.code, first: own, second: other, isSame: own === other };
			})
		)
	};
}

/** The score, else the ratio of what has no score; null where something is missing. */
function scoreOf(component: object): string | null {
	const { score, ratio } = component as { score?: string; ratio?: string };
	return score ?? ratio ?? null;
}

/** a − b, exactly: both are decimal texts. */
function less(a: string, b: string): string {
	const places = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
	const scaled = (text: string) => {
		const [whole = '', part = ''] = text.split('.');
		return BigInt(`${whole}${part.padEnd(places, '0')}`);
	};
	const apart = scaled(a) - scaled(b);
	const digits = String(apart < 0n ? -apart : apart).padStart(places + 1, '0');
	const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	return apart < 0n ? `-${text}` : text;
}

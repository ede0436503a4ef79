import { conditions, type Condition } from '#clinic/cooperatives/condition.ts';
import type { Kind } from '#clinic/cooperatives/kinds.ts';
import { extentOf, type Boundary, type Position } from '#clinic/offices/boundary-lines.ts';
import { areaPath, middleOf, positionsOf, sheetFor } from '#clinic/offices/map-drawing.ts';

/** The states of the look, from what presses least to what presses most; a group of cooperatives looks as its worst. */
export const marks = ['unknown', ...conditions] as const;
export type Mark = (typeof marks)[number];

/** A cooperative as the map shows it. */
export interface Spot {
	readonly id: string;
	readonly name: string;
	readonly kind: Kind | null;
	readonly districtCode: string | null;
	readonly district: string | null;
	/** WGS 84; null where nobody has noted a point. */
	readonly position: Position | null;
	readonly condition: Condition | null;
	/** Code of the main cause in its open case; null where there is none, or the reader may not see cases. */
	readonly cause: string | null;
}
export type Placed = Spot & { readonly position: Position };

export interface SpreadWanted {
	readonly mark: Mark | null;
	readonly kind: Kind | 'unknown' | null;
	/** Code of a district. */
	readonly district: string | null;
	/** Code of a cause. */
	readonly cause: string | null;
}

export const markOf = ({ condition }: Pick<Spot, 'condition'>): Mark => condition ?? 'unknown';

export const isWanted = (spot: Spot, { mark, kind, district, cause }: SpreadWanted): boolean =>
	(mark === null || markOf(spot) === mark) &&
	(kind === null || (spot.kind ?? 'unknown') === kind) &&
	(district === null || spot.districtCode === district) &&
	(cause === null || spot.cause === cause);

export const isPlaced = (spot: Spot): spot is Placed => spot.position !== null;

export interface SpreadCounts {
	readonly total: number;
	readonly placed: number;
	readonly unplaced: number;
	/** Of those on the map. */
	readonly byMark: Readonly<Record<Mark, number>>;
}

/** How many are on the map and how many cannot be: nobody is left out of the sum. */
export function countsOf(spots: readonly Spot[]): SpreadCounts {
	const byMark: Record<Mark, number> = { unknown: 0, healthy: 0, cold: 0, sick: 0, dormant: 0 };
	const placed = spots.filter(isPlaced);
	for (const spot of placed) byMark[markOf(spot)] += 1;
	return { total: spots.length, placed: placed.length, unplaced: spots.length - placed.length, byMark };
}

const words = new Intl.Collator('id');

/** By district, those without one last; within it by name. */
export const byDistrict = (spots: readonly Spot[]): readonly Spot[] =>
	spots.toSorted(
		(a, b) =>
			Number(a.district === null) - Number(b.district === null) ||
			words.compare(a.district ?? '', b.district ?? '') ||
			words.compare(a.name, b.name)
	);

/** A name on the map and where it stands. */
export type Label = readonly [name: string, longitude: number, latitude: number];

/**
 * Names for finding one's way: of the areas where the office has given any; otherwise of the districts, each amid its
 * own points, for nothing more exact is known.
 */
export function labelsOf(boundaries: readonly Boundary[], placed: readonly Placed[]): Label[] {
	if (boundaries.length > 0)
		return boundaries.flatMap((boundary) =>
			boundary.name === null ? [] : [[boundary.name, ...middleOf(boundary)] as const]
		);
	const groups = Map.groupBy(placed, ({ district }) => district);
	return [...groups].flatMap(([name, group]) => (name === null ? [] : [[name, ...meanOf(group)] as const]));
}

const meanOf = (group: readonly Placed[]): Position => {
	const sum = (axis: 0 | 1) => group.reduce((total, { position }) => total + position[axis], 0) / group.length;
	return [sum(0), sum(1)];
};

/** A map as plain lines, for paper and for browsers without script. */
export interface Drawn {
	readonly width: number;
	readonly height: number;
	readonly areas: readonly { readonly name: string | null; readonly d: string }[];
	readonly labels: readonly { readonly name: string; readonly x: number; readonly y: number }[];
	/** Where marks stand, `[x, y]`; those that would cover each other wholly are one. */
	readonly marks: Readonly<Record<Mark, readonly (readonly [number, number])[]>>;
}

/** @returns null where there is nothing to draw */
export function drawnMap(boundaries: readonly Boundary[], placed: readonly Placed[]): Drawn | null {
	if (boundaries.length === 0 && placed.length === 0) return null;
	const points = placed.map(({ position }) => position);
	// Points decide what is shown: one district of ten chosen fills the sheet. Without points the areas do.
	const sheet = sheetFor(extentOf(points.length > 0 ? points : positionsOf(boundaries)));
	const drawn: Record<Mark, Map<string, readonly [number, number]>> = {
		unknown: new Map(),
		healthy: new Map(),
		cold: new Map(),
		sick: new Map(),
		dormant: new Map()
	};
	for (const spot of placed) {
		const at = sheet.at(spot.position);
		drawn[markOf(spot)].set(at.join(' '), at);
	}
	const inside = (x: number, y: number) => x >= 0 && y >= 0 && x <= sheet.width && y <= sheet.height;
	return {
		width: sheet.width,
		height: sheet.height,
		areas: boundaries
			.map((boundary) => ({ name: boundary.name, d: areaPath(boundary, sheet) }))
			.filter(({ d }) => d !== ''),
		labels: labelsOf(boundaries, placed).flatMap(([name, ...position]) => {
			const [x, y] = sheet.at(position);
			return inside(x, y) ? [{ name, x, y }] : [];
		}),
		marks: {
			unknown: [...drawn.unknown.values()],
			healthy: [...drawn.healthy.values()],
			cold: [...drawn.cold.values()],
			sick: [...drawn.sick.values()],
			dormant: [...drawn.dormant.values()]
		}
	};
}

/** What the moving map asks for, as short as 20,000 of them need: id, name, longitude, latitude, place in `marks`, cause. */
export type SentSpot = readonly [
	id: string,
	name: string,
	longitude: number,
	latitude: number,
	mark: number,
	cause: string | null
];
export interface SentMap {
	readonly spots: readonly SentSpot[];
	readonly areas: readonly Boundary[];
	readonly labels: readonly Label[];
}

export const sentMap = (areas: readonly Boundary[], placed: readonly Placed[]): SentMap => ({
	spots: placed.map((spot) => [spot.id, spot.name, ...spot.position, marks.indexOf(markOf(spot)), spot.cause]),
	areas,
	labels: labelsOf(areas, placed)
});

import { extentOf, type Boundary, type Extent, type Position, type Ring } from './boundary-lines.ts';

/** A plain drawing of a piece of the earth: where a position falls on it, in whole steps from its upper left corner. */
export interface Sheet {
	readonly width: number;
	readonly height: number;
	readonly at: (position: Position) => readonly [x: number, y: number];
}

/** Steps of the longer side, margin, and the least that is shown: about 2 km, for a lone point has no width of its own. */
const size = { width: 1000, height: 720, margin: 40, leastDegrees: 0.02 } as const;

/**
 * A sheet on which all of this fits. Degrees of longitude are drawn narrower by the cosine of the latitude in the middle:
 * over a regency that is true to a fraction of a per cent.
 */
export function sheetFor([west, south, east, north]: Extent): Sheet {
	const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const [wide, high] = [Math.max(east - west, size.leastDegrees) * narrow, Math.max(north - south, size.leastDegrees)];
	const inner = { width: size.width - 2 * size.margin, height: size.height - 2 * size.margin };
	const scale = Math.min(inner.width / wide, inner.height / high);
	const middle = [(west + east) / 2, (south + north) / 2] as const;
	const height = Math.round(Math.max(high * scale + 2 * size.margin, size.width / 3));
	return {
		width: size.width,
		height,
		at: ([longitude, latitude]) => [
			Math.round(size.width / 2 + (longitude - middle[0]) * narrow * scale),
			Math.round(height / 2 - (latitude - middle[1]) * scale)
		]
	};
}

/** The `d` of an SVG path that draws an area; holes are left out by the rule `evenodd`. '' where it is smaller than a step. */
export const areaPath = ({ polygons }: Boundary, sheet: Sheet): string =>
	polygons
		.flat()
		.map((ring) => ringPath(ring, sheet))
		.join('');

function ringPath(ring: Ring, sheet: Sheet): string {
	const steps: string[] = [];
	for (const position of ring) {
		const step = sheet.at(position).join(' ');
		if (step !== steps.at(-1)) steps.push(step);
	}
	if (steps[0] === steps.at(-1)) steps.pop();
	return steps.length < 3 ? '' : `M${steps.join('L')}Z`;
}

/** All positions of these areas. */
export function* positionsOf(boundaries: readonly Boundary[]): Generator<Position> {
	for (const { polygons } of boundaries) for (const polygon of polygons) for (const ring of polygon) yield* ring;
}

/** Where an area's name stands: in the middle of the box around its largest polygon. */
export function middleOf({ polygons }: Boundary): Position {
	const boxes = polygons.map(([outer]) => extentOf(outer ?? []));
	const area = ([west, south, east, north]: Extent) => (east - west) * (north - south);
	const [west, south, east, north] = boxes.reduce((largest, box) => (area(box) > area(largest) ? box : largest));
	return [(west + east) / 2, (south + north) / 2];
}

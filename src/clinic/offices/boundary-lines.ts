/** Longitude and latitude in degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];
/** A closed line: its last position is its first. */
export type Ring = readonly Position[];

/** One area of an office's map: a district, a village. */
export interface Boundary {
	/** Null: the file gave it no name. */
	readonly name: string | null;
	/** Each polygon is its outer ring and then its holes, as in GeoJSON. */
	readonly polygons: readonly (readonly Ring[])[];
}

/** Whether a ring is one: four positions or more, the last of which is the first. */
export function isClosed(ring: readonly Position[]): boolean {
	const [first, last] = [ring[0], ring.at(-1)];
	return ring.length >= 4 && first !== undefined && first[0] === last?.[0] && first[1] === last[1];
}

/** About 5 m at the equator: finer than any boundary is known, and than any screen shows it. */
const finest = 0.00005;

/**
 * The same areas with no more positions than asked, as far as that goes: lines lose what deviates least, first 5 metres,
 * then four times that, and so on. Every area stays, islands smaller than the deviation go.
 * @param most positions over all areas
 */
export function thin(boundaries: readonly Boundary[], most: number): readonly Boundary[] {
	let thinned = boundaries;
	for (let tolerance = finest; positionsIn(thinned) > most && tolerance < 1; tolerance *= 4)
		thinned = boundaries.map((boundary) => thinnedBoundary(boundary, tolerance));
	return thinned;
}

export const positionsIn = (boundaries: readonly Boundary[]) =>
	boundaries.reduce((sum, { polygons }) => sum + polygons.flat().reduce((all, ring) => all + ring.length, 0), 0);

function thinnedBoundary({ name, polygons }: Boundary, tolerance: number): Boundary {
	const kept = polygons.flatMap((polygon) => {
		const rings = polygon.map((ring) => thinnedRing(ring, tolerance));
		return rings[0] && rings[0].length >= 4 ? [rings.filter(({ length }) => length >= 4)] : [];
	});
	// An area smaller than the deviation is still an area: its largest outline as a box of its own.
	return { name, polygons: kept.length > 0 ? kept : [[outlineOf(polygons.map(([outer]) => outer ?? []))]] };
}

/** The box around the largest of these rings. */
function outlineOf(rings: readonly Ring[]): Ring {
	const boxes = rings.map((ring) => extentOf(ring));
	const [west, south, east, north] = boxes.reduce((best, box) => (sizeOf(box) > sizeOf(best) ? box : best));
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
}

/** West, south, east, north. */
export type Extent = readonly [west: number, south: number, east: number, north: number];
const sizeOf = ([west, south, east, north]: Extent) => (east - west) * (north - south);

/** The box around positions. A loop: a call with a hundred thousand arguments is refused by the engine. */
export function extentOf(positions: Iterable<Position>): Extent {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of positions) {
		if (x < west) west = x;
		if (x > east) east = x;
		if (y < south) south = y;
		if (y > north) north = y;
	}
	return [west, south, east, north];
}

/** Pieces of a ring that are thinned each by itself, so that no line, however jagged, takes more than a moment. */
const piece = 100;

/** Douglas and Peucker's way: a position stays where the line without it would run further off than the tolerance. */
export function thinnedRing(ring: Ring, tolerance: number): Ring {
	const keep = new Uint8Array(ring.length);
	for (let from = 0; from < ring.length - 1; from += piece)
		mark(ring, from, Math.min(from + piece, ring.length - 1), tolerance, keep);
	return ring.filter((_, at) => keep[at] === 1);
}

function mark(ring: Ring, from: number, to: number, tolerance: number, keep: Uint8Array): void {
	keep[from] = 1;
	keep[to] = 1;
	// Its own stack: a hostile line would exhaust the engine's.
	const open: [number, number][] = [[from, to]];
	for (let span = open.pop(); span; span = open.pop()) {
		const [begin, end] = span;
		let furthest = tolerance * tolerance;
		let at = -1;
		for (let i = begin + 1; i < end; i += 1) {
			const off = squaredDistance(ring[i]!, ring[begin]!, ring[end]!);
			if (off > furthest) [furthest, at] = [off, i];
		}
		if (at < 0) continue;
		keep[at] = 1;
		open.push([begin, at], [at, end]);
	}
}

/** From a position to a stretch of line, in square degrees. */
function squaredDistance([x, y]: Position, [fromX, fromY]: Position, [toX, toY]: Position): number {
	const [dx, dy] = [toX - fromX, toY - fromY];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
	return (x - fromX - along * dx) ** 2 + (y - fromY - along * dy) ** 2;
}

import { Refusal } from '#platform/refusal.ts';
import { isClosed, positionsIn, thin, type Boundary, type Position, type Ring } from './boundary-lines.ts';

/** What was taken from a file. */
export interface BoundariesRead {
	readonly boundaries: readonly Boundary[];
	/** Shapes that are no areas, and so were left out. */
	readonly leftOut: number;
	/** Positions in the file, and those kept after thinning. */
	readonly positions: { readonly read: number; readonly kept: number };
}

/** A generous box around Indonesia in degrees. */
const box = { longitude: [94, 142], latitude: [-12, 7] } as const;
const within = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;

export const mostBoundaries = 2_000;
/** What a page can draw without making a phone wait. */
export const mostPositions = 20_000;

/** Properties in which programs and the national mapping agency write an area's name, the best first. */
const nameKeys = ['name', 'nama', 'namobj', 'wadmkd', 'wadmkc', 'wadmkk', 'kelurahan', 'desa', 'kecamatan'];
const longestName = 80;

/**
 * Reads areas out of a GeoJSON file (RFC 7946): Polygon and MultiPolygon, alone or as features. Of the properties only a
 * name is kept. Nothing is mended: a line that is not closed or lies outside Indonesia refuses the whole file and says
 * which shape it is.
 * @throws Refusal offices.boundaries…
 */
export function readBoundaries(bytes: Uint8Array): BoundariesRead {
	const features = featuresIn(parsed(bytes));
	if (features.length > mostBoundaries) throw new Refusal('offices.boundariesTooMany', { limit: mostBoundaries });
	const boundaries: Boundary[] = [];
	let leftOut = 0;
	for (const [at, feature] of features.entries()) {
		const boundary = boundaryOf(feature, at + 1);
		if (boundary) boundaries.push(boundary);
		else leftOut += 1;
	}
	if (boundaries.length === 0) throw new Refusal('offices.boundariesNoAreas');
	const thinned = thin(boundaries, mostPositions);
	return { boundaries: thinned, leftOut, positions: { read: positionsIn(boundaries), kept: positionsIn(thinned) } };
}

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(bytes: Uint8Array): unknown {
	try {
		// A byte order mark is dropped by the decoder.
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw new Refusal('offices.boundariesNotJson');
	}
}

const geometries = new Set([
	'Point',
	'MultiPoint',
	'LineString',
	'MultiLineString',
	'Polygon',
	'MultiPolygon',
	'GeometryCollection'
]);

function featuresIn(whole: unknown): readonly unknown[] {
	if (!isMembers(whole)) throw new Refusal('offices.boundariesNotGeoJson');
	refuseOtherGrid(whole['crs']);
	if (whole['type'] === 'FeatureCollection' && Array.isArray(whole['features'])) return whole['features'];
	if (whole['type'] === 'Feature') return [whole];
	if (geometries.has(String(whole['type']))) return [{ type: 'Feature', geometry: whole, properties: null }];
	throw new Refusal('offices.boundariesNotGeoJson');
}

/** Files from before RFC 7946 may name another grid than WGS 84. */
function refuseOtherGrid(crs: unknown): void {
	if (crs === undefined || crs === null) return;
	const properties = isMembers(crs) ? crs['properties'] : null;
	const name = isMembers(properties) ? properties['name'] : null;
	if (typeof name !== 'string' || !/(CRS84|EPSG:{1,2}4326)$/i.test(name))
		throw new Refusal('offices.boundariesOtherGrid');
}

/** @returns null where the shape is no area */
function boundaryOf(feature: unknown, number: number): Boundary | null {
	if (!isMembers(feature) || feature['type'] !== 'Feature') throw new Refusal('offices.boundariesNotGeoJson');
	const name = nameOf(feature['properties']);
	const shape = name === null ? `${number}` : `${number} (${name})`;
	const { geometry } = feature;
	if (geometry === null || geometry === undefined) return null;
	if (!isMembers(geometry) || !geometries.has(String(geometry['type'])))
		throw new Refusal('offices.boundariesBroken', { shape });
	const { type, coordinates } = geometry;
	if (type !== 'Polygon' && type !== 'MultiPolygon') return null;
	const polygons = listIn(type === 'Polygon' ? [coordinates] : coordinates, shape);
	return { name, polygons: polygons.map((polygon) => listIn(polygon, shape).map((ring) => ringOf(ring, shape))) };
}

function listIn(value: unknown, shape: string): readonly unknown[] {
	if (!Array.isArray(value) || value.length === 0) throw new Refusal('offices.boundariesBroken', { shape });
	return value;
}

function ringOf(value: unknown, shape: string): Ring {
	const ring = listIn(value, shape).map((position) => positionOf(position, shape));
	if (!isClosed(ring)) throw new Refusal('offices.boundariesBroken', { shape });
	return ring;
}

function positionOf(value: unknown, shape: string): Position {
	if (!Array.isArray(value) || value.length < 2) throw new Refusal('offices.boundariesBroken', { shape });
	const [longitude, latitude] = value as unknown[];
	if (!Number.isFinite(longitude) || !Number.isFinite(latitude))
		throw new Refusal('offices.boundariesBroken', { shape });
	const [x, y] = [longitude as number, latitude as number];
	if (within(x, box.longitude) && within(y, box.latitude)) return [x, y];
	// Metres of a projected grid, not degrees.
	if (Math.abs(x) > 360 || Math.abs(y) > 360) throw new Refusal('offices.boundariesOtherGrid');
	if (within(y, box.longitude) && within(x, box.latitude)) throw new Refusal('offices.boundariesSwapped', { shape });
	throw new Refusal('offices.boundariesOutside', { shape });
}

function nameOf(properties: unknown): string | null {
	if (!isMembers(properties)) return null;
	const named = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
	for (const key of nameKeys) {
		const value = named.get(key);
		const name = typeof value === 'string' ? tidied(value) : '';
		if (name !== '') return name;
	}
	return null;
}

const tidied = (text: string): string =>
	[
		...text
			.normalize('NFC')
			.replace(/[\p{C}\s]+/gu, ' ')
			.trim()
	]
		.slice(0, longestName)
		.join('')
		.trim();

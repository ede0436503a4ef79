import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostBoundaries, mostPositions, readBoundaries } from '#clinic/offices/boundaries.ts';
import { isClosed, positionsIn, thin, thinnedRing, type Boundary, type Ring } from '#clinic/offices/boundary-lines.ts';

const square = (west = 110.9, south = -7.5, size = 0.1): Ring => [
	[west, south],
	[west + size, south],
	[west + size, south + size],
	[west, south + size],
	[west, south]
];
const feature = (coordinates: unknown, properties: unknown = null, type = 'Polygon') => ({
	type: 'Feature',
	properties,
	geometry: { type, coordinates }
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const bytes = (text: string) => new TextEncoder().encode(text);
const readText = (text: string) => readBoundaries(bytes(text));
const readValue = (value: unknown) => readText(JSON.stringify(value));

describe('a GeoJSON file of areas', () => {
	it('gives its polygons, and of the properties a name alone', () => {
		const gemolong = feature([square()], { NAMOBJ: ' Kecamatan\u0000  Gemolong ', LUAS: 12, PENGAWAS: 'Pak Budi' });
		const islands = feature([[square(111)], [square(112)]], { nama: 'Pulau' }, 'MultiPolygon');
		const { boundaries, leftOut, positions } = readValue(collection(gemolong, islands));
		expect(boundaries).toEqual([
			{ name: 'Kecamatan Gemolong', polygons: [[square()]] },
			{ name: 'Pulau', polygons: [[square(111)], [square(112)]] }
		]);
		expect({ leftOut, positions }).toEqual({ leftOut: 0, positions: { read: 15, kept: 15 } });
	});

	it('may be one feature or one geometry, with a byte order mark, heights and holes', () => {
		const hole = square(110.92, -7.48, 0.02);
		expect(readValue(feature([square(), hole])).boundaries[0]!.polygons).toEqual([[square(), hole]]);
		const high = square().map(([x, y]) => [x, y, 84.5]);
		expect(readValue({ type: 'Polygon', coordinates: [high] }).boundaries).toEqual([
			{ name: null, polygons: [[square()]] }
		]);
		expect(readText(`\ufeff${JSON.stringify(feature([square()]))}`).boundaries).toHaveLength(1);
	});

	it('counts what is no area and leaves it out', () => {
		const point = feature([110.9, -7.4], null, 'Point');
		const nothing = { type: 'Feature', properties: null, geometry: null };
		expect(readValue(collection(point, feature([square()]), nothing)).leftOut).toBe(2);
	});

	it.each([
		['the standard grid by either name', 'urn:ogc:def:crs:OGC:1.3:CRS84'],
		['', 'EPSG:4326'],
		['', 'urn:ogc:def:crs:EPSG::4326']
	])('knows %s %s', (_, name) => {
		const whole = { ...collection(feature([square()])), crs: { type: 'name', properties: { name } } };
		expect(readValue(whole).boundaries).toHaveLength(1);
	});

	it.each([
		['a name of 80 signs', 'x'.repeat(90), 'x'.repeat(80)],
		['no name that is no text', { a: 1 }, null],
		['no empty name', '  \t ', null]
	])('keeps %s', (_, nama, kept) => {
		expect(readValue(feature([square()], { nama })).boundaries[0]!.name).toBe(kept);
	});
});

describe('what is refused', () => {
	const broken = 'offices.boundariesBroken';
	const open = square().slice(0, -1);
	const nan = `{"type":"Polygon","coordinates":[[[NaN,-7],[111,-7],[111,-8],[NaN,-7]]]}`;
	const rows: readonly (readonly [what: string, text: string, code: string])[] = [
		['nothing', '', 'offices.boundariesNotJson'],
		['a zipped shapefile', 'PK\u0003\u0004', 'offices.boundariesNotJson'],
		['a KML', '<kml><Polygon/></kml>', 'offices.boundariesNotJson'],
		['NaN, which is no JSON', nan, 'offices.boundariesNotJson'],
		['a text', '"Polygon"', 'offices.boundariesNotGeoJson'],
		['null', 'null', 'offices.boundariesNotGeoJson'],
		['a list', '[[[110,-7]]]', 'offices.boundariesNotGeoJson'],
		['another JSON', '{"type":"Topology","objects":{}}', 'offices.boundariesNotGeoJson'],
		[
			'features that are no list',
			'{"type":"FeatureCollection","features":{"length":1}}',
			'offices.boundariesNotGeoJson'
		],
		['a feature that is none', JSON.stringify(collection('x')), 'offices.boundariesNotGeoJson'],
		['no features', JSON.stringify(collection()), 'offices.boundariesNoAreas'],
		['only points', JSON.stringify(feature([110, -7], null, 'Point')), 'offices.boundariesNoAreas'],
		['a geometry of no known type', JSON.stringify(feature([], null, 'Circle')), broken],
		['a geometry that is a text', '{"type":"Feature","geometry":"Polygon"}', broken],
		['no coordinates', JSON.stringify(feature(undefined)), broken],
		['coordinates as text', JSON.stringify(feature('110,-7')), broken],
		['numbers as text', JSON.stringify(feature([square().map(([x, y]) => [String(x), String(y)])])), broken],
		['no rings', JSON.stringify(feature([])), broken],
		['an empty ring', JSON.stringify(feature([[]])), broken],
		['three positions', JSON.stringify(feature([[...square().slice(0, 2), square()[0]]])), broken],
		['a ring that is not closed', JSON.stringify(feature([open])), broken],
		['positions of one number', JSON.stringify(feature([square().map(([x]) => [x])])), broken],
		['null for a number', JSON.stringify(feature([square().map(([x]) => [x, null])])), broken],
		[
			'numbers beyond all bounds',
			'{"type":"Polygon","coordinates":[[[1e999,-7],[111,-7],[111,-8],[1e999,-7]]]}',
			broken
		],
		['nesting too deep', JSON.stringify(feature([[square()]])), broken],
		['metres', JSON.stringify(feature([square(490_000, 9_170_000, 500)])), 'offices.boundariesOtherGrid'],
		['swapped', JSON.stringify(feature([square().map(([x, y]) => [y, x])])), 'offices.boundariesSwapped'],
		['elsewhere', JSON.stringify(feature([square(4.9, 52.3)])), 'offices.boundariesOutside'],
		[
			'another grid by name',
			JSON.stringify({ ...collection(feature([square()])), crs: { properties: { name: 'EPSG:32749' } } }),
			'offices.boundariesOtherGrid'
		],
		['a grid that is no name', JSON.stringify({ ...collection(), crs: 4326 }), 'offices.boundariesOtherGrid'],
		[
			'more shapes than an office has',
			JSON.stringify(collection(...Array<null>(mostBoundaries + 1).fill(null))),
			'offices.boundariesTooMany'
		]
	];
	it.each(rows)('%s', (_, text, code) => {
		expect(() => readText(text)).toThrow(expect.objectContaining({ code }));
	});

	it('bytes that are no text', () => {
		expect(() => readBoundaries(new Uint8Array([0xff, 0xfe, 0x00, 0x7b]))).toThrow(
			expect.objectContaining({ code: 'offices.boundariesNotJson' })
		);
	});

	it('says which shape it is', () => {
		const wrong = collection(feature([square()]), feature([open], { nama: 'Miri' }));
		expect(() => readValue(wrong)).toThrow(expect.objectContaining({ params: { shape: '2 (Miri)' } }));
	});

	it('edges of Indonesia are in, a step further is out', () => {
		const at = (longitude: number, latitude: number) =>
			readValue({ type: 'Polygon', coordinates: [Array<number[]>(4).fill([longitude, latitude])] }).boundaries.length;
		for (const [longitude, latitude] of [
			[94, -12],
			[142, 7]
		] as const)
			expect(at(longitude, latitude)).toBe(1);
		for (const [longitude, latitude] of [
			[93.99, -12],
			[142.01, 7],
			[94, -12.01],
			[142, 7.01]
		] as const)
			expect(() => at(longitude, latitude)).toThrow(expect.objectContaining({ code: 'offices.boundariesOutside' }));
	});

	it('hostile files are answered at once: deep, wide, jagged', () => {
		const begun = performance.now();
		const deep = '['.repeat(1_900_000) + ']'.repeat(1_900_000);
		const own = { code: expect.stringMatching(/^offices\.boundaries/) as string };
		expect(() => readText(deep)).toThrow(expect.objectContaining(own));
		expect(() => readText(`{"type":"Polygon","coordinates":${deep}}`)).toThrow(expect.objectContaining(own));
		expect(() => readText(`{"type":"FeatureCollection","features":[${'[],'.repeat(1_300_000)}[]]}`)).toThrow(
			expect.objectContaining(own)
		);
		const jagged = Array.from({ length: 180_000 }, (_, at) => [110 + at / 1e6, at % 2 === 0 ? -7 : -7.5 - at / 1e6]);
		const { positions } = readValue({ type: 'Polygon', coordinates: [[...jagged, jagged[0]]] });
		expect(positions.kept).toBeLessThanOrEqual(mostPositions);
		// A machine ten times slower than ours still answers within the time of a page.
		expect(performance.now() - begun).toBeLessThan(15_000);
	}, 30_000);

	it('names that are keys of every object change nothing', () => {
		const text = `{"type":"Feature","__proto__":{"x":1},"properties":{"__proto__":{"nama":"X"},"constructor":"y"},"geometry":{"type":"Polygon","coordinates":${JSON.stringify([square()])}}}`;
		expect(readText(text).boundaries).toEqual([{ name: null, polygons: [[square()]] }]);
		expect('x' in {}).toBe(false);
	});
});

describe('thinning', () => {
	const circle = (steps: number, radius: number): Ring => {
		const around = Array.from({ length: steps }, (_, at): [number, number] => [
			111 + radius * Math.cos((2 * Math.PI * at) / steps),
			-7 + radius * Math.sin((2 * Math.PI * at) / steps)
		]);
		return [...around, around[0]!];
	};

	it('leaves what is few enough as it is', () => {
		const areas: Boundary[] = [{ name: 'A', polygons: [[circle(200, 0.1)]] }];
		expect(thin(areas, 201)).toBe(areas);
		expect(positionsIn(thin(areas, 200))).toBeLessThanOrEqual(200);
	});

	it('keeps every area, and of its holes and islands those that can be seen', () => {
		const areas: Boundary[] = [
			{ name: 'besar', polygons: [[circle(4_000, 0.2), circle(50, 0.000_01)], [circle(50, 0.000_01)]] },
			{ name: 'kecil', polygons: [[circle(50, 0.000_01)]] }
		];
		const [large, small] = thin(areas, 300);
		expect(large!.polygons).toHaveLength(1);
		expect(large!.polygons[0]).toHaveLength(1);
		expect(small).toMatchObject({ name: 'kecil' });
		for (const { polygons } of [large!, small!]) expect(polygons.flat().every((ring) => isClosed(ring))).toBe(true);
	});

	it('never runs further off than its tolerance, begins and ends where it did', () => {
		const line = fc.array(
			fc.tuple(fc.double({ min: 110, max: 111, noNaN: true }), fc.double({ min: -8, max: -7, noNaN: true })),
			{
				minLength: 3,
				maxLength: 60
			}
		);
		fc.assert(
			fc.property(line, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (open, tolerance) => {
				const ring: Ring = [...open, open[0]!];
				const kept = thinnedRing(ring, tolerance);
				expect(kept[0]).toEqual(ring[0]);
				expect(kept.at(-1)).toEqual(ring.at(-1));
				for (const position of ring) {
					const off = Math.min(...kept.slice(1).map((to, at) => away(position, kept[at]!, to)));
					expect(off).toBeLessThanOrEqual(tolerance + 1e-9);
				}
			})
		);
	});
});

/** How far a position is from a stretch of line. */
function away(
	[x, y]: readonly [number, number],
	from: readonly [number, number],
	to: readonly [number, number]
): number {
	const steps = [0, 1, Math.max(0, Math.min(1, nearest(x, y, from, to)))];
	return Math.min(
		...steps.map((at) => Math.hypot(x - from[0] - at * (to[0] - from[0]), y - from[1] - at * (to[1] - from[1])))
	);
}
const nearest = (x: number, y: number, [ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]) => {
	const length = (bx - ax) ** 2 + (by - ay) ** 2;
	return length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
};

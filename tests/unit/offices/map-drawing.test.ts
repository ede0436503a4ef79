import { describe, expect, it } from 'vitest';
import { extentOf, type Boundary, type Ring } from '#clinic/offices/boundary-lines.ts';
import { areaPath, middleOf, positionsOf, sheetFor } from '#clinic/offices/map-drawing.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south]
];
const area = (...polygons: Ring[][]): Boundary => ({ name: null, polygons });

describe('a sheet', () => {
	it('has north above, east at the right, and a margin around', () => {
		const sheet = sheetFor([110.7, -7.6, 111.2, -7.2]);
		const [left, bottom] = sheet.at([110.7, -7.6]);
		const [right, top] = sheet.at([111.2, -7.2]);
		expect(left).toBeLessThan(right);
		expect(top).toBeLessThan(bottom);
		expect(Math.min(left, top)).toBeGreaterThanOrEqual(40);
		expect(right).toBeLessThanOrEqual(sheet.width - 40);
		expect(bottom).toBeLessThanOrEqual(sheet.height - 40);
	});

	it('draws as far east as north where it is as far on the ground', () => {
		const sheet = sheetFor([110, -8, 112, -6]);
		const [x0, y0] = sheet.at([111, -7]);
		const [east] = sheet.at([111.5, -7]);
		const [, north] = sheet.at([111, -6.5]);
		// A degree of longitude at 7 degrees south is 0.9925 of one of latitude.
		expect((east - x0) / (y0 - north)).toBeCloseTo(0.9925, 2);
	});

	it('puts a lone point in the middle', () => {
		const sheet = sheetFor(extentOf([[111, -7.4]]));
		expect(sheet.at([111, -7.4])).toEqual([sheet.width / 2, Math.round(sheet.height / 2)]);
	});
});

describe('an area', () => {
	const sheet = sheetFor([111, -8, 112, -7]);

	it('is a closed path with its holes; what is smaller than a step is not drawn', () => {
		const path = areaPath(
			area([box(111, -8, 112, -7), box(111.4, -7.6, 111.6, -7.4)], [box(111.9, -7.1, 111.900_01, -7.099_99)]),
			sheet
		);
		expect(path.match(/M/g)).toHaveLength(2);
		expect(path.match(/Z/g)).toHaveLength(2);
		expect(path).toMatch(/^M\d+ \d+L\d+ \d+L\d+ \d+L\d+ \d+ZM/);
	});

	it('is named in the middle of its largest part', () => {
		expect(middleOf(area([box(110, -8, 110.1, -7.9)], [box(111, -8, 112, -7)]))).toEqual([111.5, -7.5]);
	});

	it('has all the positions of all its lines', () => {
		expect([...positionsOf([area([box(111, -8, 112, -7), box(111.4, -7.6, 111.6, -7.4)])])]).toHaveLength(10);
	});
});

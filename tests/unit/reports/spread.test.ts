import { describe, expect, it } from 'vitest';
import { conditions } from '#clinic/cooperatives/condition.ts';
import type { Boundary, Position } from '#clinic/offices/boundary-lines.ts';
import {
	byDistrict,
	countsOf,
	drawnMap,
	isPlaced,
	isWanted,
	labelsOf,
	marks,
	sentMap,
	type Placed,
	type Spot,
	type SpreadWanted
} from '#clinic/reports/spread.ts';

const all: SpreadWanted = { mark: null, kind: null, district: null, cause: null };
const spot = (id: string, rest: Partial<Spot> = {}): Spot => ({
	id,
	name: `KSP ${id}`,
	kind: 'savingsAndLoan',
	districtCode: '33.14.01',
	district: 'Kalijambe',
	position: null,
	condition: 'healthy',
	cause: null,
	...rest
});
const placed = (id: string, position: Position, rest: Partial<Spot> = {}) => spot(id, { ...rest, position }) as Placed;
const miri: Boundary = {
	name: 'Miri',
	polygons: [
		[
			[
				[110.7, -7.4],
				[110.9, -7.4],
				[110.9, -7.2],
				[110.7, -7.2],
				[110.7, -7.4]
			]
		]
	]
};

describe('the counts of the map', () => {
	it('leave nobody out: on the map and without a point make the whole', () => {
		const spots = [
			placed('a', [110.8, -7.3]),
			placed('b', [110.9, -7.3], { condition: 'dormant' }),
			placed('c', [110.9, -7.3], { condition: null }),
			spot('d', { condition: 'sick' })
		];
		expect(countsOf(spots)).toEqual({
			total: 4,
			placed: 3,
			unplaced: 1,
			byMark: { unknown: 1, healthy: 1, cold: 0, sick: 0, dormant: 1 }
		});
		expect(countsOf([])).toMatchObject({ total: 0, placed: 0, unplaced: 0 });
	});

	it('know every condition as a mark, the worst last', () => {
		expect(marks).toEqual(['unknown', ...conditions]);
		expect(marks.at(-1)).toBe('dormant');
	});
});

describe('what the address asks for', () => {
	const sick = spot('a', { condition: 'sick', cause: 'badLoans', kind: null });
	it.each<[string, Partial<SpreadWanted>, boolean]>([
		['nothing', {}, true],
		['its state', { mark: 'sick' }, true],
		['another state', { mark: 'unknown' }, false],
		['no known kind', { kind: 'unknown' }, true],
		['another kind', { kind: 'service' }, false],
		['its district', { district: '33.14.01' }, true],
		['another district', { district: '33.14.02' }, false],
		['its cause', { cause: 'badLoans' }, true],
		['another cause', { cause: 'losses' }, false],
		['its state and another district', { mark: 'sick', district: '33.14.02' }, false]
	])('%s', (_, wanted, isIn) => {
		expect(isWanted(sick, { ...all, ...wanted })).toBe(isIn);
	});

	it('a state that is not known is one to ask for', () => {
		expect(isWanted(spot('a', { condition: null }), { ...all, mark: 'unknown' })).toBe(true);
	});
});

describe('the list beside the map', () => {
	it('goes by district and name, without a district last', () => {
		const spots = [
			spot('z', { district: null }),
			spot('b', { district: 'Miri' }),
			spot('a', { district: 'Miri' }),
			spot('c', { district: 'Gesi' })
		];
		expect(byDistrict(spots).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'z']);
	});
});

describe('names on the map', () => {
	it('are those of the areas, each in its middle', () => {
		expect(labelsOf([miri, { ...miri, name: null }], [])).toEqual([
			['Miri', expect.closeTo(110.8), expect.closeTo(-7.3)]
		]);
	});
	it('are those of districts amid their points where there are no areas', () => {
		const spots = [
			placed('a', [110, -7]),
			placed('b', [111, -8]),
			placed('c', [112, -8], { district: null, districtCode: null })
		];
		expect(labelsOf([], spots)).toEqual([['Kalijambe', 110.5, -7.5]]);
	});
});

describe('the still drawing', () => {
	it('is none where there is nothing', () => {
		expect(drawnMap([], [])).toBeNull();
	});

	it('has a mark for each, but one where they would cover each other', () => {
		const here: Position = [110.8, -7.3];
		const drawn = drawnMap(
			[miri],
			[placed('a', here), placed('b', here), placed('c', here, { condition: 'sick' }), placed('d', [110.85, -7.25])]
		)!;
		expect(drawn.marks.healthy).toHaveLength(2);
		expect(drawn.marks.sick).toHaveLength(1);
		expect(drawn.areas).toHaveLength(1);
	});

	it('stays small however many there are', () => {
		const many = Array.from({ length: 20_000 }, (_, at) =>
			placed(String(at), [110.7 + (at % 200) / 400, -7.5 + Math.floor(at / 200) / 300])
		);
		const drawn = drawnMap([], many)!;
		expect(drawn.marks.healthy.length).toBeLessThanOrEqual(20_000);
		expect(drawn.marks.healthy.every(([x, y]) => x >= 0 && y >= 0 && x <= drawn.width && y <= drawn.height)).toBe(true);
	});

	it('shows the areas alone where no cooperative has a point', () => {
		expect(drawnMap([miri], [])).toMatchObject({ labels: [{ name: 'Miri' }] });
	});
});

describe('what goes to the moving map', () => {
	it('is each placed cooperative with the place of its state', () => {
		const spots = [
			placed('a', [110.8, -7.3], { condition: null }),
			placed('b', [110.9, -7.4], { condition: 'dormant', cause: 'losses' })
		];
		expect(sentMap([], spots).spots).toEqual([
			['a', 'KSP a', 110.8, -7.3, 0, null],
			['b', 'KSP b', 110.9, -7.4, 4, 'losses']
		]);
		expect([spot('c'), ...spots].filter(isPlaced)).toHaveLength(2);
	});
});

import { describe, expect, it } from 'vitest';
import { beforeAndAfter, compare, type Comparable } from '#clinic/monitoring/before-after.ts';
import type { ComponentResult, ExaminationResult } from '#clinic/examinations/score.ts';

const scored = (code: string, ratio: string, score: string): ComponentResult => ({
	code,
	status: 'scored',
	source: 'x',
	certainty: 'official',
	ratio,
	unit: 'percent',
	mark: '50',
	weight: '10',
	score
});
const goal = (code: string, ratio: string, met: boolean): ComponentResult =>
	({ code, status: 'scored', source: 'x', certainty: 'official', ratio, unit: 'percent', goal: {}, met }) as never;

const examined = (
	day: string,
	components: readonly ComponentResult[],
	change: Partial<Comparable> = {}
): Comparable => ({
	id: day,
	at: new Date(`${day}T02:00:00Z`),
	bookYear: Number(day.slice(0, 4)) - 1,
	instrument: 'ksp-2016',
	version: '1',
	total: null,
	category: null,
	result: {
		instrument: 'ksp-2016',
		aspects: [{ code: 'liquidity', weight: '15', score: null, components }]
	} as unknown as ExaminationResult,
	...change
});

describe('the pair that is compared', () => {
	const begun = new Date('2025-06-01T00:00:00Z');
	const [old, before, after, newest] = ['2024-01-02', '2025-05-31', '2025-09-01', '2026-01-02'].map((day) =>
		examined(day, [])
	) as [Comparable, Comparable, Comparable, Comparable];

	it('is the last up to the beginning and the newest since', () => {
		expect(beforeAndAfter([newest, after, before, old], begun)).toEqual({ before, after: newest });
	});

	it('is by one instrument in one version, or none', () => {
		const other = { ...newest, instrument: 'pearls' };
		const later = { ...after, version: '2' };
		expect(beforeAndAfter([other, later, before, old], begun)).toBeNull();
		expect(beforeAndAfter([other, after, before], begun)).toEqual({ before, after });
		expect(() => compare(before, other)).toThrow(RangeError);
	});

	it('is none without one on each side', () => {
		expect(beforeAndAfter([before, old], begun)).toBeNull();
		expect(beforeAndAfter([newest, after], begun)).toBeNull();
	});
});

describe('side by side', () => {
	const pair = (was: readonly ComponentResult[], is: readonly ComponentResult[]) =>
		compare(examined('2025-01-02', was), examined('2026-01-02', is));

	it('better and worse are what the instrument’s score says, not the ratio', () => {
		// Problem loans: a smaller ratio is the better one.
		expect(pair([scored('a', '17.30', '2.50')], [scored('a', '4.90', '10.00')])).toEqual([
			{ aspect: 'liquidity', code: 'a', unit: 'percent', before: '17.30', after: '4.90', change: 'better' }
		]);
		expect(pair([scored('a', '4.90', '10.00')], [scored('a', '17.30', '2.50')])[0]!.change).toBe('worse');
		expect(pair([scored('a', '4.90', '10.00')], [scored('a', '4.10', '10.00')])[0]!.change).toBe('same');
	});

	it('by a goal where nothing is scored', () => {
		expect(pair([goal('a', '1', false)], [goal('a', '2', true)])[0]!.change).toBe('better');
		expect(pair([goal('a', '2', true)], [goal('a', '1', false)])[0]!.change).toBe('worse');
	});

	it('what was measured in another way, or not at all, is not compared', () => {
		const times = { ...scored('a', '3.00', '5.00'), unit: 'times' } as ComponentResult;
		expect(pair([times], [scored('a', '4.90', '10.00')])[0]).toMatchObject({ before: null, change: 'unknown' });
		expect(pair([], [scored('a', '4.90', '10.00')])[0]).toMatchObject({ before: null, change: 'unknown' });
		const missing = { code: 'a', status: 'missing', missing: ['cash'] } as ComponentResult;
		expect(pair([scored('a', '4.90', '10.00')], [missing])[0]).toMatchObject({ after: null, change: 'unknown' });
	});
});

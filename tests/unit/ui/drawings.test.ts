import { describe, expect, it } from 'vitest';
import { sparkRuns } from '#ui/spark.ts';
import { byMonth } from '#ui/timeline.ts';

describe('a spark-line', () => {
	it('runs from edge to edge, lowest at the bottom', () => {
		expect(sparkRuns([10, 20, 15], 86, 30)).toEqual(['3,27 43,3 83,15']);
	});
	it('breaks where nothing was measured and shows a lonely point', () => {
		expect(sparkRuns([10, null, 20, 10], 86, 30)).toEqual(['3,27 3,27', '56.3,3 83,27']);
	});
	it('lies in the middle when nothing changes', () => {
		expect(sparkRuns([5, 5], 86, 30)).toEqual(['3,15 83,15']);
		expect(sparkRuns([5], 86, 30)).toEqual(['43,15 43,15']);
	});
	it('is nothing without values', () => {
		expect(sparkRuns([], 86, 30)).toEqual([]);
		expect(sparkRuns([null, null], 86, 30)).toEqual([]);
	});
});

describe('a timeline', () => {
	const entry = (id: string, at: string) => ({ id, at, title: id });

	it('groups by the month of the zone, not of UTC', () => {
		const months = byMonth(
			[entry('a', '2025-02-28T23:30:00Z'), entry('b', '2025-02-28T10:00:00Z')],
			'Asia/Jakarta',
			60
		);
		expect(months.map(({ month }) => month.slice(0, 7))).toEqual(['2025-03', '2025-02']);
	});
	it('names a silence from the given number of days on', () => {
		const silence = (older: string) =>
			byMonth([entry('a', '2025-03-31'), entry('b', older)], 'Asia/Jakarta', 60)[0]?.entries[0]?.silence;
		expect(silence('2025-01-30')).toBe(60);
		expect(silence('2025-01-31')).toBeNull();
	});
	it('keeps two spells of one month apart when another lies between', () => {
		const months = byMonth(
			[entry('a', '2025-03-02'), entry('b', '2025-02-01'), entry('c', '2024-02-01')],
			'Asia/Jakarta',
			999
		);
		expect(months.map(({ month }) => month)).toEqual(['2025-03-02', '2025-02-01', '2024-02-01']);
	});
});

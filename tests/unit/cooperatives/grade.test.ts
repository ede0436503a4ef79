import { describe, expect, test } from 'vitest';
import { gradeOf, lastBookYearDue } from '#clinic/cooperatives/grade.ts';

/** It is July 2026: Y is 2026 and the deadline of book year 2025 has passed. */
const on = '2026-07-15';
const old = '1998-03-01';

/** A history whose years 2020 to 2025 are all known. */
function graded(foundedOn: string | null, reported: number[], unknown: number[] = [], lastDue = 2025, day = on) {
	const known = [2025, 2024, 2023, 2022, 2021, 2020]
		.filter((bookYear) => bookYear <= lastDue || reported.includes(bookYear))
		.filter((bookYear) => !unknown.includes(bookYear))
		.map((bookYear) => ({ bookYear, reported: reported.includes(bookYear) }));
	const grading = gradeOf({ foundedOn, known, lastDue, on: day });
	return grading.grade ?? grading.reason;
}

describe('the rows of the rule', () => {
	test.each([
		['three in a row', old, [2025, 2024, 2023], 'A'],
		['two of three', old, [2025, 2023], 'B'],
		['the two newest', old, [2025, 2024], 'B'],
		['the two oldest of the three', old, [2024, 2023], 'B'],
		['three in a row, but not the newest', old, [2024, 2023, 2022], 'B'],
		['founded two years ago, one report', '2024-05-20', [2025], 'C1'],
		['founded two years ago, the older report', '2024-05-20', [2024], 'C1'],
		['older, one report for the newest year', old, [2025], 'C2'],
		['none', old, [], 'D'],
		['none in the last three years', old, [2022, 2021, 2020], 'D'],
		['young and none', '2024-05-20', [], 'D'],
		['young and two of two', '2024-05-20', [2025, 2024], 'B']
	])('%s', (_what, foundedOn, reported, grade) => {
		expect(graded(foundedOn, reported)).toBe(grade);
	});

	test('within three years ends on the third anniversary', () => {
		expect(graded('2023-07-15', [2025])).toBe('C1');
		expect(graded('2023-07-14', [2025])).toBe('C2');
		expect(graded('2023-07-14', [2024])).toBe('oneOldReport');
	});
});

describe('histories that no row covers', () => {
	test('an older cooperative whose one report is not for the newest year', () => {
		expect(graded(old, [2024])).toBe('oneOldReport');
		expect(graded(old, [2023])).toBe('oneOldReport');
	});

	test('a cooperative too young for any book year to be due', () => {
		expect(graded('2026-02-01', [])).toBe('nothingDueYet');
		expect(graded('2025-11-30', [])).toBe('D');
	});

	test('one report and no day of founding', () => {
		expect(graded(null, [2025])).toBe('foundingUnknown');
		expect(graded(null, [2025, 2024])).toBe('B');
		expect(graded(null, [])).toBe('D');
	});

	test('years of which nothing is known, where the grade hangs on them', () => {
		expect(graded(old, [], [2025, 2024, 2023])).toBe('yearsUnknown');
		expect(graded(old, [2025, 2024], [2023])).toBe('yearsUnknown');
		expect(graded(old, [2025], [2023])).toBe('yearsUnknown');
		// Years before founding are not missing.
		expect(graded('2024-05-20', [2025, 2024], [2023])).toBe('B');
	});

	test('the reason comes with the book years that counted', () => {
		expect(gradeOf({ foundedOn: old, known: [], lastDue: 2025, on })).toEqual({
			grade: null,
			reason: 'yearsUnknown',
			bookYears: [2025, 2024, 2023]
		});
		expect(gradeOf({ foundedOn: '2026-02-01', known: [], lastDue: 2025, on })).toMatchObject({ bookYears: [] });
	});
});

describe('which book years count', () => {
	test('a year that is neither reported nor past its deadline does not count yet', () => {
		expect(graded(old, [2024, 2023, 2022], [], 2024, '2026-02-10')).toBe('A');
		expect(graded(old, [2024, 2023, 2022], [], 2025)).toBe('B');
	});

	test('a year reported before its deadline counts', () => {
		expect(graded(old, [2025, 2024, 2023], [], 2024, '2026-02-10')).toBe('A');
		expect(graded(old, [2025], [], 2024, '2026-02-10')).toBe('C2');
	});

	test.each([
		['2026-03-31', 3, 2024],
		['2026-04-01', 3, 2025],
		['2026-06-30', 6, 2024],
		['2026-07-01', 6, 2025],
		['2026-01-01', 3, 2024],
		['2026-12-31', 6, 2025]
	] as const)(
		'on %s, %i months after the year, book year %i is the newest past its deadline',
		(day, months, bookYear) => {
			expect(lastBookYearDue(day, months)).toBe(bookYear);
		}
	);
});

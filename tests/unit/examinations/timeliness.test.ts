import { describe, expect, it } from 'vitest';
import { speaksForToday } from '#clinic/examinations/timeliness.ts';

describe('an examination that speaks for today', () => {
	it.each([
		[2026, [], true],
		[2023, [], true],
		[2022, [], false],
		[2024, [2024, 2023], true],
		[2024, [2025], false]
	])('of book year %s, beside those of %s: %s', (bookYear, others, expected) => {
		expect(speaksForToday(bookYear, 2026, others)).toBe(expected);
	});
});

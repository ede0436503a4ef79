import { describe, expect, it } from 'vitest';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { vitalsOf } from '#clinic/examinations/vitals.ts';

const examined = (bookYear: number, score: string | null, instrument = 'ksp-2016') => ({
	bookYear,
	result: {
		instrument,
		version: '1',
		complete: score !== null,
		total: score,
		category: null,
		aspects: [{ code: 'capital', weight: '15', score, components: [] }]
	} satisfies ExaminationResult
});
const vital = (...examinations: ReturnType<typeof examined>[]) => vitalsOf(examinations)[0];

describe('vital signs', () => {
	it('are none where nothing was examined', () => {
		expect(vitalsOf([])).toEqual([]);
	});

	it.each([
		['15.00', '100.0', 'good'],
		['12.00', '80.0', 'good'],
		['11.99', '79.9', 'middling'],
		['7.65', '51.0', 'middling'],
		['7.64', '50.9', 'poor'],
		['0.00', '0.0', 'poor']
	])('%s of 15 is %s%%: %s', (score, share, level) => {
		expect(vital(examined(2025, score))).toMatchObject({ score, share, level, change: null, line: [Number(share)] });
	});

	it('are not known where a component has no score', () => {
		expect(vital(examined(2025, null), examined(2024, '9.00'))).toMatchObject({
			score: null,
			share: null,
			level: null,
			change: null,
			line: [60, null]
		});
	});

	it('never draw a trend across instruments', () => {
		const now = examined(2025, '12.00');
		const other = examined(2024, '3.00', 'ksp-2009');
		const before = examined(2023, '13.50');
		expect(vital(now, other)).toMatchObject({ change: null, line: [80] });
		expect(vital(now, other, before)).toMatchObject({ change: { points: '-1.50', from: 2023 }, line: [90, 80] });
	});

	it('name no book year where the examination before was of the same', () => {
		expect(vital(examined(2025, '12.00'), examined(2025, '9.00'))?.change).toEqual({ points: '3.00', from: null });
	});

	it('compare with the last examination that had a score', () => {
		expect(vital(examined(2025, '12.00'), examined(2024, null), examined(2023, '12.00'))).toMatchObject({
			change: { points: '0.00', from: 2023 },
			line: [80, null, 80]
		});
	});
});

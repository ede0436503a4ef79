import { describe, expect, it } from 'vitest';
import { pulseOf, type BeatName, type Strength } from '#clinic/cooperatives/pulse.ts';

const today = '2026-03-02';
const silent = { meeting: null, report: null, contact: null };

describe('the pulse', () => {
	it.each<[BeatName, string, number, Strength]>([
		['meeting', '2026-03-02', 0, 'strong'],
		['meeting', '2024-09-03', 17, 'strong'],
		['meeting', '2024-09-02', 18, 'weak'],
		['meeting', '2023-09-03', 29, 'weak'],
		['meeting', '2023-09-02', 30, 'faint'],
		['report', '2024-09-03', 17, 'strong'],
		['report', '2024-09-02', 18, 'weak'],
		['report', '2023-09-02', 30, 'faint'],
		['contact', '2025-12-03', 2, 'strong'],
		['contact', '2025-12-02', 3, 'weak'],
		['contact', '2025-03-03', 11, 'weak'],
		['contact', '2025-03-02', 12, 'faint'],
		['contact', '2026-04-01', 0, 'strong']
	])('%s on %s is %i months ago: %s', (name, on, months, strength) => {
		const beat = pulseOf({ ...silent, [name]: on }, today).find((one) => one.name === name);
		expect(beat).toEqual({ name, on, months, strength });
	});

	it('is not invented where nothing is known', () => {
		expect(pulseOf(silent, today)).toEqual([
			{ name: 'meeting', on: null, months: null, strength: null },
			{ name: 'report', on: null, months: null, strength: null },
			{ name: 'contact', on: null, months: null, strength: null }
		]);
	});
});

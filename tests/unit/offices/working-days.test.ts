import { describe, expect, it } from 'vitest';
import { usualHours } from '#clinic/offices/hours.ts';
import { workingTerm } from '#clinic/offices/working-days.ts';

const none = new Map<string, string>();
// 2026-03-02 is a Monday; Nyepi and Idul Fitri lie between 18 and 24 March.
const march = new Map([
	['2026-03-18', 'Cuti bersama Nyepi'],
	['2026-03-19', 'Nyepi'],
	['2026-03-20', 'Cuti bersama Idul Fitri'],
	['2026-03-21', 'Idul Fitri'],
	['2026-03-22', 'Idul Fitri hari kedua'],
	['2026-03-23', 'Cuti bersama Idul Fitri'],
	['2026-03-24', 'Cuti bersama Idul Fitri']
]);

describe('workingTerm', () => {
	it.each([
		['the next day', '2026-03-02', 1, '2026-03-03'],
		['within the week', '2026-03-02', 3, '2026-03-05'],
		['on its last day', '2026-03-02', 4, '2026-03-06'],
		['over the weekend', '2026-03-05', 2, '2026-03-09'],
		['from a Friday', '2026-03-06', 1, '2026-03-09'],
		['from a Sunday', '2026-03-08', 1, '2026-03-09']
	])('counts working days: %s', (_, from, days, dueOn) =>
		expect(workingTerm(usualHours, none, from, days).dueOn).toBe(dueOn)
	);

	it('leaves out holidays that fell on a working day, and names them', () => {
		const term = workingTerm(usualHours, march, '2026-03-16', 3);
		expect(term.dueOn).toBe('2026-03-26');
		// The two days of the feast itself fell on a weekend.
		expect(term.holidays.map(({ on }) => on)).toEqual([
			'2026-03-18',
			'2026-03-19',
			'2026-03-20',
			'2026-03-23',
			'2026-03-24'
		]);
		expect(term.weekend).toBe(2);
	});

	it('works on the days of the office, whichever they are', () => {
		const saturdays = { 6: { opens: '08:00', closes: '12:00' } };
		expect(workingTerm(saturdays, none, '2026-03-02', 2).dueOn).toBe('2026-03-14');
		expect(workingTerm({}, none, '2026-03-06', 1).dueOn).toBe('2026-03-09');
	});

	it('gives no date beyond a year', () => {
		const always = new Map(
			Array.from({ length: 400 }, (_, at) => [new Date(Date.UTC(2026, 2, 2 + at)).toISOString().slice(0, 10), 'Libur'])
		);
		expect(() => workingTerm(usualHours, always, '2026-03-02', 1)).toThrow(RangeError);
	});
});

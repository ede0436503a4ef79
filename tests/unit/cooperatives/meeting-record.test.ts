import { describe, expect, test } from 'vitest';
import { meetingRecord, quorumOf, yearRecord, type MeetingFacts } from '#clinic/cooperatives/meeting-record.ts';

const today = '2026-07-15';
const rule = { form: 'primary', today } as const;
const meeting = (bookYear: number, heldOn: string | null, reportedOn: string | null = heldOn): MeetingFacts => ({
	bookYear,
	heldOn,
	reportedOn
});
const state = (facts: MeetingFacts | null, bookYear = 2025, day = today) =>
	yearRecord(bookYear, facts, { ...rule, today: day }).state;

describe('how one year stands', () => {
	test.each([
		['2026-03-31', 'onTime'],
		['2026-04-01', 'late'],
		['2026-06-30', 'late'],
		['2026-07-01', 'unlawful']
	])('held on %s: %s', (heldOn, expected) => {
		expect(state(meeting(2025, heldOn))).toBe(expected);
	});
	test('before the office’s day nothing is due, whatever is written down', () => {
		expect(state(null, 2025, '2026-03-31')).toBe('notDue');
		expect(state(meeting(2025, null), 2025, '2026-03-31')).toBe('notDue');
		expect(state(null, 2025, '2026-04-01')).toBe('unknown');
		expect(state(meeting(2025, null), 2025, '2026-04-01')).toBe('notHeld');
	});
	test('a report is owed within one month of its meeting', () => {
		expect(state(meeting(2025, '2026-06-15', null))).toBe('late');
		expect(state(meeting(2025, '2026-06-14', null))).toBe('heldUnreported');
		expect(yearRecord(2025, meeting(2025, '2026-03-01', '2026-04-01'), rule).isReportLate).toBe(false);
		expect(yearRecord(2025, meeting(2025, '2026-03-01', '2026-04-02'), rule).isReportLate).toBe(true);
	});
	test('a secondary cooperative has until June', () => {
		expect(yearRecord(2025, meeting(2025, '2026-06-30'), { form: 'secondary', today }).state).toBe('onTime');
	});
});

describe('what the years mean together', () => {
	const record = (known: MeetingFacts[], founded: number | null = null) =>
		meetingRecord(known, { ...rule, newest: 2025, count: 4, founded });
	const good = meeting(2023, '2024-02-01');
	test.each([
		['all on time', [meeting(2025, '2026-02-01'), meeting(2024, '2025-02-01'), good], 'none', 0, 0],
		['late once', [meeting(2025, '2026-05-01'), meeting(2024, '2025-02-01')], 'warning', 1, 0],
		['late twice running', [meeting(2025, '2026-05-01'), meeting(2024, '2025-05-01')], 'warningCopied', 2, 0],
		['late, but not the newest', [meeting(2025, '2026-02-01'), meeting(2024, '2025-05-01')], 'none', 0, 0],
		['not held once', [meeting(2025, null), meeting(2024, '2025-02-01')], 'warning', 0, 1],
		['not held twice', [meeting(2025, null), meeting(2024, null), good], 'warningAndDissolutionNotice', 0, 2],
		[
			'not held three times',
			[meeting(2025, null), meeting(2024, null), meeting(2023, null)],
			'warningAndDissolutionNotice',
			0,
			3
		],
		['held and not reported is missing, not unheld', [meeting(2025, '2026-02-01', null), good], 'none', 0, 1]
	] as const)('%s', (_, known, step, lateRunning, missingRunning) => {
		expect(record([...known])).toMatchObject({ step, lateRunning, missingRunning });
	});
	test('a year that is not known ends the count; none before the founding is owed', () => {
		expect(record([meeting(2025, null), meeting(2023, null)]).missingRunning).toBe(1);
		expect(record([meeting(2025, null)], 2025).years.map(({ bookYear }) => bookYear)).toEqual([2025]);
	});
});

test.each([
	[51, 100, 'reached'],
	[50, 100, 'notReached'],
	[3, 5, 'reached'],
	[0, 0, null],
	[null, 9, null],
	[9, null, null]
] as const)('%s of %s members: %s', (present, entitled, quorum) => {
	expect(quorumOf(present, entitled)).toBe(quorum);
});

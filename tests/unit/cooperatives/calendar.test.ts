import { describe, expect, test } from 'vitest';
import { byMonth, PAST } from '#clinic/cooperatives/calendar-months.ts';
import { dutiesOf, fallingIll, nextQuarter, remindersDue, type DutyFacts } from '#clinic/cooperatives/calendar.ts';
import { deadlinesOf } from '#clinic/cooperatives/meeting-deadlines.ts';

/** Monday 2 March 2026: book year 2024 is the last one due by law. */
const today = '2026-03-02';
const reported = (bookYear: number) => ({
	bookYear,
	heldOn: `${bookYear + 1}-02-20`,
	reportedOn: `${bookYear + 1}-03-10`
});
const missed = (bookYear: number) => ({ bookYear, heldOn: null, reportedOn: null });
const sound: DutyFacts = {
	registryStatus: 'active',
	foundedOn: '2004-05-12',
	legalOn: null,
	healthCategory: null,
	healthOn: null,
	form: 'primary',
	isEnding: false,
	meetings: [reported(2024), reported(2023), reported(2022)],
	licences: [],
	terms: [{ role: 'chair', untilOn: '2028-03-31' }],
	turnoverRupiah: 1n
};
const due = (change: Partial<DutyFacts>) => dutiesOf({ ...sound, ...change }, today);

describe('deadlines of the annual meeting', () => {
	test('the law allows six months, offices three for primary and six for secondary cooperatives', () => {
		expect(deadlinesOf(2025, 'primary')).toEqual({ byOffice: '2026-03-31', byLaw: '2026-06-30' });
		expect(deadlinesOf(2025, 'secondary')).toEqual({ byOffice: '2026-06-30', byLaw: '2026-06-30' });
		expect(deadlinesOf(2025, null)).toEqual(deadlinesOf(2025, 'primary'));
	});
	test('an office’s own rule counts for book years that end under it', () => {
		const own = [
			{ form: 'primary', months: 4, validFrom: '2025-01-01', source: 'SE 1/2025', certainty: 'official' } as const
		];
		expect(deadlinesOf(2024, 'primary', own).byOffice).toBe('2025-03-31');
		expect(deadlinesOf(2025, 'primary', own).byOffice).toBe('2026-04-30');
		expect(deadlinesOf(2025, 'secondary', own).byOffice).toBe('2026-06-30');
	});
});

describe('what falls due', () => {
	test('the meeting of the year that ended and of the running one', () => {
		expect(due({}).filter(({ kind }) => kind === 'meeting')).toMatchObject([
			{ about: '2025', dueOn: '2026-03-31', lawfulOn: '2026-06-30' },
			{ about: '2026', dueOn: '2027-03-31' }
		]);
	});
	test('a meeting that was held owes its report within a month; one that is reported owes nothing', () => {
		const held = { bookYear: 2025, heldOn: '2026-02-14', reportedOn: null };
		expect(due({ meetings: [held] })[0]).toMatchObject({ kind: 'report', about: '2025', dueOn: '2026-03-14' });
		const years = due({ meetings: [{ ...held, reportedOn: '2026-02-20' }] }).map(({ about }) => about);
		expect(years).not.toContain('2025');
	});
	test('a cooperative owes no meeting for years before it was founded', () => {
		expect(due({ foundedOn: '2026-01-10', meetings: [] }).map(({ about }) => about)).toContain('2026');
		expect(due({ foundedOn: '2026-01-10', meetings: [] }).map(({ about }) => about)).not.toContain('2025');
	});
	test('the newest licence of each kind; one without an end ends the older ones', () => {
		const licence = (id: string, kind: 'registryCertificate' | 'savingsLicence', validUntil: string | null) => ({
			id,
			kind,
			validUntil
		});
		const duties = due({
			licences: [
				licence('old', 'registryCertificate', '2024-01-01'),
				licence('new', 'registryCertificate', '2026-05-01'),
				licence('first', 'savingsLicence', '2026-04-01'),
				licence('second', 'savingsLicence', null)
			]
		});
		expect(duties.filter(({ licence: kind }) => kind !== null)).toMatchObject([
			{ kind: 'certificate', about: 'new', dueOn: '2026-05-01' }
		]);
	});
	test('terms that end together are one duty; a later term replaces the earlier one; managers are not elected', () => {
		const duties = due({
			terms: [
				{ role: 'secretary', untilOn: '2026-05-31' },
				{ role: 'chair', untilOn: '2026-05-31' },
				{ role: 'treasurer', untilOn: '2026-05-31' },
				{ role: 'treasurer', untilOn: '2029-05-31' },
				{ role: 'supervisor', untilOn: '2025-01-01' },
				{ role: 'supervisor', untilOn: null },
				{ role: 'manager', untilOn: '2026-04-01' }
			]
		});
		expect(duties.filter(({ kind }) => kind === 'boardTerm')).toMatchObject([
			{ about: 'chair+secretary', dueOn: '2026-05-31', roles: ['chair', 'secretary'] },
			{ about: 'treasurer', dueOn: '2029-05-31' }
		]);
	});
	test('nothing for one that is being dissolved', () => {
		expect(due({ isEnding: true })).toEqual([]);
	});
});

describe('reminders', () => {
	const one = (dueOn: string) => ({ ...due({})[0]!, dueOn });
	test.each([
		['2026-05-02', []],
		['2026-05-01', [60]],
		['2026-04-02', [60]],
		['2026-04-01', [60, 30]],
		['2026-03-10', [60, 30]],
		['2026-03-09', [60, 30, 7]],
		['2026-03-02', [60, 30, 7]],
		['2026-03-01', []]
	])('a duty of %s has had %j', (dueOn, days) => {
		expect(remindersDue(one(dueOn), today)).toEqual(days);
	});
});

describe('next quarter', () => {
	test.each([
		['2026-03-02', '2026-04-01', '2026-06-30'],
		['2026-03-31', '2026-04-01', '2026-06-30'],
		['2026-04-01', '2026-07-01', '2026-09-30'],
		['2026-12-31', '2027-01-01', '2027-03-31']
	])('of %s begins on %s', (day, from, until) => {
		expect(nextQuarter(day)).toEqual({ from, until });
	});

	const falls = (change: Partial<DutyFacts>, day = today) => fallingIll({ ...sound, ...change }, day);
	test('one missed year and silence until July: sick', () => {
		expect(falls({ meetings: [missed(2024), reported(2023)] })).toMatchObject({
			now: 'cold',
			then: 'sick',
			reasons: [{ code: 'meetingsMissed', params: { count: 2 } }],
			duties: [{ kind: 'meeting', about: '2025' }]
		});
	});
	test('all reported and silence until July: cold', () => {
		expect(falls({})).toMatchObject({ now: 'healthy', then: 'cold' });
	});
	test('a report that is in already keeps it well', () => {
		expect(falls({ meetings: [reported(2025), reported(2024)] })).toBeNull();
	});
	test('nothing becomes due before the quarter ends in spring: nobody falls', () => {
		expect(falls({ meetings: [reported(2025), reported(2024)] }, '2026-07-02')).toBeNull();
	});
	test('a board whose term ends takes one duty more', () => {
		const falling = falls({ meetings: [reported(2025)], terms: [{ role: 'chair', untilOn: '2026-05-31' }] });
		expect(falling).toMatchObject({ now: 'healthy', then: 'cold', reasons: [{ code: 'boardTermEnded' }] });
	});
	test('who is sick already does not fall ill, nor who is being dissolved', () => {
		expect(falls({ meetings: [missed(2024), missed(2023)] })).toBeNull();
		expect(falls({ meetings: [missed(2024)], isEnding: true })).toBeNull();
	});
});

test('months: what is past in one bucket, then twelve from this one on', () => {
	const duties = due({ terms: [{ role: 'chair', untilOn: '2020-01-01' }], meetings: [] });
	const months = byMonth(duties, today);
	expect(months).toHaveLength(13);
	expect(months[0]).toMatchObject({ key: PAST, counts: { boardTerm: 1, meeting: 0 } });
	expect(months[1]).toMatchObject({ key: '2026-03', counts: { meeting: 1 } });
	expect(months.at(-1)!.key).toBe('2027-02');
});

import { describe, expect, it } from 'vitest';
import {
	asKnownOn,
	conditionThen,
	hitRateOf,
	isInCare,
	percentOf,
	warningOf,
	warningWeights,
	type WarningCode,
	type Watched
} from '#clinic/monitoring/early-warning.ts';
import { warningText } from '#clinic/monitoring/ui/warning-words.ts';

/** On 2 March 2026 the last book year due is 2024. */
const today = '2026-03-02';
const year = (bookYear: number) => ({ bookYear, members: 200, ownCapital: 500n, turnover: 800n, surplus: 50n });
const sound: Watched = {
	form: 'primary',
	registryStatus: 'active',
	foundedOn: '2004-05-12',
	legalOn: null,
	health: null,
	hasContact: true,
	meetings: [2022, 2023, 2024].map((bookYear) => ({
		bookYear,
		heldOn: `${bookYear + 1}-02-20`,
		reportedOn: `${bookYear + 1}-03-10`
	})),
	figures: [2023, 2024].map(year),
	terms: [{ fromOn: '2023-04-01', untilOn: '2028-03-31' }],
	certificatesUntil: [],
	contacts: [],
	inCare: []
};
const reasons = (change: Partial<Watched>) =>
	warningOf({ ...sound, ...change }, today)?.reasons.map(({ code }) => code) ?? [];
const shrinking = [year(2023), { ...year(2024), members: 180, ownCapital: 450n, turnover: 720n, surplus: -1n }];
const unreported = [sound.meetings[0]!, sound.meetings[1]!, { bookYear: 2024, heldOn: null, reportedOn: null }];

describe('an early warning', () => {
	it('is not given of a sound cooperative, nor below three points', () => {
		expect(warningOf(sound, today)).toBeNull();
		expect(warningOf({ ...sound, figures: [year(2023), { ...year(2024), surplus: -1n }] }, today)).toBeNull();
	});

	it.each<[what: string, change: Partial<Watched>, codes: WarningCode[]]>([
		['the newest meeting due not reported', { meetings: unreported, contacts: ['2025-11-03'] }, ['meetingMissed']],
		['four trends down', { figures: shrinking }, ['loss', 'turnoverFalling', 'membersFalling', 'capitalShrinking']],
		[
			'a term ended and no way to reach it',
			{ terms: [{ fromOn: null, untilOn: '2026-03-01' }], hasContact: false },
			['boardTermEnded', 'unreachable']
		],
		[
			'a term about to end, a certificate run out, accounts left out',
			{
				terms: [{ fromOn: null, untilOn: '2026-09-02' }],
				certificatesUntil: ['2026-03-01'],
				figures: [year(2023)]
			},
			['boardTermEnding', 'certificateEnded', 'noAccounts']
		],
		[
			'silence: heard of a day longer than eighteen months ago, and no word since',
			{ meetings: [{ bookYear: 2023, heldOn: '2024-03-01', reportedOn: '2024-09-01' }], hasContact: false },
			['silent', 'unreachable']
		],
		[
			'late by the office’s three months, with a loss and fewer members',
			{
				meetings: [{ bookYear: 2024, heldOn: '2025-04-01', reportedOn: '2025-04-20' }],
				figures: [year(2023), { ...year(2024), surplus: -1n, members: 180 }]
			},
			['meetingLate', 'loss', 'membersFalling']
		]
	])('%s', (_what, change, codes) => expect(reasons(change)).toEqual(codes));

	it('knows its edges', () => {
		const with1 = (change: Partial<Watched>) => reasons({ hasContact: false, figures: shrinking.slice(), ...change });
		expect(with1({ terms: [{ fromOn: null, untilOn: '2026-03-02' }] })).toContain('boardTermEnding');
		expect(with1({ terms: [{ fromOn: null, untilOn: '2026-09-03' }] })).not.toContain('boardTermEnding');
		expect(with1({ figures: [year(2023), { ...year(2024), members: 181 }], meetings: unreported })).not.toContain(
			'membersFalling'
		);
		const heard = (on: string) => with1({ meetings: [], contacts: [on] });
		expect(heard('2024-09-01')).toContain('silent');
		expect(heard('2024-09-02')).not.toContain('silent');
		// Not owed before it was founded; a report of a later year shows life.
		expect(reasons({ meetings: unreported, foundedOn: '2025-01-01' })).toEqual([]);
		const early = { bookYear: 2025, heldOn: '2026-01-20', reportedOn: '2026-02-01' };
		expect(reasons({ meetings: [...unreported, early] })).toEqual([]);
	});

	it('has words for every reason', () => {
		const params = { bookYear: 2024, on: '2025-03-31', fromYear: 2023, toYear: 2024 };
		for (const code of Object.keys(warningWeights) as WarningCode[])
			expect(warningText({ code, params })).not.toMatch(/undefined|NaN/);
	});
});

describe('what was known on a day', () => {
	it('leaves out what came later: reports, accounts, terms, examinations, cases', () => {
		const then = asKnownOn(
			{
				...sound,
				health: { category: 'underSupervision', on: '2025-06-01' },
				contacts: ['2024-01-01', '2025-06-01'],
				inCare: [{ fromOn: '2025-06-01', untilOn: null }]
			},
			'2025-03-02'
		);
		expect(then.health).toBeNull();
		expect(then.meetings.at(-1)).toEqual({ bookYear: 2024, heldOn: '2025-02-20', reportedOn: null });
		expect(then.figures.map(({ bookYear }) => bookYear)).toEqual([2023]);
		expect(then.contacts).toEqual(['2024-01-01']);
		expect(then.inCare).toEqual([]);
		expect(then.registryStatus).toBeNull();
	});

	it('tells whether it was in care: the day of closing is out of it', () => {
		const cared = { inCare: [{ fromOn: '2025-01-01', untilOn: '2025-02-01' }] };
		expect(['2024-12-31', '2025-01-01', '2025-01-31', '2025-02-01'].map((on) => isInCare(cared, on))).toEqual([
			false,
			true,
			true,
			false
		]);
	});
});

describe('the hit rate', () => {
	// A year ago the report of 2023 was the newest due.
	const slipping: Watched = {
		...sound,
		meetings: [
			{ bookYear: 2022, heldOn: '2023-02-20', reportedOn: '2023-03-10' },
			{ bookYear: 2023, heldOn: null, reportedOn: null },
			{ bookYear: 2024, heldOn: null, reportedOn: null }
		]
	};
	const mended: Watched = {
		...slipping,
		meetings: [...slipping.meetings.slice(0, 2), { bookYear: 2024, heldOn: '2025-05-01', reportedOn: '2025-05-20' }]
	};
	const cameIntoCare: Watched = { ...sound, inCare: [{ fromOn: '2025-08-01', untilOn: null }] };
	const illThen: Watched = { ...slipping, meetings: slipping.meetings.map((one) => ({ ...one, reportedOn: null })) };

	it('counts who was warned a year ago and has fallen ill or come into care since', () => {
		expect(conditionThen(asKnownOn(slipping, '2025-03-02'), '2025-03-02')).toBe('cold');
		expect(conditionThen(slipping, today)).toBe('sick');
		expect(hitRateOf([slipping, mended, cameIntoCare, sound, illThen], today)).toEqual({
			fromOn: '2025-03-02',
			untilOn: today,
			// Who was ill then is no early case.
			watched: 4,
			warned: 2,
			fell: 2,
			hits: 1
		});
	});

	it('is nothing where nobody was to be counted', () => {
		expect(hitRateOf([], today)).toMatchObject({ watched: 0, warned: 0, fell: 0, hits: 0 });
		expect(percentOf(0, 0)).toBeNull();
		expect(percentOf(2, 3)).toBe(66);
	});
});

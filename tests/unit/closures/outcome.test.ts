import { describe, expect, it } from 'vitest';
import { groundCodes, groundOf, grounds, groundsSupported } from '#clinic/closures/grounds.ts';
import { isRecovered, recoveryCriteria, type RecoveryFacts } from '#clinic/closures/recovery.ts';
import { regulations } from '#clinic/offices/regulations.ts';
import { soundFacts, withFigures, withMeetings } from '../diagnoses/facts.ts';

const healed: RecoveryFacts = { mainCause: 'losses', facts: soundFacts, category: 'healthy' };
const met = (facts: RecoveryFacts) => Object.fromEntries(recoveryCriteria(facts).map(({ code, met }) => [code, met]));
const all = { causeGone: true, meetingReported: true, categoryFair: true };

describe('recovered', () => {
	it('when all three criteria are met', () => {
		expect(met(healed)).toEqual(all);
		expect(isRecovered(recoveryCriteria(healed))).toBe(true);
	});

	it('not while the main cause fires; another cause does not matter', () => {
		const facts = withFigures({ netSurplusRupiah: -1n });
		expect(met({ ...healed, facts })).toEqual({ ...all, causeGone: false });
		expect(isRecovered(recoveryCriteria({ ...healed, facts }))).toBe(false);
		expect(met({ ...healed, mainCause: 'badLoans', facts })).toEqual(all);
		expect(recoveryCriteria({ ...healed, facts })[0]!.params).toEqual({ cause: 'losses', evidence: 1 });
	});

	it.each([
		['reported', true],
		['held', false],
		['not', false],
		['unknown', false]
	] as const)('with the last meeting due %s: %s', (meeting, expected) => {
		const facts = withMeetings(meeting, 'reported');
		expect(met({ ...healed, facts })).toEqual({ ...all, meetingReported: expected });
		expect(recoveryCriteria({ ...healed, facts })[1]!.params).toEqual({ bookYear: 2024 });
	});

	it('with a later meeting reported, or none due yet', () => {
		const later = { bookYear: 2025, heldOn: '2026-01-20', reportedOn: '2026-02-01' };
		const facts = { ...withMeetings('not'), annualMeetings: [...withMeetings('not').annualMeetings, later] };
		expect(met({ ...healed, facts }).meetingReported).toBe(true);
		const young = { ...withMeetings(), cooperative: { ...soundFacts.cooperative, foundedOn: '2025-01-01' } };
		expect(met({ ...healed, facts: young }).meetingReported).toBe(true);
		const older = { ...withMeetings(), cooperative: { ...soundFacts.cooperative, foundedOn: '2024-12-31' } };
		expect(met({ ...healed, facts: older }).meetingReported).toBe(false);
	});

	it.each([
		[null, true],
		['healthy', true],
		['fairlyHealthy', true],
		['underSupervision', false],
		['underSpecialSupervision', false],
		['lessHealthy', false]
	] as const)('with the category %s: %s', (category, expected) =>
		expect(met({ ...healed, category })).toEqual({ ...all, categoryFair: expected })
	);
});

describe('the grounds of dissolution', () => {
	it('are five, each citing rules that the product knows', () => {
		expect(groundCodes).toHaveLength(5);
		const known = new Set(regulations.map(({ code }) => code));
		for (const { citations } of grounds) {
			expect(citations.length).toBeGreaterThan(0);
			for (const { regulation } of citations) expect(known).toContain(regulation);
		}
	});

	it('marks what was not read in the text as unverified', () => {
		const uncertain = grounds.flatMap(({ citations }) =>
			citations.filter(({ certainty }) => certainty === 'unverified').map(({ regulation }) => regulation)
		);
		expect(new Set(uncertain)).toEqual(new Set(['pp-17-1994', 'permenkop-9-2018']));
	});

	it('lets nobody object against a court, and everybody against the others', () => {
		expect(grounds.map(({ needsJudgment, mayObject }) => needsJudgment !== mayObject)).toEqual([
			true,
			true,
			true,
			true,
			true
		]);
	});

	it('refuses a code it does not know', () => expect(() => groundOf('boredom')).toThrow(RangeError));
});

describe('what the record bears out', () => {
	it('three running years without a meeting, no fewer', () => {
		expect(groundsSupported(withMeetings('not', 'not', 'not'))).toEqual([
			{ code: 'noMeetingThreeYears', bookYears: [2022, 2023, 2024] }
		]);
		expect(groundsSupported(withMeetings('not', 'not', 'reported'))).toEqual([]);
		expect(groundsSupported(withMeetings('not', 'unknown', 'not', 'not'))).toEqual([]);
		expect(groundsSupported(withMeetings('not', 'held', 'not', 'not'))).toEqual([]);
	});

	it('two running years without business, no fewer', () => {
		const idle = { turnoverRupiah: 0n };
		expect(groundsSupported(withFigures(idle, idle))).toEqual([
			{ code: 'noBusinessTwoYears', bookYears: [2023, 2024] }
		]);
		expect(groundsSupported(withFigures(idle))).toEqual([]);
		expect(groundsSupported(withFigures({}, idle))).toEqual([]);
		expect(groundsSupported(withFigures(idle, { ...idle, bookYear: 2022 }))).toEqual([]);
		expect(groundsSupported(withFigures(idle, { turnoverRupiah: null }))).toEqual([]);
	});
});

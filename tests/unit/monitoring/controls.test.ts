import { describe, expect, it } from 'vitest';
import { isRelapse, mayEndCare } from '#clinic/closures/relapse.ts';
import { controlDays, missedBefore } from '#clinic/monitoring/controls.ts';
import { keptAnswers, lastAnswers, questionsFor, worseAnswers, type Answers } from '#clinic/monitoring/questions.ts';
import { stallReason, type StalledFacts } from '#clinic/monitoring/stalled.ts';
import { clinicCodes } from '#clinic/offices/poli.ts';
import { addDays } from '#platform/clock.ts';

describe('the series of controls', () => {
	it('is counted from a day in months, at the end of a month too', () => {
		expect(controlDays('2026-01-31', [1, 3, 6, 12]).map(({ dueOn }) => dueOn)).toEqual([
			'2026-02-28',
			'2026-04-30',
			'2026-07-31',
			'2027-01-31'
		]);
	});

	it('is moved to open days, and leaves out what is dated already', () => {
		expect(
			controlDays('2026-03-02', [1, 3], (day) => addDays(day, 1), '2026-04-03').map(({ month, dueOn }) => [
				month,
				dueOn
			])
		).toEqual([[3, '2026-06-03']]);
	});

	it('a control is missed once three days have gone by', () => {
		expect(missedBefore('2026-03-10')).toBe('2026-03-08');
	});
});

const said = (answer: 'yes' | 'partly' | 'no', note: string | null = null) => ({ answer, note, still: false });

describe('what is asked at a control', () => {
	it('is common to all, and of the group of the cause', () => {
		for (const group of clinicCodes) expect(questionsFor(group)).toHaveLength(questionsFor(null).length + 2);
	});

	it('still true repeats the last answer with its note', () => {
		const last: Answers = { planRuns: said('partly', 'Dua dari empat') };
		expect(keptAnswers({ planRuns: { answer: 'still', note: null } }, last)).toEqual({
			planRuns: { answer: 'partly', note: 'Dua dari empat', still: true }
		});
		expect(keptAnswers({ planRuns: { answer: 'still', note: 'Tiga' } }, last).planRuns!.note).toBe('Tiga');
		expect(() => keptAnswers({ planRuns: { answer: 'still', note: null } }, {})).toThrow(RangeError);
	});

	it('what was not asked is not kept', () => {
		expect(
			keptAnswers({ planRuns: { answer: null, note: 'x' }, boardMeets: { answer: 'no', note: null } }, {})
		).toEqual({
			boardMeets: said('no')
		});
	});

	it('the last answer to each counts, from whichever control it is', () => {
		expect(
			lastAnswers([
				{ answers: { planRuns: said('no') } },
				{ answers: null },
				{ answers: { planRuns: said('yes'), boardMeets: said('partly') } }
			])
		).toEqual({ planRuns: said('no'), boardMeets: said('partly') });
	});

	it('worse is from yes to partly or no, and from partly to no; nothing else', () => {
		const worse = (before: Answers, now: Answers) => worseAnswers(before, now).length === 1;
		for (const [before, now, is] of [
			['yes', 'partly', true],
			['yes', 'no', true],
			['partly', 'no', true],
			['partly', 'partly', false],
			['no', 'partly', false],
			['partly', 'yes', false]
		] as const)
			expect([before, now, worse({ planRuns: said(before) }, { planRuns: said(now) })]).toEqual([before, now, is]);
		expect(worse({}, { planRuns: said('no') })).toBe(false);
	});
});

describe('a relapse', () => {
	it('is falling ill within twelve months of the recovery; the last day counts', () => {
		expect(isRelapse('2025-03-02', '2026-03-02')).toBe(true);
		expect(isRelapse('2025-03-02', '2026-03-03')).toBe(false);
		expect(mayEndCare('2025-03-02', '2026-03-02')).toBe(false);
		expect(mayEndCare('2025-03-02', '2026-03-03')).toBe(true);
	});
});

describe('why a case stands still', () => {
	const facts: StalledFacts = {
		stage: 'treatment',
		hasAdviser: true,
		planWaits: false,
		planReturned: false,
		hasPlan: true,
		referralWaits: false,
		controlLate: false,
		boardLate: 0,
		officeLate: 0
	};

	it.each([
		[{ hasAdviser: false, planWaits: true }, 'noAdviser'],
		[{ planWaits: true, controlLate: true }, 'planWaits'],
		[{ referralWaits: true, planReturned: true }, 'referralWaits'],
		[{ planReturned: true, boardLate: 1 }, 'planReturned'],
		[{ controlLate: true, boardLate: 1 }, 'controlLate'],
		[{ boardLate: 1, officeLate: 1 }, 'boardLate'],
		[{ officeLate: 1 }, 'officeLate'],
		[{}, 'noControl'],
		[{ hasPlan: false }, 'noPlan'],
		[{ stage: 'arrived' }, 'noComplaint'],
		[{ stage: 'complaint' }, 'notExamined'],
		[{ stage: 'examination' }, 'noDiagnosis'],
		[{ stage: 'diagnosis' }, 'noReferral'],
		[{ stage: 'referral' }, 'noPlan'],
		[{ stage: 'monitoring' }, 'noControl'],
		[{ stage: 'recovered' }, 'noControl'],
		[{ stage: 'dissolutionProposed' }, 'closureWaits']
	] as const)('%o: %s', (change, reason) => {
		expect(stallReason({ ...facts, ...change })).toBe(reason);
	});
});

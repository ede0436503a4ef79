import { describe, expect, it } from 'vitest';
import { mayFollow, stages, standingOf, stageOf, type Stage } from '#clinic/cases/journey.ts';
import { nextStep, stepNeeds, stepPaths, steps, type CaseFacts, type Step } from '#clinic/cases/next-step.ts';
import { allPermissions } from '#clinic/offices/roles.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const passed = (...list: (Stage | null)[]) => list.map((stage, index) => ({ stage, at: day(index + 1) }));

describe('where a case stands', () => {
	it('is arrived before anything turned it', () => {
		expect(standingOf([])).toEqual({ stage: 'arrived', since: null });
	});
	it('counts from the milestone that turned it, not from later ones of the same stage', () => {
		expect(standingOf(passed('arrived', 'complaint', null, 'complaint'))).toEqual({
			stage: 'complaint',
			since: day(2)
		});
	});
	it('is not thrown back by an examination, complaint, diagnosis or referral in treatment or later', () => {
		for (const late of ['treatment', 'monitoring', 'dissolutionProposed'] as const)
			for (const early of ['complaint', 'examination', 'diagnosis', 'referral'] as const)
				expect(standingOf(passed('referral', late, early))).toEqual({ stage: late, since: day(2) });
	});
	it('begins again at the complaint after a relapse', () => {
		expect(standingOf(passed('monitoring', 'recovered', 'complaint'))).toEqual({ stage: 'complaint', since: day(3) });
	});
	it('goes back from a returned closure proposal', () => {
		expect(stageOf(passed('treatment', 'dissolutionProposed', 'treatment'))).toBe('treatment');
	});
});

describe('the journey', () => {
	it('lets nothing follow a closed case and nothing skip the diagnosis', () => {
		expect(stages.filter((stage) => mayFollow('closed', stage))).toEqual([]);
		for (const early of ['arrived', 'complaint', 'examination'] as const)
			expect(stages.filter((stage) => mayFollow(early, stage))).not.toContain('referral');
	});
	it('may reach every stage but the first from another', () => {
		for (const stage of stages.slice(1))
			expect(stages.some((from) => from !== stage && mayFollow(from, stage))).toBe(true);
	});
});

describe('the next sensible step', () => {
	it.each<[Partial<CaseFacts> & { stage: Stage }, Step | null]>([
		[{ stage: 'arrived' }, 'complaint'],
		[{ stage: 'complaint' }, 'examination'],
		[{ stage: 'complaint', canBeExamined: false }, 'diagnosis'],
		[{ stage: 'examination' }, 'diagnosis'],
		[{ stage: 'diagnosis' }, 'referral'],
		[{ stage: 'referral', passed: ['referral.sent'] }, 'referral'],
		[{ stage: 'referral', passed: ['referral.sent', 'referral.accepted'] }, 'plan'],
		[{ stage: 'referral', passed: ['referral.sent', 'referral.accepted', 'referral.sent'] }, 'referral'],
		[{ stage: 'treatment', passed: ['plan.proposed'] }, 'plan'],
		[{ stage: 'treatment', passed: ['plan.proposed', 'plan.approved'] }, 'followUp'],
		[{ stage: 'treatment', passed: ['plan.proposed', 'plan.approved', 'plan.proposed'] }, 'plan'],
		[{ stage: 'monitoring' }, 'followUp'],
		[{ stage: 'recovered' }, 'followUp'],
		[{ stage: 'dissolutionProposed' }, 'outcome'],
		[{ stage: 'closed' }, null]
	])('%o', (facts, step) => {
		expect(nextStep({ canBeExamined: true, passed: [], ...facts })).toBe(step);
	});
	it('has an address and a permission for every step', () => {
		expect(new Set(Object.values(stepPaths)).size).toBe(steps.length);
		for (const step of steps) expect(allPermissions).toContain(stepNeeds[step]);
	});
});

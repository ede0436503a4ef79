import { describe, expect, it } from 'vitest';
import { whyOpened } from '#clinic/treatments/openings.ts';

const at = new Date('2026-03-02T02:00:00Z');
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
const opened = { caseId: 'c', actorId: 'ratna', at };
const none = { deeds: [], advisers: new Map<string, string>(), specialists: new Set<string>() };
const did = (what: string, count: number, by = 'ratna', caseId = 'c') => ({ caseId, what, at: minutes(count), by });

describe('why a file was opened', () => {
	it('is what was done in it within the hour, or just before', () => {
		expect(whyOpened(opened, { ...none, deeds: [did('plan.approved', 60)] })).toBe('decided');
		expect(whyOpened(opened, { ...none, deeds: [did('plan.approved', 61)] })).toBe('serves');
		expect(whyOpened(opened, { ...none, deeds: [did('session.recorded', -5)] })).toBe('talked');
		expect(whyOpened(opened, { ...none, deeds: [did('session.recorded', -6)] })).toBe('serves');
	});

	it('is never what somebody else did, nor what was done in another case', () => {
		expect(whyOpened(opened, { ...none, deeds: [did('followUp.done', 1, 'siti')] })).toBe('serves');
		expect(whyOpened(opened, { ...none, deeds: [did('followUp.done', 1, 'ratna', 'd')] })).toBe('serves');
	});

	it.each([
		['complaint.recorded', 'listened'],
		['examination.recorded', 'examined'],
		['diagnosis.made', 'diagnosed'],
		['referral.sent', 'referred'],
		['plan.proposed', 'planned'],
		['closure.agreed', 'decided'],
		['closure.proposed', 'planned'],
		['followUp.planned', 'controlled']
	] as const)('%s: %s', (what, reason) => {
		expect(whyOpened(opened, { ...none, deeds: [did(what, 1)] })).toBe(reason);
	});

	it('is the weightiest of several', () => {
		expect(whyOpened(opened, { ...none, deeds: [did('plan.proposed', 1), did('plan.returned', 2)] })).toBe('decided');
	});

	it('else what the person is to the case; more is not claimed', () => {
		expect(whyOpened(opened, { ...none, advisers: new Map([['c', 'ratna']]) })).toBe('inCharge');
		expect(whyOpened(opened, { ...none, specialists: new Set(['c ratna']) })).toBe('specialist');
		expect(whyOpened(opened, { ...none, specialists: new Set(['d ratna']) })).toBe('serves');
	});
});

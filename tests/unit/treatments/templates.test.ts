import { describe, expect, it } from 'vitest';
import { causeCodes } from '#clinic/diagnoses/causes.ts';
import { clinicCodes } from '#clinic/offices/poli.ts';
import { mostActions, mostMeetings, mostWarningSigns } from '#clinic/treatments/plans.ts';
import { causeTemplates } from '#clinic/treatments/templates/built-in.ts';
import {
	builtInFor,
	builtInTemplates,
	datedActions,
	readTemplateKey,
	templateKey,
	workingDayFrom
} from '#clinic/treatments/templates.ts';

describe('the built-in templates', () => {
	it('are there for every cause: its own first, then its group’s', () => {
		for (const cause of causeCodes) {
			const offered = builtInFor(cause);
			expect({ cause, count: offered.length > 0 }).toEqual({ cause, count: true });
			expect(offered.at(-1)!.origin.code).toMatch(/^group:/);
		}
		expect(builtInFor('badLoans').map(({ origin }) => origin.code)).toEqual(['badLoans', 'group:finance']);
		expect(builtInFor('unknownToThisVersion')).toEqual([]);
		// No template for a code that the list does not know.
		expect(Object.keys(causeTemplates).filter((code) => !(causeCodes as readonly string[]).includes(code))).toEqual([]);
	});

	it('are there for every group', () => {
		const codes = builtInTemplates().map(({ origin }) => origin.code);
		expect(codes).toEqual(expect.arrayContaining(clinicCodes.map((group) => `group:${group}`)));
		expect(new Set(codes).size).toBe(codes.length);
	});

	it('fit a prescription of one page, and give the office and the board something to do', () => {
		for (const { origin, aim, actions, warningSigns } of builtInTemplates()) {
			const told = { code: origin.code, aim: aim.length, actions: actions.length, signs: warningSigns.length };
			expect(told.aim, origin.code).toBeLessThanOrEqual(500);
			expect(told.actions, origin.code).toBeGreaterThanOrEqual(3);
			expect(told.actions, origin.code).toBeLessThanOrEqual(mostActions);
			expect(told.signs, origin.code).toBeGreaterThanOrEqual(1);
			expect(told.signs, origin.code).toBeLessThanOrEqual(mostWarningSigns);
			expect(
				actions.some(({ owner }) => owner !== 'office'),
				origin.code
			).toBe(true);
			for (const { what, withinDays, meetings, proof } of actions) {
				expect(what.length, what).toBeLessThanOrEqual(200);
				expect(withinDays, what).toBeGreaterThan(0);
				expect(meetings ?? 1, what).toBeLessThanOrEqual(mostMeetings);
				expect((proof ?? '').length, what).toBeLessThanOrEqual(120);
			}
		}
	});

	it('are found again by their key', () => {
		for (const { origin } of builtInTemplates())
			expect(readTemplateKey(templateKey(origin))).toEqual({ kind: 'builtIn', code: origin.code });
		for (const wrong of ['', 'badLoans', 'other.x', 'own.', `own.${'x'.repeat(90)}`, 'own.<b>'])
			expect(readTemplateKey(wrong)).toBeNull();
	});
});

describe('the days of a template', () => {
	const [template] = builtInFor('noBusinessNumber');

	it('are counted from the first day of the plan', () => {
		expect(datedActions(template!, '2026-03-02').map(({ dueOn }) => dueOn)).toEqual([
			'2026-03-16',
			'2026-04-01',
			'2026-04-11'
		]);
	});

	it('fall on days on which the office is open', () => {
		const closed = new Set(['2026-03-16', '2026-03-17']);
		const [first] = datedActions(template!, '2026-03-02', (on) => !closed.has(on));
		expect(first!.dueOn).toBe('2026-03-18');
	});

	it('stay where they are when no open day is known', () => {
		expect(workingDayFrom('2026-03-16', () => false)).toBe('2026-03-16');
		expect(workingDayFrom('2026-03-16', () => true)).toBe('2026-03-16');
		expect(workingDayFrom('2026-03-16', (on) => on >= '2026-04-14')).toBe('2026-04-14');
		expect(workingDayFrom('2026-03-16', (on) => on >= '2026-04-15')).toBe('2026-03-16');
	});
});

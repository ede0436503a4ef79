import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { stages } from '#clinic/cases/journey.ts';
import { stageAfterControl, usualNextControl } from '#clinic/monitoring/controls.ts';
import { newPlan } from '#clinic/treatments/forms.ts';
import { actionState, mayPlan, mostActions, nextAction, stageAfterSession } from '#clinic/treatments/plans.ts';

describe('a plan', () => {
	it('may be made once the case is with a poli and as long as it is in care', () =>
		expect(stages.filter(mayPlan)).toEqual(['referral', 'treatment', 'monitoring']));

	it('shows each action as done, open or overdue from the day after', () => {
		expect(actionState({ dueOn: '2026-03-02', doneAt: null }, '2026-03-02')).toBe('open');
		expect(actionState({ dueOn: '2026-03-01', doneAt: null }, '2026-03-02')).toBe('overdue');
		expect(actionState({ dueOn: '2026-03-01', doneAt: new Date() }, '2026-03-02')).toBe('done');
	});

	it('names the open action that is due first', () => {
		const done = { dueOn: '2026-01-01', doneAt: new Date() };
		const late = { dueOn: '2026-05-01', doneAt: null };
		const soon = { dueOn: '2026-04-01', doneAt: null };
		expect(nextAction([done, late, soon])).toBe(soon);
		expect(nextAction([done])).toBeNull();
	});
});

describe('talks and controls', () => {
	it('turn a case in care, and leave a recovered one or one proposed for closure where it stands', () => {
		for (const stage of stages) {
			const stays = stage === 'recovered' || stage === 'dissolutionProposed';
			expect(stageAfterSession(stage)).toBe(stays ? null : 'treatment');
			expect(stageAfterControl(stage)).toBe(stays ? null : 'monitoring');
		}
	});

	it('propose the next control soon in care and seldom after recovery', () => {
		expect(usualNextControl('treatment', '2026-01-31')).toBe('2026-02-28');
		expect(usualNextControl('recovered', '2026-01-31')).toBe('2026-07-31');
	});
});

describe('the form of a plan', () => {
	const line = { what: 'Susun daftar tagihan', owner: 'treasurer', dueOn: '2026-04-01' };
	const empty = { what: ' ', owner: 'chair', dueOn: '' };
	const read = (actions: unknown[]) => v.safeParse(newPlan, { aim: 'Tagihan tertib', actions });
	const issues = (actions: unknown[]) => read(actions).issues?.map((issue) => [v.getDotPath(issue), issue.message]);

	it('leaves out empty lines and remembers where the others stood', () => {
		const { output } = read([empty, line, empty]);
		expect((output as v.InferOutput<typeof newPlan>).actions).toEqual([
			{ ...line, meetings: null, proof: null, line: 1 }
		]);
	});

	it('says in which line something is missing', () => {
		expect(issues([empty, { ...line, dueOn: '' }])![0]).toEqual(['actions.1.dueOn', 'required']);
		expect(issues([{ ...line, owner: 'mayor' }])).toEqual([['actions.0.owner', 'required']]);
	});

	it('wants at least one action and no more than a page holds', () => {
		expect(issues([empty])).toEqual([['actions', 'atLeastOneAction']]);
		expect(read(Array(mostActions).fill(line)).success).toBe(true);
		expect(issues(Array(mostActions + 1).fill(line))).toEqual([['actions', `tooManyActions:${mostActions}`]]);
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { dropTask, finishTask, startSequence } from '#clinic/treatments/server/commands/tasks.ts';
import { openTasksOf, tasksDue } from '#clinic/treatments/server/reads/tasks.ts';
import { preview, sequenceCodes, suggestedSequence } from '#clinic/treatments/sequences.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, complaining, lastPassed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const open = (caseId: string) => ask((reader) => openTasksOf(reader, by('adviser'), caseId));
const steps = preview('missedControl', smallToday).map(({ dueOn }) => ({ keep: 'on', dueOn }));
const start = async (more: object = {}) => {
	const { caseId } = await complaining('cashShort');
	await act(by('adviser'), startSequence, { caseId, sequence: 'missedControl', steps, ...more });
	return caseId;
};

describe('startSequence', () => {
	it('makes what the preview showed', async () => {
		const caseId = await start();
		expect((await open(caseId)).map(({ what, dueOn }) => ({ what, dueOn }))).toEqual(
			preview('missedControl', smallToday).map(({ what, dueOn }) => ({ what, dueOn }))
		);
		expect(await lastPassed(caseId)).toMatchObject({ what: 'tasks.planned', params: { count: 4 } });
	});

	it('leaves out what was unticked, and takes the days as they were moved', async () => {
		const changed = [{ keep: '', dueOn: '' }, { keep: 'on', dueOn: '2026-03-09' }, ...steps.slice(2, 3)];
		const caseId = await start({ steps: changed });
		expect((await open(caseId)).map(({ dueOn }) => dueOn)).toEqual(['2026-03-09', '2026-03-09']);
	});

	it('wants at least one, days that lie ahead, and steps that the sequence has', async () => {
		await expect(start({ steps: [] })).rejects.toEqual(badInput({ steps: 'atLeastOneStep' }));
		await expect(start({ steps: [{ keep: 'on', dueOn: '2026-03-01' }] })).rejects.toEqual(
			badInput({ 'steps.0.dueOn': 'dayPassed' })
		);
		await expect(start({ steps: [{ keep: 'on', dueOn: '' }] })).rejects.toEqual(
			badInput({ 'steps.0.dueOn': 'required' })
		);
		await expect(start({ steps: [...steps, { keep: 'on', dueOn: '2026-04-01' }] })).rejects.toEqual(
			badInput({ 'steps.4.dueOn': 'dayPassed' })
		);
		await expect(start({ sequence: 'other' })).rejects.toEqual(badInput({ sequence: 'required' }));
	});

	it('is suggested by what happened last', () => {
		expect(suggestedSequence(['plan.actionDone', 'plan.approved', 'case.opened'])).toBe('afterApproval');
		expect(suggestedSequence(['case.recovered', 'plan.approved'])).toBe('afterRecovery');
		expect(suggestedSequence(['tasks.planned', 'plan.approved'])).toBeNull();
		for (const code of sequenceCodes) {
			const days = preview(code, smallToday).map(({ dueOn }) => dueOn);
			expect(days, code).toEqual(days.toSorted());
		}
	});
});

describe('finishTask and dropTask', () => {
	it('done once, with what came of it; dropped without a trace in the list', async () => {
		const caseId = await start();
		const [first, second] = await open(caseId);
		await act(by('adviser'), finishTask, { taskId: first!.id, note: 'Ketua akan datang' }, minutesLater(1));
		expect(await lastPassed(caseId)).toMatchObject({ what: 'task.done', why: 'Ketua akan datang' });
		const done = refusal('treatments.taskDone');
		await expect(act(by('inspector'), finishTask, { taskId: first!.id })).rejects.toEqual(done);
		await expect(act(by('inspector'), dropTask, { taskId: first!.id })).rejects.toEqual(done);
		await act(by('adviser'), dropTask, { taskId: second!.id });
		expect(await open(caseId)).toHaveLength(2);
		await expect(act(world.buleleng.actors.adviser, finishTask, { taskId: second!.id })).rejects.toEqual(
			refusal('missing')
		);
	});
});

describe('the list of tasks', () => {
	it('holds what is due within a week or late, of open cases of the office', async () => {
		const caseId = await start();
		const due = async (today: string) =>
			(await ask((reader) => tasksDue(reader, by('adviser'), today))).filter((one) => one.caseId === caseId);
		expect((await due(smallToday)).map(({ dueOn }) => dueOn)).toEqual(['2026-03-03', '2026-03-05', '2026-03-09']);
		expect(await due('2026-05-01')).toHaveLength(4);
		expect(
			await ask(
				(reader) => tasksDue(reader, world.buleleng.actors.adviser, '2026-05-01'),
				world.buleleng.actors.adviser
			)
		).toEqual([]);
		await test.admin.query('update cases set closed_at = now() where id = $1', [caseId]);
		expect(await due('2026-05-01')).toEqual([]);
	});
});

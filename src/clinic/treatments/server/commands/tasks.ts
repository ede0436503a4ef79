import { and, eq } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { sequences, sequencesVersion } from '../../sequences.ts';
import { startedSequence, taskDone, taskNamed } from '../../task-forms.ts';
import { careTasks } from '../tables/tasks.ts';

/** Makes the tasks of a sequence as its preview was left: what was ticked, on the days that stood there. */
export const startSequence = command({
	name: 'treatments.startSequence',
	needs: 'case.care',
	input: startedSequence,
	run: async (context, { caseId, sequence, steps }) => {
		const { tx, actor, now } = context;
		const today = dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);
		await caseInHand(context, caseId);
		const known = sequences[sequence];
		const wrong = steps.filter(({ dueOn, position }) => dueOn === null || dueOn < today || !known[position]);
		if (wrong.length > 0)
			throw new BadInput(
				Object.fromEntries(
					wrong.map(({ position, dueOn }) => [`steps.${position}.dueOn`, dueOn === null ? 'required' : 'dayPassed'])
				)
			);
		await runWithin(context, reportMilestone, {
			caseId,
			stage: null,
			what: 'tasks.planned',
			params: { count: steps.length }
		});
		const madeByName = await nameOf(tx, actor);
		await tx.insert(careTasks).values(
			steps.map(({ position, dueOn }) => ({
				id: newId<'CareTask'>(),
				officeId: actor.officeId as Id<'Office'>,
				caseId,
				sequence,
				version: sequencesVersion,
				position,
				what: found(known[position]).what,
				dueOn: found(dueOn),
				madeAt: now,
				madeByName
			}))
		);
		return { count: steps.length };
	}
});

/** A task is done, with what came of it. */
export const finishTask = command({
	name: 'treatments.finishTask',
	needs: 'case.care',
	input: taskDone,
	run: async (context, { taskId, note }) => {
		const { tx, actor, now } = context;
		const task = await inHand(context, taskId);
		if (task.doneAt) throw new Refusal('treatments.taskDone', { name: task.doneByName ?? '' });
		await tx
			.update(careTasks)
			.set({ doneAt: now, doneByName: await nameOf(tx, actor), doneNote: note })
			.where(eq(careTasks.id, task.id));
		await runWithin(context, reportMilestone, {
			caseId: task.caseId,
			stage: null,
			what: 'task.done',
			params: { task: task.what },
			why: note
		});
		return { caseId: task.caseId };
	}
});

/** A task is not needed any more. */
export const dropTask = command({
	name: 'treatments.dropTask',
	needs: 'case.care',
	input: taskNamed,
	run: async (context, { taskId }) => {
		const task = await inHand(context, taskId);
		if (task.doneAt) throw new Refusal('treatments.taskDone', { name: task.doneByName ?? '' });
		await context.tx.update(careTasks).set({ droppedAt: context.now }).where(eq(careTasks.id, task.id));
		return { caseId: task.caseId };
	}
});

async function inHand({ tx, actor }: Context, taskId: Id<'CareTask'>) {
	const [row] = await tx
		.select()
		.from(careTasks)
		.where(and(eq(careTasks.id, taskId), eq(careTasks.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

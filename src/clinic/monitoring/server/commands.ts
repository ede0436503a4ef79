import { and, eq, isNull } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { stageAfterControl } from '../controls.ts';
import { doneFollowUp, plannedFollowUp } from '../forms.ts';
import { followUps } from './tables.ts';

const todayOf = async ({ tx, actor, now }: Context): Promise<Day> =>
	dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);

/** Sets the day of the next control. A case has one next control: a second planning moves it. */
export const planFollowUp = command({
	name: 'monitoring.planFollowUp',
	needs: 'followUp.record',
	input: plannedFollowUp,
	run: async (context, { caseId, dueOn }) => {
		const { tx, actor, now } = context;
		const newFollowUpId = newId<'FollowUp'>();
		if (dueOn < (await todayOf(context))) throw new BadInput({ dueOn: 'dayPassed' });
		const { stage } = await caseInHand(context, caseId);
		await runWithin(context, reportMilestone, {
			caseId,
			stage: stageAfterControl(stage),
			what: 'followUp.planned',
			params: { dueOn }
		});
		const planned = { dueOn, plannedAt: now, plannedBy: actor.id };
		const [moved] = await tx
			.update(followUps)
			.set(planned)
			.where(and(eq(followUps.caseId, caseId), isNull(followUps.doneAt)))
			.returning({ id: followUps.id });
		if (!moved)
			await tx.insert(followUps).values({ ...planned, id: newFollowUpId, officeId: actor.officeId as never, caseId });
		return { followUpId: moved?.id ?? newFollowUpId };
	}
});

/** Keeps what a control found, with the examination made at it, and sets the day of the next one. */
export const recordFollowUp = command({
	name: 'monitoring.recordFollowUp',
	needs: 'followUp.record',
	input: doneFollowUp,
	run: async (context, { caseId, followUpId, findings, examinationId, nextOn }) => {
		const { tx, actor, now } = context;
		const today = await todayOf(context);
		if (nextOn !== null && nextOn <= today) throw new BadInput({ nextOn: 'notAfterToday' });
		const { stage, cooperativeId } = await caseInHand(context, caseId);
		if (examinationId) await refuseForeign(context, examinationId, cooperativeId);
		const doneId = followUpId ?? newId<'FollowUp'>();
		await runWithin(context, reportMilestone, {
			caseId,
			stage: stageAfterControl(stage),
			what: 'followUp.done',
			subjectId: doneId
		});
		const done = { doneAt: now, doneBy: actor.id, doneByName: await nameOf(tx, actor), findings, examinationId };
		if (followUpId) {
			await refuseDone(context, caseId, followUpId);
			await tx.update(followUps).set(done).where(eq(followUps.id, followUpId));
		} else {
			const came = { dueOn: today, plannedAt: now, plannedBy: actor.id };
			await tx.insert(followUps).values({ ...came, ...done, id: doneId, officeId: actor.officeId as never, caseId });
		}
		if (nextOn !== null) await runWithin(context, planFollowUp, { caseId, dueOn: nextOn });
		return { followUpId: doneId };
	}
});

async function refuseForeign({ tx }: Context, examinationId: string, cooperativeId: string): Promise<void> {
	const [row] = await tx
		.select({ cooperativeId: examinations.cooperativeId })
		.from(examinations)
		.where(eq(examinations.id, examinationId as never));
	const same = await sameCooperative(readerOf(tx), cooperativeId);
	if (!same.some(({ id }) => id === row?.cooperativeId)) throw missing();
}

async function refuseDone({ tx }: Context, caseId: string, followUpId: string): Promise<void> {
	const [row] = await tx
		.select({ doneAt: followUps.doneAt, doneByName: followUps.doneByName })
		.from(followUps)
		.where(and(eq(followUps.id, followUpId as never), eq(followUps.caseId, caseId as never)));
	const { doneAt, doneByName } = found(row);
	if (doneAt) throw new Refusal('monitoring.alreadyDone', { name: doneByName ?? '' });
}

import { and, eq, isNull, sql } from 'drizzle-orm';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { command, runWithin } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { openingOfCase, reportedMilestone } from '../forms.ts';
import { mayFollow, staysIn } from '../journey.ts';
import { caseOf } from './reads.ts';
import { cases, milestones } from './tables.ts';

/** Opens a cooperative's case, or finds the one that is open: two desks at once open one. */
export const openCase = command({
	name: 'cases.openCase',
	needs: 'complaint.record',
	input: openingOfCase,
	run: async (context, { caseId, cooperativeId, why }) => {
		const { tx, actor, now } = context;
		// The lock on the cooperative makes two openings take turns.
		const [cooperative] = await tx
			.select({ id: cooperatives.id, mergedInto: cooperatives.mergedInto })
			.from(cooperatives)
			.where(and(eq(cooperatives.id, cooperativeId), eq(cooperatives.officeId, actor.officeId as never)))
			.for('update');
		const patient = found(cooperative);
		const patientId = patient.mergedInto ?? patient.id;
		const [open] = await tx
			.select({ id: cases.id })
			.from(cases)
			.where(and(eq(cases.cooperativeId, patientId), isNull(cases.closedAt)));
		if (open) return { caseId: open.id, isNew: false };
		await tx.insert(cases).values({
			id: caseId,
			officeId: actor.officeId as never,
			cooperativeId: patientId,
			number: await nextNumber(context),
			openedAt: now,
			openedBy: actor.id
		});
		await runWithin(context, reportMilestone, { caseId, stage: 'arrived', what: 'case.opened', why });
		return { caseId, isNew: true };
	}
});

async function nextNumber({ tx, actor, now }: Parameters<typeof openCase.run>[0]): Promise<string> {
	const office = found(await ownOffice(readerOf(tx), actor));
	const year = dayOf(now, office.zone).slice(0, 4);
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cases.${actor.officeId}.${year}`}))`);
	const [last] = await tx
		.select({ number: sql<number>`coalesce(max(split_part(${cases.number}, '-', 2)::int), 0)::int` })
		.from(cases)
		.where(and(eq(cases.officeId, actor.officeId as never), sql`${cases.number} like ${`${year}-%`}`));
	return `${year}-${String((last?.number ?? 0) + 1).padStart(3, '0')}`;
}

/**
 * A stop reports what happened to the case. The journey says which stage may follow; a report that the journey does not
 * allow is refused, and with it the deed that made it.
 */
export const reportMilestone = command({
	name: 'cases.reportMilestone',
	needs: 'case.care',
	input: reportedMilestone,
	run: async ({ tx, actor, now }, milestone) => {
		const [row] = await tx
			.select({ id: cases.id })
			.from(cases)
			.where(and(eq(cases.id, milestone.caseId), eq(cases.officeId, actor.officeId as never)))
			.for('update');
		const patient = await caseOf(readerOf(tx), actor, found(row).id);
		if (patient.closedAt) throw new Refusal('cases.closed');
		const { stage } = milestone;
		const isFirst = milestone.what === 'case.opened';
		if (stage && !isFirst && !staysIn(patient.stage, stage) && !mayFollow(patient.stage, stage))
			throw new Refusal('cases.notNow', { stage: patient.stage, next: stage });
		await tx.insert(milestones).values({
			...milestone,
			id: newId<'Milestone'>(),
			officeId: actor.officeId as never,
			at: now,
			byKind: actor.kind,
			by: actor.id,
			byName: await nameOf(tx, actor)
		});
		if (stage === 'closed') await tx.update(cases).set({ closedAt: now }).where(eq(cases.id, milestone.caseId));
		return null;
	}
});

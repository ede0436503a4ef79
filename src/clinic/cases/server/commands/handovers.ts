import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { colleaguesWho } from '#clinic/offices/server/reads/colleagues.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { handoverAccepted, handoverNamed, newHandover } from '../../handover-forms.ts';
import { reportMilestone } from '../commands.ts';
import { tellNewAdviser } from '../handover-message.ts';
import { cases } from '../tables.ts';
import { handoverCases, handovers } from '../tables/handovers.ts';

/**
 * Offers every open case in an officer's hands to a successor: by the officer, or by who decides on plans. Each stays
 * where it is until the successor accepts it.
 */
export const handOver = command({
	name: 'cases.handOver',
	needs: 'case.care',
	input: newHandover,
	run: async (context, { fromId, toId, note }) => {
		const { tx, actor, now } = context;
		const from = await colleague(context, fromId);
		const to = await colleague(context, toId);
		if (from.id !== actor.id && !may(actor, 'plan.approve')) throw new Refusal('cases.notYoursToHandOver');
		if (from.id === to.id || to.leftAt !== null || !(await mayCare(context, to.id)))
			throw new BadInput({ toId: 'mayNotTakeOver' });
		const inHand = await tx
			.select({ id: cases.id })
			.from(cases)
			.where(
				and(
					eq(cases.officeId, actor.officeId as never),
					eq(cases.adviserId, from.id),
					isNull(cases.closedAt),
					sql`not exists (select from handover_cases offered where offered.case_id = ${cases.id}
						and offered.accepted_at is null and offered.dropped_at is null)`
				)
			)
			.orderBy(cases.id)
			.for('update');
		if (inHand.length === 0) throw new Refusal('cases.nothingToHandOver', { name: from.name });
		const handoverId = newId<'Handover'>();
		const officeId = actor.officeId as Id<'Office'>;
		await tx.insert(handovers).values({
			id: handoverId,
			officeId,
			fromId: from.id,
			fromName: from.name,
			toId: to.id,
			toName: to.name,
			note,
			at: now,
			by: actor.id,
			byName: await nameOf(tx, actor)
		});
		await tx.insert(handoverCases).values(inHand.map(({ id }) => ({ handoverId, caseId: id, officeId })));
		return { handoverId, count: inHand.length };
	}
});

/**
 * The successor accepts cases, one, some or all: each is in his or her hands from now on, its history says so, and its
 * cooperative is told.
 */
export const acceptHandover = command({
	name: 'cases.acceptHandover',
	needs: 'case.care',
	input: handoverAccepted,
	run: async (context, { handoverId, caseIds, all }) => {
		const { tx, actor, now } = context;
		const handover = await inHand(context, handoverId);
		if (handover.toId !== actor.id) throw missing();
		if (caseIds.length === 0 && all !== 'yes') throw new BadInput({ caseIds: 'required' });
		const offered = await tx
			.select({ caseId: handoverCases.caseId })
			.from(handoverCases)
			.where(
				and(
					eq(handoverCases.handoverId, handover.id),
					isNull(handoverCases.acceptedAt),
					isNull(handoverCases.droppedAt),
					all === 'yes' ? undefined : inArray(handoverCases.caseId, caseIds)
				)
			)
			.orderBy(handoverCases.caseId);
		let accepted = 0;
		for (const { caseId } of offered) {
			const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
			const { adviserId, closedAt } = found(row);
			// Closed, or taken by somebody else since it was offered: there is nothing to accept any more.
			const isStill = closedAt === null && adviserId === handover.fromId;
			await tx
				.update(handoverCases)
				.set(isStill ? { acceptedAt: now } : { droppedAt: now })
				.where(and(eq(handoverCases.handoverId, handover.id), eq(handoverCases.caseId, caseId)));
			if (!isStill) continue;
			await tx.update(cases).set({ adviserId: handover.toId }).where(eq(cases.id, caseId));
			await runWithin(context, reportMilestone, {
				caseId,
				stage: null,
				what: 'case.handedOver',
				params: { from: handover.fromName, to: handover.toName },
				subjectId: handover.id
			});
			await tellNewAdviser(context, caseId, handover.toName);
			accepted += 1;
		}
		return { accepted, gone: offered.length - accepted };
	}
});

/** Takes back what was offered and not accepted yet. */
export const withdrawHandover = command({
	name: 'cases.withdrawHandover',
	needs: 'case.care',
	input: handoverNamed,
	run: async (context, { handoverId }) => {
		const { tx, actor, now } = context;
		const handover = await inHand(context, handoverId);
		const isTheirs = [handover.fromId as string, handover.by].includes(actor.id);
		if (!isTheirs && !may(actor, 'plan.approve')) throw missing();
		await tx
			.update(handoverCases)
			.set({ droppedAt: now })
			.where(
				and(
					eq(handoverCases.handoverId, handover.id),
					isNull(handoverCases.acceptedAt),
					isNull(handoverCases.droppedAt)
				)
			);
		if (!handover.withdrawnAt)
			await tx.update(handovers).set({ withdrawnAt: now }).where(eq(handovers.id, handover.id));
		return null;
	}
});

async function inHand({ tx, actor }: Context, handoverId: Id<'Handover'>) {
	const [row] = await tx
		.select()
		.from(handovers)
		.where(and(eq(handovers.id, handoverId), eq(handovers.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

/** Somebody who serves or has served in this office: who has left still has cases in hand. */
async function colleague({ tx, actor }: Context, staffId: Id<'Staff'>) {
	const [person] = await tx
		.select({ id: staff.id, name: staff.name, leftAt: staff.leftAt })
		.from(staff)
		.where(and(eq(staff.id, staffId), eq(staff.officeId, actor.officeId as never)));
	return found(person);
}

/** Serves today in a role that cares for cases. */
async function mayCare({ tx, actor, now }: Context, staffId: Id<'Staff'>): Promise<boolean> {
	const reader = readerOf(tx);
	const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
	return (await colleaguesWho(reader, actor, 'case.care', today)).some((one) => one.staffId === staffId);
}

import { and, asc, eq, gte, isNull, lt } from 'drizzle-orm';
import { cases, milestones } from '#clinic/cases/server/tables.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { missedBefore } from '../../controls.ts';
import { cardSettled, nothing } from '../../forms.ts';
import { raise } from '../raise.ts';
import { worsenedSince } from '../reads/comparison.ts';
import { followUps, monitoringCards } from '../tables.ts';

/** Examinations of the last days are looked at; a pass that was left out for some days finds them still. */
const lookBackDays = 7;

/**
 * The daily pass: a control that nobody held rises to the supervisor, once; an examination of a case in care that shows
 * an indicator worse than the one before raises a card, once.
 */
export const raiseCards = command({
	name: 'monitoring.raiseCards',
	needs: 'followUp.record',
	input: nothing,
	run: async (context) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		const missed = await tx
			.select({ id: followUps.id, caseId: followUps.caseId, dueOn: followUps.dueOn })
			.from(followUps)
			.innerJoin(cases, eq(cases.id, followUps.caseId))
			.where(
				and(
					eq(followUps.officeId, actor.officeId as never),
					isNull(followUps.doneAt),
					lt(followUps.dueOn, missedBefore(today)),
					isNull(cases.closedAt)
				)
			)
			.orderBy(asc(followUps.dueOn));
		let raised = 0;
		for (const { id, caseId, dueOn } of missed)
			if (await raise(context, { caseId, kind: 'missedControl', subjectId: id, dueOn })) raised += 1;
		for (const { caseId, examinationId } of await examinedLately(context, addDays(today, -lookBackDays))) {
			const worsened = await worsenedSince(reader, actor, examinationId);
			if (
				worsened.length > 0 &&
				(await raise(context, { caseId, kind: 'worsened', subjectId: examinationId, worsened }))
			)
				raised += 1;
		}
		return { raised };
	}
});

/** Examinations recorded in cases that are under treatment or watched, unless a control has told of them already. */
async function examinedLately({ tx, actor }: Context, since: string) {
	const rows = await tx
		.select({ caseId: milestones.caseId, examinationId: milestones.subjectId })
		.from(milestones)
		.innerJoin(cases, eq(cases.id, milestones.caseId))
		.where(
			and(
				eq(milestones.officeId, actor.officeId as never),
				gte(milestones.at, new Date(`${since}T00:00:00Z`)),
				eq(milestones.what, 'examination.recorded'),
				isNull(cases.closedAt)
			)
		);
	const told = await tx
		.select({ examinationId: followUps.examinationId })
		.from(followUps)
		.where(and(eq(followUps.officeId, actor.officeId as never), gte(followUps.doneAt, new Date(`${since}T00:00:00Z`))));
	const known = new Set(told.map(({ examinationId }) => examinationId as string | null));
	const lately: { caseId: string; examinationId: string }[] = [];
	for (const { caseId, examinationId } of rows) {
		if (!examinationId || known.has(examinationId)) continue;
		const { stage } = await caseOf(readerOf(tx), actor, caseId);
		if (['treatment', 'monitoring', 'recovered'].includes(stage)) lately.push({ caseId, examinationId });
	}
	return lately;
}

/** Somebody has looked at it, and says what was done. */
export const settleCard = command({
	name: 'monitoring.settleCard',
	needs: 'case.care',
	input: cardSettled,
	run: async ({ tx, actor, now }, { cardId, how }) => {
		const [row] = await tx
			.select()
			.from(monitoringCards)
			.where(and(eq(monitoringCards.id, cardId), eq(monitoringCards.officeId, actor.officeId as never)))
			.for('update');
		const card = found(row);
		if (card.settledAt) throw new Refusal('monitoring.cardSettled', { name: card.settledByName ?? '' });
		await tx
			.update(monitoringCards)
			.set({ settledAt: now, settledByName: await nameOf(tx, actor), how })
			.where(eq(monitoringCards.id, card.id));
		return { caseId: card.caseId };
	}
});

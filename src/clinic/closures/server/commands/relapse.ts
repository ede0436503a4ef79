import { desc, eq } from 'drizzle-orm';
import { caseInHand, openCase, reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, monthsBetween } from '#platform/clock.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { careEnded, relapseInput } from '../../forms.ts';
import { isRelapse, mayEndCare, relapseMonths } from '../../relapse.ts';
import { recoveries, relapses } from '../tables.ts';

/** A recovered case, locked, with the recovery that counts and its day in the office's zone. */
async function recovered(context: Context, caseId: Id<'Case'>) {
	const { tx, actor, now } = context;
	const { stage, cooperativeId } = await caseInHand(context, caseId);
	if (stage !== 'recovered') throw new Refusal('closures.notYetRecovered');
	const { zone } = found(await ownOffice(readerOf(tx), actor));
	const [recovery] = await tx
		.select({ id: recoveries.id, at: recoveries.at })
		.from(recoveries)
		.where(eq(recoveries.caseId, caseId))
		.orderBy(desc(recoveries.at), desc(recoveries.id))
		.limit(1);
	const { id, at } = found(recovery);
	return { cooperativeId, recoveryId: id, recoveredOn: dayOf(at, zone), today: dayOf(now, zone) };
}

/**
 * A cooperative that had recovered is ill again: its case is closed and a new one begins, linked to it. Within twelve
 * months it counts as a relapse; later the care is ended and a new case is opened in the usual way.
 */
export const declareRelapse = command({
	name: 'closures.declareRelapse',
	needs: 'outcome.decide',
	input: relapseInput,
	run: async (context, { caseId: formerCaseId, why }) => {
		const { tx, actor, now } = context;
		const { cooperativeId, recoveryId, recoveredOn, today } = await recovered(context, formerCaseId);
		if (!isRelapse(recoveredOn, today)) throw new Refusal('closures.noRelapse', { months: relapseMonths });
		await runWithin(context, reportMilestone, {
			caseId: formerCaseId,
			stage: 'closed',
			what: 'case.relapsed',
			why
		});
		const { caseId } = await runWithin(context, openCase, { caseId: newId<'Case'>(), cooperativeId, why });
		await tx.insert(relapses).values({
			caseId: caseId as Id<'Case'>,
			officeId: actor.officeId as Id<'Office'>,
			formerCaseId,
			recoveryId,
			recoveredOn,
			months: monthsBetween(recoveredOn, today),
			at: now,
			byName: await nameOf(tx, actor)
		});
		return { caseId };
	}
});

/** Watched for as long as a relapse would count, a recovered cooperative is let go. */
export const endCare = command({
	name: 'closures.endCare',
	needs: 'outcome.decide',
	input: careEnded,
	run: async (context, { caseId, note }) => {
		const { recoveredOn, today } = await recovered(context, caseId);
		if (!mayEndCare(recoveredOn, today)) throw new Refusal('closures.stillWatched', { months: relapseMonths });
		await runWithin(context, reportMilestone, { caseId, stage: 'closed', what: 'case.ended', why: note });
		return { caseId };
	}
});

import { and, eq, isNull, lt } from 'drizzle-orm';
import * as v from 'valibot';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { cases } from '#clinic/cases/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { command, runWithin } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { referrals } from '../tables.ts';

/**
 * The daily pass: what a poli has not answered in time rises to the head of division, once, and the case tells it. It stays on
 * that list until it is answered or taken back.
 */
export const raiseOverdue = command({
	name: 'referrals.raiseOverdue',
	needs: 'referral.raise',
	input: v.object({}),
	run: async (context) => {
		const { tx, actor, now } = context;
		const today = dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);
		const late = await tx
			.select({ id: referrals.id, caseId: referrals.caseId, dueOn: referrals.dueOn })
			.from(referrals)
			.innerJoin(cases, eq(cases.id, referrals.caseId))
			.where(
				and(
					eq(referrals.officeId, actor.officeId as never),
					eq(referrals.state, 'sent'),
					lt(referrals.dueOn, today),
					isNull(referrals.raisedAt),
					isNull(cases.closedAt)
				)
			)
			.orderBy(referrals.dueOn, referrals.id)
			.for('update', { of: referrals, skipLocked: true });
		for (const { id, caseId, dueOn } of late) {
			await tx.update(referrals).set({ raisedAt: now }).where(eq(referrals.id, id));
			await runWithin(context, reportMilestone, {
				caseId,
				stage: null,
				what: 'referral.overdue',
				params: { dueOn },
				subjectId: id
			});
		}
		return { raised: late.length };
	}
});

import { and, eq } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { askedOpinion, givenOpinion, namedOpinion } from '../../opinion-forms.ts';
import { recordExamination } from '../commands.ts';
import { examinationOf } from '../reads.ts';
import { examinersOf } from '../reads/opinions.ts';
import { secondOpinions } from '../tables/opinions.ts';

/**
 * Asks a colleague to score the same sheet blind. From now on the database hides the first examination from that
 * colleague, until his or her own is kept. One at a time for each examination.
 */
export const askSecondOpinion = command({
	name: 'examinations.askSecondOpinion',
	needs: 'examination.record',
	input: askedOpinion,
	run: async (context, { examinationId, toStaffId, question }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const first = await examinationOf(reader, actor, examinationId);
		const colleague = found((await examinersOf(reader, actor, now)).find(({ staffId }) => staffId === toStaffId));
		// Whoever made it, or has just read it, does not see it blind.
		if (first.by === toStaffId || actor.id === toStaffId) throw new Refusal('examinations.sameExaminer');
		const opinionId = newId<'SecondOpinion'>();
		await runWithin(context, reportMilestone, {
			caseId: found(first.caseId),
			stage: null,
			what: 'secondOpinion.asked',
			params: { name: colleague.name },
			subjectId: opinionId,
			why: question
		});
		const made = await tx
			.insert(secondOpinions)
			.values({
				id: opinionId,
				officeId: first.officeId,
				examinationId: first.id,
				cooperativeId: first.cooperativeId,
				caseId: found(first.caseId),
				subject: first.subject,
				instrument: first.instrument,
				version: first.version,
				bookYear: first.bookYear,
				toStaffId,
				question,
				askedAt: now,
				askedBy: actor.id,
				askedByName: await nameOf(tx, actor)
			})
			.onConflictDoNothing()
			.returning({ id: secondOpinions.id });
		if (made.length === 0) throw new Refusal('examinations.opinionAsked');
		return { opinionId };
	}
});

/** The office does without the second opinion. The colleague who was asked cannot lift the veil that way. */
export const withdrawSecondOpinion = command({
	name: 'examinations.withdrawSecondOpinion',
	needs: 'examination.record',
	input: namedOpinion,
	run: async (context, { opinionId }) => {
		const opinion = await opinionInHand(context, opinionId);
		if (opinion.toStaffId === context.actor.id) throw new Refusal('examinations.opinionIsYours');
		if (opinion.answeredAt) throw new Refusal('examinations.opinionGiven');
		await context.tx.update(secondOpinions).set({ withdrawnAt: context.now }).where(eq(secondOpinions.id, opinion.id));
		return null;
	}
});

/** The colleague's own examination of the same sheet. Kept together with the answer: then both see both. */
export const giveSecondOpinion = command({
	name: 'examinations.giveSecondOpinion',
	needs: 'examination.record',
	input: givenOpinion,
	run: async (context, { opinionId, ...scored }) => {
		const { tx, actor, now } = context;
		const opinion = await opinionInHand(context, opinionId);
		found(opinion.toStaffId === actor.id ? opinion : null);
		if (opinion.withdrawnAt) throw new Refusal('examinations.opinionWithdrawn');
		if (opinion.answeredAt) throw new Refusal('examinations.opinionGiven');
		const { caseId, instrument, version, bookYear, subject } = opinion;
		const { examinationId } = await runWithin(context, recordExamination, {
			...scored,
			overrideReason: scored.overrideReason ?? '',
			note: scored.note ?? '',
			caseId,
			instrument,
			version,
			bookYear,
			subject
		});
		await tx
			.update(secondOpinions)
			.set({ answeredAt: now, answerId: examinationId as Id<'Examination'> })
			.where(eq(secondOpinions.id, opinion.id));
		return { examinationId };
	}
});

/** A request of the actor's office, locked. @throws Refusal missing */
async function opinionInHand({ tx, actor }: Context, id: Id<'SecondOpinion'>) {
	const [row] = await tx
		.select()
		.from(secondOpinions)
		.where(and(eq(secondOpinions.id, id), eq(secondOpinions.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

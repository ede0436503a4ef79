import { and, eq, isNull } from 'drizzle-orm';
import { recordAccess, reportMilestone } from '#clinic/cases/server/commands.ts';
import { causeOf } from '#clinic/diagnoses/causes.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { clinics, staff, staffClinics } from '#clinic/offices/server/tables.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { newReferral, referralAnswer, referralNamed } from '../forms.ts';
import { referralOpenTo } from './reads.ts';
import { referrals } from './tables.ts';

/** Sends a case to the poli that treats one of its causes, to a person of it or to whoever accepts first. */
export const makeReferral = command({
	name: 'referrals.makeReferral',
	needs: 'referral.make',
	input: newReferral,
	run: async (context, { caseId, diagnosisId, toStaffId, question }) => {
		const { tx, actor, now } = context;
		const referralId = newId<'Referral'>();
		const cause = await causeToTreat(context, caseId, diagnosisId);
		// Reporting first takes the lock on the case: two referrals at once take turns.
		await runWithin(context, reportMilestone, {
			caseId,
			stage: 'referral',
			what: 'referral.sent',
			params: { cause },
			subjectId: referralId
		});
		const clinic = await clinicFor(context, cause);
		if (toStaffId) await servesIn(context, toStaffId, clinic.id);
		const [waiting] = await tx
			.select({ id: referrals.id })
			.from(referrals)
			.where(and(eq(referrals.diagnosisId, diagnosisId), eq(referrals.state, 'sent')));
		if (waiting) throw new Refusal('referrals.alreadySent', { clinic: clinic.name });
		await tx.insert(referrals).values({
			id: referralId,
			officeId: actor.officeId as never,
			caseId,
			diagnosisId,
			clinicId: clinic.id,
			toStaffId,
			question,
			state: 'sent',
			sentAt: now,
			sentBy: actor.id,
			sentByName: await nameOf(tx, actor)
		});
		return { referralId };
	}
});

/** The cause of a diagnosis of this case that still stands. */
async function causeToTreat({ tx, actor }: Context, caseId: string, diagnosisId: string): Promise<string> {
	const [row] = await tx
		.select({ cause: diagnoses.cause, replacedAt: diagnoses.replacedAt })
		.from(diagnoses)
		.where(
			and(
				eq(diagnoses.id, diagnosisId as never),
				eq(diagnoses.caseId, caseId as never),
				eq(diagnoses.officeId, actor.officeId as never)
			)
		);
	const { cause, replacedAt } = found(row);
	if (replacedAt) throw new Refusal('referrals.diagnosisReplaced');
	return cause;
}

async function clinicFor({ tx, actor }: Context, cause: string) {
	const [clinic] = await tx
		.select({ id: clinics.id, name: clinics.name, isOpen: clinics.isOpen })
		.from(clinics)
		.where(and(eq(clinics.officeId, actor.officeId as never), eq(clinics.code, causeOf(cause).clinic)));
	const { id, name, isOpen } = found(clinic);
	if (!isOpen) throw new Refusal('referrals.clinicClosed', { clinic: name });
	return { id, name };
}

/** Somebody of this office, and of this clinic. */
async function servesIn({ tx, actor }: Context, staffId: string, clinicId: string): Promise<void> {
	const [person] = await tx
		.select({ clinicId: staffClinics.clinicId })
		.from(staff)
		.leftJoin(staffClinics, and(eq(staffClinics.staffId, staff.id), eq(staffClinics.clinicId, clinicId as never)))
		.where(and(eq(staff.id, staffId as never), eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)));
	if (found(person).clinicId === null) throw new BadInput({ toStaffId: 'notInThisClinic' });
}

/** A specialist takes the case or says why not. Of two who press at once one wins; the other is told who. */
export const answerReferral = command({
	name: 'referrals.answerReferral',
	needs: 'referral.answer',
	input: referralAnswer,
	run: async (context, { referralId, decision, answer }) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select()
			.from(referrals)
			.where(and(eq(referrals.id, referralId), eq(referrals.officeId, actor.officeId as never)))
			.for('update');
		const referral = found(row);
		const isMine = referral.toStaffId === actor.id || actor.clinicIds.includes(referral.clinicId);
		if (actor.kind !== 'staff' || !isMine) throw missing();
		if (referral.state !== 'sent')
			throw new Refusal('referrals.answered', { name: await answererOf(context, referral) });
		const isAccepted = decision === 'accept';
		await tx
			.update(referrals)
			.set({ state: isAccepted ? 'accepted' : 'refused', answer, answeredAt: now, answeredBy: actor.id as never })
			.where(eq(referrals.id, referralId));
		await runWithin(context, reportMilestone, {
			caseId: referral.caseId,
			stage: isAccepted ? 'referral' : null,
			what: isAccepted ? 'referral.accepted' : 'referral.refused',
			subjectId: referralId,
			why: answer
		});
		return { referralId, isAccepted };
	}
});

async function answererOf({ tx }: Context, { answeredBy }: typeof referrals.$inferSelect): Promise<string> {
	const [row] = await tx
		.select({ name: staff.name })
		.from(staff)
		.where(eq(staff.id, found(answeredBy)));
	return found(row).name;
}

/** A specialist opened the file: written after the read that showed it, as for the office's own staff. */
export const recordReferralAccess = command({
	name: 'referrals.recordReferralAccess',
	needs: 'referral.answer',
	input: referralNamed,
	run: async (context, { referralId }) => {
		const { caseId } = await referralOpenTo(readerOf(context.tx), context.actor, referralId);
		return runWithin(context, recordAccess, { caseId });
	}
});

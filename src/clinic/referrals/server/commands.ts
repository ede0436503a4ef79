import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordAccess, reportMilestone } from '#clinic/cases/server/commands.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { causeOf } from '#clinic/diagnoses/causes.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { workingTermFrom } from '#clinic/offices/server/reads/working-days.ts';
import { clinics, staff } from '#clinic/offices/server/tables.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf, type Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { fitOf } from '../fit.ts';
import { newReferral, referralAnswer, referralNamed, referralWithdrawn } from '../forms.ts';
import { referralOpenTo } from './reads.ts';
import { answerDaysOf } from './reads/settings.ts';
import { conflictWith, specialistsOf, type OfficeDay } from './reads/specialists.ts';
import { refuseConflict } from './refuse-conflict.ts';
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
		const reader = readerOf(tx);
		const { zone } = found(await ownOffice(reader, actor));
		const today = dayOf(now, zone);
		if (toStaffId) await refuseUnfit(context, { toStaffId, clinicId: clinic.id, caseId, cause, today, zone });
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
			dueOn: (await workingTermFrom(reader, actor, today, await answerDaysOf(reader, actor))).dueOn,
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

interface Asked extends OfficeDay {
	readonly toStaffId: string;
	readonly clinicId: string;
	readonly caseId: string;
	readonly cause: string;
}

/**
 * Somebody of this office and of this clinic, who is here, has room this week and no tie to the cooperative. Whoever knows
 * less of the cause, or works elsewhere, may still be asked.
 */
async function refuseUnfit({ tx, actor }: Context, { toStaffId, clinicId, caseId, cause, today, zone }: Asked) {
	// Two that ask the same person at once take turns, so that nobody gets more in a week than he or she takes.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`referrals.to ${toStaffId}`}, 0))`);
	const reader = readerOf(tx);
	const { cooperativeId } = await caseOf(reader, actor, caseId);
	const people = await specialistsOf(reader, actor, { today, zone }, cooperativeId);
	const person = people.find(({ staffId }) => staffId === toStaffId);
	if (!person?.clinics.some(({ id }) => id === clinicId)) {
		found(await colleagueOf(reader, actor, toStaffId));
		throw new BadInput({ toStaffId: 'notInThisClinic' });
	}
	const { name } = person;
	for (const objection of fitOf(person, { cause, districtCode: null, today }).objections) {
		if (objection.code === 'conflict') refuseConflict(name, objection.conflict);
		if (objection.code === 'paused') throw new Refusal('referrals.paused', { name });
		if (objection.code === 'full') throw new Refusal('referrals.weekFull', { name, limit: objection.limit });
	}
}

/** Who is no colleague is missing; who is one serves elsewhere. */
async function colleagueOf(reader: Reader, actor: Context['actor'], staffId: string) {
	const [person] = await reader
		.select({ id: staff.id })
		.from(staff)
		.where(and(eq(staff.id, staffId as never), eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)));
	return person;
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
		if (isAccepted) {
			const reader = readerOf(tx);
			const { cooperativeId } = await caseOf(reader, actor, referral.caseId);
			refuseConflict(await nameOf(reader, actor), await conflictWith(reader, actor, actor.id, cooperativeId));
		}
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

/** Takes a question back that nobody has answered yet: asked of the wrong one, or overdue. */
export const withdrawReferral = command({
	name: 'referrals.withdrawReferral',
	needs: 'referral.make',
	input: referralWithdrawn,
	run: async (context, { referralId, why }) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select()
			.from(referrals)
			.where(and(eq(referrals.id, referralId), eq(referrals.officeId, actor.officeId as never)))
			.for('update');
		const referral = found(row);
		if (actor.kind !== 'staff') throw missing();
		if (referral.state !== 'sent')
			throw new Refusal('referrals.answered', { name: await answererOf(context, referral) });
		await tx
			.update(referrals)
			.set({ state: 'withdrawn', answer: why, answeredAt: now, answeredBy: actor.id as never })
			.where(eq(referrals.id, referralId));
		await runWithin(context, reportMilestone, {
			caseId: referral.caseId,
			stage: null,
			what: 'referral.withdrawn',
			subjectId: referralId,
			why
		});
		return { referralId };
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

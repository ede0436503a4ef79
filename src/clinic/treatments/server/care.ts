import { and, eq } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { referrals } from '#clinic/referrals/server/tables.ts';
import { hasAccepted } from '#clinic/referrals/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found, missing } from '#platform/refusal.ts';

interface Where {
	readonly caseId: string | null;
	readonly referralId: string | null;
}

interface Treated {
	readonly caseId: Id<'Case'>;
	readonly referralId: Id<'Referral'> | null;
	/** What the referral asks about; null when the case is treated without one. */
	readonly diagnosisId: Id<'Diagnosis'> | null;
}

/** May write into the record of this case: who cares for the office's cases, or the specialist who accepted it. */
export const mayTreat = (actor: Actor): boolean => may(actor, 'case.care');

/**
 * The case that the actor treats: one of the office by its own id, or one referred to the actor by the referral's.
 * @throws Refusal missing
 */
export async function treated({ tx, actor }: Context, { caseId, referralId }: Where): Promise<Treated> {
	const reader = readerOf(tx);
	if (referralId === null) {
		const patient = await caseOf(reader, actor, found(caseId));
		if (!mayTreat(actor) && !(await hasAccepted(reader, actor, patient.id))) throw missing();
		return { caseId: patient.id, referralId: null, diagnosisId: null };
	}
	const [row] = await tx
		.select()
		.from(referrals)
		.where(and(eq(referrals.id, referralId as never), eq(referrals.officeId, actor.officeId as never)));
	const referral = found(row);
	const isTheirs = mayTreat(actor) || referral.answeredBy === actor.id;
	if (referral.state !== 'accepted' || !isTheirs || (caseId !== null && caseId !== referral.caseId)) throw missing();
	return { caseId: referral.caseId, referralId: referral.id, diagnosisId: referral.diagnosisId };
}

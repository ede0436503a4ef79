import { and, eq } from 'drizzle-orm';
import { districtsOf, nameOf } from '#clinic/offices/server/reads.ts';
import { staff, staffClinics } from '#clinic/offices/server/tables.ts';
import { may } from '#platform/actor.ts';
import { BadInput, command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing } from '#platform/refusal.ts';
import { answerLimit, changedSpecialist, endedPause, newPause } from '../../specialist-forms.ts';
import { referralSettings, specialistPauses, specialists } from '../tables/specialists.ts';

/** What a person of a poli takes on: hours, causes, districts, how many a week. Poli themselves are set with the staff. */
export const changeSpecialist = command({
	name: 'referrals.changeSpecialist',
	needs: 'specialist.manage',
	input: changedSpecialist,
	run: async (context, { staffId, ...taken }) => {
		const { tx, actor, now } = context;
		const id = await servesInPoli(context, staffId);
		const reader = readerOf(tx);
		const known = new Set((await districtsOf(reader, actor)).map(({ code }) => code));
		if (taken.districts.some((code) => !known.has(code))) throw new BadInput({ districts: 'notUnderstood' });
		const values = { ...taken, changedAt: now, changedByName: await nameOf(reader, actor) };
		await tx
			.insert(specialists)
			.values({ ...values, staffId: id, officeId: actor.officeId as Id<'Office'> })
			.onConflictDoUpdate({ target: specialists.staffId, set: values });
		return null;
	}
});

/** Somebody of this office who serves in one of its poli. */
async function servesInPoli({ tx, actor }: Context, staffId: string): Promise<Id<'Staff'>> {
	const [person] = await tx
		.select({ id: staff.id })
		.from(staff)
		.innerJoin(staffClinics, eq(staffClinics.staffId, staff.id))
		.where(and(eq(staff.id, staffId as never), eq(staff.officeId, actor.officeId as never)))
		.limit(1);
	return found(person).id;
}

/** No new cases from a day to a day. Everybody sets the own absence; that of others whoever manages the specialists. */
export const pauseSpecialist = command({
	name: 'referrals.pauseSpecialist',
	needs: 'specialist.pause',
	input: newPause,
	run: async (context, { staffId, ...pause }) => {
		const { tx, actor, now } = context;
		const id = await servesInPoli(context, staffId);
		if (!mayPause(context, id)) throw missing();
		const pauseId = newId<'SpecialistPause'>();
		await tx.insert(specialistPauses).values({
			...pause,
			id: pauseId,
			officeId: actor.officeId as Id<'Office'>,
			staffId: id,
			at: now,
			byName: await nameOf(readerOf(tx), actor)
		});
		return { pauseId };
	}
});

const mayPause = ({ actor }: Context, staffId: string) => staffId === actor.id || may(actor, 'specialist.manage');

/** Back earlier, or entered by mistake. */
export const endPause = command({
	name: 'referrals.endPause',
	needs: 'specialist.pause',
	input: endedPause,
	run: async (context, { pauseId }) => {
		const { tx, actor } = context;
		const [pause] = await tx
			.select({ staffId: specialistPauses.staffId })
			.from(specialistPauses)
			.where(and(eq(specialistPauses.id, pauseId), eq(specialistPauses.officeId, actor.officeId as never)));
		if (!mayPause(context, found(pause).staffId)) throw missing();
		await tx.delete(specialistPauses).where(eq(specialistPauses.id, pauseId));
		return null;
	}
});

/** In how many working days the poli of this office answer; referrals that wait keep the day that was told. */
export const setAnswerDays = command({
	name: 'referrals.setAnswerDays',
	needs: 'specialist.manage',
	input: answerLimit,
	run: async ({ tx, actor, now }, { answerDays }) => {
		const values = { answerDays, changedAt: now, changedByName: await nameOf(readerOf(tx), actor) };
		await tx
			.insert(referralSettings)
			.values({ ...values, officeId: actor.officeId as Id<'Office'> })
			.onConflictDoUpdate({ target: referralSettings.officeId, set: values });
		return null;
	}
});

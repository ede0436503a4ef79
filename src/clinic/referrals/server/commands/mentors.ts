import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { endedMentorship, mentorConsent, newMentorship } from '../../mentor-forms.ts';
import type { Mentor } from '../../mentors.ts';
import { recordConsent } from '../consent.ts';
import { mentorSuggestions } from '../reads/mentors.ts';
import { consents } from '../tables/guests.ts';
import { mentorships } from '../tables/mentors.ts';
import { tellCase } from './guests.ts';

/** A recovered cooperative agrees to help others, until it takes that back. */
export const recordMentorConsent = command({
	name: 'referrals.recordMentorConsent',
	needs: 'referral.make',
	input: mentorConsent,
	run: async (context, { mentorId, ...given }) => {
		const { tx, actor } = context;
		const cooperativeId = await registeredAs(readerOf(tx), actor, mentorId);
		if (await openConsentOf(context, cooperativeId)) throw new Refusal('referrals.agreedAlready');
		const about = { cooperativeId, caseId: null, purpose: 'mentor' } as const;
		return { consentId: await recordConsent(context, about, given) };
	}
});

async function openConsentOf({ tx, actor }: Context, cooperativeId: Id<'Cooperative'>) {
	const [row] = await tx
		.select({ id: consents.id })
		.from(consents)
		.where(
			and(
				inArray(consents.cooperativeId, sameCooperative(readerOf(tx), cooperativeId)),
				eq(consents.officeId, actor.officeId as never),
				eq(consents.purpose, 'mentor'),
				isNull(consents.withdrawnAt)
			)
		)
		.orderBy(desc(consents.recordedAt))
		.limit(1)
		.for('update');
	return row?.id ?? null;
}

/** A recovered cooperative becomes the mentor of a case. Both have agreed, and nobody sits on both boards. */
export const assignMentor = command({
	name: 'referrals.assignMentor',
	needs: 'referral.make',
	input: newMentorship,
	run: async (context, { caseId, mentorId, aim, ...given }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const { cooperativeId } = await caseInHand(context, caseId);
		const id = await registeredAs(reader, actor, mentorId);
		// Two cases that ask the same mentor at once take turns.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mentor ${id}`}, 0))`);
		const { zone } = found(await ownOffice(reader, actor));
		const { mentors } = await mentorSuggestions(reader, actor, { caseId, zone });
		const mentor = found(mentors.find((one) => one.cooperativeId === id));
		refuseHindered(mentor);
		const [there] = await tx
			.select({ id: mentorships.id })
			.from(mentorships)
			.where(and(eq(mentorships.caseId, caseId), eq(mentorships.mentorId, id), isNull(mentorships.endedAt)));
		if (there) throw new Refusal('referrals.mentorAlready', { name: mentor.name });
		const mentorConsentId = found(await openConsentOf(context, id));
		const patientConsentId = await recordConsent(context, { cooperativeId, caseId, purpose: 'beMentored' }, given);
		const mentorshipId = newId<'Mentorship'>();
		await tx.insert(mentorships).values({
			id: mentorshipId,
			officeId: actor.officeId as Id<'Office'>,
			caseId,
			cause: mentor.cause,
			mentorId: id,
			mentorConsentId,
			patientConsentId,
			aim,
			beganAt: now,
			beganByName: await nameOf(reader, actor)
		});
		await runWithin(context, reportMilestone, {
			caseId,
			stage: null,
			what: 'mentor.assigned',
			params: { name: mentor.name },
			subjectId: mentorshipId
		});
		return { mentorshipId };
	}
});

function refuseHindered({ name, objections }: Mentor): void {
	for (const objection of objections) {
		if (objection.code === 'onBoth') throw new Refusal('referrals.onBothBoards', { name, seat: objection.name });
		if (objection.code === 'notAsked') throw new Refusal('referrals.mentorNotAsked', { name });
		if (objection.code === 'busy') throw new Refusal('referrals.mentorBusy', { name, helps: objection.helps });
		if (objection.code === 'isBack' || objection.code === 'ill') throw new Refusal('referrals.mentorIll', { name });
	}
}

/** The help has come to its end, or was none. */
export const endMentorship = command({
	name: 'referrals.endMentorship',
	needs: 'referral.make',
	input: endedMentorship,
	run: async (context, { mentorshipId, why }) => {
		const { tx, actor, now } = context;
		const [ended] = await tx
			.update(mentorships)
			.set({ endedAt: now, endedByName: await nameOf(readerOf(tx), actor), endedWhy: why })
			.where(
				and(
					eq(mentorships.id, mentorshipId),
					eq(mentorships.officeId, actor.officeId as never),
					isNull(mentorships.endedAt)
				)
			)
			.returning({ caseId: mentorships.caseId });
		const { caseId } = found(ended);
		await tellCase(context, caseId, { what: 'mentor.ended', why });
		return { mentorshipId };
	}
});

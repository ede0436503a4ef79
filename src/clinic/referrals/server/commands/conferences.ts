import { and, eq, inArray, isNull } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import { draftPaper } from '#clinic/papers/server/commands.ts';
import { papersOn } from '#clinic/papers/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { inIndonesian } from '#platform/web/indonesian.ts';
import { fewestPresent } from '../../conference.ts';
import { calledConference, cancelledConference, conferenceNamed, heldConference } from '../../conference-forms.ts';
import { conferenceMinutes } from '../papers/conference-minutes.ts';
import { conferenceOf } from '../reads/conferences.ts';
import { conferenceParticipants, conferences, conferenceTasks } from '../tables/conferences.ts';

/** Calls several to look at one case together: what is asked, when and where, the agenda, who is to come. */
export const callConference = command({
	name: 'referrals.callConference',
	needs: 'referral.make',
	input: calledConference,
	run: async (context, { caseId, staffIds, outsiders, ...conference }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		await caseInHand(context, caseId);
		if (conference.onDay < dayOf(now, found(await ownOffice(reader, actor)).zone))
			throw new BadInput({ onDay: 'dayPassed' });
		const officeId = actor.officeId as Id<'Office'>;
		const conferenceId = newId<'Conference'>();
		const asked = await askedColleagues(context, staffIds);
		await tx.insert(conferences).values({
			...conference,
			id: conferenceId,
			officeId,
			caseId,
			calledAt: now,
			calledBy: actor.id,
			calledByName: await nameOf(reader, actor)
		});
		await tx.insert(conferenceParticipants).values(
			[...asked, ...outsiders.map((one) => ({ ...one, staffId: null }))].map((one, position) => ({
				...one,
				id: newId<'Participant'>(),
				officeId,
				conferenceId,
				position
			}))
		);
		await runWithin(context, reportMilestone, {
			caseId,
			stage: null,
			what: 'conference.called',
			params: { dueOn: conference.onDay },
			subjectId: conferenceId,
			why: conference.question
		});
		return { conferenceId };
	}
});

async function askedColleagues({ tx, actor }: Context, ids: readonly Id<'Staff'>[]) {
	const wanted = [...new Set(ids)];
	const rows = await tx
		.select({ staffId: staff.id, name: staff.name, title: staff.title, organisation: staff.organisation })
		.from(staff)
		.where(and(inArray(staff.id, wanted), eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)))
		.orderBy(staff.name, staff.id);
	if (rows.length !== wanted.length) throw missing();
	return rows.map(({ staffId, name, title, organisation }) => ({ staffId, name, capacity: organisation ?? title }));
}

async function conferenceInHand({ tx, actor }: Context, conferenceId: Id<'Conference'>) {
	const [row] = await tx
		.select()
		.from(conferences)
		.where(and(eq(conferences.id, conferenceId), eq(conferences.officeId, actor.officeId as never)))
		.for('update');
	const conference = found(row);
	if (conference.heldAt) throw new Refusal('referrals.conferenceHeld', { name: conference.heldByName ?? '' });
	if (conference.cancelledAt) throw new Refusal('referrals.conferenceCancelled');
	return conference;
}

/** What came of it: who was there, what each stood for, what was decided, who does what. It is written once. */
export const recordConference = command({
	name: 'referrals.recordConference',
	needs: 'referral.make',
	input: heldConference,
	run: async (context, { conferenceId, positions, decision, tasks }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const conference = await conferenceInHand(context, conferenceId);
		if (conference.onDay > dayOf(now, found(await ownOffice(reader, actor)).zone))
			throw new Refusal('referrals.conferenceToCome');
		const asked = await tx
			.select({ id: conferenceParticipants.id })
			.from(conferenceParticipants)
			.where(eq(conferenceParticipants.conferenceId, conferenceId));
		const said = new Map(positions.map((one) => [one.participantId, one]));
		if (positions.some(({ participantId }) => !asked.some(({ id }) => id === participantId))) throw missing();
		if (asked.some(({ id }) => !said.has(id))) throw new BadInput({ positions: 'required' });
		if (positions.filter(({ stance }) => stance !== 'absent').length < fewestPresent)
			throw new Refusal('referrals.tooFewPresent', { fewest: fewestPresent });
		for (const { participantId, stance, words } of positions)
			await tx
				.update(conferenceParticipants)
				.set({ stance, words })
				.where(eq(conferenceParticipants.id, participantId));
		if (tasks.length > 0)
			await tx
				.insert(conferenceTasks)
				.values(tasks.map((task, position) => ({ ...task, officeId: conference.officeId, conferenceId, position })));
		await tx
			.update(conferences)
			.set({ heldAt: now, heldByName: await nameOf(reader, actor), decision })
			.where(eq(conferences.id, conferenceId));
		await runWithin(context, reportMilestone, {
			caseId: conference.caseId,
			stage: null,
			what: 'conference.held',
			subjectId: conferenceId,
			why: decision
		});
		return { conferenceId };
	}
});

export const cancelConference = command({
	name: 'referrals.cancelConference',
	needs: 'referral.make',
	input: cancelledConference,
	run: async (context, { conferenceId, why }) => {
		const { tx, actor, now } = context;
		const { caseId } = await conferenceInHand(context, conferenceId);
		await tx
			.update(conferences)
			.set({ cancelledAt: now, cancelledByName: await nameOf(readerOf(tx), actor), cancelledWhy: why })
			.where(eq(conferences.id, conferenceId));
		await runWithin(context, reportMilestone, {
			caseId,
			stage: null,
			what: 'conference.cancelled',
			subjectId: conferenceId,
			why
		});
		return { conferenceId };
	}
});

/** The minutes as a paper, as they stand in the record. */
export const draftConferenceMinutes = command({
	name: 'referrals.draftConferenceMinutes',
	needs: 'paper.draft',
	input: conferenceNamed,
	run: async (context, { conferenceId }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const office = found(await ownOffice(reader, actor));
		const conference = await conferenceOf(reader, actor, conferenceId, dayOf(now, office.zone));
		if (conference.state !== 'held') throw new Refusal('referrals.conferenceNotHeld');
		// Pressed twice at once, the second waits for the first and finds its paper.
		await tx.select({ id: conferences.id }).from(conferences).where(eq(conferences.id, conferenceId)).for('update');
		const there = (await papersOn(reader, actor, conferenceId)).find(({ state }) => state !== 'void');
		if (there) throw new Refusal('referrals.minutesThere');
		return runWithin(context, draftPaper, {
			kind: 'conferenceMinutes',
			subjectId: conferenceId,
			title: `Notulen konferensi kasus ${conference.cooperative}`,
			content: inIndonesian(() => conferenceMinutes(conference, office.name))
		});
	}
});

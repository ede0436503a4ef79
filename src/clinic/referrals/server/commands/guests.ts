import { and, eq, isNull, or } from 'drizzle-orm';
import * as v from 'valibot';
import { caseInHand, recordOutsideAccess, reportMilestone } from '#clinic/cases/server/commands.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { registerPerson } from '#clinic/cooperatives/server/commands/people.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { m } from '#messages';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { issueLink, revokeTheseLinks } from '#platform/links/links.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { inIndonesian } from '#platform/web/indonesian.ts';
import { conflictOf } from '../../conflicts.ts';
import { advice, adviceTakenUp, consentWithdrawn, guestNamed, guestRevoked, newGuest } from '../../guest-forms.ts';
import { guestLinkPurpose, guestStateOf } from '../../guests.ts';
import { recordConsent } from '../consent.ts';
import { invitationOf } from '../reads/guests.ts';
import { seatsOf } from '../reads/specialists.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { caseGuests, consents, guestNotes } from '../tables/guests.ts';
import { mentorships } from '../tables/mentors.ts';

const hour = 3_600_000;

/**
 * Invites somebody from outside, by name, to chosen pages of one case until a moment, with the cooperative's consent. Who sits
 * or sat on its board is never let in.
 */
export const inviteGuest = command({
	name: 'referrals.inviteGuest',
	needs: 'guest.invite',
	input: newGuest,
	run: async (context, { caseId, name, phone, pages, question, days, organisation, background, ...consent }) => {
		const { tx, actor, now } = context;
		const { cooperativeId } = await caseInHand(context, caseId);
		const { personId } = await runWithin(context, registerPerson, { name, phone: phone ?? '' });
		refuseConflict(name, conflictOf({ name, personId }, await seatsOf(readerOf(tx), cooperativeId), []));
		const consentId = await recordConsent(context, { cooperativeId, caseId, purpose: 'outsideSpecialist' }, consent);
		const guestId = newId<'CaseGuest'>();
		const linkId = await issueLink(context, {
			purpose: guestLinkPurpose,
			subjectId: guestId,
			personId,
			givenTo: name,
			hours: days * 24
		});
		await tx.insert(caseGuests).values({
			id: guestId,
			officeId: actor.officeId as Id<'Office'>,
			caseId,
			cooperativeId,
			consentId,
			personId,
			name,
			organisation,
			background,
			pages,
			question,
			linkId,
			invitedAt: now,
			invitedBy: actor.id,
			invitedByName: await nameOf(readerOf(tx), actor),
			expiresAt: new Date(now.getTime() + days * 24 * hour)
		});
		await runWithin(context, reportMilestone, {
			caseId,
			stage: null,
			what: 'guest.invited',
			params: { name, organisation },
			subjectId: guestId
		});
		return { guestId, linkId };
	}
});

async function guestInHand({ tx, actor }: Context, guestId: Id<'CaseGuest'>) {
	const [row] = await tx
		.select()
		.from(caseGuests)
		.where(and(eq(caseGuests.id, guestId), eq(caseGuests.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

/** A new slip for the same invitation: the old one opens nothing from now on, and the end stays the same. */
export const renewGuestLink = command({
	name: 'referrals.renewGuestLink',
	needs: 'guest.invite',
	input: guestNamed,
	run: async (context, { guestId }) => {
		const { tx, now } = context;
		const guest = await guestInHand(context, guestId);
		if (guestStateOf(guest, now) !== 'open') throw new Refusal('referrals.guestClosed', { name: guest.name });
		if (guest.linkId) await revokeTheseLinks(context, [guest.linkId]);
		const linkId = await issueLink(context, {
			purpose: guestLinkPurpose,
			subjectId: guestId,
			personId: guest.personId,
			givenTo: guest.name,
			hours: (guest.expiresAt.getTime() - now.getTime()) / hour
		});
		await tx.update(caseGuests).set({ linkId }).where(eq(caseGuests.id, guestId));
		return { linkId };
	}
});

/** Shuts the door on a guest at once. */
export const revokeGuest = command({
	name: 'referrals.revokeGuest',
	needs: 'guest.invite',
	input: guestRevoked,
	run: async (context, { guestId, why }) => {
		const { tx, actor, now } = context;
		const guest = await guestInHand(context, guestId);
		if (guest.closedAt) throw new Refusal('referrals.guestClosed', { name: guest.name });
		const closedByName = await nameOf(readerOf(tx), actor);
		await tx
			.update(caseGuests)
			.set({ closedAt: now, closedBecause: 'revoked', closedByName })
			.where(eq(caseGuests.id, guestId));
		if (guest.linkId) await revokeTheseLinks(context, [guest.linkId]);
		await tellCase(context, guest.caseId, { what: 'guest.revoked', params: { name: guest.name }, why });
		return { guestId };
	}
});

/** The history of a case that is still open; a door is shut whether or not there is a history to write in. */
export async function tellCase(
	context: Context,
	caseId: Id<'Case'>,
	told: { what: string; params?: Record<string, string>; why: string | null }
) {
	const { closedAt } = await caseOf(readerOf(context.tx), context.actor, caseId);
	if (closedAt === null) await runWithin(context, reportMilestone, { caseId, stage: null, ...told });
}

/**
 * The cooperative takes its consent back, by its own link or by the mouth of an officer who hears it: whatever rested on it
 * closes in the same moment.
 */
export const withdrawConsent = command({
	name: 'referrals.withdrawConsent',
	needs: 'consent.withdraw',
	input: consentWithdrawn,
	run: async (context, { consentId, why }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const [row] = await tx
			.select()
			.from(consents)
			.where(and(eq(consents.id, consentId), eq(consents.officeId, actor.officeId as never)))
			.for('update');
		const consent = found(row);
		if (actor.kind === 'link') {
			// The board speaks for its own cooperative, under whichever record it stands today.
			const own = await registeredAs(reader, actor, actor.subjectId ?? '');
			if ((await registeredAs(reader, actor, consent.cooperativeId)) !== own) throw missing();
		}
		if (consent.withdrawnAt) throw new Refusal('referrals.consentGone');
		const name = await nameOf(reader, actor);
		await tx
			.update(consents)
			.set({ withdrawnAt: now, withdrawnByName: name, withdrawnWhy: why })
			.where(eq(consents.id, consentId));
		const closed = await tx
			.update(caseGuests)
			.set({ closedAt: now, closedBecause: 'consentWithdrawn', closedByName: name })
			.where(and(eq(caseGuests.consentId, consentId), isNull(caseGuests.closedAt)))
			.returning({ linkId: caseGuests.linkId });
		await revokeTheseLinks(
			context,
			closed.flatMap(({ linkId }) => linkId ?? [])
		);
		await tx
			.update(mentorships)
			.set({
				endedAt: now,
				endedByName: name,
				endedWhy: why ?? inIndonesian(() => m.referrals_guest_consent_withdrawn())
			})
			.where(
				and(
					or(eq(mentorships.mentorConsentId, consentId), eq(mentorships.patientConsentId, consentId)),
					isNull(mentorships.endedAt)
				)
			);
		if (consent.caseId) await tellCase(context, consent.caseId, { what: 'consent.withdrawn', params: { name }, why });
		return { closed: closed.length };
	}
});

/** A guest opened the pages: written each time, after the read that showed them. */
export const recordGuestAccess = command({
	name: 'referrals.recordGuestAccess',
	needs: 'guest.view',
	input: v.object({}),
	run: async (context) => {
		const { caseId } = await invitationOf(readerOf(context.tx), context.actor);
		return runWithin(context, recordOutsideAccess, { caseId });
	}
});

/** More is not an advice any more. */
const mostNotes = 20;

/** A guest writes an advice to the office. It stays as it was sent. */
export const writeAdvice = command({
	name: 'referrals.writeAdvice',
	needs: 'guest.view',
	input: advice,
	run: async ({ tx, actor, now }, { words }) => {
		const guest = await invitationOf(readerOf(tx), actor);
		const written = await tx.$count(guestNotes, eq(guestNotes.guestId, guest.id));
		if (written >= mostNotes) throw new Refusal('referrals.enoughNotes', { most: mostNotes });
		const noteId = newId<'GuestNote'>();
		await tx.insert(guestNotes).values({
			id: noteId,
			officeId: guest.officeId,
			caseId: guest.caseId,
			guestId: guest.id,
			words,
			at: now,
			byName: guest.name
		});
		return { noteId };
	}
});

/** The office has read an advice, and says what becomes of it; from here it is part of the case's history. */
export const takeUpAdvice = command({
	name: 'referrals.takeUpAdvice',
	needs: 'referral.make',
	input: adviceTakenUp,
	run: async (context, { noteId, words }) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select()
			.from(guestNotes)
			.where(and(eq(guestNotes.id, noteId), eq(guestNotes.officeId, actor.officeId as never)))
			.for('update');
		const note = found(row);
		if (note.takenUpAt) throw new Refusal('referrals.adviceTakenUp', { name: note.takenUpByName ?? '' });
		await tx
			.update(guestNotes)
			.set({ takenUpAt: now, takenUpByName: await nameOf(readerOf(tx), actor), takenUpWords: words })
			.where(eq(guestNotes.id, noteId));
		await tellCase(context, note.caseId, { what: 'guest.advised', params: { name: note.byName }, why: words });
		return { noteId };
	}
});

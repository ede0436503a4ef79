import { eq } from 'drizzle-orm';
import { openCase } from '#clinic/cases/server/commands.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { people } from '#clinic/cooperatives/server/tables.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { unseal } from '#platform/personal/seal.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { contactNoted, cooperativeLinked, threadNamed } from '../../forms.ts';
import { note, threadInHand } from '../in-hand.ts';
import { addMessage, openThread } from '../new-thread.ts';
import { threads, threadVisits } from '../tables.ts';
import { askerSpoke } from './sending.ts';

/** Which cooperative it is about: said by a person, never by a guess. */
export const linkCooperative = command({
	name: 'consultations.linkCooperative',
	needs: 'consultation.note',
	input: cooperativeLinked,
	run: async (context, { threadId, ...input }) => {
		const { tx, actor } = context;
		await threadInHand(context, threadId);
		const cooperativeId = await registeredAs(readerOf(tx), actor, input.cooperativeId);
		const [row] = await tx
			.select({ name: cooperatives.name })
			.from(cooperatives)
			.where(eq(cooperatives.id, cooperativeId));
		await tx.update(threads).set({ cooperativeId }).where(eq(threads.id, threadId));
		await note(context, threadId, 'linked', found(row).name, cooperativeId);
		return null;
	}
});

export const unlinkCooperative = command({
	name: 'consultations.unlinkCooperative',
	needs: 'consultation.note',
	input: threadNamed,
	run: async (context, { threadId }) => {
		const { cooperativeId, caseId } = await threadInHand(context, threadId);
		if (cooperativeId === null) throw new Refusal('consultations.notLinked');
		if (caseId !== null) throw new Refusal('consultations.hasCase');
		await context.tx.update(threads).set({ cooperativeId: null }).where(eq(threads.id, threadId));
		await note(context, threadId, 'unlinked');
		return null;
	}
});

/** From a question to care: the cooperative's case is opened, or the one that is open is taken. */
export const openCaseFromThread = command({
	name: 'consultations.openCaseFromThread',
	needs: 'complaint.record',
	input: threadNamed,
	run: async (context, { threadId }) => {
		const { tx, actor } = context;
		const { cooperativeId, subject } = await threadInHand(context, threadId);
		if (cooperativeId === null) throw new Refusal('consultations.notLinked');
		const { caseId } = await runWithin(context, openCase, { caseId: newId<'Case'>(), cooperativeId, why: subject });
		const { number } = await caseOf(readerOf(tx), actor, caseId);
		await tx.update(threads).set({ caseId }).where(eq(threads.id, threadId));
		await note(context, threadId, 'case', number, caseId);
		return { caseId };
	}
});

/** The asker has come: a visit with its ticket, with what is known already. */
export const visitFromThread = command({
	name: 'consultations.visitFromThread',
	needs: 'visit.register',
	input: threadNamed,
	run: async (context, { threadId }) => {
		const thread = await threadInHand(context, threadId);
		const person = await askerOf(context, thread.personId);
		const { visitId, label, caseId } = await runWithin(context, registerWalkIn, {
			person,
			capacity: thread.capacity ?? 'other',
			cooperativeId: thread.cooperativeId,
			service: 'consultation',
			clinicId: '',
			reason: thread.subject
		});
		await context.tx
			.insert(threadVisits)
			.values({ visitId: visitId as Id<'Visit'>, threadId, officeId: thread.officeId });
		if (caseId) await context.tx.update(threads).set({ caseId }).where(eq(threads.id, threadId));
		await note(context, threadId, 'visit', label, visitId);
		return { visitId };
	}
});

async function askerOf({ tx }: Context, personId: Id<'Person'> | null) {
	if (personId === null) throw new Refusal('consultations.nameless');
	const [row] = await tx
		.select({ personId: people.id, name: people.name, sealed: people.phoneSealed })
		.from(people)
		.where(eq(people.id, personId));
	const person = found(row);
	const phones = await unseal(tx, 'phone', [person]);
	return { name: person.name, phone: phones.get(personId) ?? '' };
}

/** What somebody said by telephone, in a letter or at the counter: a new matter, or more of a known one. */
export const recordContact = command({
	name: 'consultations.recordContact',
	needs: 'consultation.note',
	input: contactNoted,
	run: async (context, { threadId, channel, body, name, phone, cooperativeSaid, ...input }) => {
		if (threadId !== null) {
			const thread = await threadInHand(context, threadId);
			await addMessage(context, threadId, { direction: 'in', channel, body, byName: thread.askerName });
			await askerSpoke(context, thread);
			return { threadId };
		}
		const cooperativeId =
			input.cooperativeId && (await registeredAs(readerOf(context.tx), context.actor, input.cooperativeId));
		const opened = await openThread(context, {
			threadId: newId<'Thread'>(),
			channel,
			body,
			name,
			phone,
			email: null,
			capacity: null,
			cooperativeSaid,
			cooperativeId
		});
		return { threadId: opened.threadId };
	}
});

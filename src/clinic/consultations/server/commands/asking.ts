import { randomInt } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Capacity } from '#clinic/cooperatives/kinds.ts';
import { BadInput, command, type Context } from '#platform/command.ts';
import { forget, keep } from '#platform/files/files.ts';
import type { Id } from '#platform/ids.ts';
import { issueLink } from '#platform/links/links.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { codeOf, codesOf } from '#platform/typed-code.ts';
import { openDays, stepAfter, type AskingStep } from '../../asking.ts';
import { fileTaken, questionBegun, questionPage } from '../../forms.ts';
import { sealDraft } from '../draft-seal.ts';
import { questionDrafts, threadFiles, threads, trackingCodes } from '../tables.ts';
import { accessHash, pinOf } from '../reads/tracking.ts';

const codeLength = 7;
/** More is sent in a further message. */
export const mostFiles = 5;

/** Somebody agrees to the small print and begins a question: a link of his or her own, with a code and a PIN to come back. */
export const beginQuestion = command({
	name: 'consultations.beginQuestion',
	needs: 'consultation.begin',
	input: questionBegun,
	run: async (context, { threadId }) => {
		const { tx, actor } = context;
		const linkId = await issueLink(context, {
			purpose: 'asker',
			subjectId: threadId,
			givenTo: 'Penanya',
			hours: openDays * 24
		});
		const code = codeOf(BigInt(randomInt(Number(codesOf(codeLength)))), codeLength);
		await tx.insert(trackingCodes).values({
			threadId,
			officeId: actor.officeId as Id<'Office'>,
			code,
			linkId,
			accessHash: accessHash(code, pinOf(linkId))
		});
		return { linkId };
	}
});

/** The thread to be of whoever asks. @throws Refusal when it has been sent: from then on it is only added to */
export async function unsent({ tx, actor }: Pick<Context, 'tx' | 'actor'>): Promise<Id<'Thread'>> {
	const threadId = found(actor.subjectId) as Id<'Thread'>;
	const [sent] = await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId));
	if (sent) throw new Refusal('consultations.alreadySent');
	return threadId;
}

interface Page {
	readonly step: AskingStep;
	readonly body: string | null;
	readonly cooperativeSaid: string | null;
	readonly identity: 'open' | 'anonymous' | null;
	readonly name: string | null;
	readonly capacity: Capacity | null;
	readonly phone: string | null;
	readonly email: string | null;
}

/** What one page changes of the draft. @throws BadInput when what the page asks for is not there */
function changeBy(threadId: string, page: Page): Partial<typeof questionDrafts.$inferInsert> {
	switch (page.step) {
		case 'question':
			if (page.body === null) throw new BadInput({ body: 'required' });
			return { body: page.body };
		case 'cooperative':
			return { cooperativeSaid: page.cooperativeSaid };
		case 'who':
			if (page.identity === null) throw new BadInput({ identity: 'required' });
			if (page.identity === 'open' && page.name === null) throw new BadInput({ name: 'required' });
			return page.identity === 'anonymous'
				? { identity: 'anonymous', nameSealed: null, phoneSealed: null, emailSealed: null, capacity: page.capacity }
				: { identity: 'open', nameSealed: sealDraft(threadId, 'name', page.name), capacity: page.capacity };
		case 'contact':
			return {
				phoneSealed: sealDraft(threadId, 'phone', page.phone),
				emailSealed: sealDraft(threadId, 'email', page.email)
			};
		case 'files':
			return {};
	}
}

/** Keeps one page of a question that is not sent yet; its office does not see it. */
export const saveQuestionPage = command({
	name: 'consultations.saveQuestionPage',
	needs: 'consultation.ask',
	input: questionPage,
	run: async (context, { file, ...page }) => {
		const { tx, actor, now } = context;
		const threadId = await unsent(context);
		const own = { threadId, officeId: actor.officeId as Id<'Office'>, savedAt: now };
		await tx.insert(questionDrafts).values(own).onConflictDoNothing();
		if (page.step === 'files' && file) await addFile(context, threadId, file);
		const [before] = await tx
			.select({ done: questionDrafts.done })
			.from(questionDrafts)
			.where(eq(questionDrafts.threadId, threadId))
			.for('update');
		const [draft] = await tx
			.update(questionDrafts)
			.set({ ...changeBy(threadId, page), done: [...new Set([...found(before).done, page.step])], savedAt: now })
			.where(eq(questionDrafts.threadId, threadId))
			.returning({ identity: questionDrafts.identity });
		// Another file may follow on the same page.
		return { next: file ? page.step : stepAfter(found(draft), page.step) };
	}
});

async function addFile(context: Context, threadId: Id<'Thread'>, file: { name: string; bytes: Uint8Array }) {
	const there = await context.tx.$count(
		threadFiles,
		and(eq(threadFiles.threadId, threadId), isNull(threadFiles.messageId))
	);
	if (there >= mostFiles) throw new Refusal('consultations.tooManyFiles', { limit: mostFiles });
	const kept = await keep(context, file);
	const officeId = context.actor.officeId as Id<'Office'>;
	await context.tx.insert(threadFiles).values({ fileId: kept.id, officeId, threadId });
}

/** Takes a file away again before the question is sent. */
export const takeFileAway = command({
	name: 'consultations.takeFileAway',
	needs: 'consultation.ask',
	input: fileTaken,
	run: async (context, { fileId }) => {
		const threadId = await unsent(context);
		const [gone] = await context.tx
			.delete(threadFiles)
			.where(and(eq(threadFiles.fileId, fileId), eq(threadFiles.threadId, threadId)))
			.returning({ fileId: threadFiles.fileId });
		await forget(context, found(gone).fileId);
		return null;
	}
});

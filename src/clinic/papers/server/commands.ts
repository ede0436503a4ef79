import { and, eq, sql } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { forget, keep } from '#platform/files/files.ts';
import { newId, type Id } from '#platform/ids.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { fileNameOf } from '../file-name.ts';
import { paperDrafted, paperIssued, paperNamed, paperNumbered, paperTypeset, paperVoided } from '../forms.ts';
import { letterheadOf, type Paper } from './reads.ts';
import { papers } from './tables.ts';
import { typesetPaper } from './typesetting.ts';

/** A paper without a number, as its subject stands today. Run by the stop that knows the subject. */
export const draftPaper = command({
	name: 'papers.draftPaper',
	needs: 'paper.draft',
	input: paperDrafted,
	run: async (context, input) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		const paperId = newId<'Paper'>();
		await tx.insert(papers).values({
			...input,
			id: paperId,
			officeId: actor.officeId as Id<'Office'>,
			letterhead: await letterheadOf(reader, actor, today),
			state: 'draft',
			createdAt: now,
			createdBy: actor.id,
			createdByName: await nameOf(reader, actor)
		});
		await enqueue(context, typesetPaper, { paperId }, { subjectId: paperId });
		return { paperId };
	}
});

/** A paper that needs no number of the office's book of letters: it bears its stop's own, and never was a draft. */
export const issuePaper = command({
	name: 'papers.issuePaper',
	needs: 'paper.draft',
	input: paperIssued,
	run: async (context, { number, ...input }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		const paperId = newId<'Paper'>();
		const by = { id: actor.id, name: await nameOf(reader, actor) };
		await tx.insert(papers).values({
			...input,
			id: paperId,
			officeId: actor.officeId as Id<'Office'>,
			letterhead: await letterheadOf(reader, actor, today),
			state: 'numbered',
			number,
			datedOn: today,
			year: Number(today.slice(0, 4)),
			createdAt: now,
			createdBy: by.id,
			createdByName: by.name,
			numberedAt: now,
			numberedBy: by.id,
			numberedByName: by.name
		});
		await enqueue(context, typesetPaper, { paperId }, { subjectId: paperId });
		return { paperId };
	}
});

/** The number and day that the officer took from the office's book of letters. From here on the paper stands as it is. */
export const numberPaper = command({
	name: 'papers.numberPaper',
	needs: 'paper.number',
	input: paperNumbered,
	run: async (context, { paperId, number, datedOn }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const paper = await locked(context, paperId);
		if (paper.state === 'numbered') throw new Refusal('papers.alreadyNumbered', { number: paper.number ?? '' });
		if (paper.state === 'void') throw new Refusal('papers.isVoid');
		if (datedOn > dayOf(now, found(await ownOffice(reader, actor)).zone)) throw new BadInput({ datedOn: 'dayToCome' });
		const year = Number(datedOn.slice(0, 4));
		await refuseTaken(context, paper, number, year);
		await tx
			.update(papers)
			.set({
				state: 'numbered',
				number,
				datedOn,
				year,
				// The draft's own file says that it is a draft.
				fileId: null,
				pages: null,
				numberedAt: now,
				numberedBy: actor.id,
				numberedByName: await nameOf(reader, actor)
			})
			.where(eq(papers.id, paper.id));
		if (paper.fileId) await forget(context, paper.fileId);
		await enqueue(context, typesetPaper, { paperId }, { subjectId: paperId });
		return { paperId };
	}
});

/** Withdraws a paper. Its number stays in the book, so nobody uses it again; its file can still be read. */
export const voidPaper = command({
	name: 'papers.voidPaper',
	needs: 'paper.number',
	input: paperVoided,
	run: async (context, { paperId, reason }) => {
		const paper = await locked(context, paperId);
		if (paper.state === 'void') throw new Refusal('papers.isVoid');
		await context.tx.update(papers).set({ state: 'void', voidReason: reason }).where(eq(papers.id, paper.id));
		return { paperId };
	}
});

/** Sets a paper once more whose typesetting failed. */
export const typesetAgain = command({
	name: 'papers.typesetAgain',
	needs: 'paper.draft',
	input: paperNamed,
	run: async (context, { paperId }) => {
		const paper = await locked(context, paperId);
		if (paper.fileId === null) await enqueue(context, typesetPaper, { paperId }, { subjectId: paperId });
		return { paperId };
	}
});

/** Keeps the typeset paper. Done by the work that a draft or a number has asked for, by nobody else. */
export const attachTypeset = command({
	name: 'papers.attachTypeset',
	needs: 'paper.typeset',
	input: paperTypeset,
	run: async (context, { paperId, state, bytes, pages }) => {
		const paper = await locked(context, paperId);
		// Numbered or withdrawn while it was being set: what was set is not that paper any more.
		if (paper.state !== state || paper.fileId !== null) return { kept: false };
		const { id } = await keep(context, { name: fileNameOf(paper), bytes });
		await context.tx.update(papers).set({ fileId: id, pages }).where(eq(papers.id, paper.id));
		return { kept: true };
	}
});

async function locked({ tx, actor }: Context, paperId: Id<'Paper'>): Promise<Paper> {
	const [row] = await tx
		.select()
		.from(papers)
		.where(and(eq(papers.id, paperId), eq(papers.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

/** Two officers may type the same number at once: the second waits here, and is told. */
async function refuseTaken({ tx, actor }: Context, { kind }: Paper, number: string, year: number): Promise<void> {
	await tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`papers.number ${actor.officeId} ${kind}`}, 0))`
	);
	const [other] = await tx
		.select({ id: papers.id })
		.from(papers)
		.where(
			and(
				eq(papers.officeId, actor.officeId as never),
				eq(papers.kind, kind),
				eq(papers.year, year),
				eq(papers.number, number)
			)
		);
	if (other) throw new Refusal('papers.numberTaken', { number, year });
}

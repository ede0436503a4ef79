import { and, eq, inArray, ne } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { filesOf, forget, keep } from '#platform/files/files.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { readAmount } from '../../amounts.ts';
import { typedFigures } from '../../entries.ts';
import { answerField, figureField } from '../../field-names.ts';
import { saidIn, typedSaid, type Said } from '../../self/comparison.ts';
import { checkedPage, namedEvidence, verifiedSheet } from '../../self/forms.ts';
import { itemsOf, type SheetPage } from '../../self/pages.ts';
import { recordExamination } from '../commands.ts';
import { pagesOfSheet } from '../reads/self.ts';
import { examinationEvidence, selfExaminationChecks, selfExaminations } from '../tables/self.ts';
import { sheetInHand, type SelfExamination } from './self.ts';

type Checked = Parameters<(typeof checkSheetPage)['run']>[1];

/** Keeps what an officer found on one page of a sheet that was sent: values, what is agreed to, and by what it was seen. */
export const checkSheetPage = command({
	name: 'examinations.checkSheetPage',
	needs: 'examination.record',
	input: checkedPage,
	run: async (context, input) => {
		const { tx } = context;
		const sheet = await sentSheetInHand(context, input.selfExaminationId);
		const pages = pagesOfSheet(sheet);
		const page = found(pages.find(({ number }) => number === input.page));
		const theirs = saidIn({ figures: sheet.figures ?? {}, answers: sheet.answers ?? {} });
		const said = withAgreed(typedOn(page, input), page, theirs, input.agree);
		await keepChecks(context, sheet, page, said);
		for (const [index, evidence] of input.evidence.entries()) {
			if (!itemsOf(page).includes(evidence.item)) throw new BadInput({ '': 'notUnderstood' });
			const { file, fileId, place, note } = evidence;
			if (!file && !fileId && !place && !note) continue;
			// A page number alone says of no file which page it is.
			if (place && !file && !fileId && !note) throw new BadInput({ [`evidence.${index}.place`]: 'fileMissing' });
			await tx.insert(examinationEvidence).values({
				id: newId<'Evidence'>(),
				officeId: sheet.officeId,
				selfExaminationId: sheet.id,
				item: evidence.item,
				fileId: file ? (await keep(context, file)).id : fileId ? await ownFile(context, fileId) : null,
				place,
				note,
				at: context.now,
				by: context.actor.id,
				byName: await nameOf(tx, context.actor)
			});
		}
		return { next: page.number < pages.length ? page.number + 1 : null };
	}
});

async function ownFile({ tx, actor }: Context, fileId: Id<'File'>): Promise<Id<'File'>> {
	const [file] = await filesOf(readerOf(tx), actor, [fileId]);
	return found(file).id;
}

/** What the officer typed, read; mistakes are told beside their fields. */
function typedOn(page: SheetPage, { figures, answers, unit }: Checked): Map<string, string> {
	const said = new Map<string, string>();
	const problems: Record<string, string> = {};
	const typed = new Map(typedFigures({ figures }));
	for (const figure of page.figures) {
		const text = typed.get(figure);
		if (text === undefined) continue;
		const read = readAmount(text, unit);
		if ('rupiah' in read) said.set(figure, String(read.rupiah));
		else problems[figureField(figure)] = read.problem;
	}
	for (const { code } of page.questions) {
		const answer = answers[answerField(code).slice('answers.'.length)] ?? '';
		if (answer === 'yes' || answer === 'no') said.set(code, answer);
		else if (answer !== '') problems[answerField(code)] = 'notUnderstood';
	}
	if (Object.keys(problems).length > 0) throw new BadInput(problems);
	return said;
}

/** One item agreed to takes over what the cooperative says; all of them fill only what the officer has left empty. */
function withAgreed(said: Map<string, string>, page: SheetPage, theirs: Said, agree: string): Map<string, string> {
	for (const item of itemsOf(page)) {
		const value = theirs.get(item);
		if (value !== undefined && (agree === item || (agree === 'all' && !said.has(item)))) said.set(item, value);
	}
	return said;
}

async function keepChecks(
	{ tx, actor, now }: Context,
	sheet: SelfExamination,
	page: SheetPage,
	said: ReadonlyMap<string, string>
): Promise<void> {
	const items = itemsOf(page);
	const kept = await checksOf({ tx }, sheet.id);
	const gone = items.filter((item) => kept.has(item) && !said.has(item));
	if (gone.length > 0)
		await tx
			.delete(selfExaminationChecks)
			.where(and(eq(selfExaminationChecks.selfExaminationId, sheet.id), inArray(selfExaminationChecks.item, gone)));
	const byName = await nameOf(tx, actor);
	for (const [item, value] of said) {
		// Who found it first stays beside it.
		if (kept.get(item) === value) continue;
		const finding = { value, at: now, by: actor.id, byName };
		await tx
			.insert(selfExaminationChecks)
			.values({ ...finding, selfExaminationId: sheet.id, officeId: sheet.officeId, item })
			.onConflictDoUpdate({
				target: [selfExaminationChecks.selfExaminationId, selfExaminationChecks.item],
				set: finding
			});
	}
}

async function checksOf({ tx }: Pick<Context, 'tx'>, id: Id<'SelfExamination'>): Promise<Map<string, string>> {
	const rows = await tx
		.select({ item: selfExaminationChecks.item, value: selfExaminationChecks.value })
		.from(selfExaminationChecks)
		.where(eq(selfExaminationChecks.selfExaminationId, id));
	return new Map(rows.map(({ item, value }) => [item, value]));
}

/** Evidence was put to the wrong item. Its file goes with it when nothing else points there. */
export const dropEvidence = command({
	name: 'examinations.dropEvidence',
	needs: 'examination.record',
	input: namedEvidence,
	run: async (context, { evidenceId }) => {
		const { tx, actor } = context;
		const [row] = await tx
			.select()
			.from(examinationEvidence)
			.where(and(eq(examinationEvidence.id, evidenceId), eq(examinationEvidence.officeId, actor.officeId as never)));
		const evidence = found(row);
		await sentSheetInHand(context, evidence.selfExaminationId);
		await tx.delete(examinationEvidence).where(eq(examinationEvidence.id, evidence.id));
		if (evidence.fileId) {
			const others = await tx
				.select({ id: examinationEvidence.id })
				.from(examinationEvidence)
				.where(and(eq(examinationEvidence.fileId, evidence.fileId), ne(examinationEvidence.id, evidence.id)))
				.limit(1);
			if (others.length === 0) await forget(context, evidence.fileId);
		}
		return null;
	}
});

/** Makes the examination of what the officer found. What was not looked at is not answered, whatever the cooperative says. */
export const recordVerifiedExamination = command({
	name: 'examinations.recordVerifiedExamination',
	needs: 'examination.record',
	input: verifiedSheet,
	run: async (context, { selfExaminationId, ...wish }) => {
		const { tx } = context;
		const sheet = await sentSheetInHand(context, selfExaminationId);
		const { caseId, instrument, version, bookYear, subject } = sheet;
		const { examinationId } = await runWithin(context, recordExamination, {
			...wish,
			overrideReason: wish.overrideReason ?? '',
			note: wish.note ?? '',
			caseId,
			instrument,
			version,
			bookYear,
			subject,
			unit: 'rupiah',
			...typedSaid(await checksOf(context, sheet.id))
		});
		await tx
			.update(selfExaminations)
			.set({ examinationId: examinationId as Id<'Examination'> })
			.where(eq(selfExaminations.id, sheet.id));
		return { examinationId };
	}
});

/** A sheet that was sent and of which no examination is made yet, locked. @throws Refusal missing, examinations.alreadyVerified */
async function sentSheetInHand(context: Context, id: Id<'SelfExamination'>): Promise<SelfExamination> {
	const sheet = await sheetInHand(context, id);
	found(sheet.sentAt);
	if (sheet.examinationId) throw new Refusal('examinations.alreadyVerified');
	return sheet;
}

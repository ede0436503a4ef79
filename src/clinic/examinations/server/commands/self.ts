import { and, eq } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { doubtsIn } from '../../doubts.ts';
import { nested } from '../../entries.ts';
import { amountsOf, emptyDraft, inUnit, isForgotten, problemsOn, withPage, type Draft } from '../../self/draft.ts';
import { chosenUnit, namedSheet, newInvitation, savedPage, sentSheet } from '../../self/forms.ts';
import { mayInvite } from '../../self/invitation.ts';
import { examineeOf, subjectsOf } from '../../subject.ts';
import { whichInstrument } from '../../which-instrument.ts';
import { hasOpenSheet, pagesOfSheet } from '../reads/self.ts';
import { selfExaminationDrafts, selfExaminations } from '../tables/self.ts';

/** Asks the cooperative to fill the sheet in first. It does so by the link of its board; one sheet at a time. */
export const inviteSelfExamination = command({
	name: 'examinations.inviteSelfExamination',
	needs: 'examination.record',
	input: newInvitation,
	run: async (context, { caseId, bookYear, subject }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		const patient = await caseOf(reader, actor, caseId);
		const cooperative = await identityOf(reader, actor, patient.cooperativeId, today);
		if (bookYear > Number(today.slice(0, 4))) throw new Refusal('examinations.bookYearAhead', { bookYear });
		if (!subjectsOf(cooperative).includes(subject)) throw new Refusal('examinations.noSavingsUnit');
		if (!mayInvite(patient.stage)) throw new Refusal('cases.notNow', { stage: patient.stage, next: 'examination' });
		const { instrument } = whichInstrument(examineeOf(cooperative, subject), bookYear);
		if (!instrument) throw new Refusal('examinations.noInstrument', { bookYear });
		const selfExaminationId = newId<'SelfExamination'>();
		// Reported first: the row of the case makes two invitations take turns, and a closed case takes none.
		await runWithin(context, reportMilestone, {
			caseId: patient.id,
			stage: null,
			what: 'selfExamination.invited',
			params: { bookYear },
			subjectId: selfExaminationId
		});
		if (await hasOpenSheet(reader, cooperative.id)) throw new Refusal('examinations.alreadyInvited');
		const made = await tx
			.insert(selfExaminations)
			.values({
				id: selfExaminationId,
				officeId: actor.officeId as Id<'Office'>,
				cooperativeId: cooperative.id,
				caseId: patient.id,
				subject,
				instrument: instrument.code,
				version: instrument.version,
				bookYear,
				invitedAt: now,
				invitedBy: actor.id,
				invitedByName: await nameOf(tx, actor)
			})
			.onConflictDoNothing()
			.returning({ id: selfExaminations.id });
		if (made.length === 0) throw new Refusal('examinations.alreadyInvited');
		return { selfExaminationId };
	}
});

/** The office no longer waits for a sheet. What was typed on it is never seen by anybody. */
export const withdrawSelfExamination = command({
	name: 'examinations.withdrawSelfExamination',
	needs: 'examination.record',
	input: namedSheet,
	run: async (context, { selfExaminationId }) => {
		const sheet = await sheetInHand(context, selfExaminationId);
		if (sheet.sentAt) throw new Refusal('examinations.sheetSent');
		if (!sheet.withdrawnAt)
			await context.tx
				.update(selfExaminations)
				.set({ withdrawnAt: context.now })
				.where(eq(selfExaminations.id, sheet.id));
		return null;
	}
});

/** Saves one page as it stands, mistakes and all: nothing typed is lost. Says which page comes next. */
export const saveSelfExamination = command({
	name: 'examinations.saveSelfExamination',
	needs: 'selfExamination.fill',
	input: savedPage,
	run: async (context, { selfExaminationId, page: number, figures, answers, exit }) => {
		const sheet = await openSheet(context, selfExaminationId);
		const pages = pagesOfSheet(sheet);
		const page = found(pages.find((one) => one.number === number));
		const draft = withPage(await draftOf(context, sheet), page, { figures, answers });
		await keepDraft(context, sheet, draft);
		if (exit === 'list') return { page: null, mistakes: 0 };
		if (exit === 'back') return { page: number > 1 ? number - 1 : null, mistakes: 0 };
		const mistakes = problemsOn(draft, page).size;
		return { page: mistakes > 0 ? number : number + 1, mistakes, isLast: number === pages.length };
	}
});

/** Chooses in what unit the amounts are typed. What stands there already is written in the new one. */
export const chooseSheetUnit = command({
	name: 'examinations.chooseSheetUnit',
	needs: 'selfExamination.fill',
	input: chosenUnit,
	run: async (context, { selfExaminationId, unit }) => {
		const sheet = await openSheet(context, selfExaminationId);
		await keepDraft(context, sheet, inUnit(await draftOf(context, sheet), unit));
		return null;
	}
});

/** The cooperative sends its sheet: from now on the office sees it, and it is no longer changed. */
export const sendSelfExamination = command({
	name: 'examinations.sendSelfExamination',
	needs: 'selfExamination.fill',
	input: sentSheet,
	run: async (context, { selfExaminationId, remark, sure }) => {
		const { tx, actor, now } = context;
		const sheet = await openSheet(context, selfExaminationId);
		const draft = await draftOf(context, sheet);
		const wrong = pagesOfSheet(sheet).filter((page) => problemsOn(draft, page).size > 0);
		if (wrong.length > 0) throw new Refusal('examinations.sheetHasMistakes', { page: wrong[0]!.number });
		const figures = amountsOf(draft);
		if (figures.size === 0 && Object.keys(draft.answers).length === 0) throw new Refusal('examinations.nothingGiven');
		if (!sure && doubtsIn(figures, new Map()).size > 0) throw new BadInput({ sure: 'lookAgain' });
		await runWithin(context, reportMilestone, {
			caseId: sheet.caseId,
			stage: null,
			what: 'selfExamination.sent',
			params: { bookYear: sheet.bookYear },
			subjectId: sheet.id
		});
		await tx
			.update(selfExaminations)
			.set({
				sentAt: now,
				sentBy: actor.id,
				sentByName: await nameOf(tx, actor),
				figures: nested(figures, String),
				answers: Object.fromEntries(Object.entries(draft.answers).map(([item, answer]) => [item, answer === 'yes'])),
				remark
			})
			.where(eq(selfExaminations.id, sheet.id));
		await tx.delete(selfExaminationDrafts).where(eq(selfExaminationDrafts.selfExaminationId, sheet.id));
		return null;
	}
});

export type SelfExamination = typeof selfExaminations.$inferSelect;

/** A sheet of the actor's office, locked: what is decided by its state is decided under the lock. @throws Refusal missing */
export async function sheetInHand({ tx, actor }: Context, id: Id<'SelfExamination'>): Promise<SelfExamination> {
	const [row] = await tx
		.select()
		.from(selfExaminations)
		.where(and(eq(selfExaminations.id, id), eq(selfExaminations.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

/** A sheet that the holder of the link may fill in. @throws Refusal missing for another cooperative's */
async function openSheet(context: Context, id: Id<'SelfExamination'>): Promise<SelfExamination> {
	const sheet = await sheetInHand(context, id);
	if (context.actor.kind !== 'link') throw new Refusal('missing');
	// The link, or the sheet, may belong to a record that has been merged into the other since.
	const same = await sameCooperative(readerOf(context.tx), found(context.actor.subjectId));
	found(same.some(({ id: own }) => own === sheet.cooperativeId) ? sheet : null);
	if (sheet.withdrawnAt) throw new Refusal('examinations.sheetWithdrawn');
	if (sheet.sentAt) throw new Refusal('examinations.sheetSent');
	return sheet;
}

async function draftOf({ tx, now }: Context, { id }: SelfExamination): Promise<Draft> {
	const [row] = await tx.select().from(selfExaminationDrafts).where(eq(selfExaminationDrafts.selfExaminationId, id));
	return row && !isForgotten(row.savedAt, now) ? row : emptyDraft;
}

async function keepDraft({ tx, actor, now }: Context, sheet: SelfExamination, draft: Draft): Promise<void> {
	const { unit, figures, answers, remark } = draft;
	const said = { unit, figures: { ...figures }, answers: { ...answers }, remark, savedAt: now };
	await tx
		.insert(selfExaminationDrafts)
		.values({
			...said,
			selfExaminationId: sheet.id,
			officeId: actor.officeId as Id<'Office'>,
			cooperativeId: sheet.cooperativeId
		})
		.onConflictDoUpdate({ target: selfExaminationDrafts.selfExaminationId, set: said });
	await tx.update(selfExaminations).set({ savedAt: now }).where(eq(selfExaminations.id, sheet.id));
}

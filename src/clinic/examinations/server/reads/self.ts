import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { findInstrument } from '../../catalogue.ts';
import { emptyDraft, isForgotten, keptUntil, type Draft } from '../../self/draft.ts';
import { pagesOf, type SheetPage } from '../../self/pages.ts';
import { sheetOf } from '../../sheet.ts';
import { selfExaminationDrafts, selfExaminations } from '../tables/self.ts';

type Asking = Pick<Reader, 'select'>;

/** The pages of a sheet as it was when the cooperative was invited. */
export function pagesOfSheet({ instrument, version }: { instrument: string; version: string }): SheetPage[] {
	const known = findInstrument(instrument, version);
	if (!known) throw new Refusal('examinations.sheetUnknown');
	return pagesOf(sheetOf(known));
}

/** What the office may know of a sheet: never what was typed and not sent. */
const seenByOffice = {
	id: selfExaminations.id,
	caseId: selfExaminations.caseId,
	cooperativeId: selfExaminations.cooperativeId,
	subject: selfExaminations.subject,
	instrument: selfExaminations.instrument,
	version: selfExaminations.version,
	bookYear: selfExaminations.bookYear,
	invitedAt: selfExaminations.invitedAt,
	invitedByName: selfExaminations.invitedByName,
	withdrawnAt: selfExaminations.withdrawnAt,
	sentAt: selfExaminations.sentAt,
	sentByName: selfExaminations.sentByName,
	figures: selfExaminations.figures,
	answers: selfExaminations.answers,
	remark: selfExaminations.remark,
	examinationId: selfExaminations.examinationId
};

/**
 * The sheets that a cooperative was asked to fill in during a case, newest first. Where two records with open cases have
 * become one, also those of the other open case: whoever works at one of them finds what was sent.
 */
export const selfExaminationsOf = (
	reader: Asking,
	actor: Actor,
	{ id, cooperativeId }: { readonly id: string; readonly cooperativeId: string }
) =>
	reader
		.select(seenByOffice)
		.from(selfExaminations)
		.where(
			and(
				or(
					eq(selfExaminations.caseId, id as never),
					inArray(selfExaminations.caseId, openCases(reader, cooperativeId))
				),
				eq(selfExaminations.officeId, actor.officeId as never)
			)
		)
		.orderBy(desc(selfExaminations.invitedAt), desc(selfExaminations.id));
export type SheetAskedFor = Awaited<ReturnType<typeof selfExaminationsOf>>[number];

const openCases = (reader: Asking, cooperativeId: string) =>
	reader
		.select({ id: cases.id })
		.from(cases)
		.where(and(inArray(cases.cooperativeId, sameCooperative(reader, cooperativeId)), isNull(cases.closedAt)));

/** Whether a cooperative, or a record merged into it, has a sheet that it has not sent. */
export const hasOpenSheet = async (reader: Asking, cooperativeId: string): Promise<boolean> => {
	const [open] = await reader
		.select({ id: selfExaminations.id })
		.from(selfExaminations)
		.where(
			and(
				inArray(selfExaminations.cooperativeId, sameCooperative(reader, cooperativeId)),
				isNull(selfExaminations.sentAt),
				isNull(selfExaminations.withdrawnAt)
			)
		)
		.limit(1);
	return open !== undefined;
};

/** One sheet of the actor's office. @throws Refusal missing */
export async function selfExaminationOf(reader: Asking, actor: Actor, id: string): Promise<SheetAskedFor> {
	const [row] = await reader
		.select(seenByOffice)
		.from(selfExaminations)
		.where(and(eq(selfExaminations.id, id as never), eq(selfExaminations.officeId, actor.officeId as never)));
	return found(row);
}

/** The sheet of which an examination was made, or null. */
export async function sheetBehind(reader: Asking, actor: Actor, examinationId: string): Promise<SheetAskedFor | null> {
	const [row] = await reader
		.select(seenByOffice)
		.from(selfExaminations)
		.where(
			and(
				eq(selfExaminations.examinationId, examinationId as never),
				eq(selfExaminations.officeId, actor.officeId as never)
			)
		);
	return row ?? null;
}

/** What the board sees of the sheet that it is asked for. */
export interface BoardSheet {
	readonly id: string;
	readonly bookYear: number;
	readonly subject: SheetAskedFor['subject'];
	readonly invitedByName: string;
	readonly sentAt: Date | null;
	readonly pages: readonly SheetPage[];
	readonly draft: Draft;
	/** Until when the draft is kept; null before the first page was saved. */
	readonly keptUntil: Date | null;
	/** A draft was there and is forgotten. */
	readonly forgotten: boolean;
}

/** The sheet that the holder of a board's link is asked for, else the one it has sent last; null where there is none. */
export async function boardSheet(reader: Asking, actor: Actor, now: Date): Promise<BoardSheet | null> {
	if (actor.kind !== 'link' || actor.subjectId === null) throw missing();
	const sheets = await reader
		.select()
		.from(selfExaminations)
		.where(
			and(
				inArray(selfExaminations.cooperativeId, sameCooperative(reader, actor.subjectId)),
				eq(selfExaminations.officeId, actor.officeId as never),
				isNull(selfExaminations.withdrawnAt)
			)
		)
		.orderBy(desc(selfExaminations.invitedAt), desc(selfExaminations.id));
	const sheet = sheets.find(({ sentAt }) => sentAt === null) ?? sheets[0];
	if (!sheet) return null;
	const [row] = await reader
		.select()
		.from(selfExaminationDrafts)
		.where(eq(selfExaminationDrafts.selfExaminationId, sheet.id));
	const draft = row && !isForgotten(row.savedAt, now) ? row : null;
	const { id, bookYear, subject, invitedByName, sentAt, savedAt } = sheet;
	return {
		id,
		bookYear,
		subject,
		invitedByName,
		sentAt,
		pages: pagesOfSheet(sheet),
		draft: draft
			? { unit: draft.unit, figures: draft.figures, answers: draft.answers, remark: draft.remark }
			: emptyDraft,
		keptUntil: draft && keptUntil(draft.savedAt),
		forgotten: sentAt === null && savedAt !== null && draft === null
	};
}

/** The sheet that the board fills in now. @throws Refusal missing when there is none */
export async function openBoardSheet(reader: Asking, actor: Actor, now: Date): Promise<BoardSheet> {
	const sheet = await boardSheet(reader, actor, now);
	return found(sheet?.sentAt === null ? sheet : null);
}

import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { filesOf } from '#platform/files/files.ts';
import { found } from '#platform/refusal.ts';
import { findInstrument } from '../../catalogue.ts';
import { agreementOn, differencesOn, saidIn, type Agreement, type Said } from '../../self/comparison.ts';
import { itemsOf } from '../../self/pages.ts';
import { examineeOf } from '../../subject.ts';
import { whichInstrument } from '../../which-instrument.ts';
import { examinationOf } from '../reads.ts';
import { examinationEvidence, selfExaminationChecks, selfExaminations } from '../tables/self.ts';
import { mayFinaliseToday } from './official.ts';
import { pagesOfSheet, selfExaminationOf, sheetBehind } from './self.ts';

export interface Evidence {
	readonly id: string;
	readonly item: string;
	readonly file: { readonly id: string; readonly name: string } | null;
	readonly place: string | null;
	readonly note: string | null;
	readonly byName: string;
}

/** By what the items of a sheet were verified, oldest first. */
export async function evidenceOf(reader: Reader, actor: Actor, selfExaminationId: string): Promise<Evidence[]> {
	const rows = await reader
		.select({
			...getTableColumns(examinationEvidence),
			// A note is the first officer's judgement, and not for whoever scores blind.
			note: sql<
				string | null
			>`case when ${examinationEvidence.selfExaminationId} in (select s.id from ${selfExaminations} s
				where s.examination_id in (select blind_examinations())) then null else ${examinationEvidence.note} end`
		})
		.from(examinationEvidence)
		.where(
			and(
				eq(examinationEvidence.selfExaminationId, selfExaminationId as never),
				eq(examinationEvidence.officeId, actor.officeId as never)
			)
		)
		.orderBy(asc(examinationEvidence.at), asc(examinationEvidence.id));
	const files = await filesOf(
		reader,
		actor,
		rows.flatMap(({ fileId }) => fileId ?? [])
	);
	const byId = new Map(files.map(({ id, name }) => [id, { id, name }]));
	return rows.map(({ id, item, fileId, place, note, byName }) => ({
		id,
		item,
		file: fileId ? (byId.get(fileId) ?? null) : null,
		place,
		note,
		byName
	}));
}

async function checkedIn(reader: Reader, actor: Actor, selfExaminationId: string): Promise<Said> {
	const rows = await reader
		.select({ item: selfExaminationChecks.item, value: selfExaminationChecks.value })
		.from(selfExaminationChecks)
		.where(
			and(
				eq(selfExaminationChecks.selfExaminationId, selfExaminationId as never),
				eq(selfExaminationChecks.officeId, actor.officeId as never)
			)
		);
	return new Map(rows.map(({ item, value }) => [item, value]));
}

/** A sheet that was sent, beside what the officer has found so far. @throws Refusal missing, also while it is not sent */
export async function verification(reader: Reader, actor: Actor, id: string, now: Date) {
	const sheet = await selfExaminationOf(reader, actor, id);
	found(sheet.sentAt);
	const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
	const patient = await caseOf(reader, actor, sheet.caseId);
	const cooperative = await identityOf(reader, actor, patient.cooperativeId, today);
	const theirs = saidIn({ figures: sheet.figures ?? {}, answers: sheet.answers ?? {} });
	const ours = await checkedIn(reader, actor, sheet.id);
	const evidence = await evidenceOf(reader, actor, sheet.id);
	const instrument = findInstrument(sheet.instrument, sheet.version);
	const inForce = whichInstrument(examineeOf(cooperative, sheet.subject), sheet.bookYear).instrument;
	return {
		sheet: {
			id: sheet.id,
			bookYear: sheet.bookYear,
			subject: sheet.subject,
			sentAt: sheet.sentAt,
			sentByName: sheet.sentByName,
			remark: sheet.remark,
			examinationId: sheet.examinationId
		},
		caseId: patient.id,
		isClosed: patient.closedAt !== null,
		name: cooperative.name,
		title: instrument?.title ?? null,
		isInForce: instrument !== null && instrument === inForce,
		mayFinalise: await mayFinaliseToday(reader, actor, cooperative.id, today),
		theirs,
		ours,
		evidence,
		/** The files that were put to this sheet so far, to point to again. */
		files: [...new Map(evidence.flatMap(({ file }) => (file ? [[file.id, file] as const] : []))).values()],
		pages: pagesOfSheet(sheet).map((page) => ({ page, ...countsOf(itemsOf(page), theirs, ours) }))
	};
}
export type Verification = Awaited<ReturnType<typeof verification>>;

function countsOf(items: readonly string[], theirs: Said, ours: Said): Record<Agreement, number> {
	const counts = { same: 0, differs: 0, added: 0, left: 0, open: 0 };
	for (const item of items) counts[agreementOn(item, theirs, ours)] += 1;
	return counts;
}

/** What the cooperative and the officer say to an examination that was made of a sheet; null where there was none. */
export async function sheetDifferences(reader: Reader, actor: Actor, examinationId: string) {
	const sheet = await sheetBehind(reader, actor, examinationId);
	if (!sheet) return null;
	const pages = pagesOfSheet(sheet);
	const items = pages.flatMap(itemsOf);
	const theirs = saidIn({ figures: sheet.figures ?? {}, answers: sheet.answers ?? {} });
	const ours = saidIn(await examinationOf(reader, actor, examinationId));
	const differences = differencesOn(items, theirs, ours);
	return {
		sentAt: sheet.sentAt,
		sentByName: sheet.sentByName,
		remark: sheet.remark,
		pages,
		differences,
		same: items.filter((item) => ours.has(item)).length - differences.filter(({ ours: own }) => own !== null).length,
		evidence: await evidenceOf(reader, actor, sheet.id)
	};
}
export type SheetDifferences = NonNullable<Awaited<ReturnType<typeof sheetDifferences>>>;

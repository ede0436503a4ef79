import { and, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { caseOf, type CaseInCare } from '#clinic/cases/server/reads.ts';
import { cases, complaints } from '#clinic/cases/server/tables.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { evidenceTold } from '#clinic/diagnoses/server/reads.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { fullScoreOf } from '#clinic/examinations/full-score.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { lastExaminations } from '#clinic/examinations/server/reads.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { areas, clinics, staff } from '#clinic/offices/server/tables.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found, missing } from '#platform/refusal.ts';
import { conflictWith } from './reads/specialists.ts';
import { refuseConflict } from './refuse-conflict.ts';
import { referrals } from './tables.ts';

type Asking = Pick<Reader, 'select'>;

/** Referred to the actor by name, or to a clinic in which he or she serves. */
const addressedTo = (actor: Actor): SQL =>
	or(
		eq(referrals.toStaffId, actor.id as never),
		actor.clinicIds.length > 0 ? inArray(referrals.clinicId, [...actor.clinicIds] as never[]) : sql`false`
	)!;

/** What a specialist may open: what waits for an answer from him or her, and what he or she accepted. */
const openTo = (actor: Actor): SQL =>
	and(
		eq(referrals.officeId, actor.officeId as never),
		or(
			and(eq(referrals.state, 'sent'), addressedTo(actor)),
			and(eq(referrals.state, 'accepted'), eq(referrals.answeredBy, actor.id as never))
		)
	)!;

const listed = {
	id: referrals.id,
	caseId: referrals.caseId,
	caseNumber: cases.number,
	diagnosisId: referrals.diagnosisId,
	cooperative: cooperatives.name,
	clinicId: referrals.clinicId,
	clinic: clinics.name,
	cause: diagnoses.cause,
	question: referrals.question,
	state: referrals.state,
	toStaffId: referrals.toStaffId,
	sentAt: referrals.sentAt,
	sentByName: referrals.sentByName,
	dueOn: referrals.dueOn,
	raisedAt: referrals.raisedAt,
	answer: referrals.answer,
	answeredAt: referrals.answeredAt,
	answeredBy: referrals.answeredBy
};

const joined = (reader: Asking) =>
	reader
		.select(listed)
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.innerJoin(clinics, eq(clinics.id, referrals.clinicId))
		.innerJoin(diagnoses, eq(diagnoses.id, referrals.diagnosisId));

export type ListedReferral = Awaited<ReturnType<typeof myReferrals>>[number];

/** The specialist's worklist: what waits for an answer first, oldest first; then the accepted ones of cases still open. */
export const myReferrals = (reader: Reader, actor: Actor) =>
	joined(reader)
		.where(and(openTo(actor), isNull(cases.closedAt)))
		.orderBy(sql`${referrals.state} = 'accepted'`, referrals.sentAt, referrals.id)
		.limit(200);

/** The referrals of a case, newest first, with who answered. */
export async function referralsOf(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await caseOf(reader, actor, caseId);
	const rows = await joined(reader).where(eq(referrals.caseId, id)).orderBy(desc(referrals.sentAt), desc(referrals.id));
	const names = await namesOf(
		reader,
		rows.flatMap(({ toStaffId, answeredBy }) => [toStaffId, answeredBy])
	);
	return rows.map((row) => ({
		...row,
		toName: row.toStaffId && (names.get(row.toStaffId) ?? null),
		answeredByName: row.answeredBy && (names.get(row.answeredBy) ?? null)
	}));
}

/** What has risen to the head of division and still waits, the oldest first. */
export const overdueReferrals = (reader: Reader, actor: Actor) =>
	joined(reader)
		.where(
			and(
				eq(referrals.officeId, actor.officeId as never),
				eq(referrals.state, 'sent'),
				isNotNull(referrals.raisedAt),
				isNull(cases.closedAt)
			)
		)
		.orderBy(referrals.dueOn, referrals.id)
		.limit(200);

async function namesOf(reader: Asking, ids: readonly (string | null)[]): Promise<Map<string, string>> {
	const known = [...new Set(ids.filter((id) => id !== null))];
	if (known.length === 0) return new Map();
	const rows = await reader
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.where(inArray(staff.id, known as never[]));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A referral that the actor may open. @throws Refusal missing */
export async function referralOpenTo(reader: Asking, actor: Actor, referralId: string) {
	const [row] = await joined(reader).where(and(eq(referrals.id, referralId as never), openTo(actor)));
	return found(row);
}

/**
 * A referral with what keeps the actor from taking it: somebody who is tied to the cooperative sees the question and nothing
 * of the file. @throws Refusal missing
 */
export async function referralHead(reader: Asking, actor: Actor, referralId: string) {
	const referral = await referralOpenTo(reader, actor, referralId);
	const { cooperativeId } = await caseOf(reader, actor, referral.caseId);
	const conflict = referral.state === 'sent' ? await conflictWith(reader, actor, actor.id, cooperativeId) : null;
	return { referral, conflict };
}

/**
 * What a specialist from outside sees of a case: who the cooperative is, what hurts, the diagnosis he or she is asked
 * about, the question, and a summary of the last examination. Nothing else.
 * @throws Refusal missing when it is not referred to the actor, referrals.relationDeclared or onItsBoard when it may not be
 */
export async function referralFile(reader: Reader, actor: Actor, referralId: string) {
	const { referral, conflict } = await referralHead(reader, actor, referralId);
	refuseConflict(await nameOf(reader, actor), conflict);
	const { cooperativeId, stage } = await caseOf(reader, actor, referral.caseId);
	const [identity] = await reader
		.select({
			name: cooperatives.name,
			kind: cooperatives.kind,
			pattern: cooperatives.pattern,
			hasSavingsUnit: cooperatives.hasSavingsUnit,
			legalNumber: cooperatives.legalNumber,
			registryNumber: cooperatives.registryNumber,
			foundedOn: cooperatives.foundedOn,
			district: sql<string | null>`coalesce(${areas.name}, ${cooperatives.districtText})`
		})
		.from(cooperatives)
		.leftJoin(areas, eq(areas.code, cooperatives.districtCode))
		.where(eq(cooperatives.id, cooperativeId));
	const [diagnosis] = await reader
		.select({ cause: diagnoses.cause, rank: diagnoses.rank, evidence: diagnoses.evidence, note: diagnoses.note })
		.from(diagnoses)
		.innerJoin(referrals, eq(referrals.diagnosisId, diagnoses.id))
		.where(eq(referrals.id, referral.id));
	const named = found(diagnosis);
	const told = await evidenceTold(reader, cooperativeId);
	return {
		referral,
		/** Where the case stands: it decides what may be done next. */
		stage,
		cooperative: found(identity),
		complaints: await reader
			.select({ id: complaints.id, words: complaints.words, codes: complaints.codes, createdAt: complaints.createdAt })
			.from(complaints)
			.where(eq(complaints.caseId, referral.caseId))
			.orderBy(complaints.createdAt),
		diagnosis: { ...named, evidence: told(named.evidence) },
		examination: await examinationSummary(reader, actor, cooperativeId)
	};
}

async function examinationSummary(reader: Asking, actor: Actor, cooperativeId: string) {
	const [last] = await lastExaminations(reader, actor, cooperativeId, 1);
	if (!last) return null;
	const { instrument, bookYear, at, total, category } = last;
	const { aspects } = last.result as ExaminationResult;
	return {
		instrument,
		bookYear,
		at,
		total,
		category,
		aspects: aspects.map((aspect) => ({ code: aspect.code, outOf: fullScoreOf(last, aspect), score: aspect.score }))
	};
}

/** Whether the actor accepted a referral of this case. */
export const hasAccepted = async (reader: Asking, actor: Actor, caseId: string): Promise<boolean> => {
	const [row] = await reader
		.select({ id: referrals.id })
		.from(referrals)
		.where(
			and(
				eq(referrals.caseId, caseId as never),
				eq(referrals.state, 'accepted'),
				eq(referrals.answeredBy, actor.id as never)
			)
		)
		.limit(1);
	return row !== undefined;
};

/**
 * A case for whoever treats it: staff of the office, a specialist who accepted a referral of it, or (their own
 * cooperative's only) the board by its link. @throws Refusal missing for everybody else
 */
export async function treatedCase(reader: Asking, actor: Actor, caseId: string): Promise<CaseInCare> {
	const patient = await caseOf(reader, actor, caseId);
	if (actor.kind === 'link') {
		// The link may have been given to a record that has been merged since.
		if (actor.subjectId && patient.cooperativeId === (await registeredAs(reader, actor, actor.subjectId)))
			return patient;
		throw missing();
	}
	if (may(actor, 'case.view') || (await hasAccepted(reader, actor, patient.id))) return patient;
	throw missing();
}

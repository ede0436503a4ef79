import { and, asc, desc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import { blindCooperatives } from '#clinic/cooperatives/server/reads/health-seen.ts';
import { sameCooperative, staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { complaintCodes, type ComplaintCode } from '../complaints.ts';
import { standingOf, type Stage } from '../journey.ts';
import { withoutExaminations } from '../triage.ts';
import { cases, complaints, milestones, triages } from './tables.ts';

type Asking = Pick<Reader, 'select'>;

export interface CaseInCare {
	readonly id: Id<'Case'>;
	readonly number: string;
	/** The record that stays, where the case was opened for one that has been merged since. */
	readonly cooperativeId: Id<'Cooperative'>;
	readonly openedAt: Date;
	readonly closedAt: Date | null;
	readonly stage: Stage;
	/** Since when it stands there. */
	readonly since: Date;
}

/** One case of the actor's office with its computed stage. @throws Refusal missing, also for another office's case */
export async function caseOf(reader: Asking, actor: Actor, caseId: string): Promise<CaseInCare> {
	const [row] = await reader
		.select({
			id: cases.id,
			number: cases.number,
			cooperativeId: cooperatives.id,
			openedAt: cases.openedAt,
			closedAt: cases.closedAt
		})
		.from(cases)
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(and(eq(cases.id, caseId as never), eq(cases.officeId, actor.officeId as never)));
	const { id, number, cooperativeId, openedAt, closedAt } = found(row);
	const passed = await reader
		.select({ stage: milestones.stage, at: milestones.at })
		.from(milestones)
		.where(eq(milestones.caseId, id))
		.orderBy(asc(milestones.at), asc(milestones.id));
	const { stage, since } = standingOf(passed);
	return { id, number, cooperativeId, openedAt, closedAt, stage, since: since ?? openedAt };
}

/** What is told of a milestone: of an examination that the asker still scores blind, that it was made. */
const told = {
	...getTableColumns(milestones),
	params: sql<
		(typeof milestones.$inferSelect)['params']
	>`case when ${milestones.subjectId} in (select blind_examinations())
		then ${milestones.params} - 'total' - 'category' else ${milestones.params} end`
};

/** What happened to a case, newest first. */
export const milestonesOf = (reader: Asking, actor: Actor, caseId: string) =>
	reader
		.select(told)
		.from(milestones)
		.where(and(eq(milestones.caseId, caseId as never), eq(milestones.officeId, actor.officeId as never)))
		.orderBy(desc(milestones.at), desc(milestones.id));
export type PassedMilestone = Awaited<ReturnType<typeof milestonesOf>>[number];

/** The open case of a cooperative, or null; where two records with open cases became one, the elder case. */
export async function openCaseOf(reader: Asking, actor: Actor, cooperativeId: string): Promise<CaseInCare | null> {
	const [row] = await reader
		.select({ id: cases.id })
		.from(cases)
		.where(
			and(
				inArray(cases.cooperativeId, sameCooperative(reader, cooperativeId)),
				eq(cases.officeId, actor.officeId as never),
				isNull(cases.closedAt)
			)
		)
		.orderBy(asc(cases.openedAt), asc(cases.id))
		.limit(1);
	return row ? caseOf(reader, actor, row.id) : null;
}

/** Everything that happened in all cases of a cooperative, newest first. */
export const timelineOf = (reader: Asking, actor: Actor, cooperativeId: string) =>
	reader
		.select(told)
		.from(milestones)
		.where(
			and(
				eq(milestones.officeId, actor.officeId as never),
				inArray(
					milestones.caseId,
					reader
						.select({ id: cases.id })
						.from(cases)
						.where(
							and(
								inArray(cases.cooperativeId, sameCooperative(reader, cooperativeId)),
								eq(cases.officeId, actor.officeId as never)
							)
						)
				)
			)
		)
		.orderBy(desc(milestones.at), desc(milestones.id));

/** The triage that counts. */
export const lastTriage = (reader: Asking, caseId: Id<'Case'>) =>
	reader
		.select({
			level: triages.level,
			computedLevel: triages.computedLevel,
			reasons: triages.reasons,
			overrideReason: triages.overrideReason,
			createdAt: triages.createdAt
		})
		.from(triages)
		.where(eq(triages.caseId, caseId))
		.orderBy(desc(triages.createdAt), desc(triages.id))
		.limit(1)
		.then(([row]) => row ?? null);

/** The same as an asker may be told it. */
async function triageTold(reader: Pick<Reader, 'select' | 'rows'>, { id, cooperativeId }: CaseInCare) {
	const last = await lastTriage(reader, id);
	return last && (await blindCooperatives(reader)).has(cooperativeId) ? withoutExaminations(last) : last;
}

/** A code that an older version knew and this one does not judges nothing. */
export const known = (codes: readonly string[]): ComplaintCode[] =>
	complaintCodes.filter((code) => codes.includes(code));

/** A case with all that its own stop knows of it. */
export async function caseFile(reader: Pick<Reader, 'select' | 'rows'>, actor: Actor, caseId: string) {
	const patient = await caseOf(reader, actor, caseId);
	const [adviser] = await reader
		.select({ id: staff.id, name: staff.name })
		.from(cases)
		.innerJoin(staff, eq(staff.id, cases.adviserId))
		.where(eq(cases.id, patient.id));
	const made = await reader
		.select({ id: complaints.id, words: complaints.words, codes: complaints.codes, createdAt: complaints.createdAt })
		.from(complaints)
		.where(eq(complaints.caseId, patient.id))
		.orderBy(desc(complaints.createdAt), desc(complaints.id));
	return {
		...patient,
		adviser: adviser ?? null,
		triage: await triageTold(reader, patient),
		complaints: made.map((complaint) => ({ ...complaint, codes: known(complaint.codes) })),
		milestones: await milestonesOf(reader, actor, patient.id)
	};
}
export type CaseFile = Awaited<ReturnType<typeof caseFile>>;

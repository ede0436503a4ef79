import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { ComplaintCode } from '#clinic/cases/complaints.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { complaints } from '#clinic/cases/server/tables.ts';
import { annualMeetings, boardTerms, cooperativeFigures, cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { lastExaminations } from '#clinic/examinations/server/reads.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import type { ExaminationFact, Facts } from '../facts.ts';
import { diagnoses } from './tables.ts';

export type Diagnosis = typeof diagnoses.$inferSelect;

/** The diagnosis of a case as it stands: the main cause first, then the others in the order they were named. */
export async function diagnosesOf(reader: Reader, actor: Actor, caseId: string): Promise<Diagnosis[]> {
	const { id } = await caseOf(reader, actor, caseId);
	return reader
		.select()
		.from(diagnoses)
		.where(and(eq(diagnoses.caseId, id), isNull(diagnoses.replacedAt)))
		.orderBy(sql`rank = 'side'`, diagnoses.id);
}

interface Asked {
	readonly caseId: string;
	readonly now: Date;
	/** Only complaints made after this moment: those from before a treatment do not speak against its success. */
	readonly complaintsAfter?: Date;
}

/** All that is known of a case's cooperative and bears on its causes. @throws Refusal missing */
export async function factsOf(reader: Reader, actor: Actor, { caseId, now, complaintsAfter }: Asked): Promise<Facts> {
	const patient = await caseOf(reader, actor, caseId);
	const office = found(await ownOffice(reader, actor));
	const [cooperative] = await reader.select().from(cooperatives).where(eq(cooperatives.id, patient.cooperativeId));
	const row = found(cooperative);
	return {
		today: dayOf(now, office.zone),
		cooperative: {
			kind: row.kind,
			form: row.form,
			registryStatus: row.registryStatus,
			foundedOn: row.foundedOn ?? row.legalOn,
			hasBusinessNumber: row.businessNumber !== null,
			hasRegistryNumber: row.registryNumber !== null,
			hasContact: row.phone !== null || row.email !== null || row.address !== null
		},
		annualMeetings: await reader.select().from(annualMeetings).where(eq(annualMeetings.cooperativeId, row.id)),
		figures: await reader.select().from(cooperativeFigures).where(eq(cooperativeFigures.cooperativeId, row.id)),
		boardTerms: await reader
			.select()
			.from(boardTerms)
			.where(eq(boardTerms.cooperativeId, row.id))
			.orderBy(boardTerms.id),
		complaints: await complaintsOf(reader, patient.id, complaintsAfter),
		examination: await lastExamination(reader, actor, row.id)
	};
}

async function complaintsOf(reader: Reader, caseId: string, after: Date | undefined): Promise<ComplaintCode[]> {
	const rows = await reader
		.select({ codes: complaints.codes })
		.from(complaints)
		.where(and(eq(complaints.caseId, caseId as never), after ? gt(complaints.createdAt, after) : undefined))
		.orderBy(complaints.createdAt, complaints.id);
	return rows.flatMap(({ codes }) => codes as ComplaintCode[]);
}

/** The examination that speaks for the present: of the newest book year, and of that year the newest. */
async function lastExamination(reader: Reader, actor: Actor, cooperativeId: string): Promise<ExaminationFact | null> {
	const known = await lastExaminations(reader, actor, cooperativeId, 20);
	const last = known.toSorted((a, b) => b.bookYear - a.bookYear)[0];
	if (!last) return null;
	const { bookYear, result, answers, asked } = last;
	return { bookYear, result: result as ExaminationResult, answers, asked };
}

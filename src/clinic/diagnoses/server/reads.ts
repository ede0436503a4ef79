import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { ComplaintCode } from '#clinic/cases/complaints.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { complaints } from '#clinic/cases/server/tables.ts';
import { oneAYear } from '#clinic/cooperatives/gathered.ts';
import { blindCooperatives } from '#clinic/cooperatives/server/reads/health-seen.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { annualMeetings, boardTerms, cooperativeFigures, cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { licences } from '#clinic/cooperatives/server/tables/record.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { lastExaminations } from '#clinic/examinations/server/reads.ts';
import { clinicsOf, ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { causes, type KnownCause } from '../causes.ts';
import { clinicIn } from '../code-list/lists.ts';
import { findingsIn, pointsThen, suggestCauses, weigh } from '../evidence.ts';
import type { Evidence, ExaminationFact, Facts } from '../facts.ts';
import { isFromExamination } from '../signs/examination.ts';
import { diagnoses } from './tables.ts';

export type Diagnosis = typeof diagnoses.$inferSelect & {
	readonly clinic: string;
	/** How strongly the evidence points to it, by the rules under which it was kept. */
	readonly points: number;
};

/** The diagnosis of a case as it stands, each cause with the name of its poli: main first, then as they were named. */
export async function diagnosesOf(reader: Reader, actor: Actor, caseId: string): Promise<Diagnosis[]> {
	const { id, cooperativeId } = await caseOf(reader, actor, caseId);
	const told = await evidenceTold(reader, cooperativeId);
	const rows = await reader
		.select()
		.from(diagnoses)
		.where(and(eq(diagnoses.caseId, id), isNull(diagnoses.replacedAt)))
		.orderBy(sql`rank = 'side'`, diagnoses.id);
	const names = await clinicNames(reader, actor);
	return rows.map((row) => ({
		...row,
		evidence: told(row.evidence),
		clinic: names.get(clinicIn(row.cause, row.listVersion) ?? '') ?? '',
		points: row.points ?? pointsThen(row.cause, row.evidence)
	}));
}

/** Kept evidence as the asker may be told it: what an examination showed is not for whoever still scores it blind. */
export async function evidenceTold(reader: Pick<Reader, 'rows'>, cooperativeId: string) {
	const isBlind = (await blindCooperatives(reader)).has(cooperativeId);
	return <Kept extends Evidence>(evidence: readonly Kept[]): Kept[] =>
		evidence.filter((sign) => !(isBlind && isFromExamination(sign)));
}

const clinicNames = async (reader: Reader, actor: Actor) =>
	new Map((await clinicsOf(reader, actor)).map(({ code, name }) => [code, name]));

/** What a diagnosis can be chosen from: the causes that the record suggests, most likely first, and all others. */
export async function choosableCauses(reader: Reader, actor: Actor, asked: Asked) {
	const facts = await factsOf(reader, actor, asked);
	const names = await clinicNames(reader, actor);
	const suggestions = suggestCauses(facts);
	const findings = findingsIn(facts);
	const choosable = ({ code, clinic, number, severity, disproof, treatment, rule }: KnownCause) => ({
		cause: code,
		number,
		severity,
		disproof,
		treatment,
		clinic: names.get(clinic) ?? '',
		...weigh({ rule }, findings)
	});
	const suggested = suggestions.map(({ cause }) => cause);
	return {
		suggested: suggested.map(choosable),
		others: causes.filter((cause) => !suggested.includes(cause)).map(choosable)
	};
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
	const same = sameCooperative(reader, row.id);
	return {
		today: dayOf(now, office.zone),
		cooperative: {
			kind: row.kind,
			form: row.form,
			registryStatus: row.registryStatus,
			hasSavingsUnit: row.hasSavingsUnit,
			foundedOn: row.foundedOn ?? row.legalOn,
			hasBusinessNumber: row.businessNumber !== null,
			hasRegistryNumber: row.registryNumber !== null,
			hasTaxNumber: row.taxNumber !== null,
			hasAddress: row.address !== null,
			hasContact: row.phone !== null || row.email !== null || row.address !== null
		},
		annualMeetings: oneAYear(
			await reader.select().from(annualMeetings).where(inArray(annualMeetings.cooperativeId, same)),
			row.id
		),
		figures: oneAYear(
			await reader.select().from(cooperativeFigures).where(inArray(cooperativeFigures.cooperativeId, same)),
			row.id
		).map((year) => ({ ...year, managers: sumOf(year.managersMale, year.managersFemale) })),
		boardTerms: await reader
			.select()
			.from(boardTerms)
			.where(inArray(boardTerms.cooperativeId, same))
			.orderBy(boardTerms.id),
		licences: await reader
			.select({ kind: licences.kind, validUntil: licences.validUntil })
			.from(licences)
			.where(and(inArray(licences.cooperativeId, same), isNull(licences.struckAt)))
			.orderBy(licences.id),
		complaints: await complaintsOf(reader, patient.id, complaintsAfter),
		...(await examined(reader, actor, row.id))
	};
}

const sumOf = (one: number | null, other: number | null): number | null =>
	one === null && other === null ? null : (one ?? 0) + (other ?? 0);

async function complaintsOf(reader: Reader, caseId: string, after: Date | undefined): Promise<ComplaintCode[]> {
	const rows = await reader
		.select({ codes: complaints.codes })
		.from(complaints)
		.where(and(eq(complaints.caseId, caseId as never), after ? gt(complaints.createdAt, after) : undefined))
		.orderBy(complaints.createdAt, complaints.id);
	return rows.flatMap(({ codes }) => codes as ComplaintCode[]);
}

/**
 * The examination that speaks for the present (of the newest book year, and of that year the newest), those before it by
 * the same instrument, and the newest by each other one that is not older than the year before.
 */
async function examined(
	reader: Reader,
	actor: Actor,
	cooperativeId: string
): Promise<Pick<Facts, 'examination' | 'earlierExaminations' | 'otherExaminations'>> {
	const whole = await lastExaminations(reader, actor, cooperativeId, 20);
	// Where only the savings unit was examined, what was found there is what is known.
	const known = whole.length > 0 ? whole : await lastExaminations(reader, actor, cooperativeId, 20, 'savingsUnit');
	const newestFirst = known
		.toSorted((a, b) => b.bookYear - a.bookYear)
		.map(({ id, bookYear, result, answers, asked }): ExaminationFact => ({
			id,
			bookYear,
			result: result as ExaminationResult,
			answers,
			asked
		}));
	const [last, ...before] = newestFirst;
	if (!last) return { examination: null, earlierExaminations: [], otherExaminations: [] };
	const isSame = ({ result }: ExaminationFact) => result.instrument === last.result.instrument;
	const firstOf = (key: (one: ExaminationFact) => string | number, rows: readonly ExaminationFact[]) =>
		rows.filter((one, at) => rows.findIndex((other) => key(other) === key(one)) === at);
	return {
		examination: last,
		earlierExaminations: firstOf(
			({ bookYear }) => bookYear,
			before.filter((one) => isSame(one) && one.bookYear < last.bookYear)
		),
		otherExaminations: firstOf(
			({ result }) => result.instrument,
			before.filter((one) => !isSame(one) && one.bookYear >= last.bookYear - 1)
		)
	};
}

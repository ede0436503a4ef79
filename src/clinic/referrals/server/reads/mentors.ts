import { aliasedTable, and, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { cases, milestones } from '#clinic/cases/server/tables.ts';
import { healthSeen } from '#clinic/cooperatives/server/reads/health-seen.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { boardTerms, cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Zone } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { isSamePerson, type Seat } from '../../conflicts.ts';
import { mentors, type Mentor, type Recovered } from '../../mentors.ts';
import { consents } from '../tables/guests.ts';
import { mentorships } from '../tables/mentors.ts';
import { seatsOf } from './specialists.ts';

/** More are not looked through: the nearest and the newest stand first. */
const mostSuggested = 12;

/** Stages that say that a recovered cooperative is ill again. */
const ill = ['complaint', 'examination', 'diagnosis', 'referral', 'treatment', 'dissolutionProposed'] as const;

interface Asked {
	readonly caseId: string;
	readonly zone: Zone;
}

/**
 * Cooperatives of the office that recovered from a cause of this case, as mentors: best first, each with what speaks for it
 * and against. @throws Refusal missing
 */
export async function mentorSuggestions(
	reader: Reader,
	actor: Actor,
	{ caseId, zone }: Asked
): Promise<{ readonly causes: readonly string[]; readonly mentors: readonly (Mentor & { readonly cause: string })[] }> {
	const patient = await caseOf(reader, actor, caseId);
	const [own] = await reader
		.select({ districtCode: cooperatives.districtCode, kind: cooperatives.kind })
		.from(cooperatives)
		.where(eq(cooperatives.id, patient.cooperativeId));
	const causes = await reader
		.select({ cause: diagnoses.cause })
		.from(diagnoses)
		.where(and(eq(diagnoses.caseId, patient.id), isNull(diagnoses.replacedAt)))
		.orderBy(sql`${diagnoses.rank} = 'side'`, diagnoses.id);
	const known = causes.map(({ cause }) => cause);
	if (known.length === 0) return { causes: [], mentors: [] };
	const rows = await recoveredFrom(reader, actor, known, patient.cooperativeId);
	const agreed = await agreedOf(reader, actor);
	const helping = await helpingOf(reader, actor);
	const seats = await seatsOf(reader, patient.cooperativeId);
	const boards = await boardsOf(
		reader,
		rows.map(({ cooperativeId }) => cooperativeId)
	);
	const facts: (Recovered & { cause: string })[] = [];
	for (const { recoveredAt, kind, healthCategory, ...row } of rows)
		facts.push({
			...row,
			recoveredOn: dayOf(recoveredAt, zone),
			health: healthCategory,
			isSameKind: kind !== null && kind === found(own).kind,
			helps: helping.get(row.cooperativeId) ?? 0,
			hasAgreed: agreed.has(row.cooperativeId),
			onBoth: onBothBoards(seats, boards.get(row.cooperativeId) ?? [])
		});
	const causeOf = new Map(facts.map(({ cooperativeId, cause }) => [cooperativeId, cause]));
	return {
		causes: known,
		mentors: mentors(facts, found(own).districtCode)
			.slice(0, mostSuggested)
			.map((one) => ({ ...one, cause: causeOf.get(one.cooperativeId)! }))
	};
}

/** The newest recovery of each cooperative that had one of these causes, newest first. */
function recoveredFrom(reader: Reader, actor: Actor, causes: readonly string[], patientId: string) {
	const recovered = reader
		.select({
			caseId: milestones.caseId,
			at: sql<Date>`max(${milestones.at})`.mapWith(milestones.at).as('recovered_at')
		})
		.from(milestones)
		.where(and(eq(milestones.officeId, actor.officeId as never), eq(milestones.stage, 'recovered')))
		.groupBy(milestones.caseId)
		.as('recovered');
	const isBack = sql<boolean>`exists (select from ${milestones} m join ${cases} c on c.id = m.case_id
		where c.cooperative_id = ${cases.cooperativeId} and m.at > ${recovered.at}
		  and m.stage in (${sql.join(
				ill.map((stage) => sql`${stage}`),
				sql`, `
			)}))`;
	return reader
		.selectDistinctOn([cooperatives.id], {
			cooperativeId: cooperatives.id,
			name: cooperatives.name,
			districtCode: cooperatives.districtCode,
			kind: cooperatives.kind,
			healthCategory: healthSeen(cooperatives).category,
			cause: diagnoses.cause,
			rank: diagnoses.rank,
			recoveredAt: recovered.at,
			isBack
		})
		.from(recovered)
		.innerJoin(cases, eq(cases.id, recovered.caseId))
		.innerJoin(diagnoses, and(eq(diagnoses.caseId, cases.id), inArray(diagnoses.cause, [...causes])))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(ne(cooperatives.id, patientId as never))
		.orderBy(cooperatives.id, sql`${diagnoses.rank} = 'side'`, desc(recovered.at));
}

/** Which cooperatives have agreed to help others, and have not taken it back. */
async function agreedOf(reader: Reader, actor: Actor): Promise<Set<string>> {
	const rows = await reader
		.select({ id: staysAs(consents.cooperativeId) })
		.from(consents)
		.where(
			and(eq(consents.officeId, actor.officeId as never), eq(consents.purpose, 'mentor'), isNull(consents.withdrawnAt))
		);
	return new Set(rows.map(({ id }) => id as string));
}

/** How many each mentor helps now. */
async function helpingOf(reader: Reader, actor: Actor): Promise<Map<string, number>> {
	const rows = await reader
		.select({ id: mentorships.mentorId, count: sql<number>`count(*)`.mapWith(Number) })
		.from(mentorships)
		.innerJoin(cases, eq(cases.id, mentorships.caseId))
		.where(and(eq(mentorships.officeId, actor.officeId as never), isNull(mentorships.endedAt), isNull(cases.closedAt)))
		.groupBy(mentorships.mentorId);
	return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Who sits or sat on the boards of several, in one question. */
async function boardsOf(reader: Reader, ids: readonly Id<'Cooperative'>[]): Promise<Map<string, Seat[]>> {
	if (ids.length === 0) return new Map();
	const rows = await reader
		.select({
			cooperativeId: boardTerms.cooperativeId,
			personId: people.id,
			name: people.name,
			role: boardTerms.role
		})
		.from(boardTerms)
		.innerJoin(people, eq(people.id, boardTerms.personId))
		.where(inArray(boardTerms.cooperativeId, [...ids]));
	return Map.groupBy(rows, ({ cooperativeId }) => cooperativeId);
}

/** The name of somebody who sits on both boards, or null. */
export function onBothBoards(patients: readonly Seat[], mentor: readonly Seat[]): string | null {
	const both = mentor.find((seat) =>
		patients.some(({ personId, name }) => personId === seat.personId || isSamePerson(name, seat.name))
	);
	return both?.name ?? null;
}

/** The mentors of a case, ended ones last. @throws Refusal missing */
export async function mentorshipsOf(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await caseOf(reader, actor, caseId);
	const own = aliasedTable(consents, 'patient_consent');
	return reader
		.select({
			id: mentorships.id,
			mentorId: mentorships.mentorId,
			name: cooperatives.name,
			cause: mentorships.cause,
			aim: mentorships.aim,
			beganAt: mentorships.beganAt,
			beganByName: mentorships.beganByName,
			endedAt: mentorships.endedAt,
			endedByName: mentorships.endedByName,
			endedWhy: mentorships.endedWhy,
			consent: { givenBy: own.givenBy, givenOn: own.givenOn, way: own.way }
		})
		.from(mentorships)
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(mentorships.mentorId)))
		.innerJoin(own, eq(own.id, mentorships.patientConsentId))
		.where(eq(mentorships.caseId, id))
		.orderBy(sql`${isNotNull(mentorships.endedAt)}`, desc(mentorships.beganAt));
}

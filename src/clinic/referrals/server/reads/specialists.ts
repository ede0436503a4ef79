import { and, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { boardTerms, people } from '#clinic/cooperatives/server/tables.ts';
import { weekdayOf } from '#clinic/offices/opening.ts';
import { clinics, staff, staffClinics } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { addDays, type Day, type Zone } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { conflictOf, type Conflict, type DeclaredRelation, type Seat } from '../../conflicts.ts';
import type { Pause, Specialist } from '../../fit.ts';
import { referrals } from '../tables.ts';
import { declaredRelations, specialistPauses, specialists } from '../tables/specialists.ts';

type Asking = Pick<Reader, 'select'>;

/** The office's day and zone, by which weeks are counted. */
export interface OfficeDay {
	readonly today: Day;
	readonly zone: Zone;
}

/** A person with the poli in which he or she serves. */
export type PoliSpecialist = Specialist & {
	readonly title: string | null;
	readonly clinics: readonly { readonly id: string; readonly code: string; readonly name: string }[];
	readonly pauses: readonly (Pause & { readonly id: string })[];
};

/**
 * Everybody who serves in a poli of the actor's office, with what he or she has to do and, for one cooperative, what ties
 * him or her to it.
 */
export async function specialistsOf(
	reader: Asking,
	actor: Actor,
	{ today, zone }: OfficeDay,
	cooperativeId: string | null = null
): Promise<PoliSpecialist[]> {
	const officeId = actor.officeId as never;
	const serving = await reader
		.select({
			staffId: staff.id,
			name: staff.name,
			title: staff.title,
			organisation: staff.organisation,
			clinicId: clinics.id,
			clinicCode: clinics.code,
			clinic: clinics.name,
			taken: specialists
		})
		.from(staffClinics)
		.innerJoin(staff, eq(staff.id, staffClinics.staffId))
		.innerJoin(clinics, eq(clinics.id, staffClinics.clinicId))
		.leftJoin(specialists, eq(specialists.staffId, staff.id))
		.where(and(eq(staffClinics.officeId, officeId), isNull(staff.leftAt)))
		.orderBy(staff.name, staff.id, clinics.name);
	const pauses = await reader
		.select()
		.from(specialistPauses)
		.where(and(eq(specialistPauses.officeId, officeId), gte(specialistPauses.untilOn, today)))
		.orderBy(specialistPauses.fromOn);
	const loads = new Map((await loadsOf(reader, actor, { today, zone })).map((load) => [load.staffId, load]));
	const ties = cooperativeId === null ? null : await tiesTo(reader, actor, cooperativeId);
	return [...Map.groupBy(serving, ({ staffId }) => staffId).values()].map((posts) => {
		const { staffId, name, title, organisation, taken } = posts[0]!;
		const load = loads.get(staffId);
		return {
			staffId,
			name,
			title,
			organisation,
			clinics: posts.map(({ clinicId, clinicCode, clinic }) => ({ id: clinicId, code: clinicCode, name: clinic })),
			hours: taken?.hours ?? {},
			causes: taken?.causes ?? [],
			districts: taken?.districts ?? [],
			weeklyLimit: taken?.weeklyLimit ?? null,
			thisWeek: load?.thisWeek ?? 0,
			inCare: load?.inCare ?? 0,
			pauses: pauses
				.filter((pause) => pause.staffId === staffId)
				.map(({ id, fromOn, untilOn, reason }) => ({ id, fromOn, untilOn, reason })),
			conflict: ties && conflictIn(ties, { staffId, name })
		};
	});
}

/** Monday of the week in which a day lies. */
const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** What each person has taken since Monday or is asked to take, and what is in his or her care. */
const loadsOf = (reader: Asking, actor: Actor, { today, zone }: OfficeDay) => {
	const since = sql`(${mondayOf(today)}::date::timestamp at time zone ${zone})`;
	const isNew = sql`(${referrals.state} = 'sent' or ${referrals.answeredAt} >= ${since})`;
	const who = sql<string>`coalesce(${referrals.answeredBy}, ${referrals.toStaffId})`;
	return reader
		.select({
			staffId: who,
			thisWeek: sql<number>`count(*) filter (where ${isNew})`.mapWith(Number),
			inCare:
				sql<number>`count(*) filter (where ${referrals.state} = 'accepted' and ${cases.closedAt} is null)`.mapWith(
					Number
				)
		})
		.from(referrals)
		.innerJoin(cases, eq(cases.id, referrals.caseId))
		.where(
			and(
				eq(referrals.officeId, actor.officeId as never),
				inArray(referrals.state, ['sent', 'accepted']),
				or(isNull(cases.closedAt), sql`${referrals.answeredAt} >= ${since}`),
				sql`${who} is not null`
			)
		)
		.groupBy(who);
};

interface Ties {
	readonly seats: readonly Seat[];
	readonly declared: readonly (DeclaredRelation & { readonly staffId: string })[];
}

const conflictIn = ({ seats, declared }: Ties, { staffId, name }: { staffId: string; name: string }) =>
	conflictOf(
		{ name, personId: null },
		seats,
		declared.filter((relation) => relation.staffId === staffId)
	);

/** Everybody who sits or sat on its board. */
export const seatsOf = (reader: Asking, cooperativeId: string): Promise<Seat[]> =>
	reader
		.select({ personId: people.id, name: people.name, role: boardTerms.role })
		.from(boardTerms)
		.innerJoin(people, eq(people.id, boardTerms.personId))
		.where(inArray(boardTerms.cooperativeId, sameCooperative(reader as Reader, cooperativeId)))
		.orderBy(people.name, people.id);

async function tiesTo(reader: Asking, actor: Actor, cooperativeId: string): Promise<Ties> {
	const declared = await reader
		.select({ staffId: declaredRelations.staffId, kind: declaredRelations.kind, note: declaredRelations.note })
		.from(declaredRelations)
		.where(
			and(
				eq(declaredRelations.officeId, actor.officeId as never),
				inArray(declaredRelations.cooperativeId, sameCooperative(reader as Reader, cooperativeId)),
				isNull(declaredRelations.endedAt)
			)
		)
		.orderBy(declaredRelations.declaredAt);
	return { seats: await seatsOf(reader, cooperativeId), declared };
}

/** Why a colleague cannot treat a cooperative; null where nothing is known. */
export async function conflictWith(
	reader: Asking,
	actor: Actor,
	staffId: string,
	cooperativeId: string
): Promise<Conflict | null> {
	const [person] = await reader
		.select({ name: staff.name })
		.from(staff)
		.where(and(eq(staff.id, staffId as never), eq(staff.officeId, actor.officeId as never)));
	return conflictIn(await tiesTo(reader, actor, cooperativeId), { staffId, name: found(person).name });
}

/** What colleagues have declared about one cooperative, ended or not, newest first. */
export const relationsTo = (reader: Asking, actor: Actor, cooperativeId: string) =>
	reader
		.select({
			id: declaredRelations.id,
			staffId: declaredRelations.staffId,
			name: staff.name,
			kind: declaredRelations.kind,
			note: declaredRelations.note,
			declaredAt: declaredRelations.declaredAt,
			declaredByName: declaredRelations.declaredByName,
			endedAt: declaredRelations.endedAt
		})
		.from(declaredRelations)
		.innerJoin(staff, eq(staff.id, declaredRelations.staffId))
		.where(
			and(
				eq(declaredRelations.officeId, actor.officeId as never),
				inArray(declaredRelations.cooperativeId, sameCooperative(reader as Reader, cooperativeId)),
				isNull(declaredRelations.endedAt)
			)
		)
		.orderBy(declaredRelations.declaredAt);

/** One person of a poli. @throws Refusal missing for whoever serves in none, or in another office */
export async function specialistOf(reader: Asking, actor: Actor, staffId: string, day: OfficeDay) {
	return found((await specialistsOf(reader, actor, day)).find((one) => one.staffId === staffId));
}

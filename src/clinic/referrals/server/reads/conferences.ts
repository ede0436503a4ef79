import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { cases } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { conferenceStateOf } from '../../conference.ts';
import { conferenceParticipants, conferences, conferenceTasks } from '../tables/conferences.ts';

type Asking = Pick<Reader, 'select'>;

const listed = {
	id: conferences.id,
	caseId: conferences.caseId,
	caseNumber: cases.number,
	cooperative: cooperatives.name,
	onDay: conferences.onDay,
	startsAt: conferences.startsAt,
	place: conferences.place,
	question: conferences.question,
	calledByName: conferences.calledByName,
	heldAt: conferences.heldAt,
	decision: conferences.decision,
	cancelledAt: conferences.cancelledAt,
	cancelledWhy: conferences.cancelledWhy
};

const joined = (reader: Asking) =>
	reader
		.select(listed)
		.from(conferences)
		.innerJoin(cases, eq(cases.id, conferences.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)));

/** The conferences about a case, newest first. @throws Refusal missing */
export async function conferencesOf(reader: Reader, actor: Actor, caseId: string, today: Day) {
	const { id } = await caseOf(reader, actor, caseId);
	const rows = await joined(reader)
		.where(eq(conferences.caseId, id))
		.orderBy(desc(conferences.onDay), desc(conferences.id));
	return rows.map((row) => ({ ...row, state: conferenceStateOf(row, today) }));
}

/** What is still to be held or written down in the office, the next first. */
export async function conferencesComing(reader: Reader, actor: Actor, today: Day) {
	const rows = await joined(reader)
		.where(
			and(
				eq(conferences.officeId, actor.officeId as never),
				isNull(conferences.heldAt),
				isNull(conferences.cancelledAt),
				isNull(cases.closedAt)
			)
		)
		.orderBy(asc(conferences.onDay), asc(conferences.startsAt), asc(conferences.id))
		.limit(100);
	return rows.map((row) => ({ ...row, state: conferenceStateOf(row, today) }));
}

/** One conference with who came, what they stood for and what follows. @throws Refusal missing */
export async function conferenceOf(reader: Asking, actor: Actor, conferenceId: string, today: Day) {
	const [row] = await joined(reader).where(
		and(eq(conferences.id, conferenceId as never), eq(conferences.officeId, actor.officeId as never))
	);
	const conference = found(row);
	const [agenda] = await reader
		.select({ points: conferences.agenda })
		.from(conferences)
		.where(eq(conferences.id, conference.id));
	return {
		...conference,
		state: conferenceStateOf(conference, today),
		agenda: found(agenda).points,
		participants: await reader
			.select({
				id: conferenceParticipants.id,
				staffId: conferenceParticipants.staffId,
				name: conferenceParticipants.name,
				capacity: conferenceParticipants.capacity,
				stance: conferenceParticipants.stance,
				words: conferenceParticipants.words
			})
			.from(conferenceParticipants)
			.where(eq(conferenceParticipants.conferenceId, conference.id))
			.orderBy(conferenceParticipants.position),
		tasks: await reader
			.select({ what: conferenceTasks.what, who: conferenceTasks.who, dueOn: conferenceTasks.dueOn })
			.from(conferenceTasks)
			.where(eq(conferenceTasks.conferenceId, conference.id))
			.orderBy(conferenceTasks.position)
	};
}
export type Conference = Awaited<ReturnType<typeof conferenceOf>>;

/** Who of the office can be asked to a conference. */
export const colleagues = (reader: Reader, actor: Actor) =>
	reader
		.select({ id: staff.id, name: staff.name, title: staff.title, organisation: staff.organisation })
		.from(staff)
		.where(and(eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)))
		.orderBy(staff.name, staff.id);

import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Day } from '#platform/clock.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { issueLink } from '#platform/links/links.ts';
import { tell } from '#platform/live/tell.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { activeStates, standingSince, ticketLabel, type Origin } from '../queue.ts';
import type { Priority } from '../priority.ts';
import { facts } from './in-hand.ts';
import { queueTopic } from './moves.ts';
import { promiseFor } from './promise.ts';
import { ticketOf } from './reads.ts';
import { tickets } from './tables.ts';

export interface NewTicket {
	readonly visitId: Id<'Visit'>;
	readonly personId: Id<'Person'> | null;
	readonly clinicId: Id<'Clinic'> | null;
	readonly on: Day;
	/** Begins the number: of the poli, or the general one. */
	readonly prefix: string;
	readonly origin: Origin;
	readonly priority?: Priority | null;
	/** The time of an appointment: from then on its visitor goes before those who came without one. */
	readonly dueAt?: Date | null;
	/** The telephone that asks, as a keyed hash. */
	readonly holder?: string | null;
	/** Taken from afar: counts for nothing until the visitor is seen here. */
	readonly isExpected?: boolean;
}

/**
 * The next number of the series of that office, day and prefix: consecutive, without gaps, never given twice. Comes last
 * in a command: the row of the series stays locked until the end, and everybody at the desks waits for it.
 * @throws Refusal visits.alreadyInQueue when the person stands in today's queue
 */
export async function issueTicket(context: Context, ticket: NewTicket) {
	const { tx, actor, now } = context;
	const { visitId, personId, clinicId, on, prefix, origin, holder = null, isExpected = false } = ticket;
	const priority = ticket.priority ?? null;
	if (personId) {
		// Two desks registering the same person at once take turns; the unique index holds it in any case.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`tickets.${personId}`}))`);
		const [standing] = await tx
			.select({ id: tickets.id })
			.from(tickets)
			.where(
				and(
					eq(tickets.officeId, actor.officeId as Id<'Office'>),
					eq(tickets.on, on),
					eq(tickets.personId, personId),
					inArray(tickets.state, [...activeStates])
				)
			)
			.limit(1);
		if (standing) {
			const other = await ticketOf(readerOf(tx), actor, standing.id);
			throw new Refusal('visits.alreadyInQueue', await facts(context, other));
		}
	}
	const ticketId = newId<'Ticket'>();
	const linkId = await issueLink(context, { purpose: 'ticket', subjectId: ticketId, givenTo: '', hours: 16 });
	const promise = isExpected ? null : await promiseFor(context, on, clinicId);
	const state = isExpected ? 'expected' : 'waiting';
	const at = now.toISOString();
	const { rows } = await tx.execute<{ number: number }>(
		sql`with series as (
			insert into ticket_series (office_id, "on", prefix, last) values (${actor.officeId}, ${on}, ${prefix}, 1)
			on conflict (office_id, "on", prefix) do update set last = ticket_series.last + 1
			returning last),
		ticket as (
			insert into tickets (id, office_id, visit_id, person_id, clinic_id, holder, origin, "on", prefix, number, state, priority,
				issued_at, queued_at, stands_at, due_at, promised_from, promised_to)
			select ${ticketId}, ${actor.officeId}, ${visitId}, ${personId}, ${clinicId}, ${holder}, ${origin}, ${on}, ${prefix}, last,
				${state}, ${priority}, ${at}, ${at}, ${standingSince(now, priority).toISOString()},
				${ticket.dueAt?.toISOString() ?? null}, ${promise?.from ?? null}, ${promise?.to ?? null}
			from series
			returning number),
		moved as (
			insert into ticket_moves (id, office_id, ticket_id, deed, at, by, state, clinic_id)
			values (${newId()}, ${actor.officeId}, ${ticketId}, 'issue', ${at}, ${actor.id}, ${state}, ${clinicId}))
		select number from ticket`
	);
	await tell(context, queueTopic);
	return { ticketId, linkId, label: ticketLabel(prefix, found(rows[0]).number) };
}

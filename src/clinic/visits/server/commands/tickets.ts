import { and, eq, inArray, sql } from 'drizzle-orm';
import { dayOf, type Day } from '#platform/clock.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { tell } from '#platform/live/tell.ts';
import { issueLink } from '#platform/links/links.ts';
import { missing, Refusal } from '#platform/refusal.ts';
import { activeStates } from '../../queue.ts';
import { given, settled, taken } from '../../ticket-forms.ts';
import { offeredBy, type Offered } from '../giving.ts';
import { issueTicket } from '../issue.ts';
import { queueTopic } from '../moves.ts';
import { isPresentCode } from '../present.ts';
import { ownDevice } from '../reads/devices.ts';
import { closedDays, ticketMoves, ticketSeries, tickets, visits } from '../tables.ts';

/** The queue that was asked for, if it gives numbers now; two who want the last one take turns. */
async function queueGiving({ tx, actor, now }: Context, clinicId: Id<'Clinic'> | null) {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`quota.${actor.officeId}.${clinicId ?? ''}`}))`);
	const { queues, today } = await offeredBy(readerOf(tx), actor, now);
	const queue = queues.find((one) => one.clinicId === clinicId);
	if (!queue) throw missing();
	if (!queue.giving.may) throw refusalFor(queue.giving.why);
	return { queue, today };
}

function refusalFor(why: 'closed' | 'dayClosed' | 'full'): Refusal {
	if (why === 'full') return new Refusal('visits.quotaFull');
	return why === 'closed' ? new Refusal('visits.officeClosed') : new Refusal('visits.dayOver');
}

/** A visit of which nothing is known yet but which queue. */
async function blankVisit({ tx, actor, now }: Context, clinicId: Id<'Clinic'> | null): Promise<Id<'Visit'>> {
	const visitId = newId<'Visit'>();
	await tx.insert(visits).values({
		id: visitId,
		officeId: actor.officeId as Id<'Office'>,
		personId: null,
		clinicId,
		arrivedAt: now,
		registeredBy: actor.id
	});
	return visitId;
}

const answered = ({ name, papers }: Offered, ticket: { ticketId: string; linkId: string; label: string }) => ({
	...ticket,
	clinic: name,
	papers
});

/** A number at the kiosk. Who the visitor is, the officer asks later. */
export const giveTicket = command({
	name: 'visits.giveTicket',
	needs: 'ticket.give',
	input: given,
	run: async (context, { clinicId }) => {
		const { queue, today } = await queueGiving(context, clinicId);
		const visitId = await blankVisit(context, clinicId);
		const { prefix } = queue;
		const of = { visitId, personId: null, clinicId, on: today, prefix, origin: 'kiosk' } as const;
		return answered(queue, await issueTicket(context, of));
	}
});

/** A number by telephone: it counts at once with the room's code, otherwise when the visitor types it later. */
export const takeTicket = command({
	name: 'visits.takeTicket',
	needs: 'ticket.take',
	input: taken,
	run: async (context, { clinicId, code, holder }) => {
		const { tx, actor, now } = context;
		const { queue, today } = await queueGiving(context, clinicId);
		if (code !== '' && !isPresentCode(actor.officeId!, code, now)) throw new Refusal('visits.wrongCode');
		const isHeld = await tx.$count(
			tickets,
			and(
				eq(tickets.officeId, actor.officeId as never),
				eq(tickets.on, today),
				eq(tickets.holder, holder),
				inArray(tickets.state, [...activeStates])
			)
		);
		if (isHeld > 0) throw new Refusal('visits.phoneHasTicket');
		const visitId = await blankVisit(context, clinicId);
		const { prefix } = queue;
		const isExpected = code === '';
		const of = { visitId, personId: null, clinicId, on: today, prefix, origin: 'phone', holder, isExpected } as const;
		return answered(queue, await issueTicket(context, of));
	}
});

/**
 * The number on the slip, or the next one where a kiosk that has forgotten its count printed one twice: the second visitor
 * must not be lost.
 */
async function freeNumber({ tx, actor }: Context, on: Day, series: string, printed: number): Promise<number> {
	const used = await tx
		.select({ number: tickets.number })
		.from(tickets)
		.where(and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, on), eq(tickets.prefix, series)));
	const taken = new Set(used.map(({ number }) => number));
	return taken.has(printed) ? Math.max(...taken) + 1 : printed;
}

/**
 * What a kiosk gave while the network was gone comes into the day's queue, in the kiosk's own series and as of the moment
 * when it was given. Handed in twice, each counts once. What came after the day was closed is put down as absent.
 */
export const settleOffline = command({
	name: 'visits.settleOffline',
	needs: 'ticket.give',
	input: settled,
	run: async (context, input) => {
		const { tx, actor, now } = context;
		const officeId = actor.officeId as Id<'Office'>;
		const reader = readerOf(tx);
		const series = (await ownDevice(reader, actor)).series!;
		const { queues, today, office } = await offeredBy(reader, actor, now);
		const closed = await tx.$count(closedDays, and(eq(closedDays.officeId, officeId), eq(closedDays.on, today)));
		let count = 0;
		for (const { id, number: printed, clinicId, at: given } of input.tickets) {
			// A clock that runs ahead gives nobody a place before those who were here.
			const at = given > now ? now : given;
			const on = dayOf(at, office.zone);
			const isOver = on !== today || closed > 0;
			// A poli that was closed meanwhile is no reason to send the visitor away.
			const known = queues.some((queue) => queue.clinicId === clinicId) ? clinicId : null;
			const [same] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.id, id));
			if (same) continue;
			const number = await freeNumber(context, on, series, printed);
			const visitId = newId<'Visit'>();
			await tx.insert(visits).values({ id: visitId, officeId, clinicId: known, arrivedAt: at, registeredBy: actor.id });
			await tx.insert(tickets).values({
				id,
				officeId,
				visitId,
				origin: 'kiosk',
				on,
				prefix: series,
				number,
				state: isOver ? 'absent' : 'waiting',
				issuedAt: at,
				queuedAt: at,
				standsAt: at,
				clinicId: known,
				endedAt: isOver ? now : null
			});
			await issueLink(context, { purpose: 'ticket', subjectId: id, givenTo: '', hours: 16 });
			await tx.insert(ticketMoves).values({
				id: newId(),
				officeId,
				ticketId: id,
				deed: 'issue',
				at,
				by: actor.id,
				state: 'waiting',
				clinicId: known
			});
			await tx
				.insert(ticketSeries)
				.values({ officeId, on, prefix: series, last: number })
				.onConflictDoUpdate({
					target: [ticketSeries.officeId, ticketSeries.on, ticketSeries.prefix],
					set: { last: sql`greatest(${ticketSeries.last}, ${number})` }
				});
			count += 1;
		}
		await tell(context, queueTopic);
		return { settled: count };
	}
});

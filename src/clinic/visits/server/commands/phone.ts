import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { missing, Refusal } from '#platform/refusal.ts';
import { ticketNamed } from '../../forms.ts';
import { standingSince } from '../../queue.ts';
import { confirmed } from '../../ticket-forms.ts';
import { facts, inHand } from '../in-hand.ts';
import { move } from '../moves.ts';
import { isPresentCode } from '../present.ts';
import { officeToday, standingOf } from '../reads.ts';

/** The holder of a ticket's link acts on that ticket alone. */
async function ownTicket(context: Context, ticketId: Id<'Ticket'>, deed: 'confirm' | 'cancel' | 'rejoin') {
	if (context.actor.subjectId !== ticketId) throw missing();
	const { row, ticket } = await inHand(context, ticketId, deed);
	const today = await officeToday(readerOf(context.tx), context.actor, context.now);
	if (row.on !== today) throw new Refusal('visits.notToday', { number: ticket.label });
	return { row, ticket };
}

function checkPresence({ actor, now }: Context, code: string): void {
	if (!isPresentCode(actor.officeId!, code, now)) throw new Refusal('visits.wrongCode');
}

/** The visitor has typed the room's code: he or she is here, and the waiting begins. */
export const confirmPresence = command({
	name: 'visits.confirmPresence',
	needs: 'ticket.hold',
	input: confirmed,
	run: async (context, { ticketId, code }) => {
		const { row, ticket } = await ownTicket(context, ticketId, 'confirm');
		checkPresence(context, code);
		const { now } = context;
		await move(context, row, 'confirm', {
			state: 'waiting',
			queuedAt: now,
			standsAt: standingSince(now, row.priority)
		});
		return { label: ticket.label };
	}
});

/** The visitor goes away. */
export const cancelTicket = command({
	name: 'visits.cancelTicket',
	needs: 'ticket.hold',
	input: ticketNamed,
	run: async (context, { ticketId }) => {
		const { row, ticket } = await ownTicket(context, ticketId, 'cancel');
		await move(context, row, 'cancel', { state: 'cancelled', endedAt: context.now, endedBy: null });
		return { label: ticket.label };
	}
});

/** Who was away or had cancelled stands at the end of the queue again, under the same number. */
export const rejoinQueue = command({
	name: 'visits.rejoinQueue',
	needs: 'ticket.hold',
	input: confirmed,
	run: async (context, { ticketId, code }) => {
		const { tx, actor, now } = context;
		const { row, ticket } = await ownTicket(context, ticketId, 'rejoin');
		checkPresence(context, code);
		const other = row.personId && (await standingOf(readerOf(tx), actor, row.on, row.personId));
		if (other) throw new Refusal('visits.alreadyInQueue', await facts(context, other));
		await move(context, row, 'rejoin', {
			state: 'waiting',
			queuedAt: now,
			standsAt: standingSince(now, row.priority),
			roomId: null,
			begunAt: null,
			endedAt: null,
			endedBy: null
		});
		return { label: ticket.label };
	}
});

import type { RequestEvent } from '@sveltejs/kit';
import { giveTicket } from '#clinic/visits/server/commands/tickets.ts';
import { heldTicket } from '#clinic/visits/server/reads/ticket.ts';
import { m } from '#messages';
import { dayOf } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { linkToken } from '#platform/links/links.ts';
import { newId, isId } from '#platform/ids.ts';
import { readFor } from '#platform/web/page.ts';
import { formatMoment } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import { renderSVG } from 'uqr';

/** What the kiosk prints: everything in words, because its script knows none. */
export interface Slip {
	readonly label: string;
	readonly clinic: string;
	readonly at: string;
	readonly ahead: string;
	readonly wait: string;
	readonly papers: string;
	readonly qr: string;
}

/** Gives a number at the kiosk and says what stands on its slip. @throws Refusal */
export async function giveNumber(event: RequestEvent, asked: Record<string, unknown>): Promise<Slip> {
	const { database, actor, now, requestId, zone } = event.locals;
	const commandId = isId(String(asked['commandId'] ?? '')) ? String(asked['commandId']) : newId();
	const { ticketId, linkId, label, clinic, papers } = await perform(
		{ database, actor: actor!, now, requestId, commandId },
		giveTicket,
		{ clinicId: String(asked['clinicId'] ?? '') }
	);
	const { line } = await readFor(event, (reader) => heldTicket(reader, actor!, ticketId, dayOf(now, zone), now));
	return {
		label,
		clinic: clinic ?? m.visits_no_clinic(),
		at: formatMoment(now, zone, language()),
		ahead: line.ahead === null ? '' : m.visits_slip_ahead({ count: line.ahead }),
		wait: line.from === null || line.to === null ? '' : m.ticket_wait_about({ from: line.from, to: line.to }),
		papers: papers ?? '',
		qr: `data:image/svg+xml,${encodeURIComponent(renderSVG(`${event.url.origin}/n/${linkToken(linkId)}`, { border: 1 }))}`
	};
}

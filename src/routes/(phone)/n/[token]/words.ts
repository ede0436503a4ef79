import type { TicketState } from '#clinic/visits/queue.ts';
import { m } from '#messages';

interface HeldWords {
	/** Word, sign and colour say the same. */
	readonly title: string;
	readonly text: string;
	readonly mark: string;
	readonly look: 'calm' | 'turn' | 'missed' | 'done';
}

/** How a ticket's page tells its state; `over`: of another day. */
export function heldWords(state: TicketState | 'over', room: string | null): HeldWords {
	switch (state) {
		case 'expected':
			return { title: m.ticket_expected(), text: m.ticket_expected_text(), mark: '○', look: 'calm' };
		case 'waiting':
			return { title: m.ticket_waiting(), text: m.ticket_waiting_text(), mark: '…', look: 'calm' };
		case 'called':
			return { title: m.ticket_called(), text: m.ticket_called_text({ room: room ?? '–' }), mark: '➜', look: 'turn' };
		case 'serving':
			return { title: m.ticket_serving(), text: m.ticket_serving_text({ room: room ?? '–' }), mark: '✓', look: 'done' };
		case 'parked':
			return { title: m.ticket_parked(), text: m.ticket_parked_text(), mark: '‖', look: 'calm' };
		case 'absent':
			return { title: m.ticket_absent(), text: m.ticket_absent_text(), mark: '!', look: 'missed' };
		case 'cancelled':
			return { title: m.ticket_cancelled(), text: m.ticket_cancelled_text(), mark: '×', look: 'missed' };
		case 'finished':
			return { title: m.ticket_finished(), text: m.ticket_finished_text(), mark: '✓', look: 'done' };
		case 'over':
			return { title: m.ticket_over(), text: m.ticket_over_text(), mark: '×', look: 'missed' };
	}
}

import { m } from '#messages';
import type { Zone } from '#platform/clock.ts';
import { formatClock } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import type { Priority } from '../priority.ts';

/** What the commands of the queue answer. */
export interface QueueDone {
	readonly ticketId?: string;
	readonly moveId?: string;
	readonly label?: string;
	readonly room?: string | null;
	readonly clinic?: string;
	readonly calls?: number;
	readonly state?: string;
	readonly undone?: string;
	readonly priority?: Priority | null;
	readonly duty?: 'break' | 'off' | 'open';
	readonly minutes?: number;
	readonly promised?: {
		readonly label: string;
		readonly wasTaken: boolean;
		readonly by: string | null;
		readonly at: string | null;
		readonly room: string | null;
	} | null;
}

const states: Readonly<Record<string, ((of: { number: string }) => string) | undefined>> = {
	finished: m.visits_finished_done,
	absent: m.visits_absent_done,
	parked: m.visits_parked_done,
	serving: m.visits_begun_done
};

/** The sentence that answers a press at the board; null where the page itself says it. */
export function wording(done: QueueDone, zone: Zone): string | null {
	const { label, room, duty } = done;
	if (duty) return dutyWording(duty, room ?? '–', done.minutes);
	if (label === undefined) return null;
	if (done.undone !== undefined) return m.visits_undone({ number: label });
	if (done.clinic !== undefined) return m.visits_transferred_done({ number: label, clinic: done.clinic });
	if (done.priority !== undefined)
		return done.priority === null
			? m.visits_unpreferred_done({ number: label })
			: m.visits_preferred_done({ number: label });
	const said = done.state === undefined ? undefined : states[done.state];
	return said ? said({ number: label }) : calledWording(done, label, zone);
}

function dutyWording(duty: 'break' | 'off' | 'open', room: string, minutes = 0): string {
	if (duty === 'break') return m.visits_break_done({ room, minutes });
	return duty === 'off' ? m.visits_left_done({ room }) : m.visits_resumed_done({ room });
}

function calledWording({ room, calls, promised }: QueueDone, number: string, zone: Zone): string {
	if (promised?.wasTaken)
		return m.visits_called_instead({
			promised: promised.label,
			by: promised.by ?? '–',
			at: promised.at ? formatClock(promised.at, zone, language()) : '–',
			room: promised.room ?? '–',
			number
		});
	if (promised) return m.visits_called_more_pressing({ promised: promised.label, number });
	if (!room) return m.visits_waits_again({ number });
	return calls === undefined ? m.visits_called_done({ number, room }) : m.visits_recalled_done({ number, room });
}

import type { Day } from '#platform/clock.ts';

/** What a participant stood for when the matter was decided. `absent`: asked, and did not come. */
export const stances = ['agrees', 'disagrees', 'abstains', 'absent'] as const;
export type Stance = (typeof stances)[number];

/** More is another conference. */
export const mostAgendaItems = 10;
export const mostTasks = 8;
/** A decision by one is none. */
export const fewestPresent = 2;

export type ConferenceState = 'coming' | 'overdue' | 'held' | 'cancelled';

/** Where a conference stands on a day. One whose day has passed without minutes is overdue: somebody forgot to write them. */
export function conferenceStateOf(
	{
		onDay,
		heldAt,
		cancelledAt
	}: { readonly onDay: Day; readonly heldAt: Date | null; readonly cancelledAt: Date | null },
	today: Day
): ConferenceState {
	if (cancelledAt) return 'cancelled';
	if (heldAt) return 'held';
	return onDay < today ? 'overdue' : 'coming';
}

/** Each line of a text is a point of the agenda; a number or a dash in front is not part of it. */
export const agendaOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.replace(/^\s*(\d+[.)]|[-–•*])\s+/, '').trim())
		.filter((line) => line !== '');

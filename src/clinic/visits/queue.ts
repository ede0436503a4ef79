import { pressing, type TriageLevel } from '#clinic/cases/triage.ts';
import { headStartMinutes, type Priority } from './priority.ts';

export const services = ['guidance', 'consultation'] as const;
export type Service = (typeof services)[number];

/** How somebody came to a ticket. */
export const origins = ['desk', 'kiosk', 'phone', 'appointment'] as const;
export type Origin = (typeof origins)[number];

/** `expected`: taken by telephone, nobody has seen the visitor here yet. `serving`: came to the room that called. */
export const ticketStates = [
	'expected',
	'waiting',
	'called',
	'serving',
	'parked',
	'finished',
	'absent',
	'cancelled'
] as const;
export type TicketState = (typeof ticketStates)[number];

/** As people say it: K-007. */
export const ticketLabel = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(3, '0')}`;

/** The deeds at the queue, each with the states from which it may be done. */
const mayBegin = {
	/** Whoever took a ticket by telephone is here. */
	confirm: ['expected'],
	call: ['waiting'],
	// Also brings back who came late, was parked or was ended too soon.
	recall: ['called', 'parked', 'absent', 'finished'],
	/** The visitor stands in the room. */
	begin: ['called'],
	changeRoom: ['called', 'serving'],
	transfer: ['waiting', 'called', 'serving', 'parked'],
	/** Sets aside for a while: fetches a paper, prays, is on the telephone. */
	park: ['waiting', 'called', 'serving'],
	prefer: ['expected', 'waiting'],
	finish: ['called', 'serving'],
	// From waiting: nobody answers, or the day is closed.
	markAbsent: ['expected', 'waiting', 'called', 'parked'],
	/** By the visitor, on the telephone's page. */
	cancel: ['expected', 'waiting', 'called', 'parked'],
	rejoin: ['absent', 'cancelled']
} as const satisfies Record<string, readonly TicketState[]>;
export type QueueDeed = keyof typeof mayBegin;

export const mayBe = (deed: QueueDeed, state: TicketState): boolean =>
	(mayBegin[deed] as readonly TicketState[]).includes(state);

/** Still in the house: a person has at most one such ticket a day, and the day cannot be closed over one. */
export const activeStates = ['expected', 'waiting', 'called', 'serving', 'parked'] as const satisfies TicketState[];
export const isActive = (state: TicketState): boolean => (activeStates as readonly TicketState[]).includes(state);

/** A room takes nobody else meanwhile. */
export const inRoomStates = ['called', 'serving'] as const satisfies TicketState[];
export const isInRoom = (state: TicketState): boolean => (inRoomStates as readonly TicketState[]).includes(state);

/**
 * The bar with *Undo* stands for ten seconds; the deed itself can be taken back a little longer, so that a hand that
 * rests on the bar, a slow line and a page without script are not cheated.
 */
export const undoable = { shownSeconds: 10, honouredSeconds: 60 } as const;
export const mayUndo = (doneAt: Date, now: Date): boolean =>
	now.getTime() - doneAt.getTime() <= undoable.honouredSeconds * 1000;

export interface Waiting {
	readonly id: string;
	/** Of the visitor's open case; null when there is none or nobody has triaged it. */
	readonly level: TriageLevel | null;
	/** Since when the visitor counts as waiting, the head start of a priority taken off. */
	readonly standsAt: Date;
	/** The time of an appointment, null for who came without one. */
	readonly dueAt: Date | null;
}

/** Where somebody stands in the order of arrival: priority counts as having come earlier. So nobody is passed for ever. */
export const standingSince = (queuedAt: Date, priority: Priority | null): Date =>
	new Date(queuedAt.getTime() - headStartMinutes(priority) * 60_000);

/** An appointment is kept from this many minutes before its time. */
export const appointmentLead = 5;

/** Emergencies go first, then what is urgent, then whose appointed time has come; everybody else by arrival. */
export function queueRank(level: TriageLevel | null, dueAt: Date | null, now: Date): number {
	const pressed = level === null ? 2 : Math.min(pressing(level), 2);
	if (pressed < 2) return pressed;
	return dueAt !== null && dueAt.getTime() - appointmentLead * 60_000 <= now.getTime() ? 2 : 3;
}

/** Who is called before whom, at a moment. The reads and `callNext` ask the database for the same order. */
export const beforeInQueue =
	(now: Date) =>
	(a: Waiting, b: Waiting): number =>
		queueRank(a.level, a.dueAt, now) - queueRank(b.level, b.dueAt, now) ||
		a.standsAt.getTime() - b.standsAt.getTime() ||
		(a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Minutes of waiting after which the board shows amber, then red. Ours. */
const waitLimits = { long: 15, tooLong: 30 } as const;

export const minutesSince = (at: Date, now: Date): number =>
	Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));

export const waitLength = (minutes: number): 'fair' | 'long' | 'tooLong' =>
	minutes >= waitLimits.tooLong ? 'tooLong' : minutes >= waitLimits.long ? 'long' : 'fair';

import { pressing, type TriageLevel } from '#clinic/cases/triage.ts';

export const services = ['guidance', 'consultation'] as const;
export type Service = (typeof services)[number];

export const ticketStates = ['waiting', 'called', 'finished', 'absent'] as const;
export type TicketState = (typeof ticketStates)[number];

/** As people say it: K-007. */
export const ticketLabel = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(3, '0')}`;

/** The deeds at the queue, each with the states from which it may be done. */
const mayBegin = {
	call: ['waiting'],
	// Also brings back who came late or was ended too soon.
	recall: ['called', 'absent', 'finished'],
	finish: ['called'],
	// From waiting: nobody answers, or the day is closed.
	markAbsent: ['waiting', 'called']
} as const satisfies Record<string, readonly TicketState[]>;
export type QueueDeed = keyof typeof mayBegin;

export const mayBe = (deed: QueueDeed, state: TicketState): boolean =>
	(mayBegin[deed] as readonly TicketState[]).includes(state);

export interface Waiting {
	readonly id: string;
	/** Of the visitor's open case; null when there is none or nobody has triaged it. */
	readonly level: TriageLevel | null;
	readonly issuedAt: Date;
}

/** Emergencies go first, then what is urgent; everybody else by arrival, whatever they came for. */
export const queueRank = (level: TriageLevel | null): number => (level === null ? 2 : Math.min(pressing(level), 2));

/** Who is called before whom. The reads and `callNext` ask the database for the same order. */
export const beforeInQueue = (a: Waiting, b: Waiting): number =>
	queueRank(a.level) - queueRank(b.level) ||
	a.issuedAt.getTime() - b.issuedAt.getTime() ||
	(a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Minutes of waiting after which the board shows amber, then red. Ours. */
const waitLimits = { long: 15, tooLong: 30 } as const;

export const minutesSince = (at: Date, now: Date): number =>
	Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));

export const waitLength = (minutes: number): 'fair' | 'long' | 'tooLong' =>
	minutes >= waitLimits.tooLong ? 'tooLong' : minutes >= waitLimits.long ? 'long' : 'fair';

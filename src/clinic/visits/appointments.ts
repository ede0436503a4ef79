/** How one meets. */
export const ways = ['faceToFace', 'phone', 'video'] as const;
export type Way = (typeof ways)[number];

export const appointmentStates = ['held', 'lapsed', 'booked', 'arrived', 'noShow', 'cancelled'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** How long a slot is kept for somebody who is still writing. */
export const holdMinutes = 10;
/** Nobody from outside books what begins sooner than this. Ours. */
export const leadMinutes = 60;
/** How far ahead can be booked. Ours. */
export const daysAhead = 30;
/** How many slots one visitor's network may hold or book within ten minutes: an office shares one address. Ours. */
export const holdsAtOnce = 12;

/** The deeds on an appointment, each with the states from which it may be done. */
const mayBegin = {
	confirm: ['held'],
	move: ['booked', 'noShow'],
	cancel: ['held', 'booked'],
	// Also who comes too late and was counted as not come.
	receive: ['booked', 'noShow'],
	markNoShow: ['booked'],
	substitute: ['held', 'booked']
} as const satisfies Record<string, readonly AppointmentState[]>;
export type AppointmentDeed = keyof typeof mayBegin;

export const mayBe = (deed: AppointmentDeed, state: AppointmentState): boolean =>
	(mayBegin[deed] as readonly AppointmentState[]).includes(state);

const hour = 3_600_000;
/** Reminders before an appointment. */
export const reminders = { dayBefore: 24 * hour, twoHours: 2 * hour } as const;
export type ReminderKind = keyof typeof reminders;

/** What can still be in time: a reminder whose moment is past is not made. */
export const remindersDue = (startsAt: Date, now: Date): { kind: ReminderKind; dueAt: Date }[] =>
	(Object.keys(reminders) as ReminderKind[])
		.map((kind) => ({ kind, dueAt: new Date(startsAt.getTime() - reminders[kind]) }))
		.filter(({ dueAt }) => dueAt > now);

/** A visitor who stands at the door much too early for this appointment has perhaps mistaken the day. */
export const isOn = (startsAt: Date, now: Date): boolean => Math.abs(startsAt.getTime() - now.getTime()) < 12 * hour;

/** Nobody counts as not come before the appointment has begun. */
export const hasBegun = (startsAt: Date, now: Date): boolean => startsAt <= now;

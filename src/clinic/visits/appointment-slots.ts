import { openingOn, weekdayOf, type ClosedDays, type Weekday } from '#clinic/offices/opening.ts';
import type { OpeningHours } from '#clinic/offices/hours.ts';
import { addDays, momentAt, type Day, type Zone } from '#platform/clock.ts';

export interface Span {
	readonly from: Date;
	readonly to: Date;
}
/** An officer or a room, with what takes it already. */
export interface Taken {
	readonly id: string;
	readonly busy: readonly Span[];
}
export interface Officer extends Taken {
	/** Null: those of the office. */
	readonly hours: OpeningHours | null;
}

/** What is asked of the calendar. */
export interface Wanted {
	readonly minutes: number;
	/** One officer, or a pair. */
	readonly officers: 1 | 2;
	/** Face to face: a room is booked with the officers, as one thing. */
	readonly needsRoom: boolean;
}
export interface Agenda {
	readonly hours: OpeningHours;
	readonly closed: ClosedDays;
	readonly zone: Zone;
	readonly officers: readonly Officer[];
	readonly rooms: readonly Taken[];
	/** What begins before this is not offered any more. */
	readonly notBefore: Date;
}

/** A time that can be kept, with whom and where. */
export interface Slot {
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly officerIds: readonly string[];
	readonly roomId: string | null;
}

/** Times are offered on this grid, counted from the opening. Ours. */
const stepMinutes = 30;
/** When offices rest at noon; longer on Fridays, for prayers. Practice; no source confirms the times. */
const restAt = (weekday: Weekday) =>
	weekday === 5 ? { opens: '11:30', closes: '13:00' } : { opens: '12:00', closes: '13:00' };

const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to;
const isFree = ({ busy }: Taken, span: Span) => !busy.some((one) => overlaps(one, span));
const within = (outer: Span, inner: Span) => outer.from <= inner.from && inner.to <= outer.to;
const minutesOf = ({ busy }: Taken, day: Span) =>
	busy.filter((one) => overlaps(one, day)).reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0);

/** The times of one day that can be kept: enough officers free, within their hours, and a room where one is needed. */
export function slotsOn(agenda: Agenda, { minutes, officers: count, needsRoom }: Wanted, on: Day): Slot[] {
	const { zone, hours, closed, notBefore } = agenda;
	const spanOf = (times: { opens: string; closes: string }): Span => ({
		from: momentAt(on, times.opens, zone),
		to: momentAt(on, times.closes, zone)
	});
	const opening = openingOn(hours, closed, on);
	if (!opening) return [];
	const open = spanOf(opening);
	const rest = spanOf(restAt(weekdayOf(on)));
	const serving = agenda.officers
		.map((officer) => ({ ...officer, load: minutesOf(officer, open), span: servesOn(officer, on, open, spanOf) }))
		// Who has least that day comes first, so that the day is shared.
		.sort((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1));
	const slots: Slot[] = [];
	for (let from = open.from.getTime(); from + minutes * 60_000 <= open.to.getTime(); from += stepMinutes * 60_000) {
		const span = { from: new Date(from), to: new Date(from + minutes * 60_000) };
		if (span.from < notBefore || overlaps(span, rest)) continue;
		const able = serving.filter((one) => one.span !== null && within(one.span, span) && isFree(one, span));
		const room = needsRoom ? agenda.rooms.find((one) => isFree(one, span)) : null;
		if (able.length < count || room === undefined) continue;
		slots.push({
			startsAt: span.from,
			endsAt: span.to,
			officerIds: able.slice(0, count).map(({ id }) => id),
			roomId: room?.id ?? null
		});
	}
	return slots;
}

/** An officer's own hours on a day, inside those of the office; null when he or she does not serve. */
function servesOn({ hours }: Officer, on: Day, open: Span, spanOf: (times: { opens: string; closes: string }) => Span) {
	if (hours === null) return open;
	const own = hours[weekdayOf(on)];
	return own ? spanOf(own) : null;
}

export interface DayOffered {
	readonly on: Day;
	/** `full`: open, and nothing left. */
	readonly state: 'free' | 'full' | 'closed';
	/** Why it is closed, where that is a holiday. */
	readonly holiday: string | null;
	readonly slots: readonly Slot[];
}

/** Days as the public page shows them. */
export function daysOffered(agenda: Agenda, wanted: Wanted, from: Day, count: number): DayOffered[] {
	return Array.from({ length: count }, (_, at) => {
		const on = addDays(from, at);
		const slots = slotsOn(agenda, wanted, on);
		const isOpen = openingOn(agenda.hours, agenda.closed, on) !== null;
		return {
			on,
			state: slots.length > 0 ? ('free' as const) : isOpen ? ('full' as const) : ('closed' as const),
			holiday: agenda.closed.get(on) ?? null,
			slots
		};
	});
}

/** The first few times that can be kept from a moment on. */
export function nextSlots(agenda: Agenda, wanted: Wanted, from: Day, count: number, days: number): Slot[] {
	const found: Slot[] = [];
	for (let at = 0; at < days && found.length < count; at++) found.push(...slotsOn(agenda, wanted, addDays(from, at)));
	return found.slice(0, count);
}

/** Who can take over from one of a team at that time: free, serving, and none of the team. Who has least comes first. */
export function substitutesFor(agenda: Agenda, span: Span, on: Day, team: readonly string[]): string[] {
	const wanted = {
		minutes: (span.to.getTime() - span.from.getTime()) / 60_000,
		officers: 1,
		needsRoom: false
	} as const;
	const others = agenda.officers.filter(({ id }) => !team.includes(id));
	const able: string[] = [];
	for (let left = others; ; left = left.filter(({ id }) => !able.includes(id))) {
		const slot = slotsOn({ ...agenda, officers: left }, wanted, on).find(
			({ startsAt }) => startsAt.getTime() === span.from.getTime()
		);
		if (!slot) return able;
		able.push(...slot.officerIds);
	}
}

import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface CalendarEvent {
	readonly id: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly title: string;
	readonly text: string;
	readonly place: string | null;
	/** How often it was changed: calendar programs take the higher one. */
	readonly version: number;
	readonly isCancelled: boolean;
}

/** A calendar as a file. Times are written in UTC: with a named zone the library writes the clock of this computer. */
export function calendarFile(name: string, events: readonly CalendarEvent[], now: Date): string {
	const calendar = ical({
		name,
		prodId: { company: 'Klinik Koperasi', product: 'janji-temu' },
		method: ICalCalendarMethod.PUBLISH
	});
	for (const { id, startsAt, endsAt, title, text, place, version, isCancelled } of events)
		calendar.createEvent({
			id: `${id}@klinik-koperasi`,
			start: startsAt,
			end: endsAt,
			stamp: now,
			summary: title,
			description: text,
			location: place,
			sequence: version,
			status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
		});
	return calendar.toString();
}

import { and, eq } from 'drizzle-orm';
import { people } from '#clinic/cooperatives/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { settings } from '#env';
import { m } from '#messages';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { keyedHash } from '#platform/master-key.ts';
import { enqueueMessage, withdrawMessages, type NewMessage } from '#platform/messaging/outbox.ts';
import { unsealRows } from '#platform/personal/seal.ts';
import { found } from '#platform/refusal.ts';
import { ownAddress } from '#platform/web/own-address.ts';
import { formatClock, formatDayLong, onTheWall } from '#ui/dates.ts';
import { remindersDue, type Way } from '../appointments.ts';
import { videoRoom } from '../video.ts';
import { appointments, appointmentServices } from './tables/appointments.ts';

// What is written to visitors is in Indonesian, whatever language the officer reads.
const inIndonesian = { locale: 'id' } as const;

/** Where a video appointment meets; null where no video server is set. */
export const videoAddress = (appointmentId: string): string | null => {
	const { VIDEO_URL } = settings();
	return VIDEO_URL ? videoRoom(VIDEO_URL, keyedHash('link', `video.${appointmentId}`)) : null;
};

/** The page on which the visitor keeps, moves and cancels an appointment. */
export const appointmentAddress = (linkId: string): string => `${ownAddress()}/j/${linkToken(linkId)}`;

/** What every message about one appointment says. */
async function factsOf(context: Context, appointmentId: Id<'Appointment'>) {
	const { tx, actor } = context;
	const office = found(await ownOffice(readerOf(tx), actor));
	const [row] = await tx
		.select({ appointment: appointments, service: appointmentServices.name, person: people })
		.from(appointments)
		.innerJoin(appointmentServices, eq(appointmentServices.id, appointments.serviceId))
		.innerJoin(people, eq(people.id, appointments.personId))
		.where(and(eq(appointments.id, appointmentId), eq(appointments.officeId, actor.officeId as Id<'Office'>)));
	const { appointment, service, person } = found(row);
	const [to] = await unsealRows(readerOf(tx), [
		{ personId: person.id, sealed: { phone: person.phoneSealed, email: appointment.emailSealed } }
	]);
	const { startsAt, endsAt, way, linkId, code } = appointment;
	const words = {
		name: person.name,
		office: office.brand,
		service,
		day: formatDayLong(onTheWall(startsAt, office.zone).day),
		from: formatClock(startsAt, office.zone, 'id', false),
		to: formatClock(endsAt, office.zone),
		place: placeWords(way, appointmentId, office),
		code,
		link: appointmentAddress(linkId)
	};
	const message = {
		subjectId: appointmentId,
		personId: person.id,
		toName: person.name,
		fromName: office.brand,
		to: { phone: to?.phone ?? null, email: to?.email ?? null },
		uselessAt: startsAt
	} satisfies Partial<NewMessage>;
	return { words, message, startsAt };
}

function placeWords(way: Way, appointmentId: string, { name, address }: { name: string; address: string }): string {
	if (way === 'faceToFace') return m.appt_mail_at_office({ name, address }, inIndonesian);
	const video = way === 'video' ? videoAddress(appointmentId) : null;
	return video ? m.appt_mail_by_video({ address: video }, inIndonesian) : m.appt_mail_by_phone({}, inIndonesian);
}

/** Tells the visitor that it stands, or stands anew; and puts the reminders in line that can still be in time. */
export async function tellBooked(
	context: Context,
	appointmentId: Id<'Appointment'>,
	what: 'confirmed' | 'moved'
): Promise<void> {
	await withdrawMessages(context, appointmentId);
	const { words, message, startsAt } = await factsOf(context, appointmentId);
	const opening = {
		confirmed: m.appt_mail_confirmed(words, inIndonesian),
		moved: m.appt_mail_moved(words, inIndonesian)
	}[what];
	const rest = m.appt_mail_facts(words, inIndonesian);
	const bring = m.appt_mail_keep(words, inIndonesian);
	await enqueueMessage(context, {
		...message,
		kind: `appointment.${what}`,
		title: m.appt_mail_title(words, inIndonesian),
		body: [opening, rest, bring].join('\n\n')
	});
	for (const { kind, dueAt } of remindersDue(startsAt, context.now))
		await enqueueMessage(context, {
			...message,
			kind: `appointment.${kind}`,
			dueAt,
			title: m.appt_mail_reminder_title(words, inIndonesian),
			body: [m.appt_mail_reminder(words, inIndonesian), rest, bring].join('\n\n')
		});
}

export async function tellCancelled(context: Context, appointmentId: Id<'Appointment'>): Promise<void> {
	await withdrawMessages(context, appointmentId);
	const { words, message } = await factsOf(context, appointmentId);
	await enqueueMessage(context, {
		...message,
		kind: 'appointment.cancelled',
		title: m.appt_mail_cancelled_title(words, inIndonesian),
		body: m.appt_mail_cancelled(words, inIndonesian)
	});
}

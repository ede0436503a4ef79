import { ownOffice } from '#clinic/offices/server/reads.ts';
import { hasBegun, isOn, mayBe } from '#clinic/visits/appointments.ts';
import { videoAddress, appointmentAddress } from '#clinic/visits/server/appointment-messages.ts';
import { substituteOfficer } from '#clinic/visits/server/commands/appointments/absences.ts';
import { markNoShow, receiveAppointment } from '#clinic/visits/server/commands/appointments/desk.ts';
import { cancelAppointment, moveAppointment } from '#clinic/visits/server/commands/appointments/keeping.ts';
import { appointmentOf, offeredDays, substitutesOf } from '#clinic/visits/server/reads/appointments.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { messagesAbout } from '#platform/messaging/reads.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('appointment.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const { linkId, phone, email, ...appointment } = await appointmentOf(reader, actor, event.params.id ?? '');
	const { id, state, serviceId, way, startsAt } = appointment;
	const office = found(await ownOffice(reader, actor));
	const mayKeep = may(actor, 'appointment.keep');
	const isMoving = mayKeep && mayBe('move', state) && event.url.searchParams.has('pindah');
	const asked = { serviceId, way, from: dayOf(now, zone), notBefore: now, now, except: id };
	const days = isMoving ? await offeredDays(reader, actor, asked) : [];
	const maySee = may(actor, 'person.view');
	return {
		subject: appointment.person ?? appointment.code,
		appointment: { ...appointment, phone: maySee ? phone : null, email: maySee ? email : null },
		address: mayKeep && state === 'booked' ? appointmentAddress(linkId) : null,
		office: { name: office.name, address: office.address },
		video: way === 'video' ? videoAddress(id) : null,
		days: days.map(({ slots, ...day }) => ({ ...day, slots: slots.map((slot) => slot.startsAt) })),
		hari: event.url.searchParams.get('hari'),
		isMoving,
		isNew: event.url.searchParams.has('baru'),
		substitutes:
			may(actor, 'appointment.book') && mayBe('substitute', state) ? await substitutesOf(reader, actor, id, now) : [],
		messages: may(actor, 'outbox.handle') ? await messagesAbout(reader, actor, id) : [],
		mayMove: mayKeep && mayBe('move', state),
		mayCancel: mayKeep && mayBe('cancel', state),
		mayReceive: may(actor, 'visit.register') && mayBe('receive', state) && isOn(startsAt, now),
		mayMiss: may(actor, 'visit.register') && mayBe('markNoShow', state) && hasBegun(startsAt, now),
		now,
		zone
	};
});

const own = ({ params }: { params: Partial<Record<string, string>> }) => ({ appointmentId: params.id });
const back = ({ appointmentId }: { appointmentId: string }) => `/janji-temu/${appointmentId}`;

export const actions = {
	datang: act(receiveAppointment, { with: own, to: ({ visitId }) => `/kunjungan/${visitId}?baru` }),
	absen: act(markNoShow, { with: own, to: back }),
	pindah: act(moveAppointment, { with: own, to: back }),
	batal: act(cancelAppointment, { with: own, to: back }),
	ganti: act(substituteOfficer, { with: own, to: back })
};

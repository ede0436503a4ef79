import { clinicsOf, staffList } from '#clinic/offices/server/reads.ts';
import {
	addAppointmentService,
	changeAppointmentService,
	chooseAppointmentOfficers
} from '#clinic/visits/server/commands/appointments/settings.ts';
import { appointmentOfficersOf, appointmentServicesOf } from '#clinic/visits/server/reads/appointments.ts';
import { hasVideo } from '#clinic/visits/server/reads/public-booking.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor, event }) => ({
	services: await appointmentServicesOf(reader, actor, { withClosed: true }),
	clinics: (await clinicsOf(reader, actor)).map(({ id, name }) => ({ value: id, label: name })),
	staff: (await staffList(reader, actor, event.locals.now))
		.filter(({ leftAt }) => leftAt === null)
		.map(({ staffId, name }) => ({ value: staffId, label: name })),
	officers: (await appointmentOfficersOf(reader, actor)).map(({ id }) => id),
	hasVideo: hasVideo()
}));

export const actions = {
	tambah: act(addAppointmentService),
	ubah: act(changeAppointmentService),
	petugas: act(chooseAppointmentOfficers)
};

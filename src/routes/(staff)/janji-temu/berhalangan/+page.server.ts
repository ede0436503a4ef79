import { endAbsence, recordAbsence } from '#clinic/visits/server/commands/appointments/absences.ts';
import { appointmentOfficersOf, comingAbsences } from '#clinic/visits/server/reads/appointments.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('appointment.book', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	return {
		officers: (await appointmentOfficersOf(reader, actor)).map(({ id, name }) => ({ value: id, label: name })),
		absences: await comingAbsences(reader, actor, now),
		zone
	};
});

export const actions = { catat: act(recordAbsence), selesai: act(endAbsence) };

import type { Way } from '#clinic/visits/appointments.ts';
import {
	addAppointmentService,
	chooseAppointmentOfficers
} from '#clinic/visits/server/commands/appointments/settings.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import type { Id } from '#platform/ids.ts';
import { linkActor } from '#platform/links/links.ts';
import { linkPurposes } from '#clinic/offices/roles.ts';
import type { SmallOffice } from '../../world/small.ts';
import type { ward } from '../patients.ts';

/** Monday 2 March 2026, 10:00 WIB; an hour after the small world's moment. */
export const ten = '2026-03-02T03:00:00.000Z';

/** Whoever stands before the public page of an office. */
export const publicDoor = ({ officeId }: SmallOffice): Actor =>
	systemActor('public booking', officeId, ['appointment.book']);

/** Whoever holds the link of an appointment. */
export const keeper = ({ officeId }: SmallOffice, appointmentId: string, linkId: string): Actor =>
	linkActor(
		{ id: linkId, officeId, subjectId: appointmentId, personId: null } as Parameters<typeof linkActor>[0],
		linkPurposes.appointment
	);

interface Wanted {
	readonly name: string;
	readonly officers: '1' | '2';
	readonly minutes: number;
	readonly ways: readonly Way[];
	readonly clinicId: string;
}

/** An office in which appointments can be made: one room, and the officers given. */
export async function bookable(
	{ act }: Pick<ReturnType<typeof ward>, 'act'>,
	{ actors }: SmallOffice,
	staff: readonly Actor[],
	over: Partial<Wanted> = {}
): Promise<Id<'AppointmentService'>> {
	const administrator = actors.officeAdministrator;
	await act(administrator, chooseAppointmentOfficers, { staffIds: staff.map(({ id }) => id) });
	const { serviceId } = await act(administrator, addAppointmentService, {
		name: 'Konsultasi',
		clinicId: '',
		service: 'guidance',
		minutes: 60,
		officers: '1',
		ways: ['faceToFace', 'phone', 'video'],
		...over
	});
	return serviceId;
}

export const visitor = {
	person: { name: 'Harjo Sukirman', phone: '0812 3456 7890' },
	email: 'harjo@koperasi.contoh.id',
	capacity: 'board',
	cooperativeName: 'KSP Guna Artha',
	cooperativeId: '',
	reason: 'Pinjaman macet bertambah'
};

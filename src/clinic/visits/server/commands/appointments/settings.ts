import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { clinics, staff } from '#clinic/offices/server/tables.ts';
import { command, type Context } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { changedService, chosenOfficers, newService } from '../../../appointment-forms.ts';
import { appointmentOfficers, appointmentServices } from '../../tables/appointments.ts';

/** Something more that can be booked. */
export const addAppointmentService = command({
	name: 'visits.addAppointmentService',
	needs: 'office.manage',
	input: newService,
	run: async (context, input) => {
		await checkService(context, input, null);
		const serviceId = newId<'AppointmentService'>();
		const officeId = context.actor.officeId as Id<'Office'>;
		await context.tx.insert(appointmentServices).values({ ...input, id: serviceId, officeId, createdAt: context.now });
		return { serviceId };
	}
});

/** Appointments that stand already keep their time. */
export const changeAppointmentService = command({
	name: 'visits.changeAppointmentService',
	needs: 'office.manage',
	input: changedService,
	run: async (context, { serviceId, ...changes }) => {
		await checkService(context, changes, serviceId);
		const [changed] = await context.tx
			.update(appointmentServices)
			.set(changes)
			.where(
				and(
					eq(appointmentServices.id, serviceId),
					eq(appointmentServices.officeId, context.actor.officeId as Id<'Office'>)
				)
			)
			.returning({ id: appointmentServices.id });
		return { serviceId: found(changed).id };
	}
});

async function checkService(
	{ tx, actor }: Context,
	{ name, clinicId }: { name: string; clinicId: Id<'Clinic'> | null },
	self: string | null
) {
	const officeId = actor.officeId as Id<'Office'>;
	if (clinicId) {
		const [clinic] = await tx
			.select({ id: clinics.id })
			.from(clinics)
			.where(and(eq(clinics.id, clinicId), eq(clinics.officeId, officeId)));
		found(clinic);
	}
	const [other] = await tx
		.select({ id: appointmentServices.id })
		.from(appointmentServices)
		.where(and(eq(appointmentServices.officeId, officeId), eq(appointmentServices.name, name)));
	if (other && other.id !== self) throw new Refusal('visits.serviceExists', { name });
}

/** Who takes appointments; those not named do not, and keep what they have. */
export const chooseAppointmentOfficers = command({
	name: 'visits.chooseAppointmentOfficers',
	needs: 'office.manage',
	input: chosenOfficers,
	run: async ({ tx, actor, now }, { staffIds }) => {
		const officeId = actor.officeId as Id<'Office'>;
		const own = staffIds.length
			? await tx
					.select({ id: staff.id })
					.from(staff)
					.where(and(eq(staff.officeId, officeId), inArray(staff.id, staffIds)))
			: [];
		if (own.length !== new Set(staffIds).size) throw new Refusal('missing');
		await tx
			.delete(appointmentOfficers)
			.where(
				and(
					eq(appointmentOfficers.officeId, officeId),
					staffIds.length ? notInArray(appointmentOfficers.staffId, staffIds) : undefined
				)
			);
		if (own.length)
			await tx
				.insert(appointmentOfficers)
				.values(own.map(({ id }) => ({ staffId: id, officeId, hours: null, createdAt: now })))
				.onConflictDoNothing();
		return { officers: own.length };
	}
});

import { and, eq, gt, gte, inArray, lt } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import { momentAt } from '#platform/clock.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { absenceNamed, newAbsence, substitution } from '../../../appointment-forms.ts';
import { ableToTakeOver } from '../../reads/agenda.ts';
import { absences, appointmentClaims, appointments } from '../../tables/appointments.ts';
import { inHand } from './booking.ts';
import { takeTurn } from './claiming.ts';

/**
 * Somebody is ill or away. Each appointment of that time gets a substitute where one is free; the others stay as they are,
 * drawn as conflicts, until the desk moves them.
 */
export const recordAbsence = command({
	name: 'visits.recordAbsence',
	needs: 'appointment.book',
	input: newAbsence,
	run: async (context, { staffId, reason, ...wall }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const { zone } = found(await ownOffice(reader, actor));
		const at = (text: string) => momentAt(text.slice(0, 10), text.slice(11), zone);
		const span = { fromAt: at(wall.fromAt), untilAt: at(wall.untilAt) };
		const [person] = await tx
			.select({ id: staff.id })
			.from(staff)
			.where(and(eq(staff.id, staffId), eq(staff.officeId, actor.officeId as Id<'Office'>)));
		found(person);
		await takeTurn(context);
		const absenceId = newId<'Absence'>();
		await tx.insert(absences).values({
			id: absenceId,
			officeId: actor.officeId as Id<'Office'>,
			staffId,
			...span,
			reason,
			createdAt: now,
			createdByName: await nameOf(reader, actor)
		});
		const touched = await tx
			.select({ appointmentId: appointmentClaims.appointmentId })
			.from(appointmentClaims)
			.innerJoin(appointments, eq(appointments.id, appointmentClaims.appointmentId))
			.where(
				and(
					eq(appointmentClaims.officeId, actor.officeId as Id<'Office'>),
					eq(appointmentClaims.resourceId, staffId),
					inArray(appointments.state, ['held', 'booked']),
					// No appointment is longer than four hours.
					gte(appointmentClaims.startsAt, new Date(span.fromAt.getTime() - 4 * 3_600_000)),
					lt(appointmentClaims.startsAt, span.untilAt),
					gt(appointmentClaims.endsAt, span.fromAt),
					gt(appointmentClaims.startsAt, now)
				)
			)
			.orderBy(appointmentClaims.startsAt);
		let substituted = 0;
		for (const { appointmentId } of touched) {
			const [other] = await ableFor(context, appointmentId);
			if (!other) continue;
			await substitute(context, appointmentId, staffId, other);
			substituted += 1;
		}
		return { absenceId, substituted, left: touched.length - substituted };
	}
});

/** Back earlier than thought. */
export const endAbsence = command({
	name: 'visits.endAbsence',
	needs: 'appointment.book',
	input: absenceNamed,
	run: async ({ tx, actor }, { absenceId }) => {
		const [gone] = await tx
			.delete(absences)
			.where(and(eq(absences.id, absenceId), eq(absences.officeId, actor.officeId as Id<'Office'>)))
			.returning({ id: absences.id });
		return { absenceId: found(gone).id };
	}
});

/** Another officer takes over. */
export const substituteOfficer = command({
	name: 'visits.substituteOfficer',
	needs: 'appointment.book',
	input: substitution,
	run: async (context, { appointmentId, fromStaffId, toStaffId }) => {
		await takeTurn(context);
		await inHand(context, appointmentId, 'substitute');
		if (!(await ableFor(context, appointmentId)).includes(toStaffId)) {
			const [known] = await context.tx
				.select({ name: staff.name })
				.from(staff)
				.where(and(eq(staff.id, toStaffId), eq(staff.officeId, context.actor.officeId as Id<'Office'>)));
			throw new Refusal('visits.substituteBusy', { name: found(known).name });
		}
		await substitute(context, appointmentId, fromStaffId, toStaffId);
		return { appointmentId };
	}
});

const ableFor = ({ tx, actor, now }: Context, appointmentId: Id<'Appointment'>) =>
	ableToTakeOver(readerOf(tx), actor, appointmentId, now);

async function substitute({ tx }: Context, appointmentId: Id<'Appointment'>, fromStaffId: string, toStaffId: string) {
	const [taken] = await tx
		.update(appointmentClaims)
		.set({ resourceId: toStaffId })
		.where(
			and(
				eq(appointmentClaims.appointmentId, appointmentId),
				eq(appointmentClaims.kind, 'officer'),
				eq(appointmentClaims.resourceId, fromStaffId)
			)
		)
		.returning({ id: appointmentClaims.id });
	found(taken);
}

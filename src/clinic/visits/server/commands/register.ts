import { and, eq, sql } from 'drizzle-orm';
import { openCase, reportMilestone } from '#clinic/cases/server/commands.ts';
import { openCaseOf } from '#clinic/cases/server/reads.ts';
import { registerPerson } from '#clinic/cooperatives/server/commands/people.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { generalPrefix } from '#clinic/offices/poli.ts';
import { clinics } from '#clinic/offices/server/tables.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import type { Day } from '#platform/clock.ts';
import { walkIn } from '../../forms.ts';
import { ticketLabel, type Service } from '../../queue.ts';
import { officeToday } from '../reads.ts';
import { visits } from '../tables.ts';

/** Somebody came: the visit, its ticket and, for a consultation, the cooperative's case. */
export const registerWalkIn = command({
	name: 'visits.registerWalkIn',
	needs: 'visit.register',
	input: walkIn,
	run: async (context, { person, capacity, service, clinicId, reason, selfCheckCode, ...input }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const today = await officeToday(reader, actor, now);
		const prefix = clinicId === null ? generalPrefix : await prefixOf(context, clinicId);
		const cooperativeId = input.cooperativeId && (await registeredAs(reader, actor, input.cooperativeId));
		const { personId } = await runWithin(context, registerPerson, { ...person, phone: person.phone ?? '' });
		const caseId = cooperativeId && (await caseFor(context, cooperativeId, service, reason));
		const visitId = newId<'Visit'>();
		await tx.insert(visits).values({
			id: visitId,
			officeId: actor.officeId as Id<'Office'>,
			personId,
			capacity,
			cooperativeId,
			service,
			clinicId,
			reason,
			selfCheckCode,
			caseId,
			arrivedAt: now,
			registeredBy: actor.id
		});
		if (caseId)
			await runWithin(context, reportMilestone, {
				caseId,
				stage: null,
				what: 'visit.registered',
				params: { service },
				subjectId: visitId,
				why: reason
			});
		// Last: the row of the series stays locked until the end, and everybody at the desks waits for it.
		const { ticketId, label } = await issueTicket(context, visitId, today, prefix);
		return { visitId, ticketId, label, caseId };
	}
});

/** A consultation opens the cooperative's case or finds it; guidance adds to a case that is open and opens none. */
async function caseFor(context: Context, cooperativeId: Id<'Cooperative'>, service: Service, why: string) {
	if (service === 'consultation') {
		const { caseId } = await runWithin(context, openCase, { caseId: newId<'Case'>(), cooperativeId, why });
		return caseId;
	}
	const open = await openCaseOf(readerOf(context.tx), context.actor, cooperativeId);
	return open?.id ?? null;
}

async function prefixOf({ tx, actor }: Context, clinicId: Id<'Clinic'>): Promise<string> {
	const [row] = await tx
		.select({ prefix: clinics.prefix, name: clinics.name, isOpen: clinics.isOpen })
		.from(clinics)
		.where(and(eq(clinics.id, clinicId), eq(clinics.officeId, actor.officeId as never)));
	const { prefix, name, isOpen } = found(row);
	if (!isOpen) throw new Refusal('visits.clinicClosed', { clinic: name });
	return prefix;
}

/** The next number of the series of that office, day and prefix: consecutive, without gaps, never given twice. */
async function issueTicket({ tx, actor, now }: Context, visitId: Id<'Visit'>, on: Day, prefix: string) {
	const ticketId = newId<'Ticket'>();
	const { rows } = await tx.execute<{ number: number }>(
		sql`with series as (
			insert into ticket_series (office_id, "on", prefix, last) values (${actor.officeId}, ${on}, ${prefix}, 1)
			on conflict (office_id, "on", prefix) do update set last = ticket_series.last + 1
			returning last)
		insert into tickets (id, office_id, visit_id, "on", prefix, number, state, issued_at)
		select ${ticketId}, ${actor.officeId}, ${visitId}, ${on}, ${prefix}, last, 'waiting', ${now.toISOString()} from series
		returning number`
	);
	return { ticketId, label: ticketLabel(prefix, found(rows[0]).number) };
}

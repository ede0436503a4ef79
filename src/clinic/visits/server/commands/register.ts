import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { openCase, reportMilestone } from '#clinic/cases/server/commands.ts';
import { openCaseOf } from '#clinic/cases/server/reads.ts';
import { registerPerson } from '#clinic/cooperatives/server/commands/people.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { generalPrefix } from '#clinic/offices/poli.ts';
import { clinics } from '#clinic/offices/server/tables.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { tell } from '#platform/live/tell.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { visitorNamed, walkIn } from '../../forms.ts';
import type { Service } from '../../queue.ts';
import { facts } from '../in-hand.ts';
import { issueTicket, type NewTicket } from '../issue.ts';
import { queueTopic } from '../moves.ts';
import { officeToday, standingOf } from '../reads.ts';
import { tickets, visits } from '../tables.ts';

/** Somebody came: the visit, its ticket and, for a consultation, the cooperative's case. */
export const registerWalkIn = command({
	name: 'visits.registerWalkIn',
	needs: 'visit.register',
	input: walkIn,
	run: async (context, { person, ...visitor }) => {
		const { personId } = await runWithin(context, registerPerson, { ...person, phone: person.phone ?? '' });
		return arrive(context, { ...visitor, personId: personId as Id<'Person'> }, { origin: 'desk' });
	}
});

type Arriving = Omit<v.InferOutput<typeof walkIn>, 'person'> & { readonly personId: Id<'Person'> };

/** Somebody who is known stands at the desk, with an appointment or without. */
export async function arrive(
	context: Context,
	{ personId, capacity, service, clinicId, reason, selfCheckCode, priority, ...input }: Arriving,
	way: Pick<NewTicket, 'origin' | 'dueAt'>
) {
	const { tx, actor, now } = context;
	const reader = readerOf(tx);
	const today = await officeToday(reader, actor, now);
	const prefix = clinicId === null ? generalPrefix : await prefixOf(context, clinicId);
	const cooperativeId = input.cooperativeId && (await registeredAs(reader, actor, input.cooperativeId));
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
	if (caseId) await reportVisit(context, { caseId, visitId, service, reason });
	const ticket = { visitId, personId, clinicId, on: today, prefix, priority };
	const { ticketId, label } = await issueTicket(context, { ...ticket, ...way });
	return { visitId, ticketId, label, caseId };
}

/**
 * Who took a number at the kiosk or by telephone has said who he or she is: the visit gets its person, cooperative and
 * reason, and its case as if it had been registered at the desk.
 */
export const nameVisitor = command({
	name: 'visits.nameVisitor',
	needs: 'visit.register',
	input: visitorNamed,
	run: async (context, { visitId, person, capacity, service, reason, selfCheckCode, ...input }) => {
		const { tx, actor } = context;
		const [row] = await tx
			.select({ personId: visits.personId, ticketId: tickets.id, on: tickets.on })
			.from(visits)
			.innerJoin(tickets, eq(tickets.visitId, visits.id))
			.where(and(eq(visits.id, visitId), eq(visits.officeId, actor.officeId as never)))
			.for('update');
		const { personId: known, ticketId, on } = found(row);
		if (known) throw new Refusal('visits.visitorKnown');
		const reader = readerOf(tx);
		const cooperativeId = input.cooperativeId && (await registeredAs(reader, actor, input.cooperativeId));
		const { personId } = await runWithin(context, registerPerson, { ...person, phone: person.phone ?? '' });
		const other = await standingOf(reader, actor, on, personId as Id<'Person'>);
		if (other) throw new Refusal('visits.alreadyInQueue', await facts(context, other));
		const caseId = cooperativeId && (await caseFor(context, cooperativeId, service, reason));
		await tx
			.update(visits)
			.set({ personId, capacity, cooperativeId, service, reason, selfCheckCode, caseId })
			.where(eq(visits.id, visitId));
		await tx.update(tickets).set({ personId }).where(eq(tickets.id, ticketId));
		if (caseId) await reportVisit(context, { caseId, visitId, service, reason });
		await tell(context, queueTopic);
		return { visitId, ticketId, caseId };
	}
});

interface Reported {
	readonly caseId: Id<'Case'>;
	readonly visitId: Id<'Visit'>;
	readonly service: Service;
	readonly reason: string;
}

const reportVisit = (context: Context, { caseId, visitId, service, reason }: Reported) =>
	runWithin(context, reportMilestone, {
		caseId,
		stage: null,
		what: 'visit.registered',
		params: { service },
		subjectId: visitId,
		why: reason
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

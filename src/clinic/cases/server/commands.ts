import { and, eq, gt, sql } from 'drizzle-orm';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { caseNamed, complaintInput, learntOfCase, openingOfCase, reportedMilestone, triageOverride } from '../forms.ts';
import { mayFollow, staysIn } from '../journey.ts';
import { afterOverride, triage, type TriageLevel } from '../triage.ts';
import { caseOf, lastTriage, openCaseOf } from './reads.ts';
import { triageFacts } from './reads/triage-facts.ts';
import { caseAccesses, caseFindings, cases, complaints, milestones, triages } from './tables.ts';

/** Opens a cooperative's case, or finds the one that is open: two desks at once open one. */
export const openCase = command({
	name: 'cases.openCase',
	needs: 'complaint.record',
	input: openingOfCase,
	run: async (context, { caseId, cooperativeId, why }) => {
		const { tx, actor, now } = context;
		const patientId = await patientInTurn(context, cooperativeId);
		const open = await openCaseOf(readerOf(tx), actor, patientId);
		if (open) return { caseId: open.id, isNew: false };
		await tx.insert(cases).values({
			id: caseId,
			officeId: actor.officeId as never,
			cooperativeId: patientId,
			number: await nextNumber(context),
			openedAt: now,
			openedBy: actor.id
		});
		await runWithin(context, reportMilestone, { caseId, stage: 'arrived', what: 'case.opened', why });
		return { caseId, isNew: true };
	}
});

/** The lock on the cooperative makes two openings take turns, also those of a record merged into it. */
async function patientInTurn(context: Context, asked: Id<'Cooperative'>): Promise<Id<'Cooperative'>> {
	const { tx, actor } = context;
	const id = await registeredAs(readerOf(tx), actor, asked);
	const [row] = await tx
		.select({ mergedInto: cooperatives.mergedInto })
		.from(cooperatives)
		.where(eq(cooperatives.id, id))
		.for('update');
	// Merged while this waited for the lock.
	return found(row).mergedInto === null ? id : patientInTurn(context, id);
}

async function nextNumber({ tx, actor, now }: Parameters<typeof openCase.run>[0]): Promise<string> {
	const office = found(await ownOffice(readerOf(tx), actor));
	const year = dayOf(now, office.zone).slice(0, 4);
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cases.${actor.officeId}.${year}`}))`);
	const [last] = await tx
		.select({ number: sql<number>`coalesce(max(split_part(${cases.number}, '-', 2)::int), 0)::int` })
		.from(cases)
		.where(and(eq(cases.officeId, actor.officeId as never), sql`${cases.number} like ${`${year}-%`}`));
	return `${year}-${String((last?.number ?? 0) + 1).padStart(3, '0')}`;
}

/**
 * A stop reports what happened to the case. The journey says which stage may follow; a report that the journey does not
 * allow is refused, and with it the deed that made it.
 */
export const reportMilestone = command({
	name: 'cases.reportMilestone',
	needs: 'case.care',
	input: reportedMilestone,
	run: async (context, milestone) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select({ id: cases.id })
			.from(cases)
			.where(and(eq(cases.id, milestone.caseId), eq(cases.officeId, actor.officeId as never)))
			.for('update');
		const patient = await caseOf(readerOf(tx), actor, found(row).id);
		if (patient.closedAt) throw new Refusal('cases.closed');
		const { stage } = milestone;
		const isFirst = milestone.what === 'case.opened';
		if (stage && !isFirst && !staysIn(patient.stage, stage) && !mayFollow(patient.stage, stage))
			throw new Refusal('cases.notNow', { stage: patient.stage, next: stage });
		await tx.insert(milestones).values({
			...milestone,
			id: newId<'Milestone'>(),
			officeId: actor.officeId as never,
			at: now,
			byKind: actor.kind,
			by: actor.id,
			byName: await nameOf(tx, actor)
		});
		// What was healed no longer presses, and nobody's override of it does.
		if (stage === 'recovered') {
			await tx.delete(caseFindings).where(eq(caseFindings.caseId, milestone.caseId));
			await triageAnew(context, milestone.caseId, null);
		}
		if (stage === 'closed') await tx.update(cases).set({ closedAt: now }).where(eq(cases.id, milestone.caseId));
		return null;
	}
});

/** The case, locked, with its stage: what is decided by the stage is decided under the lock. @throws Refusal missing, cases.closed */
export async function caseInHand({ tx, actor }: Context, caseId: Id<'Case'>) {
	const [row] = await tx
		.select({ id: cases.id, adviserId: cases.adviserId })
		.from(cases)
		.where(and(eq(cases.id, caseId), eq(cases.officeId, actor.officeId as never)))
		.for('update');
	const { adviserId } = found(row);
	const patient = await caseOf(readerOf(tx), actor, caseId);
	if (patient.closedAt) throw new Refusal('cases.closed');
	return { ...patient, adviserId };
}

/** What hurts is taken down, and the case is triaged anew. An officer who listens becomes the adviser of a case without one. */
export const recordComplaint = command({
	name: 'cases.recordComplaint',
	needs: 'complaint.record',
	input: complaintInput,
	run: async (context, { caseId, words, codes }) => {
		const { tx, actor, now } = context;
		const { adviserId } = await caseInHand(context, caseId);
		const complaintId = newId<'Complaint'>();
		const own = { officeId: actor.officeId as Id<'Office'>, caseId, createdAt: now, createdBy: actor.id };
		await tx.insert(complaints).values({ ...own, id: complaintId, words, codes });
		await runWithin(context, reportMilestone, {
			caseId,
			stage: 'complaint',
			what: 'complaint.recorded',
			params: { codes: codes.join(' ') },
			subjectId: complaintId,
			why: words
		});
		if (adviserId === null && actor.kind === 'staff' && may(actor, 'case.care'))
			await tx
				.update(cases)
				.set({ adviserId: actor.id as Id<'Staff'> })
				.where(eq(cases.id, caseId));
		return { complaintId, level: await triageAnew(context, caseId, await lastTriage(readerOf(tx), caseId)) };
	}
});

/** Judges a case by its facts of today; a stop that learns something new about the patient runs it and says what. */
export const retriage = command({
	name: 'cases.retriage',
	needs: 'case.care',
	input: learntOfCase,
	run: async (context, { caseId, findings, diagnosis }) => {
		const { tx, actor, now } = context;
		await caseInHand(context, caseId);
		if (findings !== undefined || diagnosis !== undefined) {
			const learnt = { ...(findings ? { findings } : {}), ...(diagnosis ? { diagnosis } : {}), notedAt: now };
			await tx
				.insert(caseFindings)
				.values({ caseId, officeId: actor.officeId as Id<'Office'>, findings: [], ...learnt })
				.onConflictDoUpdate({ target: caseFindings.caseId, set: learnt });
		}
		return { level: await triageAnew(context, caseId, await lastTriage(readerOf(tx), caseId)) };
	}
});

/** @param last the triage whose override may still stand; null: none may */
async function triageAnew(
	{ tx, actor, now }: Context,
	caseId: Id<'Case'>,
	last: Parameters<typeof afterOverride>[0]
): Promise<TriageLevel> {
	const reader = readerOf(tx);
	const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
	const { level: computedLevel, reasons } = triage(await triageFacts(reader, actor, caseId, today), today);
	const { level, overrideReason } = afterOverride(last, computedLevel);
	await tx.insert(triages).values({
		id: newId<'Triage'>(),
		officeId: actor.officeId as Id<'Office'>,
		caseId,
		level,
		computedLevel,
		reasons: [...reasons],
		overrideReason,
		createdAt: now,
		createdBy: actor.id
	});
	return level;
}

/** An officer knows better than the rule, and says why. What the rule said stays beside it. */
export const overrideTriage = command({
	name: 'cases.overrideTriage',
	needs: 'case.care',
	input: triageOverride,
	run: async (context, { caseId, level, reason }) => {
		const { tx, actor, now } = context;
		await caseInHand(context, caseId);
		const last = await lastTriage(readerOf(tx), caseId);
		if (!last) throw new Refusal('cases.notTriaged');
		if (last.level === level) throw new Refusal('cases.sameLevel');
		await tx.insert(triages).values({
			id: newId<'Triage'>(),
			officeId: actor.officeId as Id<'Office'>,
			caseId,
			level,
			computedLevel: last.computedLevel,
			reasons: last.reasons,
			overrideReason: reason,
			createdAt: now,
			createdBy: actor.id
		});
		await runWithin(context, reportMilestone, {
			caseId,
			stage: null,
			what: 'triage.overridden',
			params: { from: last.level, to: level },
			why: reason
		});
		return { level };
	}
});

/** An officer takes a case as its adviser, also from a colleague. */
export const takeCase = command({
	name: 'cases.takeCase',
	needs: 'case.care',
	input: caseNamed,
	run: async (context, { caseId }) => {
		const { tx, actor } = context;
		const { adviserId } = await caseInHand(context, caseId);
		if (actor.kind !== 'staff') throw new Refusal('forbidden');
		if (adviserId === actor.id) return null;
		await tx
			.update(cases)
			.set({ adviserId: actor.id as Id<'Staff'> })
			.where(eq(cases.id, caseId));
		await runWithin(context, reportMilestone, { caseId, stage: null, what: 'case.taken' });
		return null;
	}
});

/** How long a case file counts as opened by the same person: loading the page again is not a second look. */
const sameLookMinutes = 5;

/** Who opened which case file, when: written after the read that showed it. */
export const recordAccess = command({
	name: 'cases.recordAccess',
	needs: 'case.view',
	input: caseNamed,
	run: async ({ tx, actor, now }, { caseId }) => {
		const { id } = await caseOf(readerOf(tx), actor, caseId);
		const [recent] = await tx
			.select({ id: caseAccesses.id })
			.from(caseAccesses)
			.where(
				and(
					eq(caseAccesses.caseId, id),
					eq(caseAccesses.actorId, actor.id),
					gt(caseAccesses.at, new Date(now.getTime() - sameLookMinutes * 60_000))
				)
			)
			.limit(1);
		if (!recent)
			await tx.insert(caseAccesses).values({
				id: newId<'CaseAccess'>(),
				officeId: actor.officeId as Id<'Office'>,
				caseId: id,
				at: now,
				actorKind: actor.kind,
				actorId: actor.id
			});
		return null;
	}
});

/**
 * Somebody from outside opened the pages that were chosen for him or her: every look counts. The database takes the line for
 * the case of that invitation alone.
 */
export const recordOutsideAccess = command({
	name: 'cases.recordOutsideAccess',
	needs: 'guest.view',
	input: caseNamed,
	run: async ({ tx, actor, now }, { caseId }) => {
		const [row] = await tx
			.select({ id: cases.id, officeId: cases.officeId })
			.from(cases)
			.where(and(eq(cases.id, caseId), eq(cases.officeId, actor.officeId as never)));
		const { id, officeId } = found(row);
		await tx.insert(caseAccesses).values({
			id: newId<'CaseAccess'>(),
			officeId,
			caseId: id,
			at: now,
			actorKind: actor.kind,
			actorId: actor.id
		});
		return null;
	}
});

import { asc, desc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/database/client.ts';
import { planActions, sessions, treatmentPlans } from '../tables.ts';

type Asking = Pick<Reader, 'select'>;

/** The newest approved plan of the case that a guest may see; the database shows it where its page was chosen, else nothing. */
export async function guestsPlan(reader: Asking, caseId: string) {
	const [plan] = await reader
		.select({ id: treatmentPlans.id, aim: treatmentPlans.aim, proposedAt: treatmentPlans.proposedAt })
		.from(treatmentPlans)
		.where(eq(treatmentPlans.caseId, caseId as never))
		.orderBy(desc(treatmentPlans.proposedAt), desc(treatmentPlans.id))
		.limit(1);
	if (!plan) return null;
	const actions = await reader
		.select({
			id: planActions.id,
			what: planActions.what,
			owner: planActions.owner,
			dueOn: planActions.dueOn,
			doneAt: planActions.doneAt
		})
		.from(planActions)
		.where(eq(planActions.planId, plan.id))
		.orderBy(asc(planActions.position));
	return { ...plan, actions };
}

/**
 * The notes of the talks in that case, newest first; nothing where their page was not chosen. Who held a talk as the second
 * and agreed to its note is the office's own affair.
 */
export async function guestsSessions(reader: Asking, caseId: string) {
	const notes = await reader
		.select({
			id: sessions.id,
			complaint: sessions.complaint,
			findings: sessions.findings,
			assessment: sessions.assessment,
			plan: sessions.plan,
			at: sessions.at,
			byName: sessions.byName
		})
		.from(sessions)
		.where(eq(sessions.caseId, caseId as never))
		.orderBy(desc(sessions.at), desc(sessions.id))
		.limit(100);
	return notes.map((note) => ({ ...note, secondId: null, secondName: null, secondAgreedAt: null }));
}

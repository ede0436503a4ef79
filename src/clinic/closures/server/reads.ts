import { and, count, desc, eq, gte } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { cases } from '#clinic/cases/server/tables.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { diagnosesOf, factsOf } from '#clinic/diagnoses/server/reads.ts';
import { regulations } from '#clinic/offices/server/tables.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { groundsSupported } from '../grounds.ts';
import { recoveryCriteria, type Criterion } from '../recovery.ts';
import { closureProposals, recoveries, relapses } from './tables.ts';

/** The criteria of recovery as they stand now; null before the case has a diagnosis. */
export async function recoveryOf(
	reader: Reader,
	actor: Actor,
	caseId: string,
	now: Date
): Promise<readonly Criterion[] | null> {
	const [main] = await diagnosesOf(reader, actor, caseId);
	if (!main) return null;
	const facts = await factsOf(reader, actor, { caseId, now, complaintsAfter: main.at });
	const { cooperativeId } = await caseOf(reader, actor, caseId);
	const { health } = await identityOf(reader, actor, cooperativeId, facts.today);
	return recoveryCriteria({ mainCause: main.cause, facts, category: health?.category ?? null });
}

/** The times a case was declared recovered, newest first. */
export async function recoveriesOf(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await caseOf(reader, actor, caseId);
	return reader
		.select()
		.from(recoveries)
		.where(eq(recoveries.caseId, id))
		.orderBy(desc(recoveries.at), desc(recoveries.id));
}

/** The relapse that a case is, with the number of the case before; null for a first illness. */
export async function relapseOf(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await caseOf(reader, actor, caseId);
	const [row] = await reader
		.select({
			formerCaseId: relapses.formerCaseId,
			formerNumber: cases.number,
			recoveredOn: relapses.recoveredOn,
			months: relapses.months
		})
		.from(relapses)
		.innerJoin(cases, eq(cases.id, relapses.formerCaseId))
		.where(eq(relapses.caseId, id));
	return row ?? null;
}

/** The case in which a recovered cooperative is treated again; null where it stayed well. */
export async function relapsedInto(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await caseOf(reader, actor, caseId);
	const [row] = await reader
		.select({ caseId: relapses.caseId, number: cases.number, at: relapses.at })
		.from(relapses)
		.innerJoin(cases, eq(cases.id, relapses.caseId))
		.where(eq(relapses.formerCaseId, id));
	return row ?? null;
}

/** Relapses of the office, newest first. */
export const relapsesOf = (reader: Reader, actor: Actor) =>
	reader
		.select({
			caseId: relapses.caseId,
			number: cases.number,
			cooperative: cooperatives.name,
			formerCaseId: relapses.formerCaseId,
			recoveredOn: relapses.recoveredOn,
			months: relapses.months,
			at: relapses.at
		})
		.from(relapses)
		.innerJoin(cases, eq(cases.id, relapses.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(eq(relapses.officeId, actor.officeId as never))
		.orderBy(desc(relapses.at), desc(relapses.caseId))
		.limit(200);

/** How many recoveries the office has declared since a moment, and how many of them ended in a relapse. */
export async function relapseCount(reader: Reader, actor: Actor, since: Date) {
	const [row] = await reader
		.select({ recovered: count(), relapsed: count(relapses.recoveryId) })
		.from(recoveries)
		.leftJoin(relapses, eq(relapses.recoveryId, recoveries.id))
		.where(and(eq(recoveries.officeId, actor.officeId as never), gte(recoveries.at, since)));
	return { recovered: Number(row?.recovered ?? 0), relapsed: Number(row?.relapsed ?? 0) };
}

/** Which grounds of dissolution the record of a case bears out. */
export async function supportedGrounds(reader: Reader, actor: Actor, caseId: string, now: Date) {
	return groundsSupported(await factsOf(reader, actor, { caseId, now }));
}

/** The closure proposals of a case, newest first. */
export async function proposalsOf(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await caseOf(reader, actor, caseId);
	return reader
		.select()
		.from(closureProposals)
		.where(eq(closureProposals.caseId, id))
		.orderBy(desc(closureProposals.proposedAt), desc(closureProposals.id));
}

const listed = {
	id: closureProposals.id,
	caseId: closureProposals.caseId,
	caseNumber: cases.number,
	cooperativeId: cooperatives.id,
	cooperative: cooperatives.name,
	ground: closureProposals.ground,
	reasons: closureProposals.reasons,
	state: closureProposals.state,
	proposedAt: closureProposals.proposedAt,
	proposedBy: closureProposals.proposedBy,
	proposedByName: closureProposals.proposedByName,
	decidedAt: closureProposals.decidedAt,
	decidedByName: closureProposals.decidedByName,
	decision: closureProposals.decision
};

const joined = (reader: Reader) =>
	reader
		.select(listed)
		.from(closureProposals)
		.innerJoin(cases, eq(cases.id, closureProposals.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)));

/** Proposals that wait for the head of office, oldest first. */
export const proposalsWaiting = (reader: Reader, actor: Actor) =>
	joined(reader)
		.where(and(eq(closureProposals.officeId, actor.officeId as never), eq(closureProposals.state, 'proposed')))
		.orderBy(closureProposals.proposedAt, closureProposals.id)
		.limit(200);

/** One proposal of the actor's office. @throws Refusal missing */
export async function proposalOf(reader: Reader, actor: Actor, proposalId: string) {
	const [row] = await joined(reader).where(
		and(eq(closureProposals.id, proposalId as never), eq(closureProposals.officeId, actor.officeId as never))
	);
	return found(row);
}

/** Whether the actor may decide a proposal: nobody decides one of his or her own. */
export const decidableProposal = (
	actor: Actor,
	proposal: { readonly state: string; readonly proposedBy: string }
): boolean => may(actor, 'closure.approve') && proposal.state === 'proposed' && proposal.proposedBy !== actor.id;

/** Titles of the rules that are cited, by code. */
export async function titlesOfRules(reader: Reader): Promise<Record<string, string>> {
	const rows = await reader.select({ code: regulations.code, title: regulations.title }).from(regulations);
	return Object.fromEntries(rows.map(({ code, title }) => [code, title]));
}

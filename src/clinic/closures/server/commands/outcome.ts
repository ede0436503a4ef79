import { and, eq, inArray } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { watchOn } from '#clinic/monitoring/server/commands/controls.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { newProposal, proposalDecision, recoveryInput } from '../../forms.ts';
import { isRecovered } from '../../recovery.ts';
import { recoveryOf } from '../reads.ts';
import { closureProposals, recoveries } from '../tables.ts';

/** Declares a cooperative recovered. Refused while a criterion is unmet; monitoring goes on, with the next control dated. */
export const declareRecovered = command({
	name: 'closures.declareRecovered',
	needs: 'outcome.decide',
	input: recoveryInput,
	run: async (context, { caseId, note, nextOn }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const { stage } = await caseInHand(context, caseId);
		if (stage === 'recovered') throw new Refusal('closures.alreadyRecovered');
		if (nextOn <= dayOf(now, found(await ownOffice(reader, actor)).zone))
			throw new BadInput({ nextOn: 'notAfterToday' });
		const recoveryId = newId<'Recovery'>();
		await runWithin(context, reportMilestone, {
			caseId,
			stage: 'recovered',
			what: 'case.recovered',
			subjectId: recoveryId,
			why: note
		});
		const criteria = found(await recoveryOf(reader, actor, caseId, now));
		const unmet = criteria.filter(({ met }) => !met).map(({ code }) => code);
		if (!isRecovered(criteria))
			throw new Refusal('closures.notRecovered', { count: unmet.length, unmet: unmet.join(', ') });
		await tx.insert(recoveries).values({
			id: recoveryId,
			officeId: actor.officeId as never,
			caseId,
			criteria: criteria.map((criterion) => ({ ...criterion, params: { ...criterion.params } })),
			note,
			at: now,
			by: actor.id,
			byName: await nameOf(tx, actor)
		});
		await runWithin(context, watchOn, { caseId, nextOn });
		return { recoveryId };
	}
});

/** Proposes to the head of office that the minister be asked to dissolve the cooperative. */
export const proposeClosure = command({
	name: 'closures.proposeClosure',
	needs: 'closure.propose',
	input: newProposal,
	run: async (context, { caseId, ground, reasons }) => {
		const { tx, actor, now } = context;
		const proposalId = newId<'ClosureProposal'>();
		// Reporting first takes the lock on the case: two proposals at once take turns.
		await runWithin(context, reportMilestone, {
			caseId,
			stage: 'dissolutionProposed',
			what: 'closure.proposed',
			params: { ground },
			subjectId: proposalId,
			why: reasons
		});
		const [open] = await tx
			.select({ by: closureProposals.proposedByName })
			.from(closureProposals)
			.where(and(eq(closureProposals.caseId, caseId), inArray(closureProposals.state, ['proposed', 'agreed'])));
		if (open) throw new Refusal('closures.alreadyProposed', { name: open.by });
		await tx.insert(closureProposals).values({
			id: proposalId,
			officeId: actor.officeId as never,
			caseId,
			ground,
			reasons,
			state: 'proposed',
			proposedAt: now,
			proposedBy: actor.id,
			proposedByName: await nameOf(tx, actor)
		});
		return { proposalId };
	}
});

/**
 * The head of office agrees to a closure proposal or gives it back with a reason, never one of his or her own. Agreed,
 * the case waits for the minister, who alone decides (UU 25/1992 art. 47-48); given back, it returns to treatment.
 */
export const decideClosure = command({
	name: 'closures.decideClosure',
	needs: 'closure.approve',
	input: proposalDecision,
	run: async (context, { proposalId, decision, reason }) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select()
			.from(closureProposals)
			.where(and(eq(closureProposals.id, proposalId), eq(closureProposals.officeId, actor.officeId as never)))
			.for('update');
		const proposal = found(row);
		if (proposal.state !== 'proposed') throw new Refusal('closures.decided', { name: proposal.decidedByName ?? '' });
		if (proposal.proposedBy === actor.id) throw new Refusal('closures.ownProposal');
		const isAgreed = decision === 'agree';
		await tx
			.update(closureProposals)
			.set({
				state: isAgreed ? 'agreed' : 'returned',
				decidedAt: now,
				decidedBy: actor.id,
				decidedByName: await nameOf(tx, actor),
				decision: reason
			})
			.where(eq(closureProposals.id, proposalId));
		await runWithin(context, reportMilestone, {
			caseId: proposal.caseId,
			stage: isAgreed ? 'dissolutionProposed' : 'treatment',
			what: isAgreed ? 'closure.agreed' : 'closure.returned',
			subjectId: proposalId,
			why: reason
		});
		return { caseId: proposal.caseId, isAgreed };
	}
});

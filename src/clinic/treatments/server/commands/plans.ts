import { and, eq, isNull } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { newPlan, planDecision } from '../../forms.ts';
import { mayPlan } from '../../plans.ts';
import { treated } from '../care.ts';
import { writePrescription } from '../prescription.ts';
import { careSettingsOf } from '../reads/care-settings.ts';
import { originOf } from '../reads/templates.ts';
import { planActions, treatmentPlans } from '../tables.ts';

/** Proposes what is to be done for a named cause, by whom and until when. It waits for the head of division. */
export const proposePlan = command({
	name: 'treatments.proposePlan',
	needs: 'plan.propose',
	input: newPlan,
	run: async (context, { aim, actions, template, warningSigns, ...where }) => {
		const { tx, actor, now } = context;
		const { caseId, diagnosisId } = await treated(context, where);
		const planId = newId<'TreatmentPlan'>();
		await refuseUnlessPlannable(context, caseId);
		await runWithin(context, reportMilestone, {
			caseId,
			stage: null,
			what: 'plan.proposed',
			params: { actions: actions.length },
			subjectId: planId
		});
		refusePast(actions, dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone));
		await tx.insert(treatmentPlans).values({
			id: planId,
			officeId: actor.officeId as never,
			caseId,
			diagnosisId: diagnosisId ?? (await mainDiagnosis(context, caseId)),
			aim,
			template: template && (await originOf(readerOf(tx), actor, template)),
			warningSigns,
			state: 'proposed',
			proposedAt: now,
			proposedBy: actor.id,
			proposedByName: await nameOf(tx, actor)
		});
		const officeId = actor.officeId as Id<'Office'>;
		await tx.insert(planActions).values(
			actions.map(({ line: _line, ...action }, position) => ({
				...action,
				id: newId<'PlanAction'>(),
				officeId,
				planId,
				position
			}))
		);
		return { planId };
	}
});

async function refuseUnlessPlannable(context: Context, caseId: Id<'Case'>): Promise<void> {
	const { stage } = await caseInHand(context, caseId);
	if (!mayPlan(stage)) throw new Refusal('treatments.notPlannable');
	const [waiting] = await context.tx
		.select({ by: treatmentPlans.proposedByName })
		.from(treatmentPlans)
		.where(and(eq(treatmentPlans.caseId, caseId), eq(treatmentPlans.state, 'proposed')));
	if (waiting) throw new Refusal('treatments.planWaiting', { name: waiting.by });
}

function refusePast(actions: readonly { readonly line: number; readonly dueOn: Day }[], today: Day): void {
	const past = actions.filter(({ dueOn }) => dueOn < today);
	if (past.length > 0)
		throw new BadInput(Object.fromEntries(past.map(({ line }) => [`actions.${line}.dueOn`, 'dayPassed'])));
}

/** A plan always hangs on a named cause. */
async function mainDiagnosis({ tx }: Context, caseId: string): Promise<Id<'Diagnosis'>> {
	const [main] = await tx
		.select({ id: diagnoses.id })
		.from(diagnoses)
		.where(and(eq(diagnoses.caseId, caseId as never), eq(diagnoses.rank, 'main'), isNull(diagnoses.replacedAt)));
	return found(main).id;
}

/**
 * The head of division approves a plan or gives it back with a reason; nobody approves a plan of his or her own, unless
 * the office allows it. An approved plan becomes a prescription.
 */
export const decidePlan = command({
	name: 'treatments.decidePlan',
	needs: 'plan.approve',
	input: planDecision,
	run: async (context, { planId, decision, reason }) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select()
			.from(treatmentPlans)
			.where(and(eq(treatmentPlans.id, planId), eq(treatmentPlans.officeId, actor.officeId as never)))
			.for('update');
		const plan = found(row);
		if (plan.state !== 'proposed') throw new Refusal('treatments.planDecided', { name: plan.decidedByName ?? '' });
		const { ownPlansAllowed } = await careSettingsOf(readerOf(tx), actor);
		if (plan.proposedBy === actor.id && !ownPlansAllowed) throw new Refusal('treatments.ownPlan');
		const isApproved = decision === 'approve';
		const { stage } = await caseInHand(context, plan.caseId);
		if (isApproved && !mayPlan(stage)) throw new Refusal('treatments.notPlannable');
		await tx
			.update(treatmentPlans)
			.set({
				state: isApproved ? 'approved' : 'returned',
				decidedAt: now,
				decidedBy: actor.id,
				decidedByName: await nameOf(tx, actor),
				decision: reason,
				ownAllowed: ownPlansAllowed
			})
			.where(eq(treatmentPlans.id, planId));
		await runWithin(context, reportMilestone, {
			caseId: plan.caseId,
			stage: isApproved ? 'treatment' : null,
			what: isApproved ? 'plan.approved' : 'plan.returned',
			subjectId: planId,
			why: reason
		});
		if (isApproved) await writePrescription(context, planId);
		return { caseId: plan.caseId, isApproved };
	}
});

import { and, asc, eq, lt, or } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { causeWord } from '#clinic/diagnoses/ui/words.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { issuePaper } from '#clinic/papers/server/commands.ts';
import { addMonths, dayOf } from '#platform/clock.ts';
import { runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { inIndonesian } from '#platform/web/indonesian.ts';
import { prescriptionContent } from '../prescription.ts';
import { careSettingsOf } from './reads/care-settings.ts';
import { planActions, treatmentPlans } from './tables.ts';

/** Writes the prescription of a plan that has just been approved. Its number is the case's: 2026-014/R1. */
export async function writePrescription(context: Context, planId: string): Promise<void> {
	const { tx, actor, now } = context;
	const reader = readerOf(tx);
	const [row] = await tx
		.select({ plan: treatmentPlans, cause: diagnoses.cause })
		.from(treatmentPlans)
		.innerJoin(diagnoses, eq(diagnoses.id, treatmentPlans.diagnosisId))
		.where(eq(treatmentPlans.id, planId as never));
	const { plan, cause } = found(row);
	const actions = await tx
		.select()
		.from(planActions)
		.where(eq(planActions.planId, plan.id))
		.orderBy(asc(planActions.position));
	const patient = await caseOf(reader, actor, plan.caseId);
	const [cooperative] = await tx
		.select({ name: cooperatives.name })
		.from(cooperatives)
		.where(eq(cooperatives.id, await registeredAs(reader, actor, patient.cooperativeId)));
	const { name } = found(cooperative);
	const office = found(await ownOffice(reader, actor));
	const { controlMonths } = await careSettingsOf(reader, actor);
	await runWithin(context, issuePaper, {
		kind: 'prescription',
		subjectId: plan.id,
		title: `Resep ${name}`,
		number: `${patient.number}/R${(await approvedBefore(context, plan)) + 1}`,
		content: inIndonesian(() =>
			prescriptionContent({
				cooperative: name,
				caseNumber: patient.number,
				cause: causeWord(cause),
				aim: plan.aim,
				actions,
				warningSigns: plan.warningSigns,
				controlAbout: addMonths(dayOf(now, office.zone), controlMonths[0] ?? 1),
				proposedBy: plan.proposedByName,
				approvedBy: plan.decidedByName ?? '',
				phone: office.phone
			})
		)
	});
}

/** Plans of the same case that were approved before this one. The case is locked: no two get the same number. */
async function approvedBefore({ tx }: Context, plan: typeof treatmentPlans.$inferSelect): Promise<number> {
	const rows = await tx
		.select({ id: treatmentPlans.id })
		.from(treatmentPlans)
		.where(
			and(
				eq(treatmentPlans.caseId, plan.caseId),
				eq(treatmentPlans.state, 'approved'),
				or(
					lt(treatmentPlans.decidedAt, found(plan.decidedAt)),
					and(eq(treatmentPlans.decidedAt, found(plan.decidedAt)), lt(treatmentPlans.id, plan.id))
				)
			)
		);
	return rows.length;
}

import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import type { BoardRole } from '#clinic/cooperatives/kinds.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { referrals } from '#clinic/referrals/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const caseId = () =>
	ref<'Case'>()
		.notNull()
		.references(() => cases.id);

/** A consultation note of a specialist or adviser: complaint, findings, assessment, plan. */
export const sessions = pgTable(
	'treatment_sessions',
	{
		id: id<'Session'>(),
		officeId: officeId(),
		caseId: caseId(),
		referralId: ref<'Referral'>().references(() => referrals.id),
		complaint: text().notNull(),
		findings: text().notNull(),
		assessment: text().notNull(),
		plan: text().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.caseId, t.at), officeLine('treatment_sessions')]
);

export const treatmentPlans = pgTable(
	'treatment_plans',
	{
		id: id<'TreatmentPlan'>(),
		officeId: officeId(),
		caseId: caseId(),
		diagnosisId: ref<'Diagnosis'>()
			.notNull()
			.references(() => diagnoses.id),
		/** What the plan wants to reach, in plain words for the board. */
		aim: text().notNull(),
		state: text().$type<'proposed' | 'returned' | 'approved'>().notNull(),
		proposedAt: moment().notNull(),
		proposedBy: text().notNull(),
		proposedByName: text().notNull(),
		decidedAt: moment(),
		decidedBy: text(),
		decidedByName: text(),
		decision: text()
	},
	(t) => [
		index().on(t.caseId),
		uniqueIndex('treatment_plans_one_open')
			.on(t.caseId)
			.where(sql`state = 'proposed'`),
		index().on(t.officeId, t.state),
		officeLine('treatment_plans')
	]
);

export const planActions = pgTable(
	'plan_actions',
	{
		id: id<'PlanAction'>(),
		officeId: officeId(),
		planId: ref<'TreatmentPlan'>()
			.notNull()
			.references(() => treatmentPlans.id),
		position: integer().notNull(),
		what: text().notNull(),
		owner: text().$type<BoardRole | 'office'>().notNull(),
		dueOn: day().notNull(),
		doneAt: moment(),
		doneBy: text(),
		doneByName: text(),
		doneNote: text()
	},
	(t) => [uniqueIndex().on(t.planId, t.position), officeLine('plan_actions')]
);

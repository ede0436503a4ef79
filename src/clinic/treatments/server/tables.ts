import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import type { BoardRole } from '#clinic/cooperatives/kinds.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { referrals } from '#clinic/referrals/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { files } from '#platform/files/tables.ts';
import type { TemplateOrigin } from '../templates.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const caseId = () =>
	ref<'Case'>()
		.notNull()
		.references(() => cases.id);

/** How an office cares: one row once it has chosen otherwise than usual (`care-settings.ts`). */
export const careSettings = pgTable(
	'care_settings',
	{
		officeId: officeId().primaryKey(),
		/** Whoever may approve plans may approve one of his or her own too: for offices where one person is both. */
		ownPlansAllowed: boolean().notNull(),
		/** Boards read who opened their file by name, not by role alone. */
		namesShown: boolean().notNull(),
		/** Months after which controls are due. */
		controlMonths: integer().array().notNull(),
		changedAt: moment().notNull(),
		changedBy: text().notNull()
	},
	() => [officeLine('care_settings')]
);

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
		byName: text().notNull(),
		/** The second of two officers who held it together. */
		secondId: ref<'Staff'>().references(() => staff.id),
		secondName: text(),
		/** The action of a plan of whose dose this talk is one. */
		actionId: ref<'PlanAction'>()
	},
	(t) => [
		index().on(t.caseId, t.at),
		index('treatment_sessions_second')
			.on(t.secondId)
			.where(sql`second_id is not null`),
		check('treatment_sessions_two_officers', sql`second_id::text is distinct from "by"`),
		officeLine('treatment_sessions')
	]
);

/** The second of two officers agreed to the note of their talk. */
export const sessionAgreements = pgTable(
	'session_agreements',
	{
		sessionId: ref<'Session'>()
			.primaryKey()
			.references(() => sessions.id),
		officeId: officeId(),
		at: moment().notNull(),
		by: ref<'Staff'>()
			.notNull()
			.references(() => staff.id)
	},
	() => [officeLine('session_agreements')]
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
		decision: text(),
		/** Whether the office allowed approving one's own when this was decided. */
		ownAllowed: boolean().notNull().default(false),
		/** From which template it began; null for a plan written freely. */
		template: jsonb().$type<TemplateOrigin>(),
		/** What the board should tell at once, for the prescription. */
		warningSigns: text()
			.array()
			.notNull()
			.default(sql`'{}'`)
	},
	(t) => [
		index().on(t.caseId),
		// Nobody approves a plan of his or her own, unless the office allows it.
		check(
			'treatment_plans_not_ones_own',
			sql`state <> 'approved' or own_allowed or decided_by is distinct from proposed_by`
		),
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
		/** The dose: how many meetings the office holds for it; null where it needs none. */
		meetings: integer(),
		/** What shows that it is done: "foto daftar hadir"; null where its owner's word is enough. */
		proof: text(),
		doneAt: moment(),
		doneBy: text(),
		doneByName: text(),
		doneNote: text()
	},
	(t) => [uniqueIndex().on(t.planId, t.position), officeLine('plan_actions')]
);

/** A photo or paper that shows an action done, sent by the board or kept by the office. */
export const actionProofs = pgTable(
	'action_proofs',
	{
		id: id<'ActionProof'>(),
		officeId: officeId(),
		actionId: ref<'PlanAction'>()
			.notNull()
			.references(() => planActions.id),
		fileId: ref<'File'>()
			.notNull()
			.references(() => files.id),
		note: text(),
		at: moment().notNull(),
		byKind: text().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.actionId), index().on(t.fileId), officeLine('action_proofs')]
);

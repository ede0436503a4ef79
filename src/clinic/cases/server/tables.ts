import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { Stage } from '../journey.ts';
import type { DiagnosedAs, PressingFinding, TriageLevel } from '../triage.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** One episode of care of one cooperative. Its stage is computed from its milestones. */
export const cases = pgTable(
	'cases',
	{
		id: id<'Case'>(),
		officeId: officeId(),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		/** Running number in the office and year, for people: 2026-014. */
		number: text().notNull(),
		openedAt: moment().notNull(),
		openedBy: text().notNull(),
		adviserId: ref<'Staff'>().references(() => staff.id),
		closedAt: moment()
	},
	(t) => [
		uniqueIndex().on(t.officeId, t.number),
		// A cooperative has at most one open case.
		uniqueIndex('cases_one_open')
			.on(t.cooperativeId)
			.where(sql`closed_at is null`),
		index().on(t.officeId, t.openedAt),
		// The worklist reads the open ones of an office, however many it has closed.
		index('cases_open')
			.on(t.officeId)
			.where(sql`closed_at is null`),
		officeLine('cases')
	]
);

const caseId = () =>
	ref<'Case'>()
		.notNull()
		.references(() => cases.id);

/** A fact that moves a case: which stage was reached, when, by whom, why. Never changed. */
export const milestones = pgTable(
	'milestones',
	{
		id: id<'Milestone'>(),
		officeId: officeId(),
		caseId: caseId(),
		/** The stage it leads to; null where it only adds to the history. */
		stage: text().$type<Stage>(),
		/** What happened, as a code that has words: `visit.registered`, `plan.approved` … */
		what: text().notNull(),
		params: jsonb().$type<Record<string, string | number>>().notNull(),
		/** The row of the stop that reports: visit, examination, referral, plan … */
		subjectId: uuid(),
		why: text(),
		at: moment().notNull(),
		byKind: text().notNull(),
		by: text().notNull(),
		/** The name of who did it, as it was then. */
		byName: text().notNull()
	},
	(t) => [index().on(t.caseId, t.at), index().on(t.officeId, t.at), officeLine('milestones')]
);

/** What hurts: in the visitor's own words and as codes of `complaints.ts`. */
export const complaints = pgTable(
	'complaints',
	{
		id: id<'Complaint'>(),
		officeId: officeId(),
		caseId: caseId(),
		words: text().notNull(),
		codes: text().array().notNull(),
		createdAt: moment().notNull(),
		createdBy: text().notNull()
	},
	(t) => [index().on(t.caseId), officeLine('complaints')]
);

/** Each triage of a case; the newest counts. An officer's override keeps the computed level beside it. */
export const triages = pgTable(
	'triages',
	{
		id: id<'Triage'>(),
		officeId: officeId(),
		caseId: caseId(),
		level: text().$type<TriageLevel>().notNull(),
		computedLevel: text().$type<TriageLevel>().notNull(),
		reasons: jsonb().$type<{ code: string; params: Record<string, string | number> }[]>().notNull(),
		overrideReason: text(),
		createdAt: moment().notNull(),
		createdBy: text().notNull()
	},
	(t) => [
		index().on(t.caseId, t.createdAt),
		check('triages_override_says_why', sql`level = computed_level or override_reason is not null`),
		officeLine('triages')
	]
);

/** What later stops have told of a case for its triage: the newest examination's pressing findings, the main cause. */
export const caseFindings = pgTable(
	'case_findings',
	{
		caseId: ref<'Case'>()
			.primaryKey()
			.references(() => cases.id),
		officeId: officeId(),
		findings: jsonb().$type<PressingFinding[]>().notNull(),
		diagnosis: jsonb().$type<DiagnosedAs>(),
		notedAt: moment().notNull()
	},
	() => [officeLine('case_findings')]
);

/** Who opened which case file, when. */
export const caseAccesses = pgTable(
	'case_accesses',
	{
		id: id<'CaseAccess'>(),
		officeId: officeId(),
		caseId: caseId(),
		at: moment().notNull(),
		actorKind: text().notNull(),
		actorId: text().notNull()
	},
	(t) => [index().on(t.caseId, t.at), officeLine('case_accesses')]
);

import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	jsonb,
	numeric,
	pgPolicy,
	pgTable,
	primaryKey,
	text,
	unique
} from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { currentStaff, day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { Kept } from '../record.ts';
import type { StatementSource } from '../statement.ts';
import type { StatementSheetRow } from '../statement-sheet.ts';
import type { ExaminationStanding } from '../standing.ts';
import type { ExaminationSubject } from '../subject.ts';
import type { RescoredOutcome } from '../rescoring.ts';

/** One scored examination, kept as it was asked and answered under the instrument of its day. Never changed. */
export const examinations = pgTable(
	'examinations',
	{
		id: id<'Examination'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		caseId: ref<'Case'>().references(() => cases.id),
		/** The cooperative as a whole, or the savings unit inside it on its own figures. */
		subject: text().$type<ExaminationSubject>().notNull().default('whole'),
		/** A clinic check, or an official examination, which only an inspector finalises. */
		standing: text().$type<ExaminationStanding>().notNull(),
		instrument: text().notNull(),
		version: text().notNull(),
		bookYear: integer().notNull(),
		readings: jsonb().$type<Kept['readings']>().notNull(),
		/** Rupiah as digit strings, by the figure's name. */
		figures: jsonb().$type<Kept['figures']>().notNull(),
		/** By the item's code. */
		answers: jsonb().$type<Kept['answers']>().notNull(),
		/** The questions of each block as they were worded when asked, in order. */
		asked: jsonb().$type<Kept['asked']>().notNull(),
		result: jsonb().$type<Kept['result']>().notNull(),
		/** Null while any component has no score. */
		total: numeric({ precision: 6, scale: 2 }),
		category: text().$type<HealthCategory>(),
		/** Why another instrument was used than the one in force for this cooperative and book year. */
		overrideReason: text(),
		note: text(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [
		index().on(t.cooperativeId, t.at),
		index().on(t.caseId, t.at),
		index().on(t.officeId, t.instrument, t.id),
		/** The newest complete one of each cooperative, for comparing them. */
		index('examinations_latest')
			.on(
				t.officeId,
				t.instrument,
				t.version,
				t.subject,
				t.cooperativeId,
				t.at.desc().nullsFirst(),
				t.id.desc().nullsFirst()
			)
			.where(sql`total is not null`),
		officeLine('examinations'),
		// Who is asked for a second opinion sees the first neither in a list nor by its address until the own one is kept.
		pgPolicy('examinations_blind', {
			as: 'restrictive',
			for: 'select',
			using: sql`id not in (select examination_id from second_opinions where to_staff_id = ${currentStaff} and answered_at is null and withdrawn_at is null)`
		})
	]
);

/** How an office reads a rule that the field reads in more than one way. Without a row it reads the printed table. */
export const officeReadings = pgTable(
	'office_readings',
	{
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		instrument: text().notNull(),
		component: text().notNull(),
		reading: text().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.officeId, t.instrument, t.component] }), officeLine('office_readings')]
);

/** Kept examinations scored once more by another version or reading, to compare. The record itself stays as it is. */
export const rescorings = pgTable(
	'rescorings',
	{
		id: id<'Rescoring'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		instrument: text().notNull(),
		version: text().notNull(),
		readings: jsonb().$type<Kept['readings']>().notNull(),
		/** Null: every book year. */
		bookYear: integer(),
		/** Examinations to score, counted at the beginning. */
		total: integer().notNull(),
		done: integer().notNull().default(0),
		/** The last examination that was scored: what is kept after a break goes on behind it. */
		cursor: ref<'Examination'>(),
		/** The newest examination of the beginning: what is kept later is not part of it. */
		until: ref<'Examination'>(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull(),
		finishedAt: moment()
	},
	(t) => [index().on(t.officeId, t.at), officeLine('rescorings')]
);

export const rescoredResults = pgTable(
	'rescored_results',
	{
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		rescoringId: ref<'Rescoring'>()
			.notNull()
			.references(() => rescorings.id),
		examinationId: ref<'Examination'>()
			.notNull()
			.references(() => examinations.id),
		/** Whether it has a total, lacks figures or answers, or says what this version does not know. */
		outcome: text().$type<RescoredOutcome>().notNull(),
		total: numeric({ precision: 6, scale: 2 }),
		category: text().$type<HealthCategory>()
	},
	(t) => [primaryKey({ columns: [t.rescoringId, t.examinationId] }), officeLine('rescored_results')]
);

/** A letter that sends officials of the office to examine cooperatives. It holds from the day that its paper is numbered. */
export const assignments = pgTable(
	'assignments',
	{
		id: id<'Assignment'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		fromOn: day().notNull(),
		/** The last day counts. */
		untilOn: day().notNull(),
		purpose: text().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.officeId, t.at), check('assignments_dates', sql`until_on >= from_on`), officeLine('assignments')]
);

const ofAssignment = () => ({
	officeId: ref<'Office'>()
		.notNull()
		.references(() => offices.id),
	assignmentId: ref<'Assignment'>()
		.notNull()
		.references(() => assignments.id)
});

export const assignedStaff = pgTable(
	'assigned_staff',
	{
		...ofAssignment(),
		staffId: ref<'Staff'>()
			.notNull()
			.references(() => staff.id)
	},
	(t) => [primaryKey({ columns: [t.assignmentId, t.staffId] }), index().on(t.staffId), officeLine('assigned_staff')]
);

export const assignedCooperatives = pgTable(
	'assigned_cooperatives',
	{
		...ofAssignment(),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id)
	},
	(t) => [
		primaryKey({ columns: [t.assignmentId, t.cooperativeId] }),
		index().on(t.cooperativeId),
		officeLine('assigned_cooperatives')
	]
);

/**
 * The accounts of a book year by the lines of the chart. Each saving is a version of its own and none is changed: what
 * an examination began with stays to be seen.
 */
export const financialStatements = pgTable(
	'financial_statements',
	{
		id: id<'FinancialStatement'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		subject: text().$type<ExaminationSubject>().notNull().default('whole'),
		bookYear: integer().notNull(),
		/** From 1 on. The newest is the one in use. */
		version: integer().notNull(),
		/** Whole rupiah as digit strings, by account; what was left empty is not there. */
		amounts: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
		source: text().$type<StatementSource>().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [
		unique().on(t.cooperativeId, t.subject, t.bookYear, t.version),
		check('financial_statements_version', sql`${t.version} > 0`),
		officeLine('financial_statements')
	]
);

/** A balance sheet that was read from a file and waits until the person who sent it has said which line is which. */
export const statementUploads = pgTable(
	'statement_uploads',
	{
		id: id<'StatementUpload'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		subject: text().$type<ExaminationSubject>().notNull().default('whole'),
		bookYear: integer().notNull(),
		fileName: text().notNull(),
		/** The rows as they stand in the file, by sheet. */
		rows: jsonb().$type<readonly StatementSheetRow[]>().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		expiresAt: moment().notNull()
	},
	(t) => [index().on(t.by, t.cooperativeId), officeLine('statement_uploads')]
);

/** What an office has said of the words that balance sheets use: the account they mean, or null, to be left out. */
export const accountMatches = pgTable(
	'account_matches',
	{
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		/** Folded, so that spellings of one name are one. */
		label: text().notNull(),
		account: text(),
		at: moment().notNull(),
		by: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.officeId, t.label] }), officeLine('account_matches')]
);

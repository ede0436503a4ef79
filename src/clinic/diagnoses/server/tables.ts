import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { VerdictCode } from '../verdicts.ts';

/** Evidence as it was found, with its figures. */
const lines = () => jsonb().$type<{ code: string; params: Record<string, string | number> }[]>();

/** A cause found in a case: one main, any number beside it, each with the evidence that points to it. */
export const diagnoses = pgTable(
	'diagnoses',
	{
		id: id<'Diagnosis'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		/** Code of the list of causes, in the version in which it was named. */
		cause: text().notNull(),
		listVersion: text().notNull().default('1'),
		/** The rules that gathered the evidence. A rule is named by its disease. */
		ruleVersion: text().notNull().default('1'),
		rank: text().$type<'main' | 'side'>().notNull(),
		evidence: lines().notNull(),
		/** What speaks against it. */
		against: lines().notNull().default([]),
		/** Of the evidence; null in rows of the first rules, which did not keep it. */
		points: integer(),
		/** Which it was among the suggestions, 1 the likeliest; null: not suggested, or not kept. */
		place: integer(),
		note: text(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull(),
		/** A later diagnosis of the same case replaces it. */
		replacedAt: moment()
	},
	(t) => [
		index().on(t.caseId),
		uniqueIndex('diagnoses_one_main')
			.on(t.caseId)
			.where(sql`rank = 'main' and replaced_at is null`),
		officeLine('diagnoses')
	]
);

/** What an officer made of each suggestion of a diagnosis: by these the rules are judged. */
export const suggestionVerdicts = pgTable(
	'suggestion_verdicts',
	{
		id: id<'SuggestionVerdict'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		/** The main cause of the diagnosis that was made of it. */
		diagnosisId: ref<'Diagnosis'>()
			.notNull()
			.references(() => diagnoses.id),
		cause: text().notNull(),
		listVersion: text().notNull(),
		ruleVersion: text().notNull(),
		/** 1 is the likeliest; null for a cause that the officer added. */
		place: integer(),
		points: integer().notNull(),
		evidence: lines().notNull(),
		against: lines().notNull(),
		verdict: text().$type<VerdictCode>().notNull(),
		reason: text(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [
		index().on(t.officeId, t.ruleVersion, t.cause),
		index().on(t.diagnosisId),
		check('suggestion_verdicts_say_why', sql`verdict not in ('changed', 'rejected') or reason is not null`),
		officeLine('suggestion_verdicts')
	]
);

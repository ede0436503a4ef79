import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { Worsened } from '../cards.ts';
import type { Answers } from '../questions.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const caseId = () =>
	ref<'Case'>()
		.notNull()
		.references(() => cases.id);

/** A control: planned for a day, then done with what was found. */
export const followUps = pgTable(
	'follow_ups',
	{
		id: id<'FollowUp'>(),
		officeId: officeId(),
		caseId: caseId(),
		dueOn: day().notNull(),
		/** Which of a series it is: after 1, 3, 6, 12 months; null for one that was dated by itself. */
		month: integer(),
		plannedAt: moment().notNull(),
		plannedBy: text().notNull(),
		doneAt: moment(),
		doneBy: text(),
		doneByName: text(),
		findings: text(),
		/** The questions of `questions.ts` in this version. */
		answers: jsonb().$type<Answers>(),
		questionsVersion: text(),
		/** The re-examination made at this control. */
		examinationId: ref<'Examination'>().references(() => examinations.id)
	},
	(t) => [
		index().on(t.caseId),
		index('follow_ups_open')
			.on(t.officeId, t.dueOn)
			.where(sql`done_at is null`),
		officeLine('follow_ups')
	]
);

/** Something that somebody above the case should look at; raised once for each thing. */
export const monitoringCards = pgTable(
	'monitoring_cards',
	{
		id: id<'MonitoringCard'>(),
		officeId: officeId(),
		caseId: caseId(),
		kind: text().$type<'missedControl' | 'worsened'>().notNull(),
		/** The control or examination that it is about. */
		subjectId: uuid().notNull(),
		/** Of a missed control: its day. */
		dueOn: day(),
		/** What became worse. */
		worsened: jsonb().$type<readonly Worsened[]>(),
		raisedAt: moment().notNull(),
		settledAt: moment(),
		settledByName: text(),
		/** What was done about it. */
		how: text()
	},
	(t) => [
		uniqueIndex().on(t.kind, t.subjectId),
		index().on(t.caseId),
		index('monitoring_cards_open')
			.on(t.officeId, t.raisedAt)
			.where(sql`settled_at is null`),
		officeLine('monitoring_cards')
	]
);

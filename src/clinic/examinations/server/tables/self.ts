import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import {
	currentOffice,
	currentStaff,
	currentSubject,
	id,
	moment,
	officeLine,
	ref
} from '#platform/database/columns.ts';
import { files } from '#platform/files/tables.ts';
import type { AmountUnit } from '../../amounts.ts';
import type { Kept } from '../../record.ts';
import type { ExaminationSubject } from '../../subject.ts';
import { examinations } from '../tables.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** A sheet that a cooperative is asked to fill in first. What it has sent is never changed. */
export const selfExaminations = pgTable(
	'self_examinations',
	{
		id: id<'SelfExamination'>(),
		officeId: officeId(),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		subject: text().$type<ExaminationSubject>().notNull(),
		instrument: text().notNull(),
		version: text().notNull(),
		bookYear: integer().notNull(),
		invitedAt: moment().notNull(),
		invitedBy: text().notNull(),
		invitedByName: text().notNull(),
		/** When the cooperative last saved its draft: tells it, and nobody else, that a draft was forgotten. */
		savedAt: moment(),
		withdrawnAt: moment(),
		sentAt: moment(),
		/** The link by which it was sent. */
		sentBy: text(),
		sentByName: text(),
		/** As `examinations` keeps them; null until sent. */
		figures: jsonb().$type<Kept['figures']>(),
		answers: jsonb().$type<Kept['answers']>(),
		/** What the cooperative has to say to it. */
		remark: text(),
		/** The examination that an officer made of it. */
		examinationId: ref<'Examination'>().references(() => examinations.id)
	},
	(t) => [
		uniqueIndex('self_examinations_one_open')
			.on(t.cooperativeId)
			.where(sql`sent_at is null and withdrawn_at is null`),
		index().on(t.caseId),
		index().on(t.examinationId),
		officeLine('self_examinations')
	]
);

const selfExaminationId = () =>
	ref<'SelfExamination'>()
		.notNull()
		.references(() => selfExaminations.id);

/** A link may have been given to one of two records that have become one since, and the sheet to the other. */
const ofTheLink = sql`(select coalesce(c.merged_into, c.id) from cooperatives c where c.id = self_examination_drafts.cooperative_id)
	= (select coalesce(c.merged_into, c.id) from cooperatives c where c.id = ${currentSubject})`;

/**
 * What a cooperative has typed and not sent. The database shows it to nobody but the holder of a link of that very
 * cooperative: no mistake in a read shows it to the office. Whatever is older than the moment that the sweep names may be
 * deleted without being seen.
 */
export const selfExaminationDrafts = pgTable(
	'self_examination_drafts',
	{
		selfExaminationId: ref<'SelfExamination'>()
			.primaryKey()
			.references(() => selfExaminations.id),
		officeId: officeId(),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		unit: text().$type<AmountUnit>().notNull(),
		/** Texts as they were typed, understood or not, by the figure's name. */
		figures: jsonb().$type<Record<string, string>>().notNull(),
		/** `yes` or `no` by the item's code. */
		answers: jsonb().$type<Record<string, 'yes' | 'no'>>().notNull(),
		remark: text(),
		savedAt: moment().notNull()
	},
	(t) => [
		index().on(t.savedAt),
		pgPolicy('self_examination_drafts_own', {
			for: 'all',
			using: sql`office_id = ${currentOffice} and ${ofTheLink}`,
			withCheck: sql`office_id = ${currentOffice} and ${ofTheLink}`
		}),
		pgPolicy('self_examination_drafts_old', {
			for: 'delete',
			using: sql`saved_at < (select nullif(current_setting('app.drafts_before', true), '')::timestamptz)`
		})
	]
);

/** Not for the eyes of an officer who still has to give a second opinion on what was made of it. */
const notBlind = (table: string) =>
	pgPolicy(`${table}_blind`, {
		as: 'restrictive',
		for: 'select',
		using: sql`self_examination_id not in (select s.id from self_examinations s join second_opinions o on o.examination_id = s.examination_id where o.to_staff_id = ${currentStaff} and o.answered_at is null and o.withdrawn_at is null)`
	});

/** What an officer found for one item of a sent sheet: the same as the cooperative says, or something else. */
export const selfExaminationChecks = pgTable(
	'self_examination_checks',
	{
		selfExaminationId: selfExaminationId(),
		officeId: officeId(),
		/** A figure's name or an item's code. */
		item: text().notNull(),
		/** Rupiah as digits, or `yes` or `no`. */
		value: text().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.selfExaminationId, t.item] }),
		officeLine('self_examination_checks'),
		notBlind('self_examination_checks')
	]
);

/** By what an officer verified one item: a file, the page in it, a word. */
export const examinationEvidence = pgTable(
	'examination_evidence',
	{
		id: id<'Evidence'>(),
		officeId: officeId(),
		selfExaminationId: selfExaminationId(),
		item: text().notNull(),
		fileId: ref<'File'>().references(() => files.id),
		/** As the file counts them: 12, or 12–13, or a sheet's name. */
		place: text(),
		note: text(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.selfExaminationId, t.item), officeLine('examination_evidence')]
);

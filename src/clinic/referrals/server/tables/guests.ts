import { sql } from 'drizzle-orm';
import { check, index, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import { caseAccesses, cases, complaints } from '#clinic/cases/server/tables.ts';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { auditRows } from '#platform/audit/tables.ts';
import { currentSubject, day, id, moment, officeLine, outsideAt, ref } from '#platform/database/columns.ts';
import { files } from '#platform/files/tables.ts';
import { links } from '#platform/links/tables.ts';
import type { ConsentPurpose, ConsentWay, FilePage, GuestBackground } from '../../guests.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const cooperativeId = () =>
	ref<'Cooperative'>()
		.notNull()
		.references(() => cooperatives.id);

/** A cooperative agreed to something: who said so, when, how, and the paper that shows it. Withdrawn, it opens nothing more. */
export const consents = pgTable(
	'consents',
	{
		id: id<'Consent'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		/** Null for what concerns no single case: being a mentor to others. */
		caseId: ref<'Case'>().references(() => cases.id),
		purpose: text().$type<ConsentPurpose>().notNull(),
		note: text(),
		/** Whoever spoke for the cooperative, with the office held there. */
		givenBy: text().notNull(),
		givenOn: day().notNull(),
		way: text().$type<ConsentWay>().notNull(),
		fileId: ref<'File'>().references(() => files.id),
		recordedAt: moment().notNull(),
		recordedBy: text().notNull(),
		recordedByName: text().notNull(),
		withdrawnAt: moment(),
		withdrawnByName: text(),
		withdrawnWhy: text()
	},
	(t) => [
		index().on(t.cooperativeId),
		index().on(t.officeId, t.purpose),
		check('consents_withdrawn', sql`(withdrawn_at is null) = (withdrawn_by_name is null)`),
		officeLine('consents')
	]
);

/**
 * Somebody from outside, by name, who may look at chosen pages of one case until a moment. The transactions of a guest carry
 * no office: the database shows them nothing but what the policies below open, as long as this row is open.
 */
export const caseGuests = pgTable(
	'case_guests',
	{
		id: id<'CaseGuest'>(),
		officeId: officeId(),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		cooperativeId: cooperativeId(),
		consentId: ref<'Consent'>()
			.notNull()
			.references(() => consents.id),
		personId: ref<'Person'>()
			.notNull()
			.references(() => people.id),
		/** As the person was called when invited. */
		name: text().notNull(),
		organisation: text().notNull(),
		background: text().$type<GuestBackground>().notNull(),
		pages: text().array().$type<FilePage[]>().notNull(),
		question: text().notNull(),
		linkId: ref<'Link'>().references(() => links.id),
		invitedAt: moment().notNull(),
		invitedBy: text().notNull(),
		invitedByName: text().notNull(),
		expiresAt: moment().notNull(),
		closedAt: moment(),
		closedBecause: text().$type<'revoked' | 'consentWithdrawn'>(),
		closedByName: text()
	},
	(t) => [
		index().on(t.caseId),
		index().on(t.consentId),
		index().on(t.officeId, t.invitedAt),
		check('case_guests_closed', sql`(closed_at is null) = (closed_because is null)`),
		check('case_guests_pages', sql`cardinality(pages) > 0`),
		officeLine('case_guests'),
		pgPolicy('case_guests_own', {
			for: 'select',
			using: sql`id = ${currentSubject} and closed_at is null and expires_at > ${outsideAt}`
		})
	]
);

/** What a guest writes: an advice, a question, a finding. It stays as it was sent; an officer takes it up. */
export const guestNotes = pgTable(
	'guest_notes',
	{
		id: id<'GuestNote'>(),
		officeId: officeId(),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		guestId: ref<'CaseGuest'>()
			.notNull()
			.references(() => caseGuests.id),
		words: text().notNull(),
		at: moment().notNull(),
		byName: text().notNull(),
		takenUpAt: moment(),
		takenUpByName: text(),
		/** What the office makes of it. */
		takenUpWords: text()
	},
	(t) => [
		index().on(t.caseId),
		index().on(t.guestId, t.at),
		index('guest_notes_unread')
			.on(t.officeId, t.at)
			.where(sql`taken_up_at is null`),
		check('guest_notes_taken_up', sql`(taken_up_at is null) = (taken_up_words is null)`),
		officeLine('guest_notes'),
		pgPolicy('guest_notes_own', {
			for: 'select',
			using: sql`guest_id = ${currentSubject} and case_id = ${invited('case_id')}`
		}),
		pgPolicy('guest_notes_written', {
			for: 'insert',
			withCheck: sql`guest_id = ${currentSubject} and case_id = ${invited('case_id')} and office_id = ${invited('office_id')} and taken_up_at is null`
		})
	]
);

/**
 * A column of the invitation of whoever acts, null for everybody but an open guest: its row is hidden from all others. Every
 * policy for guests is made of it.
 * @param page only where this page was chosen
 */
export function invited(column: 'case_id' | 'office_id' | 'cooperative_id' | 'link_id', page?: FilePage) {
	const chosen = page ? ` and '${page}' = any(g.pages)` : '';
	return sql`(select g.${sql.raw(column)} from case_guests g where g.id = ${currentSubject}${sql.raw(chosen)})`;
}

// What an open guest sees of the tables of earlier stops: the chosen pages of one case and nothing else.

export const guestsCase = pgPolicy('cases_guest', {
	for: 'select',
	using: sql`id = ${invited('case_id')}`
}).link(cases);

export const guestsCooperative = pgPolicy('cooperatives_guest', {
	for: 'select',
	using: sql`id = ${invited('cooperative_id', 'identity')}`
}).link(cooperatives);

export const guestsComplaints = pgPolicy('complaints_guest', {
	for: 'select',
	using: sql`case_id = ${invited('case_id', 'complaint')}`
}).link(complaints);

export const guestsExaminations = pgPolicy('examinations_guest', {
	for: 'select',
	using: sql`case_id = ${invited('case_id', 'examination')}`
}).link(examinations);

export const guestsDiagnoses = pgPolicy('diagnoses_guest', {
	for: 'select',
	using: sql`case_id = ${invited('case_id', 'diagnosis')}`
}).link(diagnoses);

// What a guest's deeds leave behind: that the file was opened, and what was done.

export const guestsAccesses = pgPolicy('case_accesses_guest', {
	for: 'insert',
	withCheck: sql`case_id = ${invited('case_id')} and office_id = ${invited('office_id')} and actor_kind = 'link'`
}).link(caseAccesses);

export const guestsAudit = pgPolicy('audit_rows_guest', {
	for: 'insert',
	withCheck: sql`office_id = ${invited('office_id')} and actor_kind = 'link'`
}).link(auditRows);

/** A form that was sent twice finds its first answer. */
export const guestsOwnAudit = pgPolicy('audit_rows_guest_own', {
	for: 'select',
	using: sql`actor_kind = 'link' and actor_id = ${invited('link_id')}::text`
}).link(auditRows);

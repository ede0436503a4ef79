import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { clinics, offices, staff } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { ReferralState } from '../states.ts';

/** A case sent to a clinic (poli) for one of its causes; a specialist of that clinic accepts or refuses. */
export const referrals = pgTable(
	'referrals',
	{
		id: id<'Referral'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		diagnosisId: ref<'Diagnosis'>()
			.notNull()
			.references(() => diagnoses.id),
		clinicId: ref<'Clinic'>()
			.notNull()
			.references(() => clinics.id),
		/** To one person of the clinic, or (null) to whoever accepts first. */
		toStaffId: ref<'Staff'>().references(() => staff.id),
		question: text().notNull(),
		state: text().$type<ReferralState>().notNull(),
		/** Of whoever answered; of the office where it was withdrawn. */
		answer: text(),
		sentAt: moment().notNull(),
		/** The last day on which an answer is in time: as told when it was sent, whatever the calendar says later. */
		dueOn: day().notNull(),
		/** When it rose to the head of division, unanswered; it rises once. */
		raisedAt: moment(),
		sentBy: text().notNull(),
		sentByName: text().notNull(),
		answeredAt: moment(),
		answeredBy: ref<'Staff'>().references(() => staff.id)
	},
	(t) => [
		index().on(t.caseId),
		index().on(t.officeId, t.clinicId, t.state),
		index().on(t.answeredBy),
		// The worklists: what waits, by whom it is awaited and since when it is overdue.
		index('referrals_waiting')
			.on(t.officeId, t.dueOn)
			.where(sql`state = 'sent'`),
		index('referrals_waiting_for')
			.on(t.officeId, t.toStaffId)
			.where(sql`state = 'sent'`),
		check('referrals_refusal_says_why', sql`state in ('sent', 'accepted') or answer is not null`),
		officeLine('referrals')
	]
);

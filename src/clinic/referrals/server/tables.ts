import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { clinics, offices, staff } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';

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
		state: text().$type<'sent' | 'accepted' | 'refused'>().notNull(),
		answer: text(),
		sentAt: moment().notNull(),
		sentBy: text().notNull(),
		sentByName: text().notNull(),
		answeredAt: moment(),
		answeredBy: ref<'Staff'>().references(() => staff.id)
	},
	(t) => [
		index().on(t.caseId),
		index().on(t.officeId, t.clinicId, t.state),
		index().on(t.answeredBy),
		check('referrals_refusal_says_why', sql`state <> 'refused' or answer is not null`),
		officeLine('referrals')
	]
);

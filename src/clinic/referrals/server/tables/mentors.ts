import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { consents } from './guests.ts';

const consentId = () =>
	ref<'Consent'>()
		.notNull()
		.references(() => consents.id);

/** A recovered cooperative helps one that has what it had; both have agreed. */
export const mentorships = pgTable(
	'mentorships',
	{
		id: id<'Mentorship'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		/** Code of the cause that both have met. */
		cause: text().notNull(),
		mentorId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		mentorConsentId: consentId(),
		patientConsentId: consentId(),
		aim: text().notNull(),
		beganAt: moment().notNull(),
		beganByName: text().notNull(),
		endedAt: moment(),
		endedByName: text(),
		endedWhy: text()
	},
	(t) => [
		index().on(t.mentorId),
		index().on(t.mentorConsentId),
		index().on(t.patientConsentId),
		uniqueIndex('mentorships_one_open')
			.on(t.caseId, t.mentorId)
			.where(sql`ended_at is null`),
		check('mentorships_ended', sql`(ended_at is null) = (ended_why is null)`),
		officeLine('mentorships')
	]
);

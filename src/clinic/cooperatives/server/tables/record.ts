import { sql } from 'drizzle-orm';
import { boolean, check, customType, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { Approver } from '../../classification.ts';
import type { LicenceKind } from '../../licence-kinds.ts';
import type { LifeStatus } from '../../life.ts';
import type { RecordPaper } from '../../record-papers.ts';
import type { Plain } from '../../record-changes.ts';
import { cooperatives } from '../tables.ts';

/** jsonb as it is: drizzle's own column would read the text '0123' back as a number. */
const plain = customType<{ data: Exclude<Plain, null>; driverData: unknown }>({
	dataType: () => 'jsonb',
	toDriver: (value) => JSON.stringify(value),
	fromDriver: (value) => value as Exclude<Plain, null>
});

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const cooperativeId = () =>
	ref<'Cooperative'>()
		.notNull()
		.references(() => cooperatives.id);

/** Who changed which value of a record, when, from what, why. First values of an import or a registration have no row. */
export const fieldChanges = pgTable(
	'field_changes',
	{
		id: id<'FieldChange'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		/** `name`, `figures.2024.members`, `meetings.2024.heldOn`: where on the record it stands. */
		field: text().notNull(),
		/** As plain values; both null where the value is a person's own (`isHidden`). */
		before: plain(),
		after: plain(),
		isHidden: boolean().notNull().default(false),
		/** The version of the record that the change made. */
		version: integer().notNull(),
		why: text(),
		by: text().notNull(),
		byName: text().notNull(),
		at: moment().notNull(),
		commandId: text().notNull()
	},
	(t) => [index().on(t.cooperativeId, t.field, t.version), index().on(t.officeId, t.at), officeLine('field_changes')]
);

/** The only way in which the life status of a record moves after its first value. */
export const lifeDecisions = pgTable(
	'life_decisions',
	{
		id: id<'LifeDecision'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		before: text().$type<LifeStatus>(),
		after: text().$type<LifeStatus>().notNull(),
		documentNumber: text().notNull(),
		/** The day of the document. */
		decidedOn: day().notNull(),
		reason: text().notNull(),
		by: text().notNull(),
		byName: text().notNull(),
		at: moment().notNull()
	},
	(t) => [index().on(t.cooperativeId, t.at), officeLine('life_decisions')]
);

/** Amendments of the articles (PAD). */
export const amendments = pgTable(
	'amendments',
	{
		id: id<'Amendment'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		number: text().notNull(),
		amendedOn: day(),
		notary: text(),
		approvedBy: text().$type<Approver>(),
		/** For how many years the cooperative is founded by it; null: without an end, or not known. */
		years: integer(),
		reason: text(),
		/** Struck out with a reason, never erased. */
		struckAt: moment(),
		struckWhy: text(),
		createdAt: moment().notNull(),
		createdByName: text().notNull()
	},
	(t) => [index().on(t.cooperativeId), officeLine('amendments')]
);

/** Licences and certificates, the certificate of the registry number (NIK) among them. */
export const licences = pgTable(
	'licences',
	{
		id: id<'Licence'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		kind: text().$type<LicenceKind>().notNull(),
		/** What it is called, where the kind is `other`; the place, for a branch. */
		title: text(),
		number: text(),
		issuedOn: day(),
		issuer: text(),
		validUntil: day(),
		struckAt: moment(),
		struckWhy: text(),
		createdAt: moment().notNull(),
		createdByName: text().notNull()
	},
	(t) => [
		index().on(t.cooperativeId, t.kind),
		index().on(t.officeId, t.validUntil),
		check('licences_dates', sql`issued_on is null or valid_until is null or issued_on <= valid_until`),
		officeLine('licences')
	]
);

/** The rating (pemeringkatan) that an agency gave: a scale of its own, kept as written. */
export const ratings = pgTable(
	'ratings',
	{
		id: id<'Rating'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		rating: text().notNull(),
		agency: text().notNull(),
		ratedOn: day().notNull(),
		struckAt: moment(),
		struckWhy: text(),
		createdAt: moment().notNull(),
		createdByName: text().notNull()
	},
	(t) => [index().on(t.cooperativeId), officeLine('ratings')]
);

/** Bank accounts. Number and holder often name a person: sealed under a key of the account's own. */
export const bankAccounts = pgTable(
	'bank_accounts',
	{
		id: id<'BankAccount'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		bank: text().notNull(),
		numberSealed: text().notNull(),
		holderSealed: text(),
		/** Struck out: the key is destroyed with it. */
		struckAt: moment(),
		struckWhy: text(),
		createdAt: moment().notNull(),
		createdByName: text().notNull()
	},
	(t) => [index().on(t.cooperativeId), officeLine('bank_accounts')]
);

/** A file kept for a record (`#platform/files`): a deed, a certificate, the papers of a meeting. */
export const recordFiles = pgTable(
	'record_files',
	{
		/** The file's own id. */
		id: id<'File'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		what: text().$type<RecordPaper>().notNull(),
		/** Said of it by whoever put it there: the book year, the number. */
		about: text(),
		createdAt: moment().notNull(),
		createdByName: text().notNull(),
		struckAt: moment(),
		struckWhy: text()
	},
	(t) => [index().on(t.cooperativeId, t.what), officeLine('record_files')]
);

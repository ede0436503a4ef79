import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	customType,
	doublePrecision,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import { areas, offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref, rupiah } from '#platform/database/columns.ts';
import type { Approver, Education, Reach } from '../classification.ts';
import type { Condition } from '../condition.ts';
import type { RegistryGrade } from '../grade.ts';
import type { HealthCategory } from '../health.ts';
import type { ImportOutcome, KnownBy } from '../import-outcomes.ts';
import type { RowRefusal } from '../import-row.ts';
import type { BoardRole, CooperativeForm, Kind, Pattern, RegistryStatus } from '../kinds.ts';
import type { Dissolution } from '../life.ts';
import type { MeetingPaper, MeetingWay } from '../meeting-papers.ts';
import type { Note, NoteWeight } from '../notes.ts';
import type { SheetColumns } from '../register-read.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Compared byte by byte: the same order on every server, and quick. */
const byBytes = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** A person known to an office: board member, member, founder. What identifies is sealed under the person's own key. */
export const people = pgTable(
	'people',
	{
		id: id<'Person'>(),
		officeId: officeId(),
		name: text().notNull(),
		phoneSealed: text(),
		phoneHash: text(),
		nationalIdSealed: text(),
		nationalIdHash: text(),
		addressSealed: text(),
		education: text().$type<Education>(),
		createdAt: moment().notNull(),
		erasedAt: moment()
	},
	(t) => [index().on(t.officeId, t.phoneHash), index().on(t.officeId, t.nationalIdHash), officeLine('people')]
);

/** An uploaded register: one file, taken in whole or not at all. */
export const imports = pgTable(
	'imports',
	{
		id: id<'Import'>(),
		officeId: officeId(),
		fileName: text().notNull(),
		/** SHA-256 of the file. */
		fileHash: text().notNull(),
		/** Which heading was read as which field, sheet by sheet. */
		columns: jsonb().$type<SheetColumns[]>().notNull(),
		readCount: integer().notNull(),
		importedCount: integer().notNull(),
		knownCount: integer().notNull(),
		refusedCount: integer().notNull(),
		createdAt: moment().notNull(),
		createdBy: text().notNull(),
		/** Taken back whole: its cooperatives are gone, its rows and their outcomes stay. */
		undoneAt: moment(),
		undoneByName: text()
	},
	(t) => [
		index().on(t.officeId, t.createdAt),
		check('imports_nothing_dropped', sql`read_count = imported_count + known_count + refused_count`),
		officeLine('imports')
	]
);

export const cooperatives = pgTable(
	'cooperatives',
	{
		id: id<'Cooperative'>(),
		officeId: officeId(),
		name: text().notNull(),
		/** Folded name without the words of its kind: what a search compares (`names.ts`). */
		core: text().notNull(),
		/** Folded whole name, kind words in their full form. */
		norm: text().notNull(),
		/** The words of `core`: by these a large register is searched. */
		words: text()
			.array()
			.generatedAlwaysAs(sql`string_to_array(core, ' ')`),
		/** By what lists are ordered and paged. A column of its own: below row-level security an index on an expression pages no list. */
		listName: byBytes().generatedAlwaysAs(sql`lower(name)`),
		kind: text().$type<Kind>(),
		pattern: text().$type<Pattern>(),
		form: text().$type<CooperativeForm>(),
		/** Holds a savings-and-loan unit (USP) beside its main business. */
		hasSavingsUnit: boolean().notNull().default(false),
		legalNumber: text(),
		/** `legal-numbers.ts`: separators, zeros and spellings folded. Not a key: numbers repeat across organisations. */
		legalNumberNorm: text(),
		legalOn: day(),
		registryNumber: text(),
		businessNumber: text(),
		taxNumber: text(),
		address: text(),
		districtCode: text().references(() => areas.code),
		villageCode: text().references(() => areas.code),
		/** As written, where it matched no area. */
		districtText: text(),
		/** The organisation's own contact, not a person's. */
		phone: text(),
		email: text(),
		/** The ministry's own tick. After its first value it moves by a decision only (`decideLifeStatus`). */
		registryStatus: text().$type<RegistryStatus>(),
		dissolution: text().$type<Dissolution>(),
		reach: text().$type<Reach>(),
		/** Which government guides it; by its reach unless the register says otherwise. */
		guidedBy: text().$type<Reach>(),
		/** The ministry's numbers (`classification.ts`). */
		groupCode: integer(),
		sectorCode: integer(),
		businessClass: integer(),
		isLarge: boolean(),
		legalApprovedBy: text().$type<Approver>(),
		seat: text(),
		notary: text(),
		postalCode: text(),
		fax: text(),
		website: text(),
		note: text(),
		/** WGS 84, degrees; how wide of the mark it may be; who last said that it is there. */
		latitude: doublePrecision(),
		longitude: doublePrecision(),
		placeAccuracyMetres: integer(),
		placeConfirmedOn: day(),
		placeConfirmedBy: text(),
		/** Counts the changes by people, so that nobody overwrites what he or she has not seen (`server/changes.ts`). */
		version: integer().notNull().default(1),
		/** Category and day of the newest scored examination, reported by the examinations stop (`noteHealth`). */
		healthCategory: text().$type<HealthCategory>(),
		healthOn: day(),
		/** As of the last deed or the daily pass (`server/standing.ts`): lists are filtered by these, records reckon anew. */
		condition: text().$type<Condition>(),
		grade: text().$type<RegistryGrade>(),
		foundedOn: day(),
		importId: ref<'Import'>().references(() => imports.id),
		/** A merged record points to the one that stays; every read resolves it. */
		mergedInto: ref<'Cooperative'>(),
		createdAt: moment().notNull(),
		updatedAt: moment().notNull()
	},
	(t) => [
		index('cooperatives_words').using('gin', t.officeId, t.words),
		index('cooperatives_core_trgm').using('gin', t.officeId, t.core.op('gin_trgm_ops')),
		index().on(t.officeId, t.legalNumberNorm),
		index().on(t.officeId, t.registryNumber),
		index('cooperatives_business')
			.on(t.officeId, t.businessNumber)
			.where(sql`business_number is not null`),
		index('cooperatives_tax')
			.on(t.officeId, t.taxNumber)
			.where(sql`tax_number is not null`),
		// A list comes in order out of the index, whole or by one of these filters; others narrow it further.
		index('cooperatives_list')
			.on(t.officeId, t.listName, t.id)
			.where(sql`merged_into is null`),
		index('cooperatives_list_kind')
			.on(t.officeId, t.kind, t.listName, t.id)
			.where(sql`merged_into is null`),
		index('cooperatives_list_status')
			.on(t.officeId, t.registryStatus, t.listName, t.id)
			.where(sql`merged_into is null`),
		index('cooperatives_list_district')
			.on(t.officeId, t.districtCode, t.listName, t.id)
			.where(sql`merged_into is null`),
		// Known of few, or lacking in few: what an import fills hardly touches these.
		index('cooperatives_list_health')
			.on(t.officeId, t.healthCategory, t.listName, t.id)
			.where(sql`merged_into is null and health_category is not null`),
		index('cooperatives_list_condition')
			.on(t.officeId, t.condition, t.listName, t.id)
			.where(sql`merged_into is null`),
		index('cooperatives_list_grade')
			.on(t.officeId, t.grade, t.listName, t.id)
			.where(sql`merged_into is null`),
		index('cooperatives_list_class')
			.on(t.officeId, t.businessClass, t.listName, t.id)
			.where(sql`merged_into is null and business_class is not null`),
		index('cooperatives_list_no_place')
			.on(t.officeId, t.listName, t.id)
			.where(sql`merged_into is null and latitude is null`),
		index().on(t.importId),
		index()
			.on(t.mergedInto)
			.where(sql`merged_into is not null`),
		foreignKey({ columns: [t.mergedInto], foreignColumns: [t.id] }),
		check('cooperatives_life', sql`dissolution is null or registry_status = 'inactive'`),
		check('cooperatives_place', sql`(latitude is null) = (longitude is null)`),
		officeLine('cooperatives')
	]
);

const cooperativeId = () =>
	ref<'Cooperative'>()
		.notNull()
		.references(() => cooperatives.id);

/** What happened to each row of an imported file. */
export const importRows = pgTable(
	'import_rows',
	{
		officeId: officeId(),
		importId: ref<'Import'>()
			.notNull()
			.references(() => imports.id),
		/** Counts the rows of the whole file, for a row number repeats from sheet to sheet. */
		position: integer().notNull(),
		/** Sheet and row as a person sees them in the file; '' in a file without sheets. */
		sheet: text().notNull(),
		rowNumber: integer().notNull(),
		/** Hash of what makes it the same line when it comes again (`rowKey`); null for a refused row. */
		rowHash: text(),
		outcome: text().$type<ImportOutcome>().notNull(),
		/** Why it was refused, or by what it was known already. */
		reason: text().$type<RowRefusal | KnownBy>(),
		reasonParams: jsonb().$type<Record<string, string | number>>(),
		/** What was corrected and how, and what is doubtful. */
		notes: jsonb().$type<Note[]>().notNull(),
		/** The weightiest of the notes. */
		weight: text().$type<NoteWeight>(),
		/** The columns that were taken, in their order, without personal data (`kept-cells.ts`). */
		cells: jsonb().$type<string[]>().notNull(),
		cooperativeId: ref<'Cooperative'>().references(() => cooperatives.id)
	},
	(t) => [
		primaryKey({ columns: [t.importId, t.position] }),
		index().on(t.officeId, t.rowHash),
		index().on(t.cooperativeId),
		officeLine('import_rows')
	]
);

/** A register that was read and waits for a person's yes; taken away after it, or after some hours. */
export const importUploads = pgTable(
	'import_uploads',
	{
		id: id<'ImportUpload'>(),
		officeId: officeId(),
		fileName: text().notNull(),
		/** SHA-256 of the file. */
		fileHash: text().notNull(),
		/** The rows as read, packed (`server/packing.ts`). */
		packed: bytes().notNull(),
		/** The file itself, sealed, for it may hold personal data: to be read again when a column is given its meaning. */
		fileSealed: text(),
		uploadedBy: text().notNull(),
		createdAt: moment().notNull(),
		expiresAt: moment().notNull()
	},
	(t) => [index().on(t.officeId, t.expiresAt), officeLine('import_uploads')]
);

export const cooperativeFigures = pgTable(
	'cooperative_figures',
	{
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		bookYear: integer().notNull(),
		/** Where men and women are known, their sum. */
		members: integer(),
		membersMale: integer(),
		membersFemale: integer(),
		staffMale: integer(),
		staffFemale: integer(),
		managersMale: integer(),
		managersFemale: integer(),
		ownCapitalRupiah: rupiah(),
		outsideCapitalRupiah: rupiah(),
		assetsRupiah: rupiah(),
		turnoverRupiah: rupiah(),
		netSurplusRupiah: rupiah(),
		version: integer().notNull().default(1),
		createdAt: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.cooperativeId, t.bookYear] }), officeLine('cooperative_figures')]
);

/** One row a book year: an annual meeting held, and its report handed in. A year without a row is not known. */
export const annualMeetings = pgTable(
	'annual_meetings',
	{
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		bookYear: integer().notNull(),
		/** Null: not held. */
		heldOn: day(),
		/** Null: not reported to the office. */
		reportedOn: day(),
		way: text().$type<MeetingWay>(),
		/** Members on that day, and how many of them came or were represented. */
		entitled: integer(),
		present: integer(),
		/** What of it the office has; null: nobody has looked. */
		papers: jsonb().$type<MeetingPaper[]>(),
		version: integer().notNull().default(1),
		createdAt: moment().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.cooperativeId, t.bookYear] }),
		check('annual_meetings_held_first', sql`reported_on is null or held_on is not null`),
		officeLine('annual_meetings')
	]
);

export const boardTerms = pgTable(
	'board_terms',
	{
		id: id<'BoardTerm'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		personId: ref<'Person'>()
			.notNull()
			.references(() => people.id),
		role: text().$type<BoardRole>().notNull(),
		fromOn: day(),
		untilOn: day(),
		version: integer().notNull().default(1),
		createdAt: moment().notNull()
	},
	(t) => [
		index().on(t.cooperativeId),
		index().on(t.personId),
		// A sweep for duplicates asks for all of an office.
		index().on(t.officeId),
		// Who is elected again has another term.
		uniqueIndex('board_terms_one').on(t.cooperativeId, t.personId, t.role, sql`coalesce(from_on, '-infinity'::date)`),
		officeLine('board_terms')
	]
);

import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgPolicy,
	pgTable,
	primaryKey,
	text,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import type { Zone } from '#platform/clock.ts';
import { currentOffice, currentUser, day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { users } from '#platform/sign-in/tables.ts';
import type { Boundary } from '../boundary-lines.ts';
import type { Role } from '../roles.ts';
import type { OpeningHours } from '../hours.ts';

/** Provinces, regencies, districts and villages under the codes of the home ministry (33, 33.14, 33.14.07, 33.14.07.2003). */
export const areas = pgTable(
	'areas',
	{
		code: text().primaryKey(),
		parentCode: text(),
		/** 1 province, 2 regency or city, 3 district, 4 village. */
		level: integer().notNull(),
		name: text().notNull(),
		/** Lower case, without "Kota", "Kabupaten" and spaces: for matching what people typed. */
		folded: text().notNull()
	},
	(t) => [index().on(t.parentCode), index('areas_folded_trgm').using('gin', t.folded.op('gin_trgm_ops'))]
);

/** Every rule in the product refers to one of these; an old record is read under the rule of its day. */
export const regulations = pgTable('regulations', {
	code: text().primaryKey(),
	title: text().notNull(),
	validFrom: day().notNull(),
	validUntil: day(),
	replacedBy: text(),
	certainty: text().$type<'official' | 'secondary' | 'unverified'>().notNull(),
	note: text()
});

export const offices = pgTable(
	'offices',
	{
		id: id<'Office'>(),
		/** Code of the home ministry: 33.14 is Kabupaten Sragen. */
		code: text()
			.notNull()
			.unique()
			.references(() => areas.code),
		name: text().notNull(),
		/** What the public calls it: "Bina Serasi", "Klinik Koperasi". */
		brand: text().notNull(),
		address: text().notNull(),
		phone: text(),
		zone: text().$type<Zone>().notNull(),
		hours: jsonb().$type<OpeningHours>().notNull(),
		/** Minutes without a deed after which a shared computer locks itself. */
		idleMinutes: integer().notNull().default(15),
		/** The crest as a picture: its type and bytes as base64; null shows the product's own mark. */
		crest: jsonb().$type<{ type: 'image/png' | 'image/svg+xml' | 'image/jpeg'; base64: string }>(),
		/** What is still to be filled in by the first administrator. */
		setUpAt: moment(),
		createdAt: moment().notNull()
	},
	() => [
		// Name and address of an office are public: the front page lists them.
		pgPolicy('offices_seen', { for: 'select', using: sql`true` }),
		pgPolicy('offices_made', { for: 'insert', withCheck: sql`id = ${currentOffice}` }),
		pgPolicy('offices_changed', {
			for: 'update',
			using: sql`id = ${currentOffice}`,
			withCheck: sql`id = ${currentOffice}`
		})
	]
);

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

export const holidays = pgTable(
	'holidays',
	{
		officeId: officeId(),
		on: day().notNull(),
		name: text().notNull(),
		kind: text().$type<'national' | 'jointLeave' | 'regional'>().notNull(),
		certainty: text().$type<'official' | 'secondary' | 'unverified'>().notNull(),
		createdAt: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.officeId, t.on] }), officeLine('holidays')]
);

export const rooms = pgTable(
	'rooms',
	{
		id: id<'Room'>(),
		officeId: officeId(),
		name: text().notNull(),
		isOpen: boolean().notNull().default(true),
		createdAt: moment().notNull()
	},
	(t) => [uniqueIndex().on(t.officeId, t.name), officeLine('rooms')]
);

/** Poli: each treats the causes of one group. The prefix begins its tickets. */
export const clinics = pgTable(
	'clinics',
	{
		id: id<'Clinic'>(),
		officeId: officeId(),
		code: text().notNull(),
		name: text().notNull(),
		prefix: text().notNull(),
		isOpen: boolean().notNull().default(true),
		createdAt: moment().notNull()
	},
	(t) => [uniqueIndex().on(t.officeId, t.code), uniqueIndex().on(t.officeId, t.prefix), officeLine('clinics')]
);

/** Where an account serves. A person serving in two offices has two rows. */
export const staff = pgTable(
	'staff',
	{
		id: id<'Staff'>(),
		officeId: officeId(),
		userId: text().references(() => users.id),
		name: text().notNull(),
		title: text(),
		/** Specialists from outside: the organisation that sends them. */
		organisation: text(),
		createdAt: moment().notNull(),
		leftAt: moment()
	},
	(t) => [
		uniqueIndex().on(t.officeId, t.userId),
		index().on(t.userId),
		officeLine('staff'),
		// After sign-in the account asks where it serves, before any office is chosen.
		pgPolicy('staff_own', { for: 'select', using: sql`${currentOffice} is null and user_id = ${currentUser}` })
	]
);

export const staffRoles = pgTable(
	'staff_roles',
	{
		id: id<'StaffRole'>(),
		officeId: officeId(),
		staffId: ref<'Staff'>()
			.notNull()
			.references(() => staff.id),
		role: text().$type<Role>().notNull(),
		fromOn: day().notNull(),
		untilOn: day(),
		/** An acting head (Plt./Plh.): whose role it is. */
		onBehalfOf: ref<'Staff'>().references(() => staff.id),
		createdAt: moment().notNull()
	},
	(t) => [
		index().on(t.officeId, t.staffId),
		check('staff_roles_dates', sql`until_on is null or until_on >= from_on`),
		officeLine('staff_roles'),
		pgPolicy('staff_roles_own', {
			for: 'select',
			using: sql`${currentOffice} is null and staff_id in (select id from staff where user_id = ${currentUser})`
		})
	]
);

export const staffClinics = pgTable(
	'staff_clinics',
	{
		officeId: officeId(),
		staffId: ref<'Staff'>()
			.notNull()
			.references(() => staff.id),
		clinicId: ref<'Clinic'>()
			.notNull()
			.references(() => clinics.id)
	},
	(t) => [primaryKey({ columns: [t.staffId, t.clinicId] }), officeLine('staff_clinics')]
);

/** The ground of an office's map: areas as its administrator gave them. One row an office; a new file replaces it. */
export const officeBoundaries = pgTable(
	'office_boundaries',
	{
		officeId: officeId().primaryKey(),
		fileName: text().notNull(),
		shapes: jsonb().$type<readonly Boundary[]>().notNull(),
		/** Shapes of the file that are no areas. */
		leftOut: integer().notNull(),
		positionsRead: integer().notNull(),
		positionsKept: integer().notNull(),
		uploadedAt: moment().notNull(),
		uploadedByName: text().notNull()
	},
	() => [officeLine('office_boundaries')]
);

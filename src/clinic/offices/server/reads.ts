import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, like, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Day, type Zone } from '#platform/clock.ts';
import type { Id } from '#platform/ids.ts';
import { read, type Database, type Reader } from '#platform/database/client.ts';
import { links } from '#platform/links/tables.ts';
import { auditRows } from '#platform/audit/tables.ts';
import { users } from '#platform/sign-in/tables.ts';
import type { RoleRow } from '../role-changes.ts';
import { permissionsOn, type HeldRole } from '../roles.ts';
import { setUpSteps, type SetUpStep } from '../set-up.ts';
import { areas, clinics, holidays, offices, rooms, staff, staffClinics, staffRoles } from './tables.ts';

/** Where an account serves: one line an office, with its roles whatever their dates. */
export interface Post {
	readonly staffId: string;
	readonly staffName: string;
	readonly officeId: string;
	readonly officeName: string;
	readonly officeCode: string;
	readonly brand: string;
	readonly hasCrest: boolean;
	readonly zone: Zone;
	readonly idleMinutes: number;
	readonly roles: readonly HeldRole[];
}

/** What stands over the door of an office. */
const face = {
	officeName: offices.name,
	officeCode: offices.code,
	brand: offices.brand,
	hasCrest: isNotNull(offices.crest).mapWith(Boolean),
	zone: offices.zone
};
export type OfficeFace = Pick<Post, keyof typeof face>;

/** The face of one office: public, so asked without an actor. */
export const officeFace = (database: Database, officeId: string): Promise<OfficeFace | null> =>
	read(database, { officeId: null, userId: null }, async (reader) => {
		const [row] = await reader
			.select(face)
			.from(offices)
			.where(eq(offices.id, officeId as never));
		return row ?? null;
	});

/** The crest of the office with this code, as bytes; public. */
export const crestOf = (database: Database, code: string) =>
	read(database, { officeId: null, userId: null }, async (reader) => {
		const [row] = await reader.select({ crest: offices.crest }).from(offices).where(eq(offices.code, code));
		return row?.crest ?? null;
	});

/** Every office in which an account serves. Runs before any office is chosen: the database shows an account its own rows. */
export function postsOf(database: Database, userId: string): Promise<Post[]> {
	return read(database, { officeId: null, userId }, async (reader) => {
		const rows = await reader
			.select({
				staffId: staff.id,
				staffName: staff.name,
				officeId: staff.officeId,
				...face,
				idleMinutes: offices.idleMinutes,
				role: staffRoles.role,
				fromOn: staffRoles.fromOn,
				untilOn: staffRoles.untilOn
			})
			.from(staff)
			.innerJoin(offices, eq(offices.id, staff.officeId))
			.innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
			.where(and(eq(staff.userId, userId), isNull(staff.leftAt)))
			.orderBy(offices.name);
		const posts = new Map<string, Post & { roles: HeldRole[] }>();
		for (const { role, fromOn, untilOn, ...post } of rows) {
			const known = posts.get(post.staffId) ?? { ...post, roles: [] };
			known.roles.push({ role, fromOn, untilOn });
			posts.set(post.staffId, known);
		}
		return [...posts.values()];
	});
}

/** The staff actor of one post, with the permissions that its roles give today. */
export async function staffActor(database: Database, userId: string, post: Post, now: Date): Promise<Actor> {
	const clinicIds = await read(database, { officeId: post.officeId, userId }, (reader) =>
		reader
			.select({ id: staffClinics.clinicId })
			.from(staffClinics)
			.where(eq(staffClinics.staffId, post.staffId as never))
	);
	return {
		kind: 'staff',
		id: post.staffId,
		officeId: post.officeId,
		userId,
		permissions: permissionsOn(post.roles, dayOf(now, post.zone)),
		clinicIds: clinicIds.map(({ id }) => id),
		subjectId: null,
		personId: null
	};
}

/** The actor's own office. */
export const ownOffice = (reader: Reader, actor: Actor) =>
	reader
		.select()
		.from(offices)
		.where(eq(offices.id, actor.officeId as never))
		.then(([office]) => office ?? null);

/** The name under which an actor signs: a staff member's own, a link's as written on its slip, the program's. */
export const nameOf = async (reader: Pick<Reader, 'select'>, actor: Actor): Promise<string> => {
	if (actor.kind === 'link') {
		const [link] = await reader
			.select({ name: links.givenTo })
			.from(links)
			.where(eq(links.id, actor.id as never));
		return link?.name ?? actor.id;
	}
	if (actor.kind !== 'staff') return actor.id;
	const [row] = await reader
		.select({ name: staff.name })
		.from(staff)
		.where(and(eq(staff.id, actor.id as never), eq(staff.officeId, actor.officeId as never)));
	return row?.name ?? actor.id;
};

/** The office's rooms, open ones first. */
export const roomsOf = (reader: Reader, actor: Actor) =>
	reader
		.select()
		.from(rooms)
		.where(eq(rooms.officeId, actor.officeId as never))
		.orderBy(rooms.name);

/** The office's poli. */
export const clinicsOf = (reader: Reader, actor: Actor) =>
	reader
		.select()
		.from(clinics)
		.where(eq(clinics.officeId, actor.officeId as never))
		.orderBy(clinics.createdAt, clinics.prefix);

/** The office's closed days from a day on. */
export const holidaysOf = (reader: Reader, actor: Actor, from: Day) =>
	reader
		.select()
		.from(holidays)
		.where(and(eq(holidays.officeId, actor.officeId as never), gte(holidays.on, from)))
		.orderBy(holidays.on);

/** A colleague as the administrator sees him or her. */
export interface StaffMember {
	readonly staffId: Id<'Staff'>;
	readonly name: string;
	readonly title: string | null;
	readonly organisation: string | null;
	readonly leftAt: Date | null;
	/** Null: no account yet. */
	readonly email: string | null;
	readonly twoFactorEnabled: boolean;
	/** All roles ever held, newest first; who acts for a head carries the head's name. */
	readonly roles: readonly (RoleRow & { readonly actsFor: string | null })[];
	readonly clinics: readonly { readonly id: Id<'Clinic'>; readonly name: string }[];
	/** Until when an open invitation holds. */
	readonly invitedUntil: Date | null;
}

/** Everybody who serves or served in the office, those who left last. */
export const staffList = (reader: Reader, actor: Actor, now: Date) => staffWhere(reader, actor, now);

/** One colleague, null when he or she is none of this office. */
export const staffMember = async (
	reader: Reader,
	actor: Actor,
	staffId: string,
	now: Date
): Promise<StaffMember | null> => (await staffWhere(reader, actor, now, staffId))[0] ?? null;

async function staffWhere(reader: Reader, actor: Actor, now: Date, staffId?: string): Promise<StaffMember[]> {
	const officeId = actor.officeId as never;
	const people = await reader
		.select({ row: staff, email: users.email, twoFactorEnabled: users.twoFactorEnabled })
		.from(staff)
		.leftJoin(users, eq(users.id, staff.userId))
		.where(and(eq(staff.officeId, officeId), staffId === undefined ? undefined : eq(staff.id, staffId as never)))
		.orderBy(desc(isNull(staff.leftAt)), asc(staff.name));
	const ids = people.map(({ row }) => row.id);
	if (ids.length === 0) return [];
	const heads = alias(staff, 'heads');
	const roles = await reader
		.select({ row: staffRoles, actsFor: heads.name })
		.from(staffRoles)
		.leftJoin(heads, eq(heads.id, staffRoles.onBehalfOf))
		.where(inArray(staffRoles.staffId, ids))
		.orderBy(desc(staffRoles.fromOn));
	const served = await reader
		.select({ staffId: staffClinics.staffId, id: clinics.id, name: clinics.name })
		.from(staffClinics)
		.innerJoin(clinics, eq(clinics.id, staffClinics.clinicId))
		.where(inArray(staffClinics.staffId, ids))
		.orderBy(clinics.prefix);
	const invitations = await reader
		.select({ subjectId: links.subjectId, expiresAt: links.expiresAt })
		.from(links)
		.where(
			and(
				eq(links.officeId, officeId),
				eq(links.purpose, 'staffInvite'),
				inArray(links.subjectId, ids),
				isNull(links.revokedAt),
				isNull(links.usedAt),
				gte(links.expiresAt, now)
			)
		);
	return people.map(({ row, email, twoFactorEnabled }) => ({
		staffId: row.id,
		name: row.name,
		title: row.title,
		organisation: row.organisation,
		leftAt: row.leftAt,
		email,
		twoFactorEnabled: twoFactorEnabled === true,
		roles: roles.filter((role) => role.row.staffId === row.id).map((role) => ({ ...role.row, actsFor: role.actsFor })),
		clinics: served.filter((clinic) => clinic.staffId === row.id).map(({ id, name }) => ({ id, name })),
		invitedUntil: invitations.find(({ subjectId }) => subjectId === row.id)?.expiresAt ?? null
	}));
}

/** Who acts, or will act, for this head. */
export const delegationsOf = (reader: Reader, actor: Actor, today: Day) =>
	reader
		.select({ staffRoleId: staffRoles.id, name: staff.name, fromOn: staffRoles.fromOn, untilOn: staffRoles.untilOn })
		.from(staffRoles)
		.innerJoin(staff, eq(staff.id, staffRoles.staffId))
		.where(
			and(eq(staffRoles.onBehalfOf, actor.id as never), or(isNull(staffRoles.untilOn), gte(staffRoles.untilOn, today)))
		)
		.orderBy(staffRoles.fromOn);

/** What of the set-up the office has gone through: told by its deeds, so nothing has to be ticked off. */
export async function setUpOf(reader: Reader, actor: Actor): Promise<SetUpStep[]> {
	const deeds = await reader
		.selectDistinct({ command: auditRows.command })
		.from(auditRows)
		.where(
			and(
				eq(auditRows.officeId, actor.officeId as never),
				or(like(auditRows.command, 'offices.%'), like(auditRows.command, 'cooperatives.%'))
			)
		);
	return setUpSteps(new Set(deeds.map(({ command }) => command)));
}

/** The provinces of the country, for choosing. */
export const provinces = (reader: Reader) =>
	reader.select({ code: areas.code, name: areas.name }).from(areas).where(eq(areas.level, 1)).orderBy(areas.code);

/** The province itself and its regencies and cities: where an office can stand. */
export const seatsIn = (reader: Reader, provinceCode: string) =>
	reader
		.select({ code: areas.code, name: areas.name })
		.from(areas)
		.where(or(eq(areas.code, provinceCode), and(eq(areas.level, 2), eq(areas.parentCode, provinceCode))))
		.orderBy(areas.code);

/** The districts of the office's own area, by name. */
export const districtsOf = (reader: Reader, actor: Actor) =>
	reader
		.select({ code: areas.code, name: areas.name })
		.from(offices)
		.innerJoin(areas, eq(areas.parentCode, offices.code))
		.where(and(eq(offices.id, actor.officeId as never), eq(areas.level, 3)))
		.orderBy(areas.name);

/** To whom a link of this office was given. */
export const linkHolder = async (reader: Reader, actor: Actor) => {
	const [link] = await reader
		.select({ name: links.givenTo, expiresAt: links.expiresAt })
		.from(links)
		.where(eq(links.id, actor.id as never));
	return link ?? null;
};

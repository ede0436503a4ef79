import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Zone } from '#platform/clock.ts';
import { read, type Database, type Reader } from '#platform/database/client.ts';
import { links } from '#platform/links/tables.ts';
import { permissionsOn, type HeldRole } from '../roles.ts';
import { clinics, offices, rooms, staff, staffClinics, staffRoles } from './tables.ts';

/** Where an account serves: one line an office, with its roles whatever their dates. */
export interface Post {
	readonly staffId: string;
	readonly staffName: string;
	readonly officeId: string;
	readonly officeName: string;
	readonly brand: string;
	readonly zone: Zone;
	readonly idleMinutes: number;
	readonly roles: readonly HeldRole[];
}

/** Every office in which an account serves. Runs before any office is chosen: the database shows an account its own rows. */
export function postsOf(database: Database, userId: string): Promise<Post[]> {
	return read(database, { officeId: null, userId }, async (reader) => {
		const rows = await reader
			.select({
				staffId: staff.id,
				staffName: staff.name,
				officeId: staff.officeId,
				officeName: offices.name,
				brand: offices.brand,
				zone: offices.zone,
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
		reader.select({ id: staffClinics.clinicId }).from(staffClinics).where(eq(staffClinics.staffId, post.staffId as never))
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
		const [link] = await reader.select({ name: links.givenTo }).from(links).where(eq(links.id, actor.id as never));
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
	reader.select().from(rooms).where(eq(rooms.officeId, actor.officeId as never)).orderBy(rooms.name);

/** The office's poli. */
export const clinicsOf = (reader: Reader, actor: Actor) =>
	reader.select().from(clinics).where(eq(clinics.officeId, actor.officeId as never)).orderBy(clinics.createdAt, clinics.prefix);

import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { holdsOn, rolePermissions, type Permission } from '../../roles.ts';
import { staff, staffRoles } from '../tables.ts';

export interface Colleague {
	readonly staffId: Id<'Staff'>;
	readonly name: string;
	readonly title: string | null;
}

/** Everybody of the actor's office who serves now in a role that may do this, by name. */
export async function colleaguesWho(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	permission: Permission,
	today: Day
): Promise<Colleague[]> {
	const held = await reader
		.select({
			staffId: staff.id,
			name: staff.name,
			title: staff.title,
			role: staffRoles.role,
			fromOn: staffRoles.fromOn,
			untilOn: staffRoles.untilOn
		})
		.from(staff)
		.innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
		.where(and(eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)))
		.orderBy(staff.name, staff.id);
	const able = held.filter((role) => holdsOn(role, today) && rolePermissions[role.role].includes(permission));
	return [...new Map(able.map(({ staffId, name, title }) => [staffId, { staffId, name, title }])).values()];
}

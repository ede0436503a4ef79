import { and, asc, eq, isNull } from 'drizzle-orm';
import { permissionsOn, type Permission } from '#clinic/offices/roles.ts';
import { staff, staffRoles } from '#clinic/offices/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';

export interface Colleague {
	readonly id: Id<'Staff'>;
	readonly name: string;
	readonly title: string | null;
	readonly mayAnswer: boolean;
	readonly mayDispatch: boolean;
}

/** Who serves in the office today, with what each may do at the desk of questions. */
export async function colleagues(reader: Pick<Reader, 'select'>, actor: Actor, now: Date): Promise<Colleague[]> {
	const today = dayOf(now, found(await ownOffice(reader as Reader, actor)).zone);
	const rows = await reader
		.select({
			id: staff.id,
			name: staff.name,
			title: staff.title,
			role: staffRoles.role,
			fromOn: staffRoles.fromOn,
			untilOn: staffRoles.untilOn
		})
		.from(staff)
		.innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
		.where(and(eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)))
		.orderBy(asc(staff.name), asc(staff.id));
	const byId = Map.groupBy(rows, ({ id }) => id);
	return [...byId.values()].map((held) => {
		const permissions = permissionsOn(held, today) as Set<Permission>;
		const { id, name, title } = held[0]!;
		return {
			id,
			name,
			title,
			mayAnswer: permissions.has('consultation.answer'),
			mayDispatch: permissions.has('consultation.dispatch')
		};
	});
}

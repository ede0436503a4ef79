import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { staff } from '../tables.ts';

/** Everybody who serves in the actor's office now, by name. */
export const colleaguesOf = (reader: Pick<Reader, 'select'>, actor: Actor) =>
	reader
		.select({ staffId: staff.id, name: staff.name, title: staff.title, organisation: staff.organisation })
		.from(staff)
		.where(and(eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)))
		.orderBy(staff.name, staff.id);

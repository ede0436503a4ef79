import { and, eq } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, missing } from '#platform/refusal.ts';

/** An office keeps the register of its own area only; another's district is answered like one that does not exist. */
export async function refuseForeignArea({ tx, actor }: Context, code: string, level: 3 | 4): Promise<void> {
	const office = found(await ownOffice(readerOf(tx), actor));
	const [area] = await tx
		.select({ code: areas.code })
		.from(areas)
		.where(and(eq(areas.code, code), eq(areas.level, level)));
	if (!area || !code.startsWith(`${office.code}.`)) throw missing();
}

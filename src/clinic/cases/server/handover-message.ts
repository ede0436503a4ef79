import { eq } from 'drizzle-orm';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { m } from '#messages';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { enqueueMessage } from '#platform/messaging/outbox.ts';
import { found } from '#platform/refusal.ts';
import { inIndonesian } from '#platform/web/indonesian.ts';
import { cases } from './tables.ts';

/** Tells the cooperative of a case who looks after it from now on: by the outbox, whichever way it can be reached. */
export async function tellNewAdviser(context: Context, caseId: Id<'Case'>, toName: string): Promise<void> {
	const { tx, actor } = context;
	const office = found(await ownOffice(readerOf(tx), actor));
	const [row] = await tx
		.select({ name: cooperatives.name, email: cooperatives.email, phone: cooperatives.phone })
		.from(cases)
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(eq(cases.id, caseId));
	const { name, email, phone } = found(row);
	const words = inIndonesian(() => ({
		title: m.handover_message_title({ office: office.brand }),
		body: m.handover_message({ name, officer: toName, office: office.brand, phone: office.phone ?? office.address })
	}));
	await enqueueMessage(context, {
		kind: 'cases.newAdviser',
		subjectId: caseId,
		personId: null,
		toName: name,
		fromName: office.brand,
		to: { email, phone },
		...words
	});
}

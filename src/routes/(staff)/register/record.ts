import { redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { changesOf } from '#clinic/cooperatives/server/reads/changes.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { versionOf } from '#clinic/cooperatives/server/reads/record.ts';
import { may, type Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';

/**
 * What each part of a record shows around its own content. A merged record answers at the address of the one that stays.
 * @throws Refusal missing
 */
export async function aroundRecord(
	{ reader, actor, event }: { reader: Reader; actor: Actor; event: ServerLoadEvent },
	part: string
) {
	const { now, zone } = event.locals;
	const asked = event.params.id ?? '';
	const today = dayOf(now, zone);
	const { id, version } = await versionOf(reader, actor, asked);
	if (id !== asked.toLowerCase()) redirect(307, `/register/${id}/${part}`);
	return {
		identity: await identityOf(reader, actor, id, today),
		version,
		changes: await changesOf(reader, id),
		mayEdit: may(actor, 'register.edit'),
		today,
		zone
	};
}

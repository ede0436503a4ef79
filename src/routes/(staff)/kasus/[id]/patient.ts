import type { ServerLoadEvent } from '@sveltejs/kit';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';

interface Asked {
	readonly reader: Reader;
	readonly actor: Actor;
	readonly event: ServerLoadEvent;
}

/** What every page under a case shows of it, and what day it is there. @throws Refusal missing */
export async function patientOf({ reader, actor, event }: Asked) {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const { id, number, stage, closedAt, cooperativeId } = await caseOf(reader, actor, event.params.id ?? '');
	const identity = await identityOf(reader, actor, cooperativeId, today);
	const isClosed = closedAt !== null;
	return { patient: { id, number, stage, isClosed, cooperativeId, name: identity.name, identity }, zone, today };
}

import { ownOffice } from '#clinic/offices/server/reads.ts';
import { presentCodeAt } from '#clinic/visits/server/present.ts';
import { boardOf } from '#clinic/visits/server/reads/board.ts';
import { dayOf } from '#platform/clock.ts';
import { found } from '#platform/refusal.ts';
import { page } from '#platform/web/page.ts';
import { codeShown } from './code-shown.ts';

/** A screen on the wall: what moves on it is a small script of its own. */
export const csr = false;

export const load = page('queue.show', async ({ reader, actor, event }) => {
	const { brand, code, zone, crest } = found(await ownOffice(reader, actor));
	const { now } = event.locals;
	return {
		brand,
		officeCode: code,
		hasCrest: crest !== null,
		board: await boardOf(reader, actor, dayOf(now, zone)),
		present: codeShown(event.url.origin, code, presentCodeAt(actor.officeId!, now)),
		now,
		zone
	};
});

import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { boardFile } from '#clinic/treatments/server/reads/board.ts';
import { fileAnswer } from '#platform/web/download.ts';
import { needing, page } from '#platform/web/page.ts';

const ask = page('plan.tick', async ({ reader, actor, event }) => ({
	...(await boardFile(reader, actor, event.params.id ?? ''))
}));

/** A paper or a proof of the board's own cooperative. */
export const GET = needing('plan.tick', async (event: RequestEvent) =>
	fileAnswer(await ask(event as unknown as ServerLoadEvent))
);

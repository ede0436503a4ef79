import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { openOwnFile } from '#clinic/consultations/server/reads/asker.ts';
import { fileAnswer } from '#platform/web/download.ts';
import { page } from '#platform/web/page.ts';
import { held } from '../../held.ts';

const ask = page('consultation.ask', async ({ reader, actor, event }) => ({
	...(await openOwnFile(reader, actor, event.params.file ?? ''))
}));

export const GET = held(async (event: RequestEvent) => fileAnswer(await ask(event as unknown as ServerLoadEvent)));

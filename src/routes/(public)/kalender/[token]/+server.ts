import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { feedOf } from '#clinic/visits/server/feeds.ts';
import { calendarAnswer } from '#platform/web/download.ts';
import { needing, page } from '#platform/web/page.ts';

const ask = page('calendar.read', ({ reader, actor, event }) => feedOf(reader, actor, event.locals.now));

/** A calendar of an officer or a room, by its secret address. */
export const GET = needing('calendar.read', async (event: RequestEvent) => {
	const { text } = await ask(event as unknown as ServerLoadEvent);
	return calendarAnswer('kalender.ics', text);
});

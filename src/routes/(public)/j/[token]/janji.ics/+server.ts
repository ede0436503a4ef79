import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { visitorCalendar } from '#clinic/visits/server/feeds.ts';
import { found } from '#platform/refusal.ts';
import { calendarAnswer } from '#platform/web/download.ts';
import { needing, page } from '#platform/web/page.ts';

const ask = page('appointment.keep', async ({ reader, actor, event }) => ({
	name: found(await ownOffice(reader, actor)).brand,
	text: await visitorCalendar(reader, actor, event.locals.now)
}));

/** The appointment for the visitor's own calendar. */
export const GET = needing('appointment.keep', async (event: RequestEvent) => {
	const { text } = await ask(event as unknown as ServerLoadEvent);
	return calendarAnswer('janji.ics', text);
});

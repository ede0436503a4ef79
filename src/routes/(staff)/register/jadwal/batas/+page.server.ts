import { lawfulMonths, usualDeadlines } from '#clinic/cooperatives/meeting-deadlines.ts';
import { setMeetingDeadline } from '#clinic/cooperatives/server/commands/deadlines.ts';
import { ownDeadlines } from '#clinic/cooperatives/server/reads/deadlines.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.view', async ({ reader, actor, event }) => ({
	usual: usualDeadlines.map(({ form, months }) => ({ form, months })),
	own: await ownDeadlines(reader, actor),
	lawfulMonths,
	maySet: may(actor, 'office.manage'),
	today: dayOf(event.locals.now, event.locals.zone)
}));

export const actions = { default: act(setMeetingDeadline) };

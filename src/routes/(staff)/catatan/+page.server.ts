import { agreeToSession } from '#clinic/treatments/server/commands/sessions.ts';
import { sessionsToAgree } from '#clinic/treatments/server/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('session.record', async ({ reader, actor, event }) => ({
	notes: await sessionsToAgree(reader, actor),
	zone: event.locals.zone
}));

export const actions = { agree: act(agreeToSession) };

import { ownTemplates, sharedTemplates } from '#clinic/treatments/server/reads/templates.ts';
import { builtInTemplates } from '#clinic/treatments/templates.ts';
import { may } from '#platform/actor.ts';
import { page } from '#platform/web/page.ts';

export const load = page('case.view', async ({ reader, actor }) => ({
	own: await ownTemplates(reader, actor),
	shared: await sharedTemplates(reader, actor),
	builtIn: builtInTemplates().map(({ origin, title, actions }) => ({ origin, title, count: actions.length })),
	mayKeep: may(actor, 'template.keep')
}));

import { retireTemplate, shareTemplate } from '#clinic/treatments/server/commands/templates.ts';
import { readTemplateKey } from '#clinic/treatments/templates.ts';
import { keptTemplateOf, templateNamed } from '#clinic/treatments/server/reads/templates.ts';
import { found } from '#platform/refusal.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('case.view', async ({ reader, actor, event }) => {
	const named = found(readTemplateKey(event.params.key ?? ''));
	const template = await templateNamed(reader, actor, named);
	const kept = named.kind === 'builtIn' ? null : await keptTemplateOf(reader, named.code);
	return {
		key: event.params.key ?? '',
		template,
		kept: kept && { id: kept.id, cause: kept.cause, isShared: kept.isShared, origin: kept.origin },
		isOwn: named.kind === 'own' && kept?.retiredAt === null,
		mayKeep: may(actor, 'template.keep'),
		mayShare: may(actor, 'template.share')
	};
});

export const actions = {
	share: act(shareTemplate),
	retire: act(retireTemplate, { to: '/pustaka' })
};

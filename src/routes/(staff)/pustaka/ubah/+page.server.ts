import { causeCodes } from '#clinic/diagnoses/causes.ts';
import { keepTemplate } from '#clinic/treatments/server/commands/templates.ts';
import { keptTemplateOf, templateNamed } from '#clinic/treatments/server/reads/templates.ts';
import { readTemplateKey } from '#clinic/treatments/templates.ts';
import { page, act } from '#platform/web/page.ts';

export const load = page('template.keep', async ({ reader, actor, event }) => {
	const address = event.url.searchParams;
	const changed = readTemplateKey(address.get('ubah') ?? '');
	const copied = readTemplateKey(address.get('dari') ?? '');
	const named = changed ?? copied;
	const begun = named && (await templateNamed(reader, actor, named));
	const kept = named && named.kind !== 'builtIn' ? await keptTemplateOf(reader, named.code) : null;
	return {
		causes: causeCodes.map((code) => code as string),
		begun,
		templateId: changed?.kind === 'own' ? changed.code : null,
		from: copied ? (address.get('dari') ?? '') : '',
		cause: kept?.cause ?? (named && named.kind === 'builtIn' && !named.code.includes(':') ? named.code : ''),
		back: address.get('ubah') ?? address.get('dari')
	};
});

export const actions = { default: act(keepTemplate, { to: ({ templateId }) => `/pustaka/own.${templateId}` }) };

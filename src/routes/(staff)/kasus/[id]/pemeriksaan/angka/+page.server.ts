import { recordStatement } from '#clinic/examinations/server/commands/statements.ts';
import { statementPage } from '#clinic/examinations/server/reads/statements.ts';
import { act, page } from '#platform/web/page.ts';
import { toYear, yearAsked } from './address.ts';

export const load = page('examination.record', async ({ reader, actor, event }) => {
	const shown = await statementPage(reader, actor, {
		...yearAsked(event),
		unit: event.url.searchParams.get('satuan') === 'juta' ? 'million' : 'rupiah'
	});
	return { ...shown, zone: event.locals.zone, address: toYear(shown) };
});

export const actions = {
	default: act(recordStatement, { with: ({ params }) => ({ caseId: params['id'] }) })
};

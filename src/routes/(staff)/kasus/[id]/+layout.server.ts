import { recordAccess } from '#clinic/cases/server/commands.ts';
import { may } from '#platform/actor.ts';
import { page } from '#platform/web/page.ts';

/**
 * Who opened the file goes on record, whichever page of the case was asked for. Each page asks for its own permission;
 * who may not see cases opens none.
 */
export const load = page(
	'account.own',
	async ({ actor, event }) => ({ opened: may(actor, 'case.view') ? (event.params.id ?? null) : null }),
	{ deed: recordAccess, input: ({ opened }) => (opened ? { caseId: opened } : null) }
);

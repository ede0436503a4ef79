import { undoImport } from '#clinic/cooperatives/server/commands/undo-import.ts';
import { importOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.import', async ({ reader, actor, event }) => {
	const { id, fileName, imported, undoneAt } = await importOf(reader, actor, event.params.id ?? '');
	return { told: { id, fileName, imported, isUndone: undoneAt !== null } };
});

export const actions = {
	default: act(undoImport, {
		with: ({ params }) => ({ importId: params.id }),
		to: (_done, { params }) => `/register/impor/${params.id}?batal`
	})
};

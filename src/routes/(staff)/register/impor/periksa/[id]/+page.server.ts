import { importRegister } from '#clinic/cooperatives/server/commands/import-register.ts';
import { uploadPreview } from '#clinic/cooperatives/server/reads/upload-preview.ts';
import { uploadToImport } from '#clinic/cooperatives/server/uploads.ts';
import { act, page } from '#platform/web/page.ts';
import { pageIn, paged } from '../../../address.ts';
import { filterIn, ROWS } from '../../filter.ts';

export const load = page('register.import', async ({ reader, actor, event }) => {
	const { searchParams } = event.url;
	const filter = filterIn(searchParams);
	const skip = (pageIn(searchParams) - 1) * ROWS;
	const preview = await uploadPreview(reader, actor, event.params.id ?? '', event.locals.now, {
		...filter,
		skip,
		limit: ROWS
	});
	return { preview, filter: filter.name, pager: paged(event.url, preview.total, ROWS), zone: event.locals.zone };
});

export const actions = {
	default: act(importRegister, {
		prepare: ({ actor, event: { locals, params } }) =>
			uploadToImport(locals.database, actor, params.id ?? '', locals.now),
		to: ({ importId }) => `/register/impor/${importId}?baru`
	})
};

import { importRegister } from '#clinic/cooperatives/server/commands/import-register.ts';
import { nameHeadings } from '#clinic/cooperatives/server/commands/name-headings.ts';
import { uploadPreview } from '#clinic/cooperatives/server/reads/upload-preview.ts';
import { readUploadAgain, uploadToImport } from '#clinic/cooperatives/server/uploads.ts';
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
	return {
		preview,
		filter: filter.name,
		pager: paged(event.url, preview.total, ROWS),
		isReadAgain: searchParams.has('baca-ulang'),
		zone: event.locals.zone
	};
});

export const actions = {
	import: act(importRegister, {
		prepare: ({ actor, event: { locals, params } }) =>
			uploadToImport(locals.database, actor, params.id ?? '', locals.now),
		to: ({ importId }) => `/register/impor/${importId}?baru`
	}),
	headings: act(nameHeadings, {
		prepare: ({ given, actor, event: { locals, params } }) =>
			readUploadAgain(locals.database, actor, params.id ?? '', given['said'], locals.now),
		to: (_named, { params }) => `/register/impor/periksa/${params.id}?baca-ulang`
	})
};

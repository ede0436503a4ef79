import { keepUpload } from '#clinic/cooperatives/server/commands/import-register.ts';
import { importsOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { MAX_UPLOAD_BYTES, readUpload } from '#clinic/cooperatives/server/uploads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.import', async ({ reader, actor, event }) => ({
	past: (await importsOf(reader, actor)).map(({ columns: _, ...told }) => told),
	maxBytes: MAX_UPLOAD_BYTES,
	zone: event.locals.zone
}));

export const actions = {
	default: act(keepUpload, {
		prepare: ({ given, actor, event: { locals } }) => readUpload(locals.database, actor, given['file'], locals.now),
		to: ({ uploadId }) => `/register/impor/periksa/${uploadId}`
	})
};

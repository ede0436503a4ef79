import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { exportCells, exportHeadings } from '#clinic/cooperatives/export-columns.ts';
import { recordExport } from '#clinic/cooperatives/server/commands/export.ts';
import { exportCount, exportRows, takeExportTurn } from '#clinic/cooperatives/server/reads/list-export.ts';
import { may } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { sheetFormats, sheetStream, sheetTypes } from '#platform/sheets/write.ts';
import { streamAnswer } from '#platform/web/download.ts';
import { needing, page } from '#platform/web/page.ts';
import { listAsked } from '../../asked.ts';

const ask = page('register.view', async ({ reader, actor, event }) => {
	const form = await event.request.formData();
	const query = form.get('query');
	const filters = new URLSearchParams(typeof query === 'string' ? query : '');
	const asked = listAsked({ event }, filters);
	const format = sheetFormats.find((one) => one === form.get('format')) ?? 'xlsx';
	return { actor, asked, format, query: filters.toString(), rows: await exportCount(reader, actor, asked) };
});

/** The filtered register as a file, made while it is fetched; put on record before the first row leaves. */
export const POST = needing('register.view', async (event: RequestEvent) => {
	const { actor, asked, format, query, rows } = await ask(event as unknown as ServerLoadEvent);
	const { database, now, requestId } = event.locals;
	const hasContacts = may(actor, 'person.view');
	const batches = exportRows(database, actor, asked, takeExportTurn());
	await perform({ database, actor, now, requestId, commandId: newId() }, recordExport, {
		query,
		format,
		rows,
		hasContacts
	});
	async function* cells() {
		for await (const batch of batches) yield batch.map((row) => exportCells(row, hasContacts));
	}
	return streamAnswer({
		name: `register-${asked.today}.${format}`,
		type: sheetTypes[format],
		stream: sheetStream(format, 'Register', exportHeadings(hasContacts), cells())
	});
});

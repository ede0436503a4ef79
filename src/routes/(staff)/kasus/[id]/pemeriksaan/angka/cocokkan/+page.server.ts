import { takeStatementSheet } from '#clinic/examinations/server/commands/statements.ts';
import { statementUpload } from '#clinic/examinations/server/reads/statements.ts';
import { linesRead } from '#clinic/examinations/statement-matches.ts';
import { sheetUnits, unitSaid } from '#clinic/examinations/statement-sheet.ts';
import { act, page } from '#platform/web/page.ts';
import { toYear, yearAsked } from '../address.ts';

/** A column as the address says it: a number from 0; anything else is as it was found. */
const columnIn = (text: string | null) => (text !== null && /^\d{1,2}$/.test(text) ? text : '');

export const load = page('examination.record', async ({ reader, actor, event }) => {
	const { upload, remembered, ...shown } = await statementUpload(reader, actor, yearAsked(event));
	const asked = event.url.searchParams;
	const rows = upload?.rows ?? [];
	const read = {
		unit: sheetUnits.find((one) => one === asked.get('satuan')) ?? unitSaid(rows),
		label: columnIn(asked.get('nama')),
		nowAt: columnIn(asked.get('ini')),
		beforeAt: columnIn(asked.get('lalu'))
	};
	return {
		...shown,
		file: upload?.fileName ?? null,
		read,
		width: Math.max(0, ...rows.map(({ cells }) => cells.length)),
		lines: linesRead(rows, remembered, { ...read, bookYear: shown.bookYear }),
		address: toYear(shown)
	};
});

export const actions = {
	default: act(takeStatementSheet, {
		with: ({ params }) => ({ caseId: params['id'] }),
		to: (done, { params }) => `/kasus/${params['id']}/pemeriksaan/angka${toYear(done)}`
	})
};

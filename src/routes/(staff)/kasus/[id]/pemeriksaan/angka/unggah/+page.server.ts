import { keepStatementSheet } from '#clinic/examinations/server/commands/statements.ts';
import { statementPage } from '#clinic/examinations/server/reads/statements.ts';
import { MAX_STATEMENT_BYTES, readStatementFile } from '#clinic/examinations/server/statement-file.ts';
import { act, page } from '#platform/web/page.ts';
import { toYear, yearAsked } from '../address.ts';

export const load = page('examination.record', async ({ reader, actor, event }) => {
	const shown = await statementPage(reader, actor, { ...yearAsked(event), unit: 'rupiah' });
	const { caseId, name, bookYear, bookYears, subject, isClosed } = shown;
	return {
		caseId,
		name,
		bookYear,
		bookYears,
		subject,
		isClosed,
		maxBytes: MAX_STATEMENT_BYTES,
		address: toYear(shown)
	};
});

export const actions = {
	default: act(keepStatementSheet, {
		prepare: ({ given }) => readStatementFile(given['file']),
		with: ({ params }) => ({ caseId: params['id'] }),
		to: (kept, { params }) => `/kasus/${params['id']}/pemeriksaan/angka/cocokkan${toYear(kept)}`
	})
};

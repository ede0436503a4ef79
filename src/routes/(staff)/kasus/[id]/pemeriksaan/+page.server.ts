import { caseOf } from '#clinic/cases/server/reads.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { selfExaminationsOf } from '#clinic/examinations/server/reads/self.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import { wordsOfSheet } from '#clinic/examinations/ui/instrument-words.ts';
import { inOneLanguage } from '#clinic/examinations/ui/one-language.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('examination.record', async ({ reader, actor, event }) => {
	const asked = event.url.searchParams;
	const year = asked.get('tahun');
	const sheet = await examinationSheet(reader, actor, {
		caseId: event.params.id ?? '',
		now: event.locals.now,
		bookYear: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
		unit: asked.get('satuan') === 'juta' ? 'million' : 'rupiah',
		instrument: asked.get('alat') || null,
		subject: asked.get('bagian'),
		empty: asked.get('kosong') === 'ya'
	});
	return {
		zone: event.locals.zone,
		sheets: await selfExaminationsOf(reader, actor, await caseOf(reader, actor, event.params.id ?? '')),
		...inOneLanguage(sheet),
		words: wordsOfSheet(sheet.instrument)
	};
});

export const actions = {
	default: act(recordExamination, {
		with: ({ params }) => ({ caseId: params.id }),
		to: ({ examinationId }) => `/pemeriksaan/${examinationId}`
	})
};

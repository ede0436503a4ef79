import { recordAccess } from '#clinic/cases/server/commands.ts';
import { giveSecondOpinion } from '#clinic/examinations/server/commands/opinions.ts';
import { opinionAsked } from '#clinic/examinations/server/reads/opinions.ts';
import { pagesOfSheet } from '#clinic/examinations/server/reads/self.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import { wordsOfSheet } from '#clinic/examinations/ui/instrument-words.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page(
	'examination.record',
	async ({ reader, actor, event }) => {
		const opinion = await opinionAsked(reader, actor, event.params.id ?? '');
		const sheet = await examinationSheet(reader, actor, {
			caseId: opinion.caseId,
			now: event.locals.now,
			bookYear: opinion.bookYear,
			unit: event.url.searchParams.get('satuan') === 'juta' ? 'million' : 'rupiah',
			instrument: opinion.instrument,
			subject: opinion.subject,
			// Blind: nothing is filled in beforehand.
			empty: true
		});
		return {
			caseId: opinion.caseId,
			opinion,
			pages: pagesOfSheet(opinion),
			sheet,
			words: wordsOfSheet(sheet.instrument),
			zone: event.locals.zone
		};
	},
	{ deed: recordAccess, input: ({ caseId }) => ({ caseId }) }
);

export const actions = {
	default: act(giveSecondOpinion, {
		with: ({ params }) => ({ opinionId: params.id }),
		to: ({ examinationId }) => `/pemeriksaan/${examinationId}#pendapat`
	})
};

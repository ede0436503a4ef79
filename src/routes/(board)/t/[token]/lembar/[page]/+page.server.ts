import { saveSelfExamination } from '#clinic/examinations/server/commands/self.ts';
import { openBoardSheet } from '#clinic/examinations/server/reads/self.ts';
import { problemsOn } from '#clinic/examinations/self/draft.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';
import { fieldTexts } from '#platform/web/words.ts';

export const csr = false;

export const load = page('selfExamination.fill', async ({ reader, actor, event }) => {
	const sheet = await openBoardSheet(reader, actor, event.locals.now);
	const shown = found(sheet.pages.find(({ number }) => String(number) === event.params.page));
	return {
		sheet,
		shown,
		errors: fieldTexts(Object.fromEntries(problemsOn(sheet.draft, shown))),
		base: `/t/${event.params.token ?? ''}/lembar`
	};
});

export const actions = {
	default: act(saveSelfExamination, {
		to: ({ page: next, isLast }, { params }) => {
			const base = `/t/${params.token ?? ''}/lembar`;
			if (next === null) return base;
			return isLast && String(next) !== params.page ? `${base}/kirim` : `${base}/${next}`;
		}
	})
};

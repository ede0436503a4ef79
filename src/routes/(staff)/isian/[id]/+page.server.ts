import { recordAccess } from '#clinic/cases/server/commands.ts';
import { checkSheetPage, dropEvidence } from '#clinic/examinations/server/commands/verification.ts';
import { verification } from '#clinic/examinations/server/reads/verification.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page(
	'examination.record',
	async ({ reader, actor, event }) => {
		const asked = event.url.searchParams;
		const view = await verification(reader, actor, event.params.id ?? '', event.locals.now);
		const toDo = view.pages.find(({ open, left }) => open + left > 0) ?? view.pages[0];
		const shown = view.pages.find(({ page }) => String(page.number) === asked.get('bagian')) ?? toDo;
		return {
			caseId: view.caseId,
			view,
			shown: shown?.page ?? null,
			unit: asked.get('satuan') === 'juta' ? ('million' as const) : ('rupiah' as const),
			zone: event.locals.zone
		};
	},
	{ deed: recordAccess, input: ({ caseId }) => ({ caseId }) }
);

export const actions = {
	stay: act(checkSheetPage),
	next: act(checkSheetPage, {
		to: ({ next }, { params, url }) => {
			const unit = url.searchParams.get('satuan') === 'juta' ? '&satuan=juta' : '';
			return next === null ? `/isian/${params.id}/simpan` : `/isian/${params.id}?bagian=${next}${unit}`;
		}
	}),
	drop: act(dropEvidence)
};

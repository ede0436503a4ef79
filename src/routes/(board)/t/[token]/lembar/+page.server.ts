import { chooseSheetUnit } from '#clinic/examinations/server/commands/self.ts';
import { openBoardSheet } from '#clinic/examinations/server/reads/self.ts';
import { act, page } from '#platform/web/page.ts';

/** Cheap telephones on weak networks: the page is whole without script, so none is sent. */
export const csr = false;

export const load = page('selfExamination.fill', async ({ reader, actor, event }) => ({
	sheet: await openBoardSheet(reader, actor, event.locals.now),
	base: `/t/${event.params.token ?? ''}/lembar`,
	zone: event.locals.zone
}));

export const actions = {
	unit: act(chooseSheetUnit, { to: (_, { params }) => `/t/${params.token ?? ''}/lembar/1` })
};

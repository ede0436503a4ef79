import { sendSelfExamination } from '#clinic/examinations/server/commands/self.ts';
import { openBoardSheet } from '#clinic/examinations/server/reads/self.ts';
import { act, page } from '#platform/web/page.ts';

export const csr = false;

export const load = page('selfExamination.fill', async ({ reader, actor, event }) => ({
	sheet: await openBoardSheet(reader, actor, event.locals.now),
	base: `/t/${event.params.token ?? ''}/lembar`
}));

export const actions = { default: act(sendSelfExamination, { to: (_, { params }) => `/t/${params.token ?? ''}` }) };

import { recordVerifiedExamination } from '#clinic/examinations/server/commands/verification.ts';
import { verification } from '#clinic/examinations/server/reads/verification.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('examination.record', async ({ reader, actor, event }) => ({
	view: await verification(reader, actor, event.params.id ?? '', event.locals.now)
}));

export const actions = {
	default: act(recordVerifiedExamination, { to: ({ examinationId }) => `/pemeriksaan/${examinationId}` })
};

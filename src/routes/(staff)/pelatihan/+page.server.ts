import { planTraining } from '#clinic/treatments/server/commands/trainings.ts';
import { casesToInvite, trainingsOf } from '#clinic/treatments/server/reads/trainings.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('case.care', async ({ reader, actor, event }) => ({
	trainings: await trainingsOf(reader, actor),
	cases: await casesToInvite(reader, actor),
	today: dayOf(event.locals.now, event.locals.zone)
}));

export const actions = { default: act(planTraining, { to: ({ trainingId }) => `/pelatihan/${trainingId}` }) };

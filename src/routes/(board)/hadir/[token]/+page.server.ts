import { attendTraining } from '#clinic/treatments/server/commands/trainings.ts';
import { trainingFor } from '#clinic/treatments/server/reads/trainings.ts';
import { act, page } from '#platform/web/page.ts';

/** Cheap telephones on weak networks: the page is whole without script, so none is sent. */
export const csr = false;

export const load = page('training.attend', async ({ reader, actor }) => ({
	training: await trainingFor(reader, actor)
}));

export const actions = { default: act(attendTraining) };

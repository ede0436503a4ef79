import { chooseReadings } from '#clinic/examinations/server/commands/readings.ts';
import { readingsToChoose } from '#clinic/examinations/server/reads/readings.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor, event }) => ({
	instruments: await readingsToChoose(reader, actor),
	zone: event.locals.zone
}));

export const actions = { default: act(chooseReadings) };

import { changeClockRules } from '#clinic/consultations/server/commands/tending.ts';
import { clockDays } from '#clinic/consultations/server/reads/calendar.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor }) => ({ days: await clockDays(reader, actor) }));

export const actions = { default: act(changeClockRules) };

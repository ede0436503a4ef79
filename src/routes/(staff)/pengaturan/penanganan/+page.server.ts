import { changeCareSettings } from '#clinic/treatments/server/commands/care-settings.ts';
import { careSettingsOf } from '#clinic/treatments/server/reads/care-settings.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor }) => ({ care: await careSettingsOf(reader, actor) }));

export const actions = { default: act(changeCareSettings) };

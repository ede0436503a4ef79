import { changeDeskService } from '#clinic/visits/server/commands/services.ts';
import { deskServicesOf } from '#clinic/visits/server/reads/services.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor }) => ({
	services: await deskServicesOf(reader, actor)
}));

export const actions = { default: act(changeDeskService) };

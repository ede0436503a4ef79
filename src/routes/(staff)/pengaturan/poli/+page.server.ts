import { changeClinic } from '#clinic/offices/server/commands/office.ts';
import { clinicsOf } from '#clinic/offices/server/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor }) => ({
	clinics: (await clinicsOf(reader, actor)).map(({ id, name, prefix, isOpen }) => ({ id, name, prefix, isOpen }))
}));

export const actions = { default: act(changeClinic) };

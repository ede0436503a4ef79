import { mayGrant, roles } from '#clinic/offices/roles.ts';
import { addStaff } from '#clinic/offices/server/commands/staff.ts';
import { clinicsOf } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('staff.manage', async ({ reader, actor, event }) => ({
	clinics: (await clinicsOf(reader, actor)).filter(({ isOpen }) => isOpen).map(({ id, name }) => ({ id, name })),
	grantable: roles.filter((role) => mayGrant(actor.permissions, role)),
	today: dayOf(event.locals.now, event.locals.zone)
}));

export const actions = { default: act(addStaff, { to: ({ staffId }) => `/pengaturan/petugas/${staffId}` }) };

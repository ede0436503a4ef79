import { staffList } from '#clinic/offices/server/reads.ts';
import { holdsOn } from '#clinic/offices/roles.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';

export const load = page('staff.manage', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const rows = (await staffList(reader, actor, now)).map(({ roles, email, clinics, ...person }) => ({
		...person,
		hasAccount: email !== null,
		clinics: clinics.map(({ name }) => name),
		roles: roles.filter((role) => holdsOn(role, today)).map(({ role, actsFor }) => ({ role, actsFor }))
	}));
	return {
		serving: rows.filter(({ leftAt }) => leftAt === null),
		left: rows.filter(({ leftAt }) => leftAt !== null),
		zone
	};
});

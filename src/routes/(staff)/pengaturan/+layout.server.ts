import { may } from '#platform/actor.ts';
import type { LayoutServerLoad } from './$types';

/** Which parts of the settings this person may open; each page asks again for itself. */
export const load: LayoutServerLoad = ({ locals: { actor } }) => ({
	mayManage: actor !== null && may(actor, 'office.manage'),
	mayManageStaff: actor !== null && may(actor, 'staff.manage'),
	mayManageSpecialists: actor !== null && may(actor, 'specialist.manage'),
	mayDelegate: actor !== null && may(actor, 'role.delegate')
});

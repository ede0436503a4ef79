import { casesInHand } from '#clinic/cases/server/reads/handovers.ts';
import { removeStaff } from '#clinic/offices/server/commands/staff.ts';
import { staffMember } from '#clinic/offices/server/reads.ts';
import { found, missing } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('staff.manage', async ({ reader, actor, event }) => {
	const member = found(await staffMember(reader, actor, event.params.id ?? '', event.locals.now));
	if (member.leftAt) throw missing();
	const held = (await casesInHand(reader, actor)).find(({ staffId }) => staffId === member.staffId);
	return { cases: held?.count ?? 0, person: { staffId: member.staffId, name: member.name }, subject: member.name };
});

export const actions = {
	default: act(removeStaff, { with: ({ params }) => ({ staffId: params.id }), to: '/pengaturan/petugas' })
};

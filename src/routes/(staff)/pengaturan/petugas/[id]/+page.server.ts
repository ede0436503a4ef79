import { holdsOn, mayGrant, roles } from '#clinic/offices/roles.ts';
import { inviteStaff, issuePasswordReset, revokeSessions } from '#clinic/offices/server/commands/account.ts';
import { changeRoles, changeStaff } from '#clinic/offices/server/commands/staff.ts';
import { clinicsOf, staffMember } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';
import { withSlip } from './slip.ts';

export const load = page('staff.manage', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const member = found(await staffMember(reader, actor, event.params.id ?? '', now));
	const own = member.roles.map(({ role, fromOn, untilOn, actsFor }) => ({ role, fromOn, untilOn, actsFor }));
	const open = own.filter(({ untilOn, actsFor }) => actsFor === null && (untilOn === null || untilOn >= today));
	const served = new Set<string>(member.clinics.map(({ id }) => id));
	return {
		person: {
			staffId: member.staffId,
			name: member.name,
			title: member.title,
			organisation: member.organisation,
			email: member.email,
			twoFactorEnabled: member.twoFactorEnabled,
			invitedUntil: member.invitedUntil,
			leftAt: member.leftAt,
			clinicIds: [...served]
		},
		rolesNow: own.filter((role) => holdsOn(role, today)),
		held: open,
		past: own.filter((role) => !open.includes(role)),
		isAbove: open.some(({ role }) => !mayGrant(actor.permissions, role)),
		isSelf: member.staffId === actor.id,
		grantable: roles.filter((role) => mayGrant(actor.permissions, role)),
		// A closed poli stays on the list of whoever serves in it.
		clinics: (await clinicsOf(reader, actor))
			.filter(({ id, isOpen }) => isOpen || served.has(id))
			.map(({ id, name }) => ({ id, name })),
		today,
		zone,
		subject: member.name
	};
});

const here = ({ params }: { params: Partial<Record<string, string>> }) => ({ staffId: params.id });

export const actions = {
	who: act(changeStaff, { with: here }),
	roles: act(changeRoles, { with: here }),
	invite: withSlip(inviteStaff, 'undangan'),
	reset: withSlip(issuePasswordReset, 'sandi'),
	sessions: act(revokeSessions, { with: here })
};

import type { OfficeFace } from '#clinic/offices/server/reads.ts';
import type { Permission } from '#clinic/offices/roles.ts';
import { m } from '#messages';
import { may, type Actor } from '#platform/actor.ts';
import type { IconName } from '#ui/icons.ts';
import type { NavItem, Shell } from '#ui/shell.ts';

interface Place {
	readonly href: string;
	readonly label: () => string;
	readonly icon: IconName;
	/** Any of these opens it. */
	readonly needs: readonly Permission[];
}

const places: readonly Place[] = [
	{ href: '/antrean', label: m.nav_queue, icon: 'list', needs: ['queue.view'] },
	{ href: '/konsultasi', label: m.nav_consultations, icon: 'mail', needs: ['consultation.view'] },
	{ href: '/janji-temu', label: m.appt_title, icon: 'calendar', needs: ['appointment.view'] },
	{ href: '/kasus', label: m.nav_cases, icon: 'board', needs: ['case.view'] },
	{ href: '/pantauan', label: m.nav_watch, icon: 'pulse', needs: ['case.care'] },
	{ href: '/register', label: m.nav_register, icon: 'folder', needs: ['register.view'] },
	{ href: '/rujukan', label: m.nav_referrals, icon: 'forward', needs: ['referral.answer'] },
	{ href: '/persetujuan', label: m.nav_approvals, icon: 'check-circle', needs: ['plan.approve', 'closure.approve'] },
	{
		href: '/pengaturan',
		label: m.nav_settings,
		icon: 'settings',
		needs: ['office.manage', 'staff.manage', 'role.delegate', 'specialist.manage']
	},
	{ href: '/pantau', label: m.nav_observe, icon: 'globe', needs: ['office.observe'] }
];

/** What this actor may open. */
export const navOf = (actor: Actor | null): NavItem[] =>
	places
		.filter(({ needs }) => actor !== null && needs.some((permission) => may(actor, permission)))
		.map(({ href, label, icon }) => ({ href, label: label(), icon }));

/** The page on which an actor's day begins. */
export const startOf = (actor: Actor | null): string => navOf(actor)[0]?.href ?? '/akun';

interface Seen {
	readonly face: OfficeFace | null;
	readonly demo: boolean;
	readonly userName: string | null;
	/** Null on pages for everybody: there the menu of the staff has no place. */
	readonly actor: Actor | null;
}

/** What stands around a page. */
export const shellFor = ({ face, demo, userName, actor }: Seen): Shell => ({
	brand: face?.brand ?? m.product_name(),
	crestUrl: face?.hasCrest ? `/lambang/${face.officeCode}` : null,
	officeName: face?.officeName ?? null,
	demo,
	user: userName === null ? null : { name: userName, initials: initialsOf(userName) },
	nav: navOf(actor),
	zone: face?.zone ?? null
});

/** First letters of the first two words of a name. */
const initialsOf = (name: string) =>
	name
		.split(/[\s,]+/)
		.filter((word) => /^\p{L}/u.test(word))
		.slice(0, 2)
		.map((word) => word[0]!.toUpperCase())
		.join('');

import type { Day } from '#platform/clock.ts';

/** The roles of an office. One person may hold several, in several offices. */
export const roles = [
	'receptionist',
	'onlineAdmin',
	'adviser',
	'inspector',
	'specialist',
	'fieldOfficer',
	'headOfDivision',
	'headOfOffice',
	'officeAdministrator',
	'provinceObserver',
	'ministryObserver',
	'systemAdministrator'
] as const;
export type Role = (typeof roles)[number];

const permissions = {
	/** See the office's own settings, rooms, clinics and colleagues. */
	'office.view': 'staff',
	'office.manage': 'manage',
	'staff.manage': 'manage',
	'role.delegate': 'head',
	'installation.manage': 'system',
	'register.view': 'staff',
	'register.edit': 'desk',
	'register.import': 'manage',
	/** The program's own: what it learns of one office's register from another's. */
	'register.sweep': 'program',
	/** Whether a cooperative counts as active, is being dissolved or is gone. */
	'life.decide': 'heads',
	'person.view': 'staff',
	'link.issue': 'desk',
	/** A kept file: evidence, a paper. */
	'file.view': 'staff',
	'queue.view': 'staff',
	'visit.register': 'desk',
	'queue.call': 'care',
	'appointment.view': 'staff',
	/** Takes a slot: the desk, and the public page in the name of whoever stands before it. */
	'appointment.book': 'desk',
	/** Confirms, moves and cancels: the desk, and the visitor by the appointment's own link. */
	'appointment.keep': 'keeper',
	'calendar.read': 'calendar',
	/** Messages that leave the house. */
	'outbox.handle': 'desk',
	'outbox.deliver': 'program',
	/** By the visitor, on the telephone's page. */
	'ticket.hold': 'holder',
	/** By a kiosk: give numbers. */
	'ticket.give': 'kiosk',
	/** By a board in the waiting room: show who is called. */
	'queue.show': 'screen',
	/** The program's own: for whoever types the code at a machine, or asks for a number by telephone. */
	'device.pair': 'program',
	'ticket.take': 'program',
	'case.view': 'staff',
	'case.care': 'care',
	'complaint.record': 'desk',
	/** Questions that reach the office by any way. */
	'consultation.view': 'staff',
	/** Writes down what was said by telephone, in a letter, at the counter. */
	'consultation.note': 'desk',
	/** Passes questions on and sends the answers. */
	'consultation.dispatch': 'dispatch',
	'consultation.answer': 'care',
	/** The program's own: begins a question for somebody without an account, and tends what nobody tends. */
	'consultation.begin': 'program',
	'consultation.tend': 'program',
	'consultation.receive': 'program',
	'consultation.ask': 'asker',
	'examination.view': 'staff',
	'examination.record': 'care',
	'examination.finalise': 'inspector',
	/** Letters that send officials to examine. */
	'examination.assign': 'division',
	'paper.draft': 'care',
	/** The number as it stands in the office's book of letters; withdrawing a paper. */
	'paper.number': 'care',
	/** The program's own: a typeset paper is handed in by no person. */
	'paper.typeset': 'program',
	'diagnosis.record': 'care',
	/** How often officers agree with the rules that suggest. */
	'diagnosis.review': 'heads',
	'referral.make': 'care',
	'referral.answer': 'specialist',
	/** The program's own: what is unanswered too long rises to the head of division. */
	'referral.raise': 'program',
	/** What a person of a poli takes on, and what ties him or her to a cooperative. */
	'specialist.manage': 'posts',
	/** One's own absence; of others only with the permission above. */
	'specialist.pause': 'away',
	'guest.invite': 'care',
	/** Agreement is taken back by the cooperative itself, or by whoever hears it say so. */
	'consent.withdraw': 'consent',
	/** The chosen pages of one case, by the link of somebody from outside. */
	'guest.view': 'guest',
	'session.record': 'specialist',
	'plan.propose': 'specialist',
	'plan.approve': 'division',
	/** The office's own templates of plans; letting other offices read them. */
	'template.keep': 'care',
	'template.share': 'division',
	'plan.tick': 'link',
	/** What a cooperative types before it is sent is its own: nobody who serves here fills it in or sees it. */
	'selfExamination.fill': 'board',
	'followUp.record': 'care',
	'outcome.decide': 'care',
	'closure.propose': 'care',
	'closure.approve': 'head',
	'office.observe': 'observer',
	'account.own': 'everyone',
	/** By the code that is shown in the room. */
	'training.attend': 'present',
	/** By links that open once. */
	'invitation.accept': 'invited',
	'password.renew': 'renewing',
	'installation.begin': 'founder'
} as const;
export type Permission = keyof typeof permissions;
type Group = (typeof permissions)[Permission];

export const allPermissions = Object.keys(permissions) as Permission[];

const groups: Record<Role, readonly Group[]> = {
	receptionist: ['everyone', 'staff', 'desk', 'keeper'],
	onlineAdmin: ['everyone', 'staff', 'desk', 'keeper', 'dispatch'],
	// Who cares for a case may also tick what the board says by telephone that it has done: the group of the link.
	adviser: ['everyone', 'staff', 'desk', 'keeper', 'care', 'specialist', 'away', 'link', 'consent'],
	inspector: ['everyone', 'staff', 'care', 'inspector', 'link', 'consent'],
	// From outside: sees only what is referred to him or her.
	specialist: ['everyone', 'specialist', 'away', 'link'],
	fieldOfficer: ['everyone', 'staff', 'care', 'link', 'consent'],
	headOfDivision: [
		'everyone',
		'staff',
		'desk',
		'keeper',
		'dispatch',
		'care',
		'division',
		'heads',
		'posts',
		'away',
		'link',
		'consent'
	],
	headOfOffice: ['everyone', 'staff', 'head', 'heads'],
	officeAdministrator: ['everyone', 'staff', 'manage', 'posts', 'away'],
	provinceObserver: ['everyone', 'observer'],
	ministryObserver: ['everyone', 'observer'],
	systemAdministrator: ['everyone', 'system']
};

/** The one table roles → permissions. Printed as docs/permissions.md and held by the matrix test. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = Object.fromEntries(
	roles.map((role) => [role, allPermissions.filter((permission) => groups[role].includes(permissions[permission]))])
) as unknown as Record<Role, Permission[]>;

/** What only the program itself does, in its jobs: given to nobody. */
export const programPermissions: readonly Permission[] = allPermissions.filter(
	(permission) => permissions[permission] === 'program'
);

const linkGroup = (group: Group) => allPermissions.filter((permission) => permissions[permission] === group);

/** What each kind of link lets its holder do. */
export const linkPurposes = {
	/** The board of a cooperative: subject is the cooperative. */
	board: [...linkGroup('link'), ...linkGroup('board'), ...linkGroup('consent')],
	/** Somebody from outside: subject is the invitation. */
	guest: linkGroup('guest'),
	/** Whoever is in the room of a training: subject is the training. */
	training: linkGroup('present'),
	/** Somebody who asks: subject is the thread. */
	asker: linkGroup('asker'),
	/** Someone invited to serve: subject is the staff member. */
	staffInvite: linkGroup('invited'),
	/** Someone who lost the password: subject is the staff member. */
	passwordReset: linkGroup('renewing'),
	/** Whoever booked an appointment: subject is the appointment. */
	appointment: linkGroup('keeper'),
	/** A calendar program that looks by itself: subject is a member of the staff or a room. */
	calendar: linkGroup('calendar'),
	/** The first administrator of a new installation. */
	firstAdmin: linkGroup('founder'),
	/** A visitor with a ticket: subject is the ticket. */
	ticket: linkGroup('holder')
} as const satisfies Record<string, readonly Permission[]>;
export type LinkPurpose = keyof typeof linkPurposes;

/** What each kind of machine in the office may do. */
export const devicePurposes = {
	kiosk: linkGroup('kiosk'),
	board: linkGroup('screen')
} as const satisfies Record<string, readonly Permission[]>;

/** What the holder of a board's link may do. */
export const linkPermissions: readonly Permission[] = linkPurposes.board;

/** Roles that see or guard more than one office: given only by whoever manages the installation. */
const aboveTheOffice: readonly Role[] = ['provinceObserver', 'ministryObserver', 'systemAdministrator'];

/** Whether the holder of these permissions may give, take or guard a role. */
export const mayGrant = (permissions: ReadonlySet<string>, role: Role): boolean =>
	permissions.has('installation.manage') || !aboveTheOffice.includes(role);

export interface HeldRole {
	readonly role: Role;
	readonly fromOn: Day;
	readonly untilOn: Day | null;
}

/** Whether a role is held on a day; its first and last day count. */
export const holdsOn = ({ fromOn, untilOn }: HeldRole, today: Day): boolean =>
	fromOn <= today && (untilOn === null || today <= untilOn);

/** Permissions of roles held on a day; an acting head's role is a held role with dates like any other. */
export const permissionsOn = (held: readonly HeldRole[], today: Day): Set<Permission> =>
	new Set(held.filter((role) => holdsOn(role, today)).flatMap(({ role }) => rolePermissions[role]));

import { join } from 'node:path';
import { roles, rolePermissions, linkPermissions, linkPurposes, type Permission } from '#clinic/offices/roles.ts';
import type { AnyCommand } from '#platform/command.ts';
import { root, sources } from './source.ts';

/** A page, an action of a page, or an endpoint, with the permission that it asks for. */
export interface Door {
	readonly path: string;
	readonly what: string;
	/** A permission, or `public`. Undefined: nobody declared it, which the test refuses. */
	readonly needs: string | undefined;
}

const isCommand = (value: unknown): value is AnyCommand =>
	typeof value === 'object' && value !== null && 'needs' in value && 'run' in value && 'input' in value;

/** Every command of every stop, found in the modules themselves. */
export async function allCommands(): Promise<AnyCommand[]> {
	const files = [
		...sources(['src/clinic'], ['.ts']).filter(({ file }) => file.includes('/server/')),
		...sources(['src/platform/messaging'], ['.ts'])
	];
	const modules = await Promise.all(
		files.map(({ file }) => import(join(root, file)) as Promise<Record<string, unknown>>)
	);
	const found = new Map(
		modules.flatMap((module) => Object.values(module).filter(isCommand)).map((deed) => [deed.name, deed])
	);
	return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Declared {
	readonly needs?: string;
}

/** Every page, action and endpoint below src/routes. */
export async function allDoors(): Promise<Door[]> {
	const files = sources(['src/routes'], ['+page.server.ts', '+server.ts', '+layout.server.ts']);
	const doors: Door[] = [];
	for (const { file } of files) {
		const path =
			file
				.replace(/^src\/routes/, '')
				.replace(/\/\([^)]+\)/g, '')
				.replace(/\/\+(page|layout)?\.?server\.ts$/, '') || '/';
		if (file.endsWith('+layout.server.ts')) continue;
		const module = (await import(join(root, file))) as Record<string, unknown> & { actions?: Record<string, Declared> };
		if (module.load) doors.push({ path, what: 'GET', needs: (module.load as Declared).needs });
		for (const [name, action] of Object.entries(module.actions ?? {}))
			doors.push({ path, what: name === 'default' ? 'POST' : `POST ?/${name}`, needs: action.needs });
		for (const verb of ['GET', 'POST', 'PUT', 'DELETE'])
			if (module[verb]) doors.push({ path, what: verb, needs: (module[verb] as Declared).needs });
	}
	return doors.sort((a, b) => (`${a.path} ${a.what}` < `${b.path} ${b.what}` ? -1 : 1));
}

const short: Record<string, string> = {
	receptionist: 'recep­tionist',
	onlineAdmin: 'online admin',
	fieldOfficer: 'field officer',
	headOfDivision: 'head of division',
	headOfOffice: 'head of office',
	officeAdministrator: 'office admin.',
	provinceObserver: 'province',
	ministryObserver: 'ministry',
	systemAdministrator: 'system'
};

const guestPermissions: readonly Permission[] = linkPurposes.guest;

const marks = (needs: string | undefined) =>
	needs === 'public'
		? [...roles.map(() => '●'), '●', '●']
		: [
				...roles.map((role) => (rolePermissions[role].includes(needs as Permission) ? '●' : '')),
				linkPermissions.includes(needs as Permission) ? '●' : '',
				guestPermissions.includes(needs as Permission) ? '●' : ''
			];

const head = (first: string) => [
	`| ${first} | needs | ${roles.map((role) => short[role] ?? role).join(' | ')} | board's link | guest's link |`,
	`|---|---|${'---|'.repeat(roles.length + 2)}`
];

/** docs/permissions.md: who may do and open what, as the sources say it. */
export async function permissionsDocument(): Promise<string> {
	const commands = await allCommands();
	const doors = await allDoors();
	return [
		'# Who may do what',
		'',
		'Made from `src/clinic/offices/roles.ts`, the commands and the routes by `npm run permissions`; a test holds it true. A dot means:',
		'may, inside the own office. A foreign office’s id is answered like one that does not exist, to every role. A guest’s link opens the',
		'chosen pages of one case; the database shows it no other row (`tests/db/referrals/guests.test.ts`).',
		'',
		'## Deeds',
		'',
		...head('command'),
		...commands.map(({ name, needs }) => `| ${name} | ${needs} | ${marks(needs).join(' | ')} |`),
		'',
		'## Pages and forms',
		'',
		...head('address'),
		...doors.map(({ path, what, needs }) => `| ${path} ${what} | ${needs} | ${marks(needs).join(' | ')} |`),
		''
	].join('\n');
}

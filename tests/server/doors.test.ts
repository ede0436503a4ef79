import { beforeAll, expect, test } from 'vitest';
import { rolePermissions, roles } from '#clinic/offices/roles.ts';
import { newId } from '#platform/ids.ts';
import { ensureBuild } from '../../bin/prepare.mjs';
import { allDoors, type Door } from '../architecture/permissions.ts';
import { worldAccounts, type WorldAccount } from '../world/offices.ts';
import { signedIn, type Visitor } from './browserless.ts';
import { ask, filledFolder, serve, urlIn } from './serving.ts';

/** What stands in an address for one row: a question for one such row of an office. */
const subjects: readonly (readonly [begins: string, question: string])[] = [
	['/kasus/[id]', 'select id from cases where office_id = $1 and closed_at is null order by id limit 1'],
	['/janji-temu/[id]', `select id from appointments where office_id = $1 and state <> 'held' order by id limit 1`],
	['/kunjungan/[id]', 'select id from visits where office_id = $1 order by id limit 1'],
	['/konsultasi/[id]', 'select id from threads where office_id = $1 order by id limit 1'],
	['/isian/[id]', 'select id from self_examinations where office_id = $1 order by id limit 1'],
	['/pendapat/[id]', 'select id from second_opinions where office_id = $1 order by id limit 1'],
	['/berkas/[id]', 'select id from files where office_id = $1 order by id limit 1'],
	['/pemeriksaan/[id]', 'select id from examinations where office_id = $1 order by id limit 1'],
	['/register/perizinan/[id]', 'select id from licence_requests where office_id = $1 order by id limit 1'],
	['/register/[id]', 'select id from cooperatives where office_id = $1 order by id limit 1'],
	['/rujukan/[id]', 'select id from referrals where office_id = $1 order by id limit 1'],
	['/persetujuan/rencana/[id]', 'select id from treatment_plans where office_id = $1 order by id limit 1'],
	['/persetujuan/usul/[id]', 'select id from closure_proposals where office_id = $1 order by id limit 1'],
	['/konferensi/[id]', 'select id from conferences where office_id = $1 order by id limit 1'],
	['/pengaturan/spesialis/[id]', 'select staff_id as id from staff_clinics where office_id = $1 order by id limit 1'],
	['/pengaturan/petugas/[id]', 'select id from staff where office_id = $1 order by id limit 1']
];
/** The demonstration waits for no sheet: one that was sent, for the oldest open case of each office. */
const sheetsSent = `insert into self_examinations (id, office_id, cooperative_id, case_id, subject, instrument, version,
		book_year, invited_at, invited_by, invited_by_name, sent_at, sent_by_name, figures, answers)
	select gen_random_uuid(), office_id, cooperative_id, id, 'whole', 'ksp-2016', '1', 2025, now(), 'x', 'Ratna', now(), 'Harjo',
		'{}', '{}'
	from (select distinct on (office_id) * from cases where closed_at is null order by office_id, id) one`;
const questionFor = ({ path }: Door) => subjects.find(([begins]) => path.startsWith(begins))?.[1];

/** Everybody who serves in Sragen and nowhere else: between them, every role but the ministry's. */
const accounts = worldAccounts.filter(({ offices }) => offices.length === 1 && offices[0] === 'Bina Serasi');
const permissionsOf = ({ roles }: WorldAccount) => new Set<string>(roles.flatMap((role) => rolePermissions[role]));

/** What is the same of two pages that say no: all but the ids that are new each time. */
const gist = (page: string) =>
	page.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|[\w+/=-]{16,}/g, '').replace(/\s+/g, ' ');

beforeAll(ensureBuild);

test('each page × each role × own, foreign and invented ids', async () => {
	const folder = await filledFolder();
	const program = serve({ DATA_DIR: folder, LOG_LEVEL: 'error' });
	const address = await program.ready();
	const url = urlIn(folder);
	const [sragen, buleleng] = (
		await ask<{ id: string }>(url, `select id from offices where code in ('33.14', '51.08') order by code`)
	).map(({ id }) => id);
	await ask(url, sheetsSent);
	// Nobody of this walk changes anything, so each question is asked once.
	const ids = new Map<string, string | undefined>();
	for (const [, question] of subjects)
		for (const office of [sragen!, buleleng!])
			ids.set(question + office, (await ask<{ id: string }>(url, question, [office]))[0]?.id);
	const idIn = (question: string, office: string) => ids.get(question + office);
	const isForStaff = ({ needs }: Door) => roles.some((role) => (rolePermissions[role] as string[]).includes(needs!));
	// The pages of the office's machines: whoever signed in there is not the machine, and is asked for its code.
	const outside = await signedIn(address, accounts[0]!.email);
	for (const { path, what, needs } of await allDoors()) {
		if (needs === 'public' || path.includes('[') || isForStaff({ path, what, needs })) continue;
		const answer = what === 'GET' ? await outside.get(path) : await outside.post(path, {});
		expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 303, '/pasang']);
	}
	const doors = (await allDoors()).filter(
		(door) =>
			door.needs !== 'public' &&
			isForStaff(door) &&
			!door.path.includes('[token]') &&
			(!door.path.includes('[') || questionFor(door))
	);
	expect(doors.length).toBeGreaterThan(60);

	const wrong: string[] = [];
	const note = (account: WorldAccount, door: Door, what: string) =>
		wrong.push(`${account.roles.join('+')} ${door.what} ${door.path}: ${what}`);
	async function walk(account: WorldAccount): Promise<void> {
		const permissions = permissionsOf(account);
		const person = await signedIn(address, account.email);
		for (const door of doors) {
			const isAllowed = permissions.has(door.needs!);
			const question = questionFor(door);
			const own = question ? idIn(question, sragen!) : '';
			const path = door.path.replace('[id]', own ?? newId());
			if (door.what !== 'GET') {
				// Who is allowed is tried by the commands' own matrix and by the journeys.
				if (isAllowed) continue;
				const { status } = await person.post(`${path}${door.what.slice('POST '.length)}`, {});
				if (status !== 403) note(account, door, `posted without the permission: ${status}`);
				continue;
			}
			const answer = await person.get(path);
			// A stream of events has no end to wait for.
			if (answer.headers.get('content-type') === 'text/event-stream') await answer.body?.cancel();
			else await answer.text();
			// A specialist's own referrals only, a request to one colleague, a file that nobody has kept here, a letter of
			// a thread that came another way.
			const mayBeMissing = ['/rujukan/', '/pendapat/', '/berkas/', '/konsultasi/[id]/surel/'].some((begins) =>
				door.path.startsWith(begins)
			);
			if (isAllowed && ![200, 303].includes(answer.status) && !(mayBeMissing && answer.status === 404))
				note(account, door, `${answer.status}`);
			if (!isAllowed && answer.status !== 403) note(account, door, `opened without the permission: ${answer.status}`);
			if (isAllowed && question) await compare(person, account, door, question);
		}
	}
	// All at once, as in an office; the server answers while the others’ answers are looked at.
	await Promise.all(accounts.map(walk));
	expect(wrong).toEqual([]);

	async function compare(person: Visitor, account: WorldAccount, door: Door, question: string): Promise<void> {
		const foreign = await person.get(door.path.replace('[id]', idIn(question, buleleng!)!));
		const nowhere = await person.get(door.path.replace('[id]', newId()));
		if (foreign.status !== 404 || nowhere.status !== 404)
			note(account, door, `foreign ${foreign.status}, invented ${nowhere.status}`);
		else if (gist(await foreign.text()) !== gist(await nowhere.text()))
			note(account, door, 'a foreign id is answered otherwise than an invented one');
	}
});

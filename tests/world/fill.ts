import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { takeOverRegister } from '#clinic/cooperatives/server/commands/take-over.ts';
import { allPermissions, permissionsOn } from '#clinic/offices/roles.ts';
import { addRoom, changeRoom, createOffice, finishSetUp } from '#clinic/offices/server/commands/office.ts';
import { clinicsOf, roomsOf } from '#clinic/offices/server/reads.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { auditRows } from '#platform/audit/tables.ts';
import { addDays, type Day } from '#platform/clock.ts';
import { command, perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { accountByEmail, createAccount } from '#platform/sign-in/accounts.ts';
import { fillCalendar } from './appointments.ts';
import { calendarOf } from './calendar.ts';
import {
	worldOffices,
	worldPassword,
	worldPeople,
	type OfficeKey,
	type WorldOffice,
	type WorldPerson,
	type WorldPost
} from './offices.ts';
import { placesOf } from './places.ts';
import { play } from './play.ts';
import { notePlaces } from './points.ts';
import { fillPosts, type Post } from './posts.ts';
import { keepRecords } from './records.ts';
import { bulelengRegister, sragenRegister, type Register } from './registers.ts';
import { stepId, type Stage } from './scene.ts';
import { clockTime } from './when.ts';

export interface Filling {
	readonly now: Date;
	/** The day from which all dates of the world count back. */
	readonly today: Day;
	/** Called with a line in Indonesian as the work goes on. */
	readonly report?: (line: string) => void;
}

/** The first and the last deed of a filling, each once in a database: what was begun goes on as of the day it began. */
const markers = {
	begin: command({
		name: 'world.begin',
		needs: 'installation.manage',
		input: v.object({ now: v.string(), today: v.string() }),
		run: async (_, begun) => begun
	}),
	finish: command({ name: 'world.finish', needs: 'installation.manage', input: v.object({}), run: async () => null })
};
const never = new Date(0);
const nowhere = systemActor('world', null, allPermissions);

/**
 * Fills a database with the three demonstration offices, once. A filling that was cut off goes on where it stopped: ids
 * and command ids follow from the seed, and what is done already is answered from its audit row.
 */
export async function fillWorld(
	database: Database,
	{ now, today, report = () => {} }: Filling
): Promise<{ filled: boolean }> {
	if (await isFilled(database)) return { filled: false };
	const begun = await perform(
		{ database, actor: nowhere, now, commandId: stepId('world.begin', never) },
		markers.begin,
		{ now: now.toISOString(), today }
	);
	const since = { now: new Date(begun.now), today: begun.today };
	report('Membuat dinas dan akun peragaan …');
	const accounts = await makeAccounts(database);
	await Promise.all(worldOffices.map((office) => fillOffice({ database, report, accounts, ...since }, office)));
	await perform(
		{ database, actor: nowhere, now: since.now, commandId: stepId('world.finish', never) },
		markers.finish,
		{}
	);
	return { filled: true };
}

/** Whether a world was filled to the end. */
export async function isFilled(database: Database): Promise<boolean> {
	const [row] = await read(database, nowhere, (reader) =>
		reader
			.select({ id: auditRows.id })
			.from(auditRows)
			.where(eq(auditRows.id, stepId('world.finish', never)))
	);
	return row !== undefined;
}

interface Work {
	readonly database: Database;
	readonly report: (line: string) => void;
	/** Account by e-mail. */
	readonly accounts: ReadonlyMap<string, string>;
	readonly now: Date;
	readonly today: Day;
}

async function makeAccounts(database: Database): Promise<Map<string, string>> {
	const made = await Promise.all(
		worldPeople.map(async ({ email, name }) => {
			const known = await read(database, nowhere, (reader) => accountByEmail(reader, email));
			const userId = known ?? (await createAccount(database, { email, name, password: worldPassword })).userId;
			return [email, userId] as const;
		})
	);
	return new Map(made);
}

/** How long the office has used the clinic before today, in days; its register was taken over somewhat later. */
const daysOpen = 900;
const daysOfRegister = 420;

async function fillOffice(work: Work, office: WorldOffice): Promise<void> {
	const { database, today, report } = work;
	const opened = clockTime(addDays(today, -daysOpen), '08:00', office.zone);
	const officeId = stepId(`office.${office.key}`, opened) as Id<'Office'>;
	const system = systemActor('world', officeId, allPermissions);
	const once = (name: string, actor: Actor, at: Date) => ({
		database,
		actor,
		now: at,
		commandId: stepId(`${office.key}.${name}`, at)
	});

	const { key, ...identity } = office;
	await perform(once('create', system, opened), createOffice, { ...identity, id: officeId });
	const posts = postsIn(work, key, opened);
	await perform(once('posts', system, opened), fillPosts, { posts: posts.map(({ post }) => post) });
	const stage = await stageOf(database, system, office, posts, today);
	if (key === 'buleleng') {
		await perform(once('room.1', system, opened), changeRoom, { roomId: stage.roomId, name: 'Ruang 1', isOpen: true });
		await perform(once('room.2', system, opened), addRoom, { name: 'Ruang 2' });
	}
	await perform(once('setUp', system, opened), finishSetUp, {});
	if (key === 'bogor') return;

	report(`Mengisi register ${office.brand} …`);
	const takenOver = clockTime(addDays(today, -daysOfRegister), '16:00', office.zone);
	const places = await read(database, system, (reader) => placesOf(reader, office.code));
	const register = makeRegister[key](places, calendarOf(today), takenOver);
	const people = new Map(register.people.map((person) => [person.id, person]));
	for (let from = 0; from < register.cooperatives.length; from += chunk) {
		const cooperatives = register.cooperatives.slice(from, from + chunk);
		const boards = new Set(cooperatives.flatMap(({ board }) => board.map(({ personId }) => personId)));
		await perform(once(`register.${from}`, system, takenOver), takeOverRegister, {
			people: [...boards].map((personId) => people.get(personId)!),
			cooperatives
		});
	}
	report(`Menjalankan riwayat koperasi ${office.brand} …`);
	await play(stage, key, register, work.now);
	await keepRecords(stage, key, register, today);
	await notePlaces(stage, key, register, places, today);
	await fillCalendar(stage, key, register, work.now);
}

/** Cooperatives a transaction. */
const chunk = 400;

const makeRegister: Readonly<
	Record<Exclude<OfficeKey, 'bogor'>, (...of: Parameters<typeof sragenRegister>) => Register>
> = {
	sragen: sragenRegister,
	buleleng: bulelengRegister
};

interface Held {
	/** First part of the e-mail address. */
	readonly nick: string;
	readonly post: Post;
}

function postsIn({ accounts, today }: Work, office: OfficeKey, opened: Date): Held[] {
	const staffId = (email: string) => stepId(`staff.${office}.${email}`, opened);
	const held = (person: WorldPerson, post: WorldPost): Held => ({
		nick: person.email.split('@')[0]!,
		post: {
			staffId: staffId(person.email),
			userId: accounts.get(person.email)!,
			name: person.name,
			title: post.title,
			organisation: post.organisation ?? null,
			roles: [
				...post.roles.map((role) => ({ role, fromOn: addDays(today, -daysOpen), untilOn: null })),
				...(post.stoodInFor
					? [
							{
								role: 'headOfOffice' as const,
								fromOn: addDays(today, -21),
								untilOn: addDays(today, -14),
								onBehalfOf: staffId(post.stoodInFor)
							}
						]
					: [])
			],
			clinics: [...(post.clinics ?? [])]
		}
	});
	return worldPeople.flatMap((person) =>
		person.posts.filter((post) => post.office === office).map((post) => held(person, post))
	);
}

async function stageOf(
	database: Database,
	system: Actor,
	{ zone }: WorldOffice,
	posts: readonly Held[],
	today: Day
): Promise<Stage> {
	const [clinicRows, [room]] = await read(database, system, async (reader) => [
		await clinicsOf(reader, system),
		await roomsOf(reader, system)
	]);
	const clinics = Object.fromEntries(clinicRows.map(({ code, id }) => [code, id])) as Stage['clinics'];
	const actors = posts.map(({ nick, post }): [string, Actor] => [
		nick,
		{
			kind: 'staff',
			id: post.staffId,
			officeId: system.officeId,
			userId: post.userId,
			permissions: permissionsOn(
				post.roles.map(({ role, fromOn, untilOn }) => ({ role, fromOn, untilOn: untilOn ?? null })),
				today
			),
			clinicIds: post.clinics.map((code) => clinics[code]),
			subjectId: null,
			personId: null
		}
	]);
	return { database, zone, calendar: calendarOf(today), clinics, roomId: room!.id, actors: new Map(actors) };
}

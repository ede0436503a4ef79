import { openCase } from '#clinic/cases/server/commands.ts';
import { takeOverRegister } from '#clinic/cooperatives/server/commands/take-over.ts';
import { clinicCodes, type ClinicCode } from '#clinic/offices/poli.ts';
import { allPermissions, permissionsOn, roles, type Role } from '#clinic/offices/roles.ts';
import { createOffice } from '#clinic/offices/server/commands/office.ts';
import { clinicsOf, roomsOf } from '#clinic/offices/server/reads.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import type { Zone } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { fillPosts, type Post } from './posts.ts';
import { smallCooperatives, smallPatient, type SmallCooperative, type SmallPatient } from './small-patients.ts';

/** Monday 2 March 2026, 09:00 WIB, 10:00 WITA: the last book year due is 2024. */
export const smallNow = new Date('2026-03-02T02:00:00Z');
export const smallToday = '2026-03-02';

export interface SmallOffice {
	readonly officeId: Id<'Office'>;
	readonly code: string;
	readonly zone: Zone;
	/** One staff actor a role; the adviser and the specialist serve in the finance clinic. */
	readonly actors: Readonly<Record<Role, Actor>>;
	/** May do everything in this office: for arranging, not for testing permissions. */
	readonly system: Actor;
	readonly clinics: Readonly<Record<ClinicCode, Id<'Clinic'>>>;
	readonly roomId: Id<'Room'>;
	readonly cooperatives: Readonly<Record<SmallCooperative, Id<'Cooperative'>>>;
	/** The chair of each cooperative; `dormant` had one. */
	readonly chairs: Readonly<Record<SmallCooperative, Id<'Person'>>>;
	/** The open case of `inCare`. */
	readonly caseId: Id<'Case'>;
}

export interface SmallWorld {
	readonly now: Date;
	readonly today: string;
	readonly sragen: SmallOffice;
	readonly buleleng: SmallOffice;
}

/** Two small offices for database tests, in well under a second. */
export async function smallWorld(database: Database): Promise<SmallWorld> {
	const [sragen, buleleng] = await Promise.all([
		smallOffice(database, {
			code: '33.14',
			name: 'Dinas Koperasi Kabupaten Sragen',
			brand: 'Bina Serasi',
			zone: 'Asia/Jakarta'
		}),
		smallOffice(database, {
			code: '51.08',
			name: 'Dinas Koperasi Kabupaten Buleleng',
			brand: 'Klinik Koperasi',
			zone: 'Asia/Makassar'
		})
	]);
	return { now: smallNow, today: smallToday, sragen, buleleng };
}

interface Identity {
	readonly code: string;
	readonly name: string;
	readonly brand: string;
	readonly zone: Zone;
}

async function smallOffice(database: Database, identity: Identity): Promise<SmallOffice> {
	const officeId = newId<'Office'>();
	const system = systemActor('world', officeId, allPermissions);
	const request = (actor: Actor) => ({ database, actor, now: smallNow, commandId: newId() });
	await perform(request(system), createOffice, { ...identity, id: officeId, address: 'Jalan Raya Sukowati Nomor 1' });
	const [clinicRows, [room]] = await read(database, system, async (reader) => [
		await clinicsOf(reader, system),
		await roomsOf(reader, system)
	]);
	const clinics = Object.fromEntries(clinicRows.map(({ code, id }) => [code, id])) as Record<ClinicCode, Id<'Clinic'>>;

	const posts = roles.map(smallPost);
	await perform(request(system), fillPosts, { posts });
	const actors = Object.fromEntries(posts.map((post, at) => [roles[at]!, actorOf(post, officeId, clinics)])) as Record<
		Role,
		Actor
	>;

	const patients = smallCooperatives.map((story, at) => smallPatient(story, at, identity.code));
	const register = {
		people: patients.flatMap(({ people }) => people),
		cooperatives: patients.map(({ cooperative }) => cooperative)
	};
	await perform(request(actors.officeAdministrator), takeOverRegister, register);
	const byStory = <T>(value: (patient: SmallPatient) => T) =>
		Object.fromEntries(patients.map((patient) => [patient.story, value(patient)])) as Record<SmallCooperative, T>;
	const cooperatives = byStory(({ cooperative }) => cooperative.id as Id<'Cooperative'>);
	const chairs = byStory(({ people }) => people[0]!.id as Id<'Person'>);

	const caseId = newId<'Case'>();
	await perform(request(actors.receptionist), openCase, {
		caseId,
		cooperativeId: cooperatives.inCare,
		why: 'Anggota menarik simpanan'
	});
	return {
		officeId,
		code: identity.code,
		zone: identity.zone,
		actors,
		system,
		clinics,
		roomId: room!.id,
		cooperatives,
		chairs,
		caseId
	};
}

const names: Readonly<Record<Role, string>> = {
	receptionist: 'Siti Aminah',
	onlineAdmin: 'Wahyu Nugroho',
	adviser: 'Ratna Anggraini',
	inspector: 'Bagus Wicaksono',
	specialist: 'Made Suardana',
	fieldOfficer: 'Joko Santoso',
	headOfDivision: 'Endang Lestari',
	headOfOffice: 'Slamet Riyadi',
	officeAdministrator: 'Putu Ariani',
	provinceObserver: 'Agus Prasetyo',
	ministryObserver: 'Dewi Kusuma',
	systemAdministrator: 'Hadi Purnomo'
};

const smallPost = (role: Role): Post => ({
	staffId: newId(),
	userId: null,
	name: names[role],
	title: null,
	organisation: role === 'specialist' ? 'Dekopinda' : null,
	roles: [{ role, fromOn: '2025-01-01', untilOn: null }],
	clinics: role === 'adviser' || role === 'specialist' ? ['finance'] : []
});

const actorOf = (post: Post, officeId: string, clinics: Record<ClinicCode, Id<'Clinic'>>): Actor => ({
	kind: 'staff',
	id: post.staffId,
	officeId,
	userId: null,
	permissions: permissionsOn(
		post.roles.map(({ role, fromOn }) => ({ role, fromOn, untilOn: null })),
		smallToday
	),
	clinicIds: clinicCodes.filter((code) => post.clinics.includes(code)).map((code) => clinics[code]),
	subjectId: null,
	personId: null
});

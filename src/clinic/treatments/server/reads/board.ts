import { and, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import { caseAccesses, cases, milestones } from '#clinic/cases/server/tables.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { holdsOn, type Role } from '#clinic/offices/roles.ts';
import { clinics, staff, staffRoles } from '#clinic/offices/server/tables.ts';
import { papers } from '#clinic/papers/server/tables.ts';
import type { PaperKind } from '#clinic/papers/kinds.ts';
import { guestsByLink } from '#clinic/referrals/server/reads/guests.ts';
import { referrals } from '#clinic/referrals/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Zone } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { openFile } from '#platform/files/files.ts';
import type { Id } from '#platform/ids.ts';
import { found, missing } from '#platform/refusal.ts';
import { whyOpened, type OpeningReason } from '../../openings.ts';
import { actionProofs, planActions, treatmentPlans } from '../tables.ts';
import { planOf, type PlanAction } from '../reads.ts';
import { careSettingsOf } from './care-settings.ts';

type Asking = Pick<Reader, 'select' | 'selectDistinct'>;

/** Somebody who looks after a case, as its board is told. */
export interface InCharge {
	readonly name: string;
	readonly title: string | null;
	/** From outside: who sends them. */
	readonly organisation: string | null;
	/** The poli that asked for their help; null for the officer who has the case in hand. */
	readonly clinic: string | null;
}

/** Who has a case in hand, and the specialists who accepted it. */
export async function inChargeOf(reader: Asking, caseId: string): Promise<InCharge[]> {
	const person = { name: staff.name, title: staff.title, organisation: staff.organisation };
	const advisers = await reader
		.select(person)
		.from(cases)
		.innerJoin(staff, eq(staff.id, cases.adviserId))
		.where(eq(cases.id, caseId as never));
	const specialists = await reader
		.selectDistinct({ ...person, clinic: clinics.name })
		.from(referrals)
		.innerJoin(staff, eq(staff.id, referrals.answeredBy))
		.innerJoin(clinics, eq(clinics.id, referrals.clinicId))
		.where(and(eq(referrals.caseId, caseId as never), eq(referrals.state, 'accepted')))
		.orderBy(staff.name);
	const names = new Set(advisers.map(({ name }) => name));
	return [...advisers.map((one) => ({ ...one, clinic: null })), ...specialists.filter(({ name }) => !names.has(name))];
}

/** The cases of the cooperative whose board holds the link. @throws Refusal missing for anybody else */
async function boardsCases(reader: Asking, actor: Actor) {
	if (actor.kind !== 'link' || !actor.subjectId) throw missing();
	const cooperativeId = await registeredAs(reader as Reader, actor, actor.subjectId);
	return reader
		.select({ id: cases.id, adviserId: cases.adviserId })
		.from(cases)
		.where(
			and(
				eq(cases.officeId, actor.officeId as never),
				inArray(cases.cooperativeId, sameCooperative(reader, cooperativeId))
			)
		);
}

/** One opening of the file, as the board is told. */
export interface Opening {
	readonly id: string;
	readonly at: Date;
	/** Null: the office shows roles only, or it was no person. */
	readonly name: string | null;
	readonly title: string | null;
	readonly organisation: string | null;
	readonly roles: readonly Role[];
	readonly reason: OpeningReason;
}

/** Who opened the files of the board's cooperative, newest first. @throws Refusal missing for anybody but its board */
export async function openingsOf(reader: Reader, actor: Actor, zone: Zone, limit: number): Promise<Opening[]> {
	const own = await boardsCases(reader, actor);
	if (own.length === 0) return [];
	const ids = own.map(({ id }) => id);
	const rows = await reader
		.select()
		.from(caseAccesses)
		.where(inArray(caseAccesses.caseId, ids))
		.orderBy(desc(caseAccesses.at), desc(caseAccesses.id))
		.limit(limit);
	if (rows.length === 0) return [];
	const people = await peopleOf(
		reader,
		rows.filter(({ actorKind }) => actorKind === 'staff').map(({ actorId }) => actorId)
	);
	const known = {
		deeds: await reader
			.select({ caseId: milestones.caseId, what: milestones.what, at: milestones.at, by: milestones.by })
			.from(milestones)
			.where(and(inArray(milestones.caseId, ids), gte(milestones.at, new Date(rows.at(-1)!.at.getTime() - 3_600_000)))),
		advisers: new Map(own.flatMap(({ id, adviserId }) => (adviserId ? [[id as string, adviserId as string]] : []))),
		specialists: await acceptedBy(reader, ids)
	};
	const guests = await guestsByLink(
		reader,
		rows.filter(({ actorKind }) => actorKind === 'link').map(({ actorId }) => actorId)
	);
	const { namesShown } = await careSettingsOf(reader, actor);
	return rows.map(({ id, at, caseId, actorId }) => {
		const guest = guests.get(actorId);
		// The cooperative agreed to this very person: the name is its own to know.
		if (guest) return { id, at, ...guest, title: null, roles: [], reason: 'guest' };
		const person = people.get(actorId);
		return {
			id,
			at,
			name: namesShown ? (person?.name ?? null) : null,
			title: person?.title ?? null,
			organisation: person?.organisation ?? null,
			roles: person ? person.roles.filter((role) => holdsOn(role, dayOf(at, zone))).map(({ role }) => role) : [],
			reason: whyOpened({ caseId, at, actorId }, known)
		};
	});
}

async function peopleOf(reader: Asking, staffIds: readonly string[]) {
	const ids = [...new Set(staffIds)] as Id<'Staff'>[];
	if (ids.length === 0) return new Map<string, never>();
	const people = await reader
		.select({ id: staff.id, name: staff.name, title: staff.title, organisation: staff.organisation })
		.from(staff)
		.where(inArray(staff.id, ids));
	const held = Map.groupBy(
		await reader
			.select({
				staffId: staffRoles.staffId,
				role: staffRoles.role,
				fromOn: staffRoles.fromOn,
				untilOn: staffRoles.untilOn
			})
			.from(staffRoles)
			.where(inArray(staffRoles.staffId, ids)),
		({ staffId }) => staffId
	);
	return new Map(people.map((one) => [one.id as string, { ...one, roles: held.get(one.id) ?? [] }]));
}

const acceptedBy = async (reader: Asking, caseIds: readonly Id<'Case'>[]): Promise<Set<string>> =>
	new Set(
		(
			await reader
				.select({ caseId: referrals.caseId, by: referrals.answeredBy })
				.from(referrals)
				.where(and(inArray(referrals.caseId, [...caseIds]), eq(referrals.state, 'accepted')))
		).map(({ caseId, by }) => `${caseId} ${by}`)
	);

/** A paper that the board may read. */
export interface BoardPaper {
	readonly id: string;
	readonly kind: PaperKind;
	readonly number: string;
	readonly datedOn: string;
	readonly fileId: string;
}

/** Numbered papers on the board's own plans and examinations, newest first. Drafts and withdrawn ones are not for it. */
export async function boardPapers(reader: Reader, actor: Actor): Promise<BoardPaper[]> {
	const ids = (await boardsCases(reader, actor)).map(({ id }) => id);
	if (ids.length === 0) return [];
	const plans = await reader
		.select({ id: treatmentPlans.id })
		.from(treatmentPlans)
		.where(inArray(treatmentPlans.caseId, ids));
	const examined = await reader
		.select({ id: examinations.id })
		.from(examinations)
		.where(inArray(examinations.caseId, ids));
	const subjects: string[] = [...plans, ...examined].map(({ id }) => id);
	if (subjects.length === 0) return [];
	const rows = await reader
		.select({
			id: papers.id,
			kind: papers.kind,
			number: papers.number,
			datedOn: papers.datedOn,
			fileId: papers.fileId
		})
		.from(papers)
		.where(
			and(
				eq(papers.officeId, actor.officeId as never),
				inArray(papers.subjectId, subjects),
				eq(papers.state, 'numbered'),
				isNotNull(papers.fileId)
			)
		)
		.orderBy(desc(papers.createdAt), desc(papers.id));
	return rows.map(({ number, datedOn, fileId, ...row }) => ({
		...row,
		number: found(number),
		datedOn: found(datedOn),
		fileId: found(fileId)
	}));
}

/** A file that the board may open: one of its papers, or a proof of one of its plans. @throws Refusal missing */
export async function boardFile(reader: Reader, actor: Actor, fileId: string) {
	const isPaper = (await boardPapers(reader, actor)).some((paper) => paper.fileId === fileId);
	if (!isPaper && !(await isOwnProof(reader, actor, fileId))) throw missing();
	return openFile(reader, actor, fileId);
}

async function isOwnProof(reader: Reader, actor: Actor, fileId: string): Promise<boolean> {
	const ids = (await boardsCases(reader, actor)).map(({ id }) => id);
	if (ids.length === 0) return false;
	const [row] = await reader
		.select({ id: actionProofs.id })
		.from(actionProofs)
		.innerJoin(planActions, eq(planActions.id, actionProofs.actionId))
		.innerJoin(treatmentPlans, eq(treatmentPlans.id, planActions.planId))
		.where(and(eq(actionProofs.fileId, fileId as never), inArray(treatmentPlans.caseId, ids)));
	return row !== undefined;
}

/** One action of the board's own plan in force, for sending proofs of it. @throws Refusal missing */
export async function boardAction(reader: Reader, actor: Actor, actionId: string): Promise<PlanAction> {
	for (const { id } of await boardsCases(reader, actor)) {
		const plan = await planOf(reader, actor, id);
		const action = plan?.actions.find((one) => one.id === actionId && one.owner !== 'office');
		if (action) return action;
	}
	throw missing();
}

import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Reach } from '#clinic/cooperatives/classification.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { boardTerms, cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { holdsOn, rolePermissions } from '#clinic/offices/roles.ts';
import { staff, staffRoles } from '#clinic/offices/server/tables.ts';
import { papersOn, type PaperLine } from '#clinic/papers/server/reads.ts';
import { papers } from '#clinic/papers/server/tables.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { assignedCooperatives, assignedStaff, assignments } from '../tables.ts';

type Asking = Pick<Reader, 'select'>;

/** Where the members of a cooperative live, as the register says. @throws Refusal missing */
export async function reachOf(reader: Asking, actor: Actor, cooperativeId: string): Promise<Reach | null> {
	const [row] = await reader
		.select({ reach: cooperatives.reach })
		.from(cooperatives)
		.where(and(eq(cooperatives.id, cooperativeId as never), eq(cooperatives.officeId, actor.officeId as never)));
	return found(row).reach;
}

/** The numbered letter by which somebody may examine a cooperative on a day; null without one. */
export async function letterFor(
	reader: Asking,
	actor: Actor,
	{ staffId, cooperativeId, on }: { readonly staffId: string; readonly cooperativeId: string; readonly on: Day }
): Promise<{ readonly number: string; readonly datedOn: Day } | null> {
	const [letter] = await reader
		.select({ number: papers.number, datedOn: papers.datedOn })
		.from(assignments)
		.innerJoin(assignedStaff, eq(assignedStaff.assignmentId, assignments.id))
		.innerJoin(assignedCooperatives, eq(assignedCooperatives.assignmentId, assignments.id))
		.innerJoin(papers, and(eq(papers.subjectId, assignments.id), eq(papers.state, 'numbered')))
		.where(
			and(
				eq(assignments.officeId, actor.officeId as never),
				eq(assignedStaff.staffId, staffId as never),
				inArray(assignedCooperatives.cooperativeId, sameCooperative(reader, cooperativeId)),
				lte(assignments.fromOn, on),
				gte(assignments.untilOn, on),
				// A letter that bears a later day does not hold before it.
				lte(papers.datedOn, on)
			)
		)
		.orderBy(desc(papers.datedOn))
		.limit(1);
	return letter?.number && letter.datedOn ? { number: letter.number, datedOn: letter.datedOn } : null;
}

/** Whether somebody may finalise an official examination of this cooperative today, as far as the person goes. */
export const mayFinaliseToday = async (reader: Asking, actor: Actor, cooperativeId: string, today: Day) =>
	may(actor, 'examination.finalise') ||
	(await letterFor(reader, actor, { staffId: actor.id, cooperativeId, on: today })) !== null;

export interface Official {
	readonly staffId: string;
	readonly name: string;
	readonly title: string | null;
}

/** Who of the office's own people examines: may be sent by letter. Nobody from outside. */
export async function officialsOf(reader: Asking, actor: Actor, today: Day): Promise<Official[]> {
	const rows = await reader
		.select({
			staffId: staff.id,
			name: staff.name,
			title: staff.title,
			role: staffRoles.role,
			fromOn: staffRoles.fromOn,
			untilOn: staffRoles.untilOn
		})
		.from(staff)
		.innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
		.where(and(eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt), isNull(staff.organisation)))
		.orderBy(asc(staff.name));
	const examining = rows.filter(
		(row) => holdsOn(row, today) && rolePermissions[row.role].includes('examination.record')
	);
	return [...new Map(examining.map(({ staffId, name, title }) => [staffId, { staffId, name, title }])).values()];
}

export interface AssignmentLine {
	readonly id: string;
	readonly fromOn: Day;
	readonly untilOn: Day;
	readonly officials: readonly string[];
	/** The newest first. */
	readonly papers: readonly PaperLine[];
}

/** The letters that send officials to a cooperative, newest first. */
export async function assignmentsFor(reader: Reader, actor: Actor, cooperativeId: string): Promise<AssignmentLine[]> {
	const rows = await reader
		.select({ id: assignments.id, fromOn: assignments.fromOn, untilOn: assignments.untilOn })
		.from(assignments)
		.innerJoin(assignedCooperatives, eq(assignedCooperatives.assignmentId, assignments.id))
		.where(
			and(
				eq(assignments.officeId, actor.officeId as never),
				inArray(assignedCooperatives.cooperativeId, sameCooperative(reader, cooperativeId))
			)
		)
		.orderBy(desc(assignments.at), desc(assignments.id))
		.limit(20);
	if (rows.length === 0) return [];
	const sent = await reader
		.select({ assignmentId: assignedStaff.assignmentId, name: staff.name })
		.from(assignedStaff)
		.innerJoin(staff, eq(staff.id, assignedStaff.staffId))
		.where(
			inArray(
				assignedStaff.assignmentId,
				rows.map(({ id }) => id)
			)
		)
		.orderBy(asc(staff.name));
	const lines: AssignmentLine[] = [];
	for (const row of rows)
		lines.push({
			...row,
			officials: sent.filter(({ assignmentId }) => assignmentId === row.id).map(({ name }) => name),
			papers: await papersOn(reader, actor, row.id)
		});
	return lines;
}

/** The chair of a cooperative, who signs for it; null where the register knows none. */
export async function chairOf(reader: Asking, actor: Actor, cooperativeId: string, today: Day): Promise<string | null> {
	const [row] = await reader
		.select({ name: people.name })
		.from(boardTerms)
		.innerJoin(people, eq(people.id, boardTerms.personId))
		.where(
			and(
				eq(boardTerms.officeId, actor.officeId as never),
				inArray(boardTerms.cooperativeId, sameCooperative(reader, cooperativeId)),
				eq(boardTerms.role, 'chair'),
				isNull(people.erasedAt),
				or(isNull(boardTerms.untilOn), gte(boardTerms.untilOn, today))
			)
		)
		.orderBy(desc(boardTerms.fromOn))
		.limit(1);
	return row?.name ?? null;
}

/** Name and title of a colleague, for a paper. */
export async function signerOf(reader: Asking, actor: Actor, staffId: string): Promise<Official | null> {
	const [row] = await reader
		.select({ staffId: staff.id, name: staff.name, title: staff.title })
		.from(staff)
		.where(and(eq(staff.id, staffId as never), eq(staff.officeId, actor.officeId as never)));
	return row ?? null;
}

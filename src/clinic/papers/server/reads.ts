import { and, desc, eq, isNull } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { holdsOn } from '#clinic/offices/roles.ts';
import { areas, staff, staffRoles } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { newestJob } from '#platform/jobs/reads.ts';
import { found } from '#platform/refusal.ts';
import type { PaperKind, PaperState } from '../kinds.ts';
import { governmentOf, seatOf, type Letterhead, type Signer } from '../letterhead.ts';
import { papers } from './tables.ts';
import { typesetPaper } from './typesetting.ts';

export type Paper = typeof papers.$inferSelect;

/** How the typeset paper stands: being set, there, or not to be had. */
export type Typeset = 'underWay' | 'ready' | 'failed';

/** A paper as a list shows it. */
export interface PaperLine {
	readonly id: string;
	readonly kind: PaperKind;
	readonly title: string;
	readonly state: PaperState;
	readonly number: string | null;
	readonly datedOn: Day | null;
	readonly voidReason: string | null;
	readonly fileId: string | null;
	readonly pages: number | null;
	readonly typeset: Typeset;
	readonly createdAt: Date;
	readonly createdByName: string;
	readonly subjectId: string;
}

/** The papers on one subject, newest first. */
export async function papersOn(reader: Reader, actor: Actor, subjectId: string): Promise<PaperLine[]> {
	const rows = await reader
		.select()
		.from(papers)
		.where(and(eq(papers.officeId, actor.officeId as never), eq(papers.subjectId, subjectId)))
		.orderBy(desc(papers.createdAt), desc(papers.id));
	const lines: PaperLine[] = [];
	for (const row of rows) lines.push(await lineOf(reader, actor, row));
	return lines;
}

/** One paper of the actor's office. @throws Refusal missing */
export async function paperOf(reader: Pick<Reader, 'select'>, actor: Actor, id: string): Promise<Paper> {
	const [row] = await reader
		.select()
		.from(papers)
		.where(and(eq(papers.id, id as never), eq(papers.officeId, actor.officeId as never)));
	return found(row);
}

/** One paper with how far it is. @throws Refusal missing */
export const paperLine = async (reader: Reader, actor: Actor, id: string): Promise<PaperLine> =>
	lineOf(reader, actor, await paperOf(reader, actor, id));

async function lineOf(reader: Reader, actor: Actor, row: Paper): Promise<PaperLine> {
	const { letterhead: _head, content: _content, ...line } = row;
	return { ...line, typeset: row.fileId ? 'ready' : await underWay(reader, actor, row.id) };
}

async function underWay(reader: Reader, actor: Actor, paperId: string): Promise<Typeset> {
	const job = await newestJob(reader, actor, typesetPaper, paperId);
	return job === null || job.state === 'failed' || job.state === 'done' ? 'failed' : 'underWay';
}

/** The head of a letter as the office's settings say today. @throws Refusal missing */
export async function letterheadOf(reader: Reader, actor: Actor, today: Day): Promise<Letterhead> {
	const office = found(await ownOffice(reader, actor));
	const [area] = await reader.select({ name: areas.name }).from(areas).where(eq(areas.code, office.code));
	return {
		government: area ? governmentOf(area.name, office.code) : null,
		office: office.name,
		brand: office.brand,
		address: office.address,
		phone: office.phone,
		place: area ? seatOf(area.name) : office.name,
		signer: await signerOn(reader, actor, today),
		crest: office.crest
	};
}

/** Who acts for the head goes before the head; nobody: the line stays empty for a hand. */
async function signerOn(reader: Reader, actor: Actor, today: Day): Promise<Signer> {
	const held = await reader
		.select({
			name: staff.name,
			title: staff.title,
			role: staffRoles.role,
			fromOn: staffRoles.fromOn,
			untilOn: staffRoles.untilOn,
			onBehalfOf: staffRoles.onBehalfOf
		})
		.from(staffRoles)
		.innerJoin(staff, eq(staff.id, staffRoles.staffId))
		.where(
			and(eq(staffRoles.officeId, actor.officeId as never), eq(staffRoles.role, 'headOfOffice'), isNull(staff.leftAt))
		)
		.orderBy(desc(staffRoles.fromOn));
	const serving = held.filter((role) => holdsOn(role, today));
	const acting = serving.find(({ onBehalfOf }) => onBehalfOf !== null);
	if (acting) return { title: 'Plt. Kepala Dinas', name: acting.name };
	const head = serving[0];
	return { title: head?.title ?? 'Kepala Dinas', name: head?.name ?? null };
}

import { and, desc, eq, isNull, or } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { permissionsOn } from '#clinic/offices/roles.ts';
import { ownOffice, staffList } from '#clinic/offices/server/reads.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { compareOpinions } from '../../opinions.ts';
import { examinationOf, type Examined } from '../reads.ts';
import { secondOpinions } from '../tables/opinions.ts';
import { sheetBehind } from './self.ts';
import { evidenceOf } from './verification.ts';

export interface Examiner {
	readonly staffId: Id<'Staff'>;
	readonly name: string;
}

/** Colleagues who may examine today, by name. */
export async function examinersOf(reader: Reader, actor: Actor, now: Date): Promise<Examiner[]> {
	const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
	return (await staffList(reader, actor, now))
		.filter(({ leftAt, roles }) => leftAt === null && permissionsOn(roles, today).has('examination.record'))
		.map(({ staffId, name }) => ({ staffId, name }));
}

const pendingFor = (actor: Actor) =>
	and(
		eq(secondOpinions.officeId, actor.officeId as never),
		eq(secondOpinions.toStaffId, actor.id as never),
		isNull(secondOpinions.answeredAt),
		isNull(secondOpinions.withdrawnAt)
	);

/** The second opinions that the actor still has to give, oldest first. */
export async function opinionsToGive(reader: Pick<Reader, 'select'>, actor: Actor, caseId?: string) {
	if (actor.kind !== 'staff') return [];
	return reader
		.select({
			id: secondOpinions.id,
			caseId: secondOpinions.caseId,
			cooperativeId: cooperatives.id,
			examinationId: secondOpinions.examinationId,
			bookYear: secondOpinions.bookYear,
			askedAt: secondOpinions.askedAt,
			askedByName: secondOpinions.askedByName,
			cooperative: cooperatives.name
		})
		.from(secondOpinions)
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(secondOpinions.cooperativeId)))
		.where(and(pendingFor(actor), caseId === undefined ? undefined : eq(secondOpinions.caseId, caseId as never)))
		.orderBy(secondOpinions.askedAt, secondOpinions.id);
}
/** Whether the actor is asked for a second opinion on this very sheet, and scores it just now. */
export async function isSecondOpinion(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	sheet: Pick<Examined, 'instrument' | 'bookYear' | 'subject'> & { readonly caseId: Id<'Case'> }
): Promise<boolean> {
	if (actor.kind !== 'staff') return false;
	const [asked] = await reader
		.select({ id: secondOpinions.id })
		.from(secondOpinions)
		.where(
			and(
				pendingFor(actor),
				eq(secondOpinions.caseId, sheet.caseId),
				eq(secondOpinions.instrument, sheet.instrument),
				eq(secondOpinions.bookYear, sheet.bookYear),
				eq(secondOpinions.subject, sheet.subject)
			)
		)
		.limit(1);
	return asked !== undefined;
}

export type OpinionToGive = Awaited<ReturnType<typeof opinionsToGive>>[number];

/** One request to the actor, with the papers of the sheet and without a word of the first officer. @throws Refusal missing */
export async function opinionAsked(reader: Reader, actor: Actor, id: string) {
	const [row] = await reader
		.select({ opinion: secondOpinions, caseNumber: cases.number })
		.from(secondOpinions)
		.innerJoin(cases, eq(cases.id, secondOpinions.caseId))
		.where(and(eq(secondOpinions.id, id as never), pendingFor(actor)));
	const { opinion } = found(row);
	const sheet = await sheetBehind(reader, actor, opinion.examinationId);
	const papers = sheet ? await evidenceOf(reader, actor, sheet.id) : [];
	const { caseId, instrument, version, bookYear, subject, question, askedAt, askedByName } = opinion;
	return {
		id: opinion.id,
		caseId,
		instrument,
		version,
		bookYear,
		subject,
		question,
		askedAt,
		askedByName,
		/** Notes are the first officer's judgement. */
		papers: papers.flatMap(({ id: paperId, item, file, place }) => (file ? [{ id: paperId, item, file, place }] : []))
	};
}

/** The second opinion on an examination, or that an examination is; null where there is none. */
export async function opinionOn(reader: Reader, actor: Actor, examinationId: string) {
	const [row] = await reader
		.select({ opinion: secondOpinions, toName: staff.name })
		.from(secondOpinions)
		.innerJoin(staff, eq(staff.id, secondOpinions.toStaffId))
		.where(
			and(
				eq(secondOpinions.officeId, actor.officeId as never),
				isNull(secondOpinions.withdrawnAt),
				or(
					eq(secondOpinions.examinationId, examinationId as never),
					eq(secondOpinions.answerId, examinationId as never)
				)
			)
		)
		.orderBy(desc(secondOpinions.askedAt))
		.limit(1);
	if (!row) return null;
	const { opinion, toName } = row;
	const { id, askedAt, askedByName, question, answerId } = opinion;
	const asked = { id, askedAt, askedByName, question, toName };
	if (!answerId) return { ...asked, answer: null };
	const first = await examinationOf(reader, actor, opinion.examinationId);
	const second = await examinationOf(reader, actor, answerId);
	return {
		...asked,
		answer: {
			isFirst: opinion.examinationId === examinationId,
			first: brief(first),
			second: brief(second),
			compared: compareOpinions(first.result, second.result)
		}
	};
}
export type OpinionOn = NonNullable<Awaited<ReturnType<typeof opinionOn>>>;

const brief = ({ id, byName, at }: Examined) => ({ id, byName, at });

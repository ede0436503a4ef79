import { and, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { gradeOf, type Grading } from '#clinic/cooperatives/grade.ts';
import { oneAYear } from '#clinic/cooperatives/gathered.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { newestBookYearDue } from '#clinic/cooperatives/signs.ts';
import { annualMeetings, cooperativeFigures, cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { figuresKept } from '../figures-kept.ts';
import type { ExaminationSubject } from '../subject.ts';
import { examinations } from './tables.ts';

type Asking = Pick<Reader, 'select'>;
export type Examined = typeof examinations.$inferSelect;

/**
 * A subject of a cooperative and of those that were merged into it: no row moves in a merger, so their examinations
 * count as its own.
 */
const ofCooperative = (reader: Asking, actor: Actor, cooperativeId: string, subject: ExaminationSubject) =>
	and(
		eq(examinations.officeId, actor.officeId as never),
		eq(examinations.subject, subject),
		inArray(examinations.cooperativeId, sameCooperative(reader, cooperativeId))
	);

/**
 * The newest examinations of a cooperative of the actor's office, newest first; none for another office's. Those of the
 * whole, unless its savings unit is asked for: the two never stand in one trend.
 */
export const lastExaminations = (
	reader: Asking,
	actor: Actor,
	cooperativeId: string,
	limit: number,
	subject: ExaminationSubject = 'whole'
): Promise<Examined[]> =>
	reader
		.select()
		.from(examinations)
		.where(ofCooperative(reader, actor, cooperativeId, subject))
		.orderBy(desc(examinations.at), desc(examinations.id))
		.limit(limit);

/** An examination and those before it, newest first: its trend is the same whenever it is read again. */
export const examinationsUntil = (
	reader: Asking,
	actor: Actor,
	examined: Examined,
	limit: number
): Promise<Examined[]> =>
	reader
		.select()
		.from(examinations)
		.where(
			and(
				ofCooperative(reader, actor, examined.cooperativeId, examined.subject),
				sql`(${examinations.at}, ${examinations.id}) <= (${examined.at.toISOString()}::timestamptz, ${examined.id}::uuid)`
			)
		)
		.orderBy(desc(examinations.at), desc(examinations.id))
		.limit(limit);

/** One examination. @throws Refusal missing, also for another office's */
export async function examinationOf(reader: Asking, actor: Actor, id: string): Promise<Examined> {
	const [row] = await reader
		.select()
		.from(examinations)
		.where(and(eq(examinations.id, id as never), eq(examinations.officeId, actor.officeId as never)));
	return found(row);
}

/** The examinations of one case, newest first. @throws Refusal missing */
export async function examinationsOfCase(reader: Asking, actor: Actor, caseId: string): Promise<Examined[]> {
	const { id } = await caseOf(reader, actor, caseId);
	return reader
		.select()
		.from(examinations)
		.where(and(eq(examinations.caseId, id), eq(examinations.officeId, actor.officeId as never)))
		.orderBy(desc(examinations.at), desc(examinations.id));
}

/** Book years of which a cooperative as a whole has a scored examination. */
export const scoredBookYears = (reader: Asking, actor: Actor, cooperativeId: string): Promise<number[]> =>
	reader
		.select({ bookYear: examinations.bookYear })
		.from(examinations)
		.where(and(ofCooperative(reader, actor, cooperativeId, 'whole'), isNotNull(examinations.total)))
		.then((rows) => rows.map(({ bookYear }) => bookYear));

/**
 * The figures to compare a book year's with: of the last examination of the same subject, else of the register's newest
 * year up to it. The register knows the accounts of the whole only.
 */
export async function figuresBefore(
	reader: Asking,
	actor: Actor,
	cooperativeId: string,
	bookYear: number,
	subject: ExaminationSubject = 'whole'
): Promise<ReadonlyMap<string, bigint>> {
	const [last] = await lastExaminations(reader, actor, cooperativeId, 1, subject);
	const registered = subject === 'whole' ? await registeredFigures(reader, actor, cooperativeId, bookYear) : null;
	return new Map([...(registered?.figures ?? []), ...(last ? figuresKept(last) : [])]);
}

/** What the register knows of the accounts of the newest book year up to this one, by the names of the instruments. */
export async function registeredFigures(reader: Asking, actor: Actor, cooperativeId: string, bookYear: number) {
	const [row] = await reader
		.select({
			bookYear: cooperativeFigures.bookYear,
			ownCapital: cooperativeFigures.ownCapitalRupiah,
			totalAssets: cooperativeFigures.assetsRupiah
		})
		.from(cooperativeFigures)
		.where(
			and(
				inArray(cooperativeFigures.cooperativeId, sameCooperative(reader, cooperativeId)),
				eq(cooperativeFigures.officeId, actor.officeId as never),
				lte(cooperativeFigures.bookYear, bookYear)
			)
		)
		// Of one year the row of the record that stays counts before those merged into it.
		.orderBy(desc(cooperativeFigures.bookYear), desc(eq(cooperativeFigures.cooperativeId, cooperativeId as never)))
		.limit(1);
	if (!row) return null;
	const figures = new Map<string, bigint>();
	if (row.ownCapital !== null) figures.set('ownCapital', row.ownCapital);
	if (row.totalAssets !== null) figures.set('totalAssets', row.totalAssets);
	return { bookYear: row.bookYear, figures };
}

/** The grade of the registry number, which stands beside a health category and is not mixed with it. */
export async function gradingOf(reader: Asking, actor: Actor, cooperativeId: string, today: Day): Promise<Grading> {
	const [row] = await reader
		.select({ id: cooperatives.id, foundedOn: cooperatives.foundedOn, legalOn: cooperatives.legalOn })
		.from(cooperatives)
		.where(and(eq(cooperatives.id, cooperativeId as never), eq(cooperatives.officeId, actor.officeId as never)));
	const { id, foundedOn, legalOn } = found(row);
	const years = await reader
		.select({
			cooperativeId: annualMeetings.cooperativeId,
			bookYear: annualMeetings.bookYear,
			reportedOn: annualMeetings.reportedOn
		})
		.from(annualMeetings)
		.where(inArray(annualMeetings.cooperativeId, sameCooperative(reader, id)));
	return gradeOf({
		foundedOn: foundedOn ?? legalOn,
		known: oneAYear(years, id).map(({ bookYear, reportedOn }) => ({ bookYear, reported: reportedOn !== null })),
		lastDue: newestBookYearDue(today),
		on: today
	});
}

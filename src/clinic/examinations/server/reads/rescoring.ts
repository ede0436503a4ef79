import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { findInstrument, instruments } from '../../catalogue.ts';
import { disputedComponents, readingsFor, readingsUsed } from '../../readings.ts';
import { examinations, rescoredResults, rescorings } from '../tables.ts';
import { chosenReadings } from './readings.ts';

type Asking = Pick<Reader, 'select' | '$count'>;

const ofOffice = (actor: Actor) => eq(rescorings.officeId, actor.officeId as never);

const run = {
	id: rescorings.id,
	instrument: rescorings.instrument,
	version: rescorings.version,
	readings: rescorings.readings,
	bookYear: rescorings.bookYear,
	total: rescorings.total,
	done: rescorings.done,
	at: rescorings.at,
	byName: rescorings.byName,
	finishedAt: rescorings.finishedAt
};

const named = <Row extends { instrument: string; version: string; readings: Readonly<Record<string, string>> }>(
	row: Row
) => {
	const instrument = findInstrument(row.instrument, row.version);
	return {
		...row,
		title: instrument?.title ?? null,
		readings: instrument ? readingsUsed(instrument, row.readings) : []
	};
};

/** The runs of the actor's office, newest first, and what a new one can be made of. */
export async function rescoringsOf(reader: Asking, actor: Actor, limit: number) {
	const rows = await reader
		.select(run)
		.from(rescorings)
		.where(ofOffice(actor))
		.orderBy(desc(rescorings.at), desc(rescorings.id))
		.limit(limit);
	return rows.map(named);
}

/** Instruments by which this office has examined, in every version there is, with the readings to choose from. */
export async function rescorable(reader: Asking, actor: Actor) {
	const used = await reader
		.select({
			instrument: examinations.instrument,
			count: sql<number>`count(*)::int`,
			bookYears: sql<number[]>`array_agg(distinct ${examinations.bookYear} order by ${examinations.bookYear} desc)`
		})
		.from(examinations)
		.where(eq(examinations.officeId, actor.officeId as never))
		.groupBy(examinations.instrument);
	const kept = new Map(used.map((one) => [one.instrument, one]));
	const known = instruments.filter(({ code }) => kept.has(code));
	return Promise.all(
		known.map(async (instrument) => ({
			code: instrument.code,
			version: instrument.version,
			title: instrument.title,
			count: kept.get(instrument.code)?.count ?? 0,
			bookYears: kept.get(instrument.code)?.bookYears ?? [],
			components: disputedComponents(instrument),
			chosen: readingsFor(instrument, {}, await chosenReadings(reader, actor, instrument.code))
		}))
	);
}
export type Rescorable = Awaited<ReturnType<typeof rescorable>>;

/** How many changed examinations a page names. */
const namedAtMost = 200;

/** One run: how far it is, what it came to beside the record, and whose category would be another. @throws Refusal missing */
export async function rescoringView(reader: Asking, actor: Actor, id: string) {
	const [row] = await reader
		.select(run)
		.from(rescorings)
		.where(and(eq(rescorings.id, id as never), ofOffice(actor)));
	const of = and(eq(rescoredResults.rescoringId, found(row).id), eq(rescoredResults.officeId, actor.officeId as never));
	const outcomes = await reader
		.select({
			was: examinations.category,
			now: rescoredResults.category,
			outcome: rescoredResults.outcome,
			count: sql<number>`count(*)::int`,
			moved: sql<number>`(count(*) filter (where ${examinations.total} is distinct from ${rescoredResults.total}))::int`
		})
		.from(rescoredResults)
		.innerJoin(examinations, eq(examinations.id, rescoredResults.examinationId))
		.where(of)
		.groupBy(examinations.category, rescoredResults.category, rescoredResults.outcome)
		.orderBy(asc(examinations.category), asc(rescoredResults.category));
	const changed = await reader
		.select({
			id: examinations.id,
			name: cooperatives.name,
			subject: examinations.subject,
			bookYear: examinations.bookYear,
			was: { total: examinations.total, category: examinations.category },
			now: { total: rescoredResults.total, category: rescoredResults.category },
			outcome: rescoredResults.outcome
		})
		.from(rescoredResults)
		.innerJoin(examinations, eq(examinations.id, rescoredResults.examinationId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(examinations.cooperativeId)))
		.where(and(of, sql`${examinations.category} is distinct from ${rescoredResults.category}`))
		.orderBy(asc(cooperatives.name), asc(examinations.bookYear), asc(examinations.id))
		.limit(namedAtMost);
	return {
		run: named(found(row)),
		changed,
		counts: {
			unchanged: sum(outcomes, ({ count, moved }) => count - moved),
			moved: sum(outcomes, (one) => (one.was === one.now ? one.moved : 0)),
			changed: sum(outcomes, (one) => (one.was === one.now ? 0 : one.count)),
			notUnderstood: sum(outcomes, ({ outcome, count }) => (outcome === 'notUnderstood' ? count : 0))
		}
	};
}
export type RescoringView = Awaited<ReturnType<typeof rescoringView>>;

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
	rows.reduce((all, row) => all + of(row), 0);

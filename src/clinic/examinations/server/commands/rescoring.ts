import { and, desc, eq, sql } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { BadInput, command } from '#platform/command.ts';
import { stage, stagedColumns } from '#platform/database/bulk.ts';
import { readerOf, type Tx } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { jobKind } from '#platform/jobs/job.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { findInstrument } from '../../catalogue.ts';
import { readingField } from '../../field-names.ts';
import { rescoringInput, rescoringNamed, rescoringPart } from '../../forms.ts';
import { disputedComponents, readingsFor } from '../../readings.ts';
import { rescorerOf, type KeptTexts, type Rescored } from '../../rescoring.ts';
import { chosenReadings } from '../reads/readings.ts';
import { examinations, rescorings } from '../tables.ts';

/** Scores what `beginRescoring` began, part by part. */
export const rescoringWork = jobKind({ name: 'examinations.rescore', lane: 'long', input: rescoringNamed });

/**
 * Begins to score the office's kept examinations by a version or reading, to see what it would change. The record stays
 * as it is: results go to a table of their own.
 */
export const beginRescoring = command({
	name: 'examinations.beginRescoring',
	needs: 'office.manage',
	input: rescoringInput,
	run: async (context, { rescoringId, bookYear, ...asked }) => {
		const { tx, actor, now } = context;
		const instrument = findInstrument(asked.instrument, asked.version);
		if (!instrument) throw new BadInput({ instrument: 'notUnderstood' });
		const disputed = new Map(disputedComponents(instrument).map((one) => [one.component, one.readings]));
		for (const [component, reading] of Object.entries(asked.readings))
			if (!disputed.get(component)?.some(({ code }) => code === reading))
				throw new BadInput({ [readingField(component)]: 'notUnderstood' });
		const readings = readingsFor(
			instrument,
			asked.readings,
			await chosenReadings(readerOf(tx), actor, instrument.code)
		);

		const officeId = actor.officeId as Id<'Office'>;
		const meant = and(
			eq(examinations.officeId, officeId),
			eq(examinations.instrument, instrument.code),
			bookYear === null ? undefined : eq(examinations.bookYear, bookYear)
		);
		const [last] = await tx
			.select({ id: examinations.id })
			.from(examinations)
			.where(meant)
			.orderBy(desc(examinations.id))
			.limit(1);
		if (!last) throw new Refusal('examinations.nothingToRescore');
		await tx.insert(rescorings).values({
			id: rescoringId,
			officeId,
			instrument: instrument.code,
			version: instrument.version,
			readings,
			bookYear,
			total: await tx.$count(examinations, meant),
			until: last.id,
			at: now,
			by: actor.id,
			byName: await nameOf(tx, actor)
		});
		await enqueue(context, rescoringWork, { rescoringId }, { subjectId: rescoringId });
		return { rescoringId };
	}
});

/**
 * Scores the next part and notes how far it is, both or neither: after a break the next one goes on behind it. Two at
 * once wait for each other and do two parts.
 */
export const rescorePart = command({
	name: 'examinations.rescorePart',
	needs: 'office.manage',
	input: rescoringPart,
	run: async ({ tx, actor, now }, { rescoringId, atMost }) => {
		const [row] = await tx
			.select()
			.from(rescorings)
			.where(and(eq(rescorings.id, rescoringId), eq(rescorings.officeId, actor.officeId as never)))
			.for('update');
		const run = found(row);
		if (run.finishedAt !== null) return { done: run.done, total: run.total, isFinished: true, cursor: run.cursor };
		const instrument = findInstrument(run.instrument, run.version);
		if (!instrument) throw new Refusal('examinations.versionGone', { version: run.version });

		const part = await nextPart(tx, run, atMost);
		await keepResults(tx, run, part, rescorerOf(instrument, run.readings));
		const done = run.done + part.length;
		const cursor = part.at(-1)?.id ?? run.cursor;
		const isFinished = part.length < atMost;
		await tx
			.update(rescorings)
			.set({ done, cursor, finishedAt: isFinished ? now : null })
			.where(eq(rescorings.id, run.id));
		return { done, total: run.total, isFinished, cursor };
	}
});

type Run = typeof rescorings.$inferSelect;
interface KeptRow extends KeptTexts {
	readonly id: Id<'Examination'>;
}

/** The examinations behind the cursor, in the order of their ids. */
async function nextPart(
	tx: Tx,
	{ officeId, instrument, bookYear, cursor, until }: Run,
	atMost: number
): Promise<KeptRow[]> {
	const { rows } = await tx.execute<KeptRow & Record<string, unknown>>(
		sql`select id, figures::text as figures, answers::text as answers from examinations
		     where office_id = ${officeId} and instrument = ${instrument} and id <= ${until}
		       ${cursor === null ? sql`` : sql`and id > ${cursor}`}
		       ${bookYear === null ? sql`` : sql`and book_year = ${bookYear}`}
		     order by id limit ${atMost}`
	);
	return rows;
}

const staging = {
	name: 'rescored_part',
	columns: { examination_id: 'uuid', outcome: 'text', total: 'numeric(6, 2)', category: 'text' }
} as const;

async function keepResults(tx: Tx, { id, officeId }: Run, part: KeptRow[], score: (row: KeptRow) => Rescored) {
	if (part.length === 0) return;
	function* scored() {
		for (const row of part) {
			const { outcome, total, category } = score(row);
			yield { examination_id: row.id, outcome, total, category };
		}
	}
	await stage(tx, staging, scored());
	await tx.execute(
		sql`insert into rescored_results (office_id, rescoring_id, ${stagedColumns(staging)})
		    select ${officeId}, ${id}, ${stagedColumns(staging)} from rescored_part`
	);
}

import { sql } from 'drizzle-orm';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { beginRescoring, rescorePart } from '#clinic/examinations/server/commands/rescoring.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { stage, stagedColumns } from '#platform/database/bulk.ts';
import { write, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { benchDatabase } from './database.ts';
import { fillExaminations, type Examined } from './examined.ts';
import type { BenchRow, Measured } from './row.ts';

let database: Database;
let examined: Examined;

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(4);
	database = made.database;
	examined = await fillExaminations(made.ownerUrl);
	return async () => {
		await examined.client.end();
		await made.end();
	};
}

const partSize = 2_000;
const managers = () => examined.officeIds.map((officeId) => systemActor('bench', officeId, ['office.manage']));
const asked = (actor: Actor) => ({ database, actor, now: new Date(), commandId: newId() });

/** The most memory that the work held at once, looked at twenty times a second. */
async function watched(work: () => Promise<void>): Promise<{ seconds: number; megabytes: number }> {
	let most = 0;
	const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
	const from = performance.now();
	await work();
	clearInterval(look);
	return { seconds: (performance.now() - from) / 1000, megabytes: most / 1_048_576 };
}

/** Every office's kept examinations scored once more, part by part, as the job does it. */
async function rescored(): Promise<void> {
	for (const actor of managers()) {
		const { rescoringId } = await perform(asked(actor), beginRescoring, {
			rescoringId: newId(),
			instrument: 'ksp-2016',
			version: newest('ksp-2016'),
			readings: { 'problem-loan-risk': 'narrative' }
		});
		while (!(await perform(asked(actor), rescorePart, { rescoringId, atMost: partSize })).isFinished);
	}
}

const newest = (code: string): string => instruments.filter((one) => one.code === code).at(-1)!.version;

const staging = {
	name: 'copied_part',
	columns: { examination_id: 'uuid', outcome: 'text', total: 'numeric(6, 2)', category: 'text' }
} as const;

/** The same rows read and as many results written, in the same parts and through the same line, with nothing scored. */
async function copied(): Promise<void> {
	for (const actor of managers()) {
		for (let cursor = '00000000-0000-0000-0000-000000000000', isFinished = false; !isFinished;) {
			await write(database, actor, newId(), async (tx) => {
				const { rows } = await tx.execute<{ id: string; figures: string; answers: string }>(
					sql`select id, figures::text as figures, answers::text as answers from examinations
					     where office_id = ${actor.officeId} and instrument = 'ksp-2016' and id > ${cursor}
					     order by id limit ${partSize}`
				);
				const results = rows.map(({ id }) => ({
					examination_id: id,
					outcome: 'scored',
					total: '72.50',
					category: 'fairlyHealthy'
				}));
				await stage(tx, staging, results);
				await tx.execute(
					sql`insert into rescored_results (office_id, rescoring_id, ${stagedColumns(staging)})
					    select ${actor.officeId}, ${examined.runs.get(actor.officeId!)}, ${stagedColumns(staging)} from copied_part`
				);
				isFinished = rows.length < partSize;
				cursor = rows.at(-1)?.id ?? cursor;
			});
		}
	}
}

export const rows: readonly BenchRow[] = [
	{
		name: 'scoring-bulk',
		what: '300,000 kept examinations of 514 offices scored once more, results by COPY; against reading and writing alone',
		budget: '≤ 3 × the baseline; memory ≤ 400 MB',
		holds: ({ ours, baseline, unit }) => (unit === 'MB' ? ours <= 400 : ours <= 3 * baseline!),
		run: async () => {
			const before = await examined.results();
			const plain = await watched(copied);
			const between = await examined.results();
			const scored = await watched(rescored);
			const after = await examined.results();
			if (between - before !== examined.count || after - between !== examined.count)
				throw new Error('not every examination has a result');
			return [
				{ ours: scored.seconds, baseline: plain.seconds, unit: 's' },
				{ detail: 'memory', ours: scored.megabytes, baseline: plain.megabytes, unit: 'MB' }
			] satisfies Measured[];
		}
	}
];

import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Json } from '../command.ts';
import { currentOffice, id, moment, ref } from '../database/columns.ts';
import type { JobState } from './job.ts';

/**
 * What people may see of a piece of work that goes on after its command: waiting, how far, done, or why not. The row is
 * written with the command; the queue itself (schema `pgboss`) only delivers.
 */
export const jobRuns = pgTable(
	'job_runs',
	{
		id: id<'Job'>(),
		/** Null for work of the installation itself. */
		officeId: ref<'Office'>(),
		name: text().notNull(),
		/** What it works on, for the page of that thing. */
		subjectId: uuid(),
		state: text().$type<JobState>().notNull(),
		attempts: integer().notNull().default(0),
		done: integer().notNull().default(0),
		/** Null: not counted. */
		total: integer(),
		/** Where the next attempt goes on; the job's own shape. */
		checkpoint: jsonb().$type<Json>(),
		/** The code of a refusal, or the kind of the defect. */
		failure: text(),
		createdAt: moment().notNull(),
		finishedAt: moment()
	},
	(t) => [
		index().on(t.officeId, t.subjectId, t.createdAt),
		check('job_runs_state', sql`state in ('waiting', 'running', 'done', 'failed')`),
		pgPolicy('job_runs_office', {
			for: 'all',
			using: sql`office_id is not distinct from ${currentOffice}`,
			withCheck: sql`office_id is not distinct from ${currentOffice}`
		})
	]
);

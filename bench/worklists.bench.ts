import pg from 'pg';
import { handoversOf } from '#clinic/cases/server/reads/handovers.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { controlsDue, openCards, stalledCases } from '#clinic/monitoring/server/reads/worklists.ts';
import { allPermissions } from '#clinic/offices/roles.ts';
import { myReferrals } from '#clinic/referrals/server/reads.ts';
import { plansWaiting } from '#clinic/treatments/server/reads.ts';
import { tasksDue } from '#clinic/treatments/server/reads/tasks.ts';
import type { Actor } from '#platform/actor.ts';
import { read, type Database, type Reader } from '#platform/database/client.ts';
import { benchDatabase } from './database.ts';
import { fillCare } from './care/fill.ts';
import type { BenchRow, Measured } from './row.ts';

const now = new Date('2026-03-02T02:00:00Z');
const today = '2026-03-02';
const runs = 60;
let database: Database;
let actor: Actor;

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(2);
	database = made.database;
	const { officeId, adviserId } = await fillCare(made.superUrl, now.toISOString());
	actor = {
		kind: 'staff',
		id: adviserId,
		officeId,
		userId: null,
		permissions: new Set(allPermissions),
		clinicIds: [],
		subjectId: null,
		personId: null
	};
	return made.end;
}

const lists: readonly (readonly [string, (reader: Reader) => Promise<readonly unknown[]>])[] = [
	['board of cases', (reader) => stageBoard(reader, actor)],
	['silent cases', (reader) => stalledCases(reader, actor, now, today)],
	['controls', (reader) => controlsDue(reader, actor, today)],
	['cards', (reader) => openCards(reader, actor)],
	['tasks', (reader) => tasksDue(reader, actor, today)],
	['approvals', (reader) => plansWaiting(reader, actor)],
	['referrals', (reader) => myReferrals(reader, actor)],
	['handovers', (reader) => handoversOf(reader, actor)]
];

/** Tables that grow with the nation: to read one from end to end is to read every office's rows. */
const nationwide = [
	'cases',
	'milestones',
	'cooperatives',
	'triages',
	'diagnoses',
	'referrals',
	'treatment_plans',
	'plan_actions',
	'follow_ups',
	'monitoring_cards',
	'care_tasks',
	'handover_cases'
];

interface PlanNode {
	readonly 'Node Type': string;
	readonly 'Relation Name'?: string;
	readonly Plans?: readonly PlanNode[];
}
const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)];

/** What a list asks, heard on the connection itself, and asked again for its plan. */
async function scannedBy(ask: (reader: Reader) => Promise<unknown>): Promise<string[]> {
	const heard: { text: string; values: unknown[] }[] = [];
	const original = pg.Client.prototype.query;
	type Query = (this: pg.Client, ...given: unknown[]) => unknown;
	(pg.Client.prototype as { query: Query }).query = function (this: pg.Client, ...given) {
		const [asked, values] = given as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
		const text = typeof asked === 'string' ? asked : asked.text;
		if (/^\s*(select|with)/i.test(text))
			heard.push({ text, values: values ?? (typeof asked === 'string' ? [] : (asked.values ?? [])) });
		return (original as Query).apply(this, given);
	};
	try {
		await read(database, actor, ask);
	} finally {
		pg.Client.prototype.query = original;
	}
	const scanned = new Set<string>();
	const client = await database.pool.connect();
	try {
		await client.query(`begin read only; select set_config('app.office_id', '${actor.officeId}', true)`);
		for (const { text, values } of heard) {
			const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
				`explain (format json) ${text}`,
				values as never[]
			);
			for (const node of nodes(rows[0]!['QUERY PLAN'][0]!.Plan))
				if (node['Node Type'] === 'Seq Scan' && nationwide.includes(node['Relation Name'] ?? ''))
					scanned.add(node['Relation Name']!);
		}
	} finally {
		await client.query('rollback');
		client.release();
	}
	if (heard.length === 0) throw new Error('nothing was heard: the list asked nothing');
	return [...scanned];
}

async function p95(ask: (reader: Reader) => Promise<readonly unknown[]>): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run < runs; run++) {
		const from = performance.now();
		const rows = await read(database, actor, ask);
		times.push(performance.now() - from);
		if (rows.length === 0) throw new Error('an empty list measures nothing');
	}
	return times.toSorted((a, b) => a - b)[Math.ceil(runs * 0.95) - 1]!;
}

export const rows: readonly BenchRow[] = [
	{
		name: 'worklists',
		what: 'every worklist, p95 of 60, with 20,000 open cases in the nation and 300 in the office',
		budget: '≤ 60 ms',
		holds: ({ ours }) => ours <= 60,
		run: async () => {
			const measured: Measured[] = [];
			for (const [detail, ask] of lists) measured.push({ detail, ours: await p95(ask), baseline: null, unit: 'ms' });
			return measured;
		}
	},
	{
		name: 'worklists-plan',
		what: 'tables of the nation that a worklist reads from end to end, by the plan of each of its questions',
		budget: 'none',
		holds: ({ ours }) => ours === 0,
		run: async () => {
			const measured: Measured[] = [];
			for (const [detail, ask] of lists) {
				const scanned = await scannedBy(ask);
				measured.push({
					detail: scanned.length > 0 ? `${detail}: ${scanned.join(', ')}` : detail,
					ours: scanned.length,
					baseline: null,
					unit: 'tables'
				});
			}
			return measured;
		}
	}
];

import pg from 'pg';
import { worklistOf, worklistQuery } from '#clinic/cases/server/reads/worklist.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { PgDialect } from 'drizzle-orm/pg-core';
import { benchDatabase } from './database.ts';
import type { BenchRow } from './row.ts';

/** Open cases in the nation, in the office that is measured, and what each has gone through. */
const OPEN = 20_000;
const OWN = 300;
const CLOSED_EACH = 2;
const MILESTONES = 14;
const TRIAGES = 4;
const today = '2026-03-02';

let database: Database;
let superUrl: string;
let actor: Actor;

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(4);
	database = made.database;
	superUrl = made.superUrl;
	const officeId = newId<'Office'>();
	actor = systemActor('bench', officeId, ['case.view']);
	// Past the line between offices: the nation is filled at once.
	const client = new pg.Client({ connectionString: made.superUrl });
	await client.connect();
	try {
		await client.query(
			`insert into offices (id, code, name, brand, address, zone, hours, created_at)
			 select case when code = (select min(code) from areas where level = 2) then $1::uuid else gen_random_uuid() end, code,
			        'Dinas ' || code, 'Klinik', '-', 'Asia/Jakarta', '{}', now() from areas where level = 2`,
			[officeId]
		);
		await client.query(
			`create temp table made as
			 select gen_random_uuid() as coop, gen_random_uuid() as id, n,
			        case when n < ${OWN} then $1::uuid else others.ids[1 + n % cardinality(others.ids)] end as office,
			        turn = 0 as open
			   from generate_series(0, ${OPEN - 1}) n, generate_series(0, ${CLOSED_EACH}) turn,
			        (select array_agg(id) as ids from offices where id <> $1::uuid) others`,
			[officeId]
		);
		await client.query(
			`insert into cooperatives (id, office_id, name, core, norm, created_at, updated_at)
			 select coop, office, 'KSP Bina ' || n, 'bina ' || n, 'bina ' || n, now(), now() from made`
		);
		await client.query(
			`insert into cases (id, office_id, cooperative_id, number, opened_at, opened_by, closed_at)
			 select id, office, coop, '2026-' || row_number() over (partition by office), now() - interval '90 days', 'x',
			        case when open then null else now() end from made`
		);
		await client.query(
			`insert into milestones (id, office_id, case_id, stage, what, params, at, by_kind, by, by_name)
			 select gen_random_uuid(), office, id,
			        (array['arrived','complaint',null,'examination',null,'diagnosis','referral',null,null,'treatment'])[step],
			        case when step = 12 then 'followUp.planned' else 'test.step' end,
			        case when step = 12 then '{"dueOn":"2026-02-20"}'::jsonb else '{}'::jsonb end,
			        now() - interval '90 days' + step * interval '6 days', 'staff', 'x', 'Ratna'
			   from made, generate_series(1, ${MILESTONES}) step`
		);
		await client.query(
			`insert into triages (id, office_id, case_id, level, computed_level, reasons, created_at, created_by)
			 select gen_random_uuid(), office, id, level, level,
			        jsonb_build_array(jsonb_build_object('code', 'meetingsMissed', 'params',
			          jsonb_build_object('level', level, 'count', 2))),
			        now() - interval '90 days' + turn * interval '8 days', 'x'
			   from made, generate_series(1, ${TRIAGES}) turn,
			        lateral (select (array['emergency','urgent','routine','information'])[1 + (n + turn) % 4] as level) l`
		);
		await client.query('vacuum analyze');
	} finally {
		await client.end();
	}
	return made.end;
}

const list = () => read(database, actor, (reader) => worklistOf(reader, actor, today));

/** The plan touches tables by their keys: a scan of a whole table of the nation is a defect, however quick it is today. */
async function scansWhole(): Promise<string[]> {
	const { sql, params } = new PgDialect().sqlToQuery(worklistQuery(actor.officeId ?? ''));
	const client = new pg.Client({ connectionString: superUrl });
	await client.connect();
	try {
		await client.query(`select set_config('app.office_id', $1, false)`, [actor.officeId]);
		const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, params as unknown[]);
		return rows
			.map((row) => row['QUERY PLAN'])
			.filter((line) => /Seq Scan on (cases|milestones|triages|cooperatives)/.test(line));
	} finally {
		await client.end();
	}
}

export const rows: readonly BenchRow[] = [
	{
		name: 'case-worklist',
		what: `an office's worklist, ${OWN} open cases of ${OPEN} in the nation, p95 of 200`,
		budget: '≤ 60 ms, no table of the nation scanned',
		holds: ({ ours }) => ours <= 60,
		run: async () => {
			const whole = await scansWhole();
			if (whole.length > 0) throw new Error(`the worklist scans the nation: ${whole.join('; ')}`);
			const length = (await list()).length;
			if (length !== OWN) throw new Error(`${length} cases instead of ${OWN}`);
			const times: number[] = [];
			for (let run = 0; run < 200; run++) {
				const from = performance.now();
				await list();
				times.push(performance.now() - from);
			}
			return [{ ours: times.sort((a, b) => a - b)[189]!, baseline: null, unit: 'ms' }];
		}
	}
];

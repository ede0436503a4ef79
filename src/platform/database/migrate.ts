import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { migrateJobs } from '../jobs/migrate.ts';

const folder = resolve(import.meta.dirname, '../../../drizzle');

/** The database was written by a later version of the program: going on could spoil it. */
export class NewerDatabase extends Error {}

/** What the application's role may do beyond SELECT and INSERT; tables not named here: also UPDATE and DELETE. */
const readOnly = ['areas', 'regulations', 'settings'];
const appendOnly = [
	'audit_rows',
	'milestones',
	'case_accesses',
	'examinations',
	'triages',
	'treatment_sessions',
	'session_agreements',
	'recoveries',
	'relapses',
	'field_changes',
	'life_decisions',
	'request_events'
];

/**
 * Brings the database to this version: extensions, migrations, then the rights of the application's role.
 * Safe to call at every start and by several processes at once.
 * @param ownerUrl the role that owns the tables
 * @param appRole name of the application's restricted role
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<void> {
	const client = new pg.Client({ connectionString: ownerUrl, application_name: 'klinik migrate' });
	await client.connect();
	try {
		await client.query(`select pg_advisory_lock(hashtext('klinik.migrate'))`);
		await refuseNewer(client);
		// All of them are trusted extensions: the database's owner may create them.
		for (const extension of ['pg_trgm', 'btree_gin', 'btree_gist', 'fuzzystrmatch'])
			await client.query(`create extension if not exists ${extension}`);
		await runMigrations(drizzle({ client }), { migrationsFolder: folder });
		await grant(client, pg.escapeIdentifier(appRole));
		await migrateJobs(ownerUrl, client, pg.escapeIdentifier(appRole));
	} finally {
		await client.end();
	}
}

async function refuseNewer(client: pg.Client): Promise<void> {
	const journal = JSON.parse(readFileSync(resolve(folder, 'meta/_journal.json'), 'utf8')) as {
		entries: { when: number }[];
	};
	const known = Math.max(0, ...journal.entries.map((entry) => entry.when));
	const exists = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as found`);
	if (!exists.rows[0].found) return;
	const { rows } = await client.query(
		`select coalesce(max(created_at), 0)::float8 as last from drizzle.__drizzle_migrations`
	);
	if (rows[0].last > known) throw new NewerDatabase();
}

/** Rights and forced row-level security, worked out from the tables that are there. */
async function grant(client: pg.Client, role: string): Promise<void> {
	const { rows } = await client.query<{ name: string; secured: boolean; forced: boolean }>(
		`select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced
		   from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
	);
	const statements = [`grant usage on schema public to ${role}`];
	for (const { name, secured, forced } of rows) {
		const table = pg.escapeIdentifier(name);
		const rights = readOnly.includes(name)
			? 'select'
			: appendOnly.includes(name)
				? 'select, insert'
				: 'select, insert, update, delete';
		statements.push(`revoke all on ${table} from public, ${role}`, `grant ${rights} on ${table} to ${role}`);
		// Forced: the owner too sees an office's rows only inside that office.
		if (secured && !forced) statements.push(`alter table ${table} force row level security`);
	}
	await client.query(`begin; ${statements.join('; ')}; commit`);
}

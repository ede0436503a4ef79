import pg from 'pg';
import { PlainFailure } from '#platform/plain-failure.ts';

const OLDEST = 15;

/**
 * Refuses a database that could not hold the line between offices: too old, or with an application role that row-level
 * security does not bind.
 * @returns the application's role
 */
export async function checkExternal(ownerUrl: string, appUrl: string): Promise<string> {
	const owner = await ask<{ role: string; database: string; version: number }>(
		ownerUrl,
		`select current_user as role, current_database() as database, current_setting('server_version_num')::int / 10000 as version`
	);
	if (owner.version < OLDEST)
		throw new PlainFailure(
			`Server basis data ini PostgreSQL ${owner.version}. Perlu PostgreSQL ${OLDEST} atau lebih baru.`
		);
	const app = await ask<{ role: string; database: string; bypasses: boolean; creates: boolean; owns: boolean }>(
		appUrl,
		`select current_user as role, current_database() as database,
		        exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(current_user, r.oid, 'MEMBER')) as bypasses,
		        (select rolcreaterole from pg_roles where rolname = current_user) as creates,
		        pg_has_role(current_user, d.datdba, 'MEMBER')
		        or exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
		                   and pg_has_role(current_user, c.relowner, 'MEMBER')) as owns
		   from pg_database d where d.datname = current_database()`
	);
	const use = 'Isi DATABASE_URL dengan peran terbatas yang lain dari peran di DATABASE_OWNER_URL.';
	if (app.bypasses)
		throw new PlainFailure(
			`Peran "${app.role}" di DATABASE_URL dapat melewati pembatas antar-dinas (SUPERUSER atau BYPASSRLS). ${use}`
		);
	if (app.creates)
		throw new PlainFailure(`Peran "${app.role}" di DATABASE_URL dapat membuat peran lain (CREATEROLE). ${use}`);
	if (app.owns || app.role === owner.role)
		throw new PlainFailure(`Peran "${app.role}" di DATABASE_URL memiliki basis data atau tabelnya. ${use}`);
	if (app.database !== owner.database)
		throw new PlainFailure('DATABASE_URL dan DATABASE_OWNER_URL harus menuju basis data yang sama.');
	return app.role;
}

async function ask<Row extends pg.QueryResultRow>(url: string, question: string): Promise<Row> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: 10_000,
		application_name: 'klinik check'
	});
	client.on('error', () => {});
	await client.connect();
	try {
		return (await client.query<Row>(question)).rows[0]!;
	} finally {
		await client.end();
	}
}

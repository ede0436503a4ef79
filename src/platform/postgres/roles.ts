import type pg from 'pg';

export const DATABASE = 'klinik';
/** Owns the database and its tables; migrates. Not a superuser. */
export const OWNER_ROLE = 'klinik_owner';
/** The application at work. Its rights come from the migrations; it owns nothing and is under row-level security. */
export const APP_ROLE = 'klinik_app';

/** Safe at every start and by several processes at once. */
export async function ensureRolesAndDatabase(superuser: pg.Client): Promise<void> {
	await superuser.query(`select pg_advisory_lock(hashtext('klinik.roles'))`);
	try {
		for (const role of [OWNER_ROLE, APP_ROLE])
			await superuser.query(
				`do $$ begin if to_regrole('${role}') is null then create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls; end if; end $$`
			);
		const { rowCount } = await superuser.query('select from pg_database where datname = $1', [DATABASE]);
		if (rowCount === 0) await superuser.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
	} finally {
		await superuser.query(`select pg_advisory_unlock(hashtext('klinik.roles'))`);
	}
}

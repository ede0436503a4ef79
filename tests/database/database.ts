import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { forgetSettings } from '#env';
import { openDatabase, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { urlFor } from './cluster.ts';

export interface TestDatabase {
	/** As the application's restricted role. */
	database: Database;
	/** As the owner of the tables (still held by row-level security). */
	ownerUrl: string;
	appUrl: string;
	/** Superuser: sees everything; for looking behind the scenes only. */
	admin: pg.Pool;
}

/** A database of this file's own, copied from the migrated template; dropped after the file. */
export function testDatabase(): TestDatabase {
	const name = `t_${newId().replace(/-/g, '')}`;
	const held = {} as TestDatabase;
	beforeAll(async () => {
		process.env.MASTER_KEY = inject('masterKey');
		process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'klinik-files-'));
		forgetSettings();
		const superUrl = inject('superUrl');
		await onServer(superUrl, `create database ${name} template klinik_template owner klinik_owner`);
		held.appUrl = urlFor(superUrl, name, 'klinik_app');
		held.ownerUrl = urlFor(superUrl, name, 'klinik_owner');
		held.database = openDatabase(held.appUrl, 12);
		held.admin = new pg.Pool({ connectionString: urlFor(superUrl, name, new URL(superUrl).username), max: 2 });
		// The database is dropped by force right after: a connection that is still closing may be cut.
		held.admin.on('error', () => {});
		held.admin.on('connect', (client) => client.on('error', () => {}));
	});
	afterAll(async () => {
		await held.database.close();
		await held.admin.end();
		rmSync(process.env.DATA_DIR!, { recursive: true, force: true });
		await onServer(inject('superUrl'), `drop database ${name} with (force)`);
	});
	return held;
}

async function onServer(superUrl: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: superUrl });
	await client.connect();
	// A template that is being copied cannot be copied a second time at the same instant: take turns.
	await client.query(`select pg_advisory_lock(hashtext('klinik.tests'))`);
	await client.query(statement);
	await client.end();
}

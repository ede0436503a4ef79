import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadReference } from '#clinic/offices/server/reference.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startPostgres } from '#platform/postgres/start.ts';
import { vouchForTrigrams } from '#platform/postgres/trigrams.ts';
import { startOtherPostgres } from './debian.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		superUrl: string;
		masterKey: string;
	}
}

/**
 * One PostgreSQL for the run, with one migrated template database that nobody connects to afterwards.
 * TEST_POSTGRES (a folder of binaries) runs the same tests on another version, TEST_DATABASE_URL (a superuser's) on a
 * server that runs already.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const { TEST_DATABASE_URL: given, TEST_POSTGRES: binaries } = process.env;
	const dataDir = mkdtempSync(join(tmpdir(), 'klinik-test-'));
	const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
	const server = given ? null : binaries ? startOtherPostgres(binaries) : await startPostgres({ dataDir, settings });
	const superUrl = given ?? server!.superUrl;
	await makeTemplate(superUrl);
	project.provide('superUrl', superUrl);
	project.provide('masterKey', Buffer.alloc(32, 7).toString('base64'));
	return async () => {
		await server?.stop();
		rmSync(dataDir, { recursive: true, force: true });
	};
}

async function makeTemplate(superUrl: string): Promise<void> {
	const admin = new pg.Client({ connectionString: superUrl });
	await admin.connect();
	for (const role of ['klinik_owner', 'klinik_app'])
		await admin.query(
			`do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if; end $$`
		);
	await admin.query('drop database if exists klinik_template with (force)');
	await admin.query('create database klinik_template owner klinik_owner');
	await admin.end();
	const ownerUrl = urlFor(superUrl, 'klinik_template', 'klinik_owner');
	await migrate(ownerUrl, 'klinik_app');
	await loadReference(ownerUrl);
	await vouchForTrigrams(urlFor(superUrl, 'klinik_template', new URL(superUrl).username));
}

/** The same server, another database and role. Works for socket addresses (`?host=`) as well as for TCP ones. */
export function urlFor(superUrl: string, database: string, role: string): string {
	const url = new URL(superUrl);
	url.username = role;
	url.password = '';
	url.pathname = `/${database}`;
	return url.toString();
}

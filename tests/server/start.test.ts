import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuild } from '../../bin/prepare.mjs';
import {
	ask,
	begunFolder,
	databasePid,
	dataFolder,
	forgetBegun,
	lives,
	refusal,
	serve,
	start,
	urlIn
} from './serving.ts';

const root = process.getuid!() === 0;

beforeAll(ensureBuild);
afterAll(forgetBegun);

/** The answer to a request that names another host than it went to, as a page elsewhere can make a browser send it. */
const statusFor = (address: string, host: string) =>
	new Promise((resolve, reject) =>
		get(address, { headers: { host } }, (response) => resolve(response.resume().statusCode)).on('error', reject)
	);

const ownerOf = (pid: number) => Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);

describe('a start for real use', () => {
	test('serves on this machine alone, as an ordinary user, and Ctrl-C leaves nothing behind', async () => {
		const folder = dataFolder();
		const program = serve({ DATA_DIR: folder }, '--real');
		const address = await program.ready();
		const response = await fetch(address, { redirect: 'manual' });
		expect(response.status).toBeLessThan(500);
		expect(response.headers.get('strict-transport-security')).toBeNull();

		expect(await statusFor(address, 'klinik.example')).toBe(403);
		const form = await fetch(`${address}/`, {
			method: 'POST',
			headers: { origin: address },
			body: new URLSearchParams({ a: 'b' })
		});
		expect(form.status, 'forms work over plain http on this machine').not.toBe(403);

		const database = databasePid(folder);
		if (root) {
			expect(ownerOf(program.pid)).toBeGreaterThan(0);
			expect(ownerOf(database)).toBe(ownerOf(program.pid));
		} else expect([ownerOf(program.pid), ownerOf(database)]).toEqual([process.getuid!(), process.getuid!()]);
		expect(statSync(`${folder}.key`).mode & 0o777).toBe(0o600);
		expect(await ask(urlIn(folder), 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
		const environment = root ? readFileSync(`/proc/${program.pid}/environ`, 'utf8') : '';
		expect(environment).not.toContain('klinik_owner');

		program.interrupt();
		const { code, text } = await program.ended();
		expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('sedang ditutup') });
		expect(lives(database)).toBe(false);
		expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
	});

	test('killed outright, application and database, it starts again at once with all that was saved', async () => {
		const folder = await begunFolder();
		const program = serve({ DATA_DIR: folder }, '--real');
		await program.ready();
		await ask(urlIn(folder, 'klinik_owner'), 'create table kept as select generate_series(1, 500) as n');
		const database = databasePid(folder);
		process.kill(program.pid, 'SIGKILL');
		process.kill(database, 'SIGKILL');

		const again = serve({ DATA_DIR: folder });
		await again.ready();
		expect(await ask(urlIn(folder), 'select count(*)::int as n from kept')).toEqual([{ n: 500 }]);
		expect(databasePid(folder)).not.toBe(database);
	});

	test('killed alone, the application finds its database still running', async () => {
		const folder = await begunFolder();
		const program = serve({ DATA_DIR: folder }, '--real');
		await program.ready();
		const database = databasePid(folder);
		process.kill(program.pid, 'SIGKILL');
		const again = serve({ DATA_DIR: folder });
		await again.ready();
		expect(databasePid(folder)).toBe(database);
		again.interrupt();
		await again.ended();
		expect(lives(database)).toBe(false);
	});

	test('a database killed under the running application comes back', async () => {
		const folder = await begunFolder();
		const program = serve({ DATA_DIR: folder }, '--real');
		await program.ready();
		process.kill(databasePid(folder), 'SIGKILL');
		await expect
			.poll(() => ask(urlIn(folder), 'select 1 as one').catch(() => []), { timeout: 20_000 })
			.toEqual([{ one: 1 }]);
	});

	test('ends when the program that started it is gone', async () => {
		const folder = await begunFolder();
		const program = start('start.mjs', ['--real'], { DATA_DIR: folder });
		await program.ready();
		const database = databasePid(folder);
		process.kill(program.pid, 'SIGKILL');
		await expect.poll(() => lives(database), { timeout: 10_000 }).toBe(false);
	});
});

describe('modes', () => {
	test('what a database was made for holds for good', async () => {
		const folder = await begunFolder();
		const program = serve({ DATA_DIR: folder }, '--real');
		await program.ready();
		program.interrupt();
		await program.ended();
		expect(await refusal({ DATA_DIR: folder }, '--demo')).toMatch(
			/^Basis data ini dibuat untuk mode nyata dan tidak dapat dipakai dalam mode peragaan/
		);
		expect(await refusal({ DATA_DIR: folder, FIXED_NOW: '2026-11-20T08:00:00+07:00' })).toMatch(
			/^FIXED_NOW hanya untuk pengujian/
		);
		expect(existsSync(join(folder, 'postgres/postmaster.pid')), 'a refusal stops what it started').toBe(false);

		rmSync(`${folder}.key`);
		expect(await refusal({ DATA_DIR: folder })).toMatch(/^Kunci utama tidak ditemukan di .*\.key/);
		expect(await refusal({ DATA_DIR: folder, MASTER_KEY: Buffer.alloc(32, 1).toString('base64') })).toMatch(
			/^Kunci utama ini bukan kunci/
		);
	});

	test('a demonstration that was cut short is begun anew', async () => {
		const folder = await begunFolder();
		const real = serve({ DATA_DIR: folder }, '--real');
		await real.ready();
		const facts = [JSON.stringify({ mode: 'demo', world: 'begun' })];
		await ask(
			urlIn(folder),
			'insert into settings select key, value from jsonb_each($1) on conflict (key) do update set value = excluded.value',
			facts
		);
		await ask(urlIn(folder, 'klinik_owner'), 'create table half_made ()');
		real.interrupt();
		await real.ended();

		const program = serve({ DATA_DIR: folder });
		await program.ready();
		expect(program.said()).toContain('Mode peragaan');
		expect(await ask(urlIn(folder), `select value from settings where key = 'world'`)).toEqual([{ value: 'done' }]);
		expect(await ask(urlIn(folder), `select to_regclass('half_made') as there`)).toEqual([{ there: null }]);
		program.interrupt();
		await program.ended();
		expect(await refusal({ DATA_DIR: folder, ORIGIN: 'https://klinik.example' })).toMatch(
			/^Mode peragaan hanya untuk komputer ini sendiri/
		);
	});
});

describe('what stands in the way is said in one plain sentence', () => {
	test('a setting that is not right', async () => {
		expect(await refusal({ PORT: 'tiga' })).toBe(
			'Pengaturan PORT keliru: harus bilangan bulat 0 sampai 65535. Yang tertulis sekarang: tiga.'
		);
		expect(await refusal({ HOST: '0.0.0.0' })).toMatch(/^HOST=0\.0\.0\.0 membuka program ini bagi komputer lain/);
		expect(await refusal({ DATABASE_URL: 'postgres://a@localhost/b', DATA_DIR: dataFolder() })).toMatch(
			/harus diisi keduanya/
		);
	});

	test('a port in use', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		onTestFinished(() => void other.close());
		await new Promise((listening) => other.once('listening', listening));
		const { port } = other.address() as { port: number };
		expect(await refusal({ PORT: String(port), DATA_DIR: dataFolder() })).toMatch(
			new RegExp(`^Port ${port} sedang dipakai program lain`)
		);
	});

	test('a data folder that cannot be made, written or taken over', async () => {
		expect(await refusal({ DATA_DIR: '/proc/klinik' })).toMatch(/^Folder data \/proc\/klinik tidak dapat dibuat/);
		const folder = dataFolder();
		if (root) {
			writeFileSync(join(folder, 'surat.txt'), 'milik orang lain');
			expect(await refusal({ DATA_DIR: folder })).toMatch(/sudah berisi hal lain/);
			expect(statSync(folder).uid, 'and is left as it was').toBe(0);
		} else {
			chmodSync(folder, 0o500);
			expect(await refusal({ DATA_DIR: folder })).toMatch(/tidak dapat ditulis/);
		}
	});

	test('a full disk', async () => {
		const folder = dataFolder();
		// Only root may mount a disk of 10 MB; anybody may use /dev/full as the place of the key.
		const mounted = root && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', folder]).status === 0;
		if (mounted) {
			onTestFinished(() => void spawnSync('umount', [folder]));
			expect(await refusal({ DATA_DIR: folder }, '--real')).toMatch(/^Cakram penuh/);
		} else {
			const { explainServerText } = await import('#platform/postgres/failures.ts');
			const said = 'initdb: error: could not write file "base/1/1249": No space left on device';
			expect(explainServerText(said, folder).message).toMatch(/^Cakram penuh/);
		}
	});

	test('a database of a newer version, of the program and of PostgreSQL', async () => {
		const folder = await begunFolder();
		const program = serve({ DATA_DIR: folder }, '--real');
		await program.ready();
		await ask(
			urlIn(folder),
			`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9000000000000)`
		);
		program.interrupt();
		await program.ended();
		expect(await refusal({ DATA_DIR: folder })).toMatch(/^Basis data ini dibuat oleh versi program yang lebih baru/);
		writeFileSync(join(folder, 'postgres/PG_VERSION'), '19\n');
		expect(await refusal({ DATA_DIR: folder })).toMatch(
			/dibuat oleh PostgreSQL 19, sedangkan program ini membawa PostgreSQL 18/
		);
	});
});

describe('an own database server', () => {
	test('needs an application role that is bound by row-level security, a choice of mode and a key', async () => {
		const folder = dataFolder();
		const { startPostgres } = await import('#platform/postgres/start.ts');
		const server = await startPostgres({ dataDir: folder, settings: { fsync: 'off' } });
		onTestFinished(() => server.stop());
		const elsewhere = dataFolder();
		const env = { DATA_DIR: elsewhere, DATABASE_OWNER_URL: server.ownerUrl };
		await ask(server.superUrl, 'create role maker login createrole');
		expect(await refusal({ ...env, DATABASE_URL: server.superUrl }, '--real')).toMatch(
			/dapat melewati pembatas antar-dinas/
		);
		expect(await refusal({ ...env, DATABASE_URL: server.ownerUrl }, '--real')).toMatch(
			/memiliki basis data atau tabelnya/
		);
		expect(await refusal({ ...env, DATABASE_URL: urlIn(folder, 'maker') }, '--real')).toMatch(/CREATEROLE/);
		expect(await refusal({ ...env, DATABASE_URL: urlIn(folder, 'klinik_app', 'postgres') }, '--real')).toMatch(
			/basis data yang sama/
		);
		const right = { ...env, DATABASE_URL: server.appUrl };
		expect(await refusal(right)).toMatch(/Basis data luar ini masih kosong/);
		expect(await refusal(right, '--real')).toMatch(/perlu kunci utama sendiri/);
		expect(await ask(server.superUrl, `select to_regclass('settings') as there`), 'nothing was begun').toEqual([
			{ there: null }
		]);

		const program = serve({ ...right, MASTER_KEY_FILE: `${elsewhere}.key` }, '--real');
		await program.ready();
		expect(readdirSync(elsewhere), 'no embedded database was made').not.toContain('postgres');
		program.interrupt();
		await program.ended();
		expect(await ask(server.superUrl, 'select 1 as one'), 'and the own server is left alone').toEqual([{ one: 1 }]);

		await ask(server.superUrl, 'create table taken (); alter table taken owner to klinik_app');
		expect(await refusal(right)).toMatch(/memiliki basis data atau tabelnya/);
	});
});

describe('a folder that the system user cannot reach', () => {
	test('is copied to where he can, once', async () => {
		const { canReach, reachableCopy, systemUser } = await import('#platform/system-user.ts');
		const folder = dataFolder();
		mkdirSync(join(folder, 'bin'), { mode: 0o700 });
		writeFileSync(join(folder, 'bin/program'), 'x', { mode: 0o700 });
		const user = systemUser();
		const copy = reachableCopy(user, folder, 'bin/program', 'test', String(process.pid));
		if (root) {
			onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
			expect(copy).not.toBe(folder);
			expect(canReach(user, join(copy, 'bin/program'), 'x')).toBe(true);
			expect(statSync(join(copy, 'bin/program')).uid, 'and cannot change it').toBe(0);
			expect(reachableCopy(user, folder, 'bin/program', 'test', String(process.pid))).toBe(copy);
		} else expect([user, copy]).toEqual([undefined, folder]);
	});
});

/** An own, embedded PostgreSQL: real, on a private Unix socket, without any TCP. */
import { spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { PlainFailure } from '../plain-failure.ts';
import { isRoot, ownFolder, runAs, userOf, type SystemUser } from '../system-user.ts';
import { ensureCluster, serverEnvironment } from './cluster.ts';
import { explainServerText } from './failures.ts';
import { nativeFolder } from './native.ts';
import { placeOf, urlOf, type Place } from './place.ts';
import { isPostmaster, recordedPid, removeStaleLocks } from './postmaster.ts';
import { APP_ROLE, DATABASE, ensureRolesAndDatabase, OWNER_ROLE } from './roles.ts';
import { vouchForTrigrams } from './trigrams.ts';

export interface PostgresOptions {
	readonly dataDir: string;
	/** Told what takes long or goes wrong, in the words of the person at the terminal. */
	readonly log?: (line: string) => void;
	/** Server settings beside ours, such as `fsync: 'off'` in tests. */
	readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
	readonly superUrl: string;
	readonly ownerUrl: string;
	readonly appUrl: string;
	/** Whether this start made the cluster. */
	readonly fresh: boolean;
	/** Lets go of the server. The last process to let go stops it. */
	stop(): Promise<void>;
}

/** Longest wait for a server to answer; recovery after a crash of a large database may take its time. */
const PATIENCE_MS = 120_000;
/** How long the rests of a killed server may stand in the way. */
const REMNANTS_MS = 15_000;
/** Every process that uses the server holds this lock shared; who gets it alone is the last. */
const IN_USE = 7_020_221;

/** Starts the server of a data folder, or joins the one that runs there already. */
export async function startPostgres({
	dataDir,
	log = () => {},
	settings = {}
}: PostgresOptions): Promise<RunningPostgres> {
	const user = userOf(`${dataDir}/postgres`);
	ownFolder(user, dataDir);
	const place = placeOf(dataDir, user);
	const native = nativeFolder(user);
	const fresh = await ensureCluster(place, native, user);
	let stopping = false;
	const hold = async () => {
		const holder = await holdServer(() => ensureRunning(place, native, user, settings));
		holder.once('end', () => {
			if (stopping) return;
			log('Basis data berhenti mendadak; dijalankan kembali.');
			held = hold();
			held.catch((error: Error) => log(error.message));
		});
		return holder;
	};
	let held = hold();
	await ensureRolesAndDatabase(await held);
	await vouchForTrigrams(urlOf(place, 'postgres', DATABASE));
	return {
		superUrl: urlOf(place, 'postgres', DATABASE),
		ownerUrl: urlOf(place, OWNER_ROLE, DATABASE),
		appUrl: urlOf(place, APP_ROLE, DATABASE),
		fresh,
		stop: async () => {
			if (stopping) return;
			stopping = true;
			const holder = await held.catch(() => undefined);
			if (holder) await letGo(holder, place);
		}
	};
}

/** A session that lives as long as this process uses the server. */
async function holdServer(connect: () => Promise<pg.Client>): Promise<pg.Client> {
	for (;;) {
		const holder = await connect();
		try {
			await holder.query('select pg_advisory_lock_shared($1)', [IN_USE]);
			return holder;
		} catch {
			// The last user stopped the server just as we came in: start anew.
			await holder.end().catch(() => {});
		}
	}
}

async function ensureRunning(
	place: Place,
	native: string,
	user: SystemUser | undefined,
	settings: Readonly<Record<string, string>>
): Promise<pg.Client> {
	const begin = Date.now();
	let started: ReturnType<typeof launch> | undefined;
	for (;;) {
		const client = await tryConnect(place);
		if (client) return client;
		if (started?.exited) {
			const text = started.said();
			// The rests of a killed server (its workers, its shared memory) vanish by themselves.
			const passing = /lock file|still in use|already in use|Is another postmaster/i.test(text);
			if (!passing || Date.now() - begin > REMNANTS_MS) throw explainServerText(text, dirname(place.cluster));
			started = undefined;
			await pause(100);
		}
		const pid = recordedPid(place);
		if (!started && (pid === undefined || !isPostmaster(pid, place))) {
			if (pid !== undefined) removeStaleLocks(place, pid);
			started = launch(place, native, user, settings);
		}
		if (Date.now() - begin > PATIENCE_MS)
			throw new PlainFailure(`PostgreSQL di ${place.cluster} tidak menjawab. Keterangannya ada di ${place.log}.`);
		await pause(20);
	}
}

async function tryConnect(place: Place): Promise<pg.Client | undefined> {
	const client = new pg.Client({
		connectionString: urlOf(place, 'postgres', 'postgres'),
		application_name: 'klinik holder'
	});
	client.on('error', () => {});
	try {
		await client.connect();
		return client;
	} catch {
		await client.end().catch(() => {});
		return undefined;
	}
}

/**
 * Detached, so that Ctrl-C in the terminal reaches the application first and the database only through it.
 * Its log goes to a file of its own: a pipe to us would break with us.
 */
function launch(
	place: Place,
	native: string,
	user: SystemUser | undefined,
	settings: Readonly<Record<string, string>>
) {
	const config = {
		listen_addresses: '',
		unix_socket_directories: place.socket,
		unix_socket_permissions: '0700',
		log_timezone: 'UTC',
		timezone: 'UTC',
		jit: 'off',
		// Statements and key values of failed queries may hold personal data.
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		...settings
	};
	const flags = Object.entries(config).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const log = openLog(place, user);
	const from = statSync(place.log).size;
	const child = spawn(`${native}/bin/postgres`, ['-D', place.cluster, ...flags], {
		cwd: '/',
		detached: true,
		env: serverEnvironment(),
		stdio: ['ignore', log, log],
		...runAs(user)
	});
	closeSync(log);
	const state = { exited: false, said: () => readFileSync(place.log).subarray(from).toString() };
	child.on('exit', () => (state.exited = true));
	child.on('error', () => (state.exited = true));
	child.unref();
	return state;
}

function openLog(place: Place, user: SystemUser | undefined): number {
	const log = openSync(place.log, 'a', 0o600);
	if (user && isRoot()) fchownSync(log, user.uid, user.gid);
	if (statSync(place.log).size > 10_000_000) truncateSync(place.log);
	return log;
}

async function letGo(holder: pg.Client, place: Place): Promise<void> {
	try {
		await holder.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
		const { rows } = await holder.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [IN_USE]);
		const pid = recordedPid(place);
		if (!rows[0]?.last || pid === undefined || !isPostmaster(pid, place)) return;
		process.kill(pid, 'SIGINT');
		for (let waited = 0; recordedPid(place) === pid && isPostmaster(pid, place); waited += 10) {
			// A fast shutdown that takes this long is cut short; the next start recovers.
			if (waited === 10_000) process.kill(pid, 'SIGQUIT');
			await pause(10);
		}
	} catch {
		// The server is gone already.
	} finally {
		await holder.end().catch(() => {});
	}
}

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

export const checkout = resolve(import.meta.dirname, '../..');

/** A folder for the data of one test, gone afterwards together with the key beside it. */
export function dataFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'klinik-start-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
		rmSync(`${folder}.key`, { force: true });
	});
	return folder;
}

let made: Promise<string> | undefined;

/** The data of an installation for real use that was begun and closed: a copy, so that not every test begins one anew. */
export async function begunFolder(): Promise<string> {
	made ??= begin(mkdtempSync(join(tmpdir(), 'klinik-begun-')), '--real');
	return copyOf(await made);
}

/** The data of a demonstration that was filled and closed: filled once in a run, by the first test that wants it. */
export async function filledFolder(): Promise<string> {
	const original = inject('filled');
	if (!existsSync(`${original}.key`)) await begin(original);
	return copyOf(original);
}

function copyOf(original: string): string {
	const folder = dataFolder();
	spawnSync('cp', ['-a', `${original}/.`, folder]);
	spawnSync('cp', ['-a', `${original}.key`, `${folder}.key`]);
	return folder;
}

async function begin(folder: string, ...args: string[]): Promise<string> {
	const { child, ...program } = launch('serve.ts', args, { DATA_DIR: folder });
	await program.ready();
	child.kill('SIGINT');
	await program.ended();
	return folder;
}

/** To be called when all tests are done. */
export async function forgetBegun(): Promise<void> {
	const folder = await made;
	if (!folder) return;
	rmSync(folder, { recursive: true, force: true });
	rmSync(`${folder}.key`, { force: true });
}

export interface Program {
	readonly pid: number;
	/** All that it has said so far. */
	said(): string;
	/** Its address, once it says that it is ready; fails when it ends before. */
	ready(): Promise<string>;
	/** Its exit code and all that it said. */
	ended(): Promise<{ code: number | null; text: string }>;
	/** As Ctrl-C does it: to the whole process group. */
	interrupt(): void;
}

/** Starts one of the programs in `bin` as a process group of its own, on a free port. */
export function start(file: string, args: string[], env: Record<string, string>, input = ''): Program {
	const { child, ...program } = launch(file, args, env, input);
	onTestFinished(async () => {
		child.kill('SIGTERM');
		await program.ended();
	});
	return program;
}

function launch(file: string, args: string[], env: Record<string, string>, input = '') {
	const child = spawn(process.execPath, [join(checkout, 'bin', file), ...args], {
		cwd: checkout,
		detached: true,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...env }
	});
	child.stdin.end(input);
	let text = '';
	child.stdout.on('data', (chunk) => (text += chunk));
	child.stderr.on('data', (chunk) => (text += chunk));
	const end = new Promise<{ code: number | null; text: string }>((done) =>
		child.on('close', (code) => done({ code, text }))
	);
	const ready = async () => {
		while (!text.includes('Ctrl-C')) {
			if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${text}`);
			await pause(20);
		}
		return /http:\/\/localhost:\d+/.exec(text)![0];
	};
	const interrupt = () => process.kill(-child.pid!, 'SIGINT');
	return { child, pid: child.pid!, said: () => text, ended: () => end, interrupt, ready };
}

export const serve = (env: Record<string, string>, ...args: string[]): Program => start('serve.ts', args, env);

/** The sentence with which a start gives up: one line or few, exit 1, no stack. */
export async function refusal(env: Record<string, string>, ...args: string[]): Promise<string> {
	const { code, text } = await serve(env, ...args).ended();
	if (code !== 1) throw new Error(`exit ${code}: ${text}`);
	if (/\n\s+at |node:internal|Error:/.test(text)) throw new Error(`a stack: ${text}`);
	return text.trim();
}

/** How to reach the database of a data folder from outside, as the database's superuser. */
export const urlIn = (folder: string, role = 'postgres', database = 'klinik'): string =>
	`postgres://${role}@localhost/${database}?host=${encodeURIComponent(join(folder, 'socket'))}&port=5432&sslmode=disable`;

/** One question over a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
	url: string,
	question: string,
	values: unknown[] = []
): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	client.on('error', () => {});
	await client.connect();
	try {
		return (await client.query<Row>(question, values)).rows;
	} finally {
		await client.end();
	}
}

/** The process of the embedded database. */
export const databasePid = (folder: string) =>
	Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

/** Whether a process runs; one that was killed and not yet reaped does not. */
export const lives = (pid: number) =>
	existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const checkout = resolve(import.meta.dirname, '../..');

/** Monday 2 March 2026, 09.00 WIB: the day of every journey. */
export const journeyNow = '2026-03-02T02:00:00Z';

/** Given beforehand, it names a server that runs already: for writing a story. */
const nameFor = (width: string) => `KLINIK_${width.toUpperCase()}`;

/** One server for each width, each with a demonstration world of its own; addresses go to the workers by the environment. */
export default async function startServers(): Promise<() => Promise<void>> {
	const ends = await Promise.all(['phone', 'desk'].filter((width) => !process.env[nameFor(width)]).map(startServer));
	return async () => {
		await Promise.all(ends.map((end) => end()));
	};
}

async function startServer(width: string): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), `klinik-${width}-`));
	const child = spawn(process.execPath, [join(checkout, 'bin/serve.ts')], {
		cwd: checkout,
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			DATA_DIR: folder,
			PORT: '0',
			FIXED_NOW: journeyNow,
			LOG_LEVEL: 'error'
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	process.env[nameFor(width)] = await addressOf(child);
	return async () => {
		const ended = new Promise((done) => child.once('close', done));
		child.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
		rmSync(`${folder}.key`, { force: true });
	};
}

async function addressOf(child: ChildProcess): Promise<string> {
	let text = '';
	const keep = (chunk: Buffer) => (text += chunk.toString());
	child.stdout!.on('data', keep);
	child.stderr!.on('data', keep);
	for (const until = Date.now() + 300_000; Date.now() < until; await pause(50)) {
		if (child.exitCode !== null) break;
		if (text.includes('Ctrl-C')) return /http:\/\/localhost:\d+/.exec(text)![0];
	}
	child.kill('SIGKILL');
	throw new Error(`the server did not start:\n${text}`);
}

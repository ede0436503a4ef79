import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
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
	const [first, ...others] = ['phone', 'desk'].filter((width) => !process.env[nameFor(width)]);
	if (!first) return async () => {};
	// Filled once, then copied while nobody writes in it.
	const folder = newFolder(first);
	await (await startServer(folder)).end();
	const folders = [folder, ...others.map((width) => copyOf(folder, width))];
	const servers = await Promise.all(folders.map((one) => startServer(one)));
	for (const [at, width] of [first, ...others].entries()) process.env[nameFor(width)] = servers[at]!.address;
	return async () => {
		await Promise.all(servers.map(({ end }) => end()));
		folders.forEach(removeFolder);
	};
}

export const newFolder = (width: string) => mkdtempSync(join(tmpdir(), `klinik-${width}-`));

export function removeFolder(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	rmSync(`${folder}.key`, { force: true });
}

function copyOf(original: string, width: string): string {
	const folder = newFolder(width);
	spawnSync('cp', ['-a', `${original}/.`, folder]);
	spawnSync('cp', ['-a', `${original}.key`, `${folder}.key`]);
	return folder;
}

export async function startServer(folder: string, ...args: string[]) {
	const child = spawn(process.execPath, [join(checkout, 'bin/serve.ts'), ...args], {
		cwd: checkout,
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			DATA_DIR: folder,
			PORT: '0',
			// Refused in real use, where the clock holds.
			...(!args.includes('--real') && { FIXED_NOW: journeyNow }),
			LOG_LEVEL: 'error'
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const { address, said } = await saidBy(child);
	const end = async () => {
		const ended = new Promise((done) => child.once('close', done));
		child.kill('SIGTERM');
		await ended;
	};
	return { address, said, end };
}

/** Its address and all that it said, once it is ready. */
async function saidBy(child: ChildProcess): Promise<{ address: string; said: string }> {
	let text = '';
	const keep = (chunk: Buffer) => (text += chunk.toString());
	child.stdout!.on('data', keep);
	child.stderr!.on('data', keep);
	for (const until = Date.now() + 300_000; Date.now() < until; await pause(50)) {
		if (child.exitCode !== null) break;
		if (text.includes('Ctrl-C')) return { address: /http:\/\/localhost:\d+/.exec(text)![0], said: text };
	}
	child.kill('SIGKILL');
	throw new Error(`the server did not start:\n${text}`);
}

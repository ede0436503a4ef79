import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get, request, type ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { worldPassword } from '#world/offices.ts';
import type { BenchRow } from './row.ts';

const checkout = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'klinik-live-'));

/** Boards and telephones that watch one process. */
const watchers = 1000;
const calls = 20;

let child: ChildProcess;
let address = '';

export async function setUp(): Promise<() => Promise<void>> {
	child = spawn(process.execPath, [join(checkout, 'bin/start.mjs')], {
		cwd: checkout,
		// A Monday morning in the demonstration: at night no kiosk gives a number.
		env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', FIXED_NOW: '2026-03-02T02:00:00Z' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let text = '';
	child.stdout!.on('data', (chunk) => (text += chunk));
	child.stderr!.on('data', (chunk) => (text += chunk));
	while (!text.includes('Ctrl-C')) {
		if (child.exitCode !== null) throw new Error(text);
		await pause(20);
	}
	address = /http:\/\/localhost:\d+/.exec(text)![0];
	return async () => {
		const ended = new Promise((done) => child.once('close', done));
		child.kill('SIGINT');
		await ended;
		rmSync(folder, { recursive: true, force: true });
		rmSync(`${folder}.key`, { force: true });
	};
}

interface Answer {
	readonly text: string;
	readonly cookie: string;
	readonly location: string | undefined;
	readonly ms: number;
}

function ask(path: string, cookie: string, form?: Record<string, string>): Promise<Answer> {
	const body = form && new URLSearchParams(form).toString();
	const from = performance.now();
	return new Promise((done, failed) => {
		const call = request(
			new URL(path, address),
			{
				method: body === undefined ? 'GET' : 'POST',
				headers: {
					cookie,
					accept: 'text/html',
					...(body !== undefined && { origin: address, 'content-type': 'application/x-www-form-urlencoded' })
				}
			},
			(response) => {
				let text = '';
				response.on('data', (piece: Buffer) => (text += piece.toString()));
				response.on('end', () => {
					const cookies = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!).join('; ');
					done({ text, cookie: cookies, location: response.headers.location, ms: performance.now() - from });
				});
			}
		);
		call.on('error', failed);
		call.end(body);
	});
}

async function signedIn(email: string): Promise<string> {
	const entered = await ask('/masuk?/sandi', '', { email, password: worldPassword });
	const chosen = await ask(entered.location ?? '/', entered.cookie);
	return [entered.cookie, chosen.cookie].filter(Boolean).join('; ');
}

async function pairedBoard(kind: 'board' | 'kiosk'): Promise<string> {
	const administrator = await signedIn('wahyu@sragen.contoh.id');
	const { text } = await ask('/pengaturan/perangkat?/add', administrator, { kind, name: `Bench ${kind}` });
	const codes = [...text.matchAll(/[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/g)].map(([code]) => code);
	return (await ask('/pasang', '', { kode: codes.at(-1)! })).cookie;
}

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

/** A stream of events; `heard` is called with the time of each message of that kind. */
function watch(
	path: string,
	cookie: string,
	kind: string,
	heard: (at: number, data: string) => void
): Promise<ClientRequest> {
	return new Promise((opened, failed) => {
		const stream = get(new URL(path, address), { agent, headers: { cookie } }, (response) => {
			if (response.statusCode !== 200) return failed(new Error(`${path}: ${response.statusCode}`));
			response.on('data', (piece: Buffer) => {
				const text = piece.toString();
				if (text.includes(`event: ${kind}\n`)) heard(performance.now(), text);
			});
			opened(stream);
		});
		stream.on('error', () => {});
	});
}

function residentMegabytes(): number {
	const pids = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
	return Math.max(
		...pids.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000)
	);
}

const share = (values: readonly number[], part: number): number =>
	[...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;

const idIn = (text: string, name: string): string | undefined =>
	new RegExp(`name="${name}" value="([0-9a-f-]{36})"`).exec(text)?.[1];

export const rows: readonly BenchRow[] = [
	{
		name: 'live',
		what: `a call reaches ${watchers} boards and telephones of one process; the caller; memory a connection; issue of a ticket`,
		budget: 'all p95 ≤ 150 ms, caller p95 ≤ 100 ms, ticket p95 ≤ 50 ms',
		holds: ({ detail = '', ours }) =>
			detail.startsWith('memory') ||
			ours <= (detail.startsWith('caller') ? 100 : detail.startsWith('ticket') ? 50 : 150),
		run: async () => {
			const board = await pairedBoard('board');
			const kiosk = await pairedBoard('kiosk');
			const officer = await signedIn('ratna@sragen.contoh.id');
			const codeNow = /id="kode">(\d{4})/.exec((await ask('/papan', board)).text)![1]!;
			const phone = (await ask('/a/33.14', '', { clinicId: '', kode: codeNow })).location!;

			const before = residentMegabytes();
			const open: ClientRequest[] = [];
			let begun = 0;
			let late: number[] = [];
			const heard = (at: number) => late.push(at - begun);
			while (open.length < watchers) {
				const batch = Array.from({ length: 50 }, (_, at) =>
					at % 2 === 0
						? watch('/papan/langsung?kantor=33.14', board, 'change', heard)
						: watch(`${phone}/langsung`, '', 'ticket', heard)
				);
				open.push(...(await Promise.all(batch)));
			}
			await pause(3_000);
			const memory = ((residentMegabytes() - before) * 1000) / watchers;

			// A ticket is issued at the kiosk while they watch; those tickets are then called one by one.
			for (let n = 0; n < calls + 10; n++) await ask('/kios', kiosk, { clinicId: '' });
			await pause(1_000);
			const reached: number[] = [];
			const answered: number[] = [];
			for (let turn = 0; turn < calls; turn++) {
				const page = (await ask('/antrean', officer)).text;
				const busy = /action="\?\/finish"[\s\S]*?name="ticketId" value="([0-9a-f-]{36})"/.exec(page)?.[1];
				if (busy) await ask('/antrean?/finish', officer, { ticketId: busy });
				const free = busy ? (await ask('/antrean', officer)).text : page;
				await pause(400);
				late = [];
				begun = performance.now();
				const roomId = idIn(free, 'roomId');
				const called = await ask('/antrean?/call', officer, { roomId: roomId!, promised: '' });
				answered.push(called.ms);
				for (let waited = 0; late.length < watchers && waited < 3_000; waited += 10) await pause(10);
				if (late.length < watchers) throw new Error(`a call reached ${late.length} of ${watchers}`);
				reached.push(...late.slice(0, watchers));
			}
			for (const stream of open.slice(200)) stream.destroy();
			await pause(500);
			const fewer: number[] = [];
			for (let n = 0; n < 40; n++) fewer.push((await ask('/kios', kiosk, { clinicId: '' })).ms);
			for (const stream of open) stream.destroy();
			return [
				{ detail: 'call to all watchers, p50', ours: share(reached, 0.5), baseline: null, unit: 'ms' },
				{ detail: 'call to all watchers, p95', ours: share(reached, 0.95), baseline: null, unit: 'ms' },
				{ detail: 'caller, p95', ours: share(answered, 0.95), baseline: null, unit: 'ms' },
				{ detail: 'memory a connection', ours: memory, baseline: null, unit: 'kB' },
				{ detail: 'ticket while 200 watch, p95', ours: share(fewer, 0.95), baseline: null, unit: 'ms' }
			];
		}
	}
];

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { worldPassword } from '#world/offices.ts';
import { median, type BenchRow, type Measured } from './row.ts';

const checkout = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'klinik-bench-'));

interface Running {
	readonly child: ChildProcess;
	readonly address: string;
	readonly seconds: number;
}

/** Starts the server as `npm start` does once everything is installed and built, until it answers. */
async function start(): Promise<Running> {
	const from = performance.now();
	const child = spawn(process.execPath, [join(checkout, 'bin/start.mjs')], {
		cwd: checkout,
		env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let text = '';
	child.stdout.on('data', (chunk) => (text += chunk));
	child.stderr.on('data', (chunk) => (text += chunk));
	while (!text.includes('Ctrl-C')) {
		if (child.exitCode !== null) throw new Error(text);
		await pause(5);
	}
	const address = /http:\/\/localhost:\d+/.exec(text)![0];
	return { child, address, seconds: (performance.now() - from) / 1000 };
}

async function stop({ child }: Running): Promise<void> {
	const ended = new Promise((done) => child.once('close', done));
	child.kill('SIGINT');
	await ended;
}

let running: Running;
export async function setUp(): Promise<() => Promise<void>> {
	running = await start();
	return async () => {
		await stop(running);
		rmSync(folder, { recursive: true, force: true });
		rmSync(`${folder}.key`, { force: true });
	};
}

interface Answer {
	readonly bytes: number;
	readonly text: string;
	readonly cookies: readonly string[];
	readonly location: string | undefined;
}

/** One request as a browser sends it; `bytes` is the body as it went over the wire. */
function ask(path: string, cookie: string, form?: Record<string, string>): Promise<Answer> {
	const body = form && new URLSearchParams(form).toString();
	const headers = {
		cookie,
		accept: 'text/html,*/*',
		'accept-encoding': 'br',
		...(body && {
			origin: running.address,
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': Buffer.byteLength(body)
		})
	};
	return new Promise((done, failed) => {
		const call = request(new URL(path, running.address), { method: body ? 'POST' : 'GET', headers }, (response) => {
			const pieces: Buffer[] = [];
			response.on('data', (piece: Buffer) => pieces.push(piece));
			response.on('end', () => {
				const raw = Buffer.concat(pieces);
				const plain = response.headers['content-encoding'] === 'br' ? brotliDecompressSync(raw) : raw;
				const cookies = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!);
				done({ bytes: raw.length, text: plain.toString(), cookies, location: response.headers.location });
			});
		});
		call.on('error', failed);
		call.end(body);
	});
}

/** Everything that a first visit fetches: the page, its style sheets and its modules. kB of 1,000 bytes. */
async function firstLoad(path: string, cookie: string): Promise<number> {
	const page = await ask(path, cookie);
	const parts = new Set(
		[...page.text.matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg))"|import\("([^"]+)"\)/g)].map(
			([, one, other]) => (one ?? other)!
		)
	);
	let bytes = page.bytes;
	for (const part of parts) bytes += (await ask(new URL(part, new URL(path, running.address)).pathname, cookie)).bytes;
	return bytes / 1000;
}

async function staffCookie(email: string): Promise<string> {
	const entered = await ask('/masuk?/sandi', '', { email, password: worldPassword });
	const cookie = entered.cookies.join('; ');
	const chosen = await ask(entered.location ?? '/', cookie);
	return [...entered.cookies, ...chosen.cookies].join('; ');
}

/** The board's page: a link is made at the desk for a cooperative that has a plan, as its slip would carry it. */
async function boardPage(): Promise<string> {
	const cookie = await staffCookie('siti@sragen.contoh.id');
	const list = await ask(`/register?${new URLSearchParams({ cari: 'KSU Sri Redjeki Makmur' })}`, cookie);
	const desk = `${/\/register\/[0-9a-f-]{36}/.exec(list.text)![0]}/tautan`;
	const personId = /name="personId" value="([^"]+)"/.exec((await ask(desk, cookie)).text)![1]!;
	const made = await ask(`${desk}?/issue`, cookie, { personId });
	return /\/t\/[\w-]{20,}/.exec((await ask(made.location!, cookie)).text)![0];
}

/** Whose examinations are weighed: a savings-and-loan cooperative, and one of the real sector, whose sheet is the longest. */
const examinedNames = ['KSP Bengawan Artha', 'Kopkar Lawu Tekstil'];

/** The form of a case's examination and a result, of each; told by what they are, as the ids differ with every filling. */
async function examinationPages(cookie: string): Promise<Weighed[]> {
	const pages: Weighed[] = [];
	for (const name of examinedNames) {
		const list = await ask(`/register?${new URLSearchParams({ cari: name })}`, cookie);
		const chart = await ask(/\/register\/[0-9a-f-]{36}/.exec(list.text)![0], cookie);
		const [patient] = /\/kasus\/[0-9a-f-]{36}/.exec(chart.text)!;
		const [result] = /\/pemeriksaan\/[0-9a-f-]{36}/.exec(chart.text)!;
		pages.push({ path: `${patient}/pemeriksaan`, detail: `/kasus/…/pemeriksaan, ${name}` });
		pages.push({ path: result, detail: `/pemeriksaan/…, ${name}` });
	}
	return pages;
}

const publicPages = ['/', '/k/33.14', '/peraturan', '/cek-kesehatan', '/cek-kesehatan/336-E98-H9P?kantor=33.14'];
/** The first is where staff come in. */
const staffPages = [
	'/masuk',
	'/antrean',
	'/kasus',
	'/register',
	'/kunjungan/baru',
	'/persetujuan',
	'/akun',
	'/pengaturan'
];

interface Weighed {
	readonly path: string;
	readonly detail: string;
}

async function weigh(pages: readonly (string | Weighed)[], cookie: string): Promise<Measured[]> {
	const measured: Measured[] = [];
	for (const page of pages)
		measured.push({
			detail: typeof page === 'string' ? page.replace(/^\/t\/.*/, '/t/…') : page.detail,
			ours: await firstLoad(typeof page === 'string' ? page : page.path, cookie),
			baseline: null,
			unit: 'kB'
		});
	return measured;
}

/** Resident memory of the web process after it has served some pages and rested. */
function residentMegabytes(): number {
	const pids = readFileSync(`/proc/${running.child.pid}/task/${running.child.pid}/children`, 'utf8').trim().split(' ');
	return Math.max(
		...pids.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000)
	);
}

export const rows: readonly BenchRow[] = [
	{
		name: 'bytes-public',
		what: 'first load of public pages, brotli as sent',
		budget: '≤ 60 kB',
		holds: ({ ours }) => ours <= 60,
		run: async () => weigh([...publicPages, await boardPage()], '')
	},
	{
		name: 'bytes-staff',
		what: 'first load of staff pages, brotli as sent',
		budget: '≤ 120 kB',
		holds: ({ ours }) => ours <= 120,
		run: async () => {
			const adviser = await staffCookie('ratna@sragen.contoh.id');
			return [
				...(await weigh(staffPages.slice(0, 1), '')),
				...(await weigh(staffPages.slice(1, 5), adviser)),
				...(await weigh(await examinationPages(adviser), adviser)),
				...(await weigh(staffPages.slice(5, 7), await staffCookie('endang@sragen.contoh.id'))),
				...(await weigh(staffPages.slice(7), await staffCookie('wahyu@sragen.contoh.id')))
			];
		}
	},
	{
		name: 'memory',
		what: 'memory of the web process at rest, after its pages were served once',
		budget: '≤ 300 MB',
		holds: ({ ours }) => ours <= 300,
		run: async () => {
			await pause(2_000);
			return [{ ours: residentMegabytes(), baseline: null, unit: 'MB' }];
		}
	},
	{
		name: 'second-start',
		what: 'from the command to the first answer, everything installed, built and filled',
		budget: '≤ 5 s',
		holds: ({ ours }) => ours <= 5,
		run: async () => {
			const seconds: number[] = [];
			for (let turn = 0; turn < 5; turn++) {
				await stop(running);
				running = await start();
				seconds.push(running.seconds);
			}
			return [{ ours: median(seconds), baseline: null, unit: 's' }];
		}
	}
];

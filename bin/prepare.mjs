// What must be there before the program can run: its parts (node_modules), its words (src/messages) and its build.
// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const at = (/** @type {string[]} */ ...parts) => join(checkout, ...parts);

/** The pinned Node that npm brought. */
export const runtime = at('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** A plain sentence for the person at the terminal. */
export class Stop extends Error {}

/** Everything goes to the error stream, so that the output of a command stays its own. */
export const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

/** Installs the parts when one is missing or not of the locked version. */
export async function ensureParts() {
	if (partsAreWhole()) return;
	await alone(async () => {
		if (partsAreWhole()) return;
		needSpace(1_500);
		// Not `npm ci`: it refuses a lock file in which optional parts for other kinds of machine are missing, and npm
		// leaves those out that the registry does not have. Versions are those of the lock file in either way.
		await step('Memasang bagian-bagian program (sekali saja, beberapa menit)', 'npm', [
			'install',
			'--no-save',
			'--include=dev',
			'--ignore-scripts=false',
			'--prefer-offline',
			'--no-audit',
			'--no-fund'
		]);
		if (!existsSync(runtime))
			throw new Stop(
				'Pemasangan tidak lengkap: Node tidak ikut terpasang. Hapus folder node_modules, lalu jalankan lagi.'
			);
	});
}

/** npm writes its hidden lock file last, so it tells truly what an installation that finished has put there. */
function partsAreWhole() {
	try {
		const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
		const there = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages;
		for (const [path, part] of Object.entries(wanted))
			if (path !== '' && there[path]?.version !== part.version && !(part.optional && !there[path])) return false;
		return existsSync(runtime);
	} catch {
		return false;
	}
}

const wordsStamp = at('src/messages/.stamp');
const words = () => fingerprint(['messages', 'project.inlang/settings.json', 'package-lock.json']);

/** Compiles the words when their sources changed. */
export async function ensureMessages() {
	const now = words();
	if (read(wordsStamp) === now) return;
	await alone(async () => {
		if (read(wordsStamp) === now) return;
		await step('Menyiapkan kata-kata', 'npm', ['run', '-s', 'messages']);
		writeFileSync(wordsStamp, now);
	});
}

/** Builds when the sources differ from those of the last build. */
export async function ensureBuild() {
	const stamp = at('build/.stamp');
	const sources = [
		'src',
		'messages',
		'static',
		'project.inlang/settings.json',
		'vite.config.ts',
		'vite.workers.config.ts',
		'tsconfig.json',
		'package.json',
		'package-lock.json'
	];
	const now = fingerprint(sources);
	if (read(stamp) === now) return;
	await alone(async () => {
		if (read(stamp) === now) return;
		needSpace(300);
		await step('Membangun program (sekali saja, kurang dari satu menit)', 'npm', ['run', '-s', 'build']);
		writeFileSync(stamp, now);
		// The build compiles the words too.
		writeFileSync(wordsStamp, words());
	});
}

/**
 * Contents, not times: a fresh clone has new times, a restored file old ones.
 * @param {string[]} sources
 */
function fingerprint(sources) {
	const hash = createHash('sha256');
	/** @param {string} path */
	const add = (path) => {
		if (path === at('src/messages') || !existsSync(path)) return;
		if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
		else
			hash
				.update(`${relative(checkout, path)}\0`)
				.update(readFileSync(path))
				.update('\0');
	};
	for (const source of sources) add(at(source));
	return hash.digest('hex');
}

/** @param {string} path */
function read(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}

/** @param {number} megabytes */
function needSpace(megabytes) {
	// Early releases of Node 18 cannot tell; the installation itself then says so when the disk is full.
	const space = fs.statfsSync?.(checkout);
	if (space && space.bavail * space.bsize < megabytes * 1e6)
		throw new Stop(
			`Cakram hampir penuh: perlu ${megabytes} MB tempat kosong di ${checkout}. Kosongkan sebagian, lalu jalankan lagi.`
		);
}

/**
 * Runs a long piece of work, showing that it goes on; its own output only when it fails.
 * @param {string} what @param {string} command @param {string[]} args
 * @returns {Promise<void>}
 */
function step(what, command, args) {
	const begin = Date.now();
	const seconds = () => Math.round((Date.now() - begin) / 1000);
	const terminal = process.stderr.isTTY;
	if (!terminal) say(`${what} …`);
	const show = () =>
		terminal ? process.stderr.write(`\r${what} … ${seconds()} detik`) : say(`  … masih berjalan, ${seconds()} detik`);
	const clock = setInterval(show, terminal ? 1_000 : 10_000);
	if (terminal) show();
	const path = `${at('node_modules/.bin')}:${process.env.PATH}`;
	const child = spawn(command, args, {
		cwd: checkout,
		// Under `npm run -s` npm would keep its reasons to itself.
		env: { ...process.env, PATH: path, NO_COLOR: '1', npm_config_loglevel: 'error' },
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32'
	});
	let output = '';
	const kill = () => void child.kill();
	process.on('exit', kill);
	const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk).slice(-20_000));
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	return new Promise((resolve, reject) => {
		const end = (/** @type {number | null} */ code) => {
			clearInterval(clock);
			process.off('exit', kill);
			if (terminal) process.stderr.write('\r\u001b[K');
			if (code === 0) {
				say(`${what}: selesai dalam ${seconds()} detik.`);
				resolve();
			} else reject(new Stop(explain(what, output)));
		};
		child.on('error', () => end(null));
		child.on('close', end);
	});
}

/** @param {string} what @param {string} output */
function explain(what, output) {
	const lines = stripVTControlCharacters(output).trim().split('\n');
	const first = lines.findIndex((line) => /error/i.test(line));
	const reason = (first < 0 ? lines.slice(-12) : lines.slice(first, first + 12)).join('\n');
	if (/ENOSPC|No space left/.test(output))
		return `${what}: gagal karena cakram penuh. Kosongkan sebagian, lalu jalankan lagi.`;
	if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN/.test(output))
		return `${what}: gagal karena sambungan internet terputus. Periksa sambungannya, lalu jalankan lagi.`;
	if (/EACCES|EPERM|EROFS/.test(output))
		return `${what}: gagal karena folder ${checkout} tidak dapat ditulis. Periksa izin foldernya.\n${reason}`;
	return `${what}: gagal. Keterangannya:\n${reason}`;
}

/**
 * One at a time on this checkout: two starts at once must not install into each other.
 * @param {() => Promise<void>} work
 */
async function alone(work) {
	const lock = at('.svelte-kit/prepare.lock');
	for (let told = false; !take(lock); told = true) {
		if (!told) say('Menunggu proses lain yang sedang menyiapkan program ini …');
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	const stop = () => process.exit(130);
	const release = () => rmSync(lock, { recursive: true, force: true });
	process.on('exit', release);
	for (const signal of signals) process.on(signal, stop);
	try {
		await work();
	} finally {
		for (const signal of signals) process.off(signal, stop);
		process.off('exit', release);
		release();
	}
}

/** @param {string} lock */
function take(lock) {
	try {
		mkdirSync(dirname(lock), { recursive: true });
		mkdirSync(lock);
		writeFileSync(join(lock, 'pid'), String(process.pid));
		return true;
	} catch (error) {
		const code = /** @type {NodeJS.ErrnoException} */ (error).code;
		if (code === 'ENOSPC') throw new Stop('Cakram penuh. Kosongkan sebagian, lalu jalankan lagi.');
		if (code !== 'EEXIST')
			throw new Stop(`Folder ${checkout} tidak dapat ditulis (${code}). Periksa pemilik dan izin foldernya.`);
	}
	const owner = Number(read(join(lock, 'pid')));
	const young = !owner && existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 5_000;
	if (!young && !lives(owner)) rmSync(lock, { recursive: true, force: true });
	return false;
}

/** @param {number} pid */
function lives(pid) {
	if (!pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

/**
 * Runs a program of ours on the pinned Node in the foreground and ends as it ends.
 * @param {string[]} args
 */
export function run(args) {
	// The channel tells the program when we are gone, so that it never stays behind alone.
	const child = spawn(runtime, args, {
		cwd: checkout,
		// Compiled code is kept from start to start: a third less waiting.
		env: { NODE_COMPILE_CACHE: at('node_modules/.cache/node'), ...process.env },
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	for (const signal of signals) process.on(signal, () => child.kill(signal));
	// npm killed outright passes nothing on; its child notices that it has another parent.
	const parent = process.ppid;
	if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
	child.on('error', (error) => {
		say(`Program tidak dapat dijalankan: ${error.message}`);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/**
 * @param {() => Promise<void>} work
 */
export async function main(work) {
	const major = Number(process.versions.node.split('.')[0]);
	try {
		if (major < 18)
			throw new Stop(
				`Node ${process.versions.node} di komputer ini terlalu lama. Pasang Node 18 atau yang lebih baru.`
			);
		await work();
	} catch (error) {
		if (!(error instanceof Stop)) say(`Penyiapan gagal: ${error instanceof Error ? error.message : error}`);
		else say(error.message);
		process.exit(1);
	}
}

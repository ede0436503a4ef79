/** The server: settings → database → application → web. Started by start.mjs on the pinned Node. */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSettings } from '#env';
import { faultFacts, log } from '#platform/log.ts';
import { PlainFailure } from '#platform/plain-failure.ts';
import { endResources } from '#platform/shutdown.ts';
import { becomeUser, isRoot, reachableCopy, userOf } from '#platform/system-user.ts';
import { reachableAddon } from '#platform/typesetting/addon.ts';
import { isLoopback } from './client-address.ts';
import { checkout, databaseServer, type DatabaseServer } from './database.ts';
import { explain } from './failures.ts';
import type { Wish } from './make-ready.ts';
import type { Mode } from './mode.ts';
import type { Answer } from './ready.ts';
import { headers, listen, type Handler, type WebServer } from './web-server.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
const development = process.argv.includes('--dev');
const asked: Mode | undefined = process.argv.includes('--real')
	? 'real'
	: process.argv.includes('--demo')
		? 'demo'
		: undefined;

let web: WebServer | undefined;
let database: Promise<DatabaseServer> | undefined;
let preparing: ChildProcess | undefined;
let stopping: Promise<void> | undefined;

/** Ends in the order opposite to the start. Called twice (Ctrl-C reaches us by two ways), it runs once. */
const stop = (code: number) =>
	(stopping ??= (async () => {
		preparing?.kill();
		await web?.close();
		await endResources();
		await database?.then(
			(server) => server.close(),
			() => {}
		);
		process.exit(code);
	})());

try {
	await main();
} catch (error) {
	if (!stopping) report(error);
	await stop(1);
}

async function main(): Promise<void> {
	const settings = readSettings(process.env);
	if (!settings.ORIGIN && settings.HOST !== 'localhost' && !isLoopback(settings.HOST))
		throw new PlainFailure(
			`HOST=${settings.HOST} membuka program ini bagi komputer lain tanpa penyandian. Isi ORIGIN dengan alamat https-nya, atau kosongkan HOST.`
		);
	web = await listen({
		host: settings.HOST,
		port: settings.PORT,
		origin: settings.ORIGIN,
		trustedProxy: settings.TRUSTED_PROXY,
		compressed: !development
	});
	listenForTheEnd();
	// Begun beforehand: it loads its libraries while the database starts.
	preparing = fork(join(import.meta.dirname, 'ready.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	database = databaseServer(settings, say);
	const server = await database;
	if (stopping) return;
	const ready = await makeReady(preparing, { settings, server, asked });
	Object.assign(process.env, ready.handed);
	delete process.env.DATABASE_OWNER_URL;
	const handler = development ? await developmentHandler(web) : await builtHandler(ready.handed.DATA_DIR);
	if (stopping) return;
	web.answerWith(handler);
	for (const line of welcome(ready, settings.ORIGIN ?? `http://localhost:${web.port}`)) say(line);
}

type Ready = Exclude<Answer, { failure: string }>;

/** In a process of its own, see ready.ts. */
async function makeReady(child: ChildProcess, { server, ...wish }: Wish): Promise<Ready> {
	const answer = await new Promise<Answer>((resolve) => {
		child.once('message', (message) => resolve(message as Answer));
		child.once('exit', (code) =>
			resolve({ failure: `Penyiapan basis data terhenti (${code ?? 'dimatikan'}). Jalankan lagi.` })
		);
		child.send({ ...wish, server: { ...server, close: undefined } });
	});
	preparing = undefined;
	if ('failure' in answer) throw new PlainFailure(answer.failure);
	return answer;
}

function report(error: unknown): void {
	say(explain(error));
	if (process.env.LOG_LEVEL === 'debug') console.error(error);
}

function listenForTheEnd(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => {
			if (!stopping) say('Klinik Koperasi sedang ditutup …');
			void stop(0);
		});
	// The program that started us is gone without a word.
	process.on('disconnect', () => void stop(1));
	process.on('uncaughtException', (error) => {
		// No longer in the words for the terminal: what the error says may quote a visitor.
		log('error', 'uncaught', faultFacts(error));
		void stop(1);
	});
}

/** The built application, from where the system user can read it, and from here on as that user. */
async function builtHandler(dataDir: string): Promise<Handler> {
	// Read by the adapter when it is imported.
	Object.assign(process.env, {
		ADDRESS_HEADER: headers.address,
		PROTOCOL_HEADER: headers.protocol,
		HOST_HEADER: headers.host,
		// The largest import (32 MB) with what a form adds; each route sets its own, smaller limit.
		BODY_SIZE_LIMIT: '33M'
	});
	const user = userOf(dataDir);
	const own = join(checkout, 'build');
	const build = reachableCopy(user, own, 'handler.js', 'build', readFileSync(join(own, '.stamp'), 'utf8').slice(0, 16));
	process.env.TYPESETTING_ADDON = reachableAddon(user);
	if (user) becomeUser(user);
	process.chdir(dataDir);
	process.umask(0o077);
	const { handler } = (await import(pathToFileURL(join(build, 'handler.js')).href)) as { handler: Handler };
	return handler;
}

/** For developers: the sources themselves, reloaded as they change. Runs as whoever started it. */
async function developmentHandler({ server }: WebServer): Promise<Handler> {
	const { createServer } = await import('vite');
	const vite = await createServer({
		root: checkout,
		server: { middlewareMode: true, ws: { server }, hmr: { server } }
	});
	return vite.middlewares as Handler;
}

function welcome({ handed, accounts, link }: Ready, address: string): string[] {
	const lines = [`Klinik Koperasi siap di ${address}`];
	if (handed.KLINIK_MODE === 'demo')
		lines.push(
			'Mode peragaan: semua orang dan koperasi di dalamnya rekaan; hanya dapat dibuka dari komputer ini.',
			...accounts
		);
	if (link) lines.push(`Tautan untuk administrator pertama, sekali pakai, berlaku satu jam: ${address}${link}`);
	if (development && isRoot())
		lines.push('Mode pengembang berjalan sebagai root; jangan dipakai untuk melayani orang.');
	lines.push('Tekan Ctrl-C untuk menutup.');
	return lines;
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainFailure } from '#platform/plain-failure.ts';
import { clientAddress, isLocalHost, isLoopback, trusts } from './client-address.ts';
import { compress } from './compress.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export interface WebServerOptions {
	readonly host: string;
	readonly port: number;
	/** The https address that people open; without one the server answers this machine only. */
	readonly origin: string | undefined;
	readonly trustedProxy: readonly string[] | undefined;
	/** Off where the handler does it itself. */
	readonly compressed: boolean;
}

export interface WebServer {
	readonly server: Server;
	readonly port: number;
	/** From now on requests are answered by the application. */
	answerWith(handler: Handler): void;
	/** Takes no more requests, lets those that run finish for a while, then cuts the rest. */
	close(): Promise<void>;
}

/** Headers by which the application learns what only the socket knows. Visitors cannot send them. */
export const headers = { address: 'x-klinik-ip', protocol: 'x-klinik-proto', host: 'x-klinik-host' } as const;

/** How long a server that is just ending may still hold the port. */
const PORT_PATIENCE_MS = 2_000;
const LAST_REQUESTS_MS = 5_000;

/** Listens at once, so that a taken port shows before any other work; until the application is there it asks for patience. */
export async function listen(options: WebServerOptions): Promise<WebServer> {
	let handler: Handler = pleaseWait;
	const trusted = options.trustedProxy
		? trusts(options.trustedProxy)
		: options.origin
			? trusts('loopback')
			: () => false;
	const origin = options.origin === undefined ? undefined : new URL(options.origin);

	const server = createServer(
		{ headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 },
		(request, response) => {
			const peer = request.socket.remoteAddress ?? '';
			const allowed = origin
				? isLoopback(peer) || trusted(peer)
				: isLoopback(peer) && isLocalHost(request.headers.host);
			if (!allowed) return refuse(response);
			for (const name of Object.keys(request.headers)) if (name.startsWith('x-klinik-')) delete request.headers[name];
			request.headers[headers.address] = clientAddress(request, trusted);
			request.headers[headers.protocol] = origin ? 'https' : 'http';
			request.headers[headers.host] = origin?.host ?? request.headers.host;
			if (origin) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
			if (options.compressed) compress(request, response);
			handler(request, response, () => response.writeHead(404).end());
		}
	);
	await bind(server, options);
	return {
		server,
		port: (server.address() as AddressInfo).port,
		answerWith: (application) => (handler = application),
		close: () => close(server)
	};
}

async function bind(server: Server, { host, port }: WebServerOptions): Promise<void> {
	for (const begin = Date.now(); ; await pause(200)) {
		server.listen({ host, port });
		const code = await once(server, 'listening').then(
			() => undefined,
			(error: NodeJS.ErrnoException) => error.code ?? error.message
		);
		if (code === undefined) return;
		if (code === 'EADDRINUSE' && Date.now() - begin < PORT_PATIENCE_MS) continue;
		throw explainBinding(code, host, port);
	}
}

function explainBinding(code: string, host: string, port: number): PlainFailure {
	if (code === 'EADDRINUSE')
		return new PlainFailure(
			`Port ${port} sedang dipakai program lain (mungkin Klinik Koperasi sudah berjalan). ` +
				`Hentikan program itu, atau pilih port lain: PORT=${port === 3000 ? 3001 : 3000} npm start`
		);
	if (code === 'EACCES')
		return new PlainFailure(`Port ${port} hanya boleh dipakai oleh root. Pilih port 1024 ke atas, misalnya PORT=3000.`);
	return new PlainFailure(`Alamat ${host} port ${port} tidak dapat dipakai (${code}). Periksa HOST dan PORT.`);
}

function refuse(response: ServerResponse): void {
	response
		.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
		.end('Klinik Koperasi di sini hanya dapat dibuka dari komputer ini sendiri.\n');
}

function pleaseWait(_request: IncomingMessage, response: ServerResponse): void {
	response
		.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '3', 'cache-control': 'no-store' })
		.end(
			'<!doctype html><html lang="id"><meta charset="utf-8"><meta http-equiv="refresh" content="3">' +
				'<title>Klinik Koperasi</title><p>Klinik Koperasi sedang disiapkan. Halaman ini memuat ulang sendiri.</p></html>'
		);
}

async function close(server: Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const cut = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
	server.closeIdleConnections();
	await closed;
	clearInterval(idle);
	clearTimeout(cut);
}

import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isLocalHost, trusts } from '../../bin/client-address.ts';
import { chooseEncoding } from '../../bin/compress.ts';
import { listen, type Handler, type WebServerOptions } from '../../bin/web-server.ts';

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** The pieces as they came. */
	readonly pieces: number;
}

async function serving(handler: Handler, options: Partial<WebServerOptions> = {}) {
	const web = await listen({
		host: '127.0.0.1',
		port: 0,
		origin: undefined,
		trustedProxy: undefined,
		compressed: true,
		...options
	});
	onTestFinished(() => web.close());
	web.answerWith(handler);
	return (headers: OutgoingHttpHeaders = {}, method = 'GET') => send(web.port, headers, method);
}

const send = (port: number, headers: OutgoingHttpHeaders, method: string) =>
	new Promise<Answer>((resolve, reject) => {
		const call = request(
			{ port, host: '127.0.0.1', method, headers: { host: `localhost:${port}`, ...headers } },
			(response) => {
				const pieces: Buffer[] = [];
				response.on('data', (piece: Buffer) => pieces.push(piece));
				response.on('end', () =>
					resolve({
						status: response.statusCode!,
						headers: response.headers,
						body: Buffer.concat(pieces),
						pieces: pieces.length
					})
				);
			}
		);
		call.on('error', reject).end();
	});

const page = 'Koperasi sehat, anggota sejahtera. '.repeat(200);
const html: Handler = (_request, response) =>
	response
		.writeHead(200, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(page), etag: '"a"' })
		.end(page);
const echo: Handler = (incoming, response) => response.end(JSON.stringify(incoming.headers));
const told = async (answer: Promise<Answer>) => JSON.parse((await answer).body.toString()) as Record<string, string>;

describe('packing', () => {
	test('a page goes out in the best form that the browser takes', async () => {
		const get = await serving(html);
		const br = await get({ 'accept-encoding': 'gzip, deflate, br' });
		expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding', etag: 'W/"a"' });
		expect(br.headers).not.toHaveProperty('content-length');
		expect(brotliDecompressSync(br.body).toString()).toBe(page);
		const gzip = await get({ 'accept-encoding': 'gzip' });
		expect(gzip.headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(gzip.body).toString()).toBe(page);
		const plain = await get();
		expect(plain.headers).toMatchObject({
			vary: 'Accept-Encoding',
			etag: '"a"',
			'content-length': String(page.length)
		});
		expect(plain.body.toString()).toBe(page);
	});

	test.each([
		['', undefined],
		['br', 'br'],
		['gzip, br', 'br'],
		['gzip;q=1, br;q=0.5', 'gzip'],
		['br;q=0, gzip', 'gzip'],
		['*', 'br'],
		['*;q=0', undefined],
		['identity', undefined]
	])('accepting "%s" gets %s', (accepted, chosen) => expect(chooseEncoding(accepted)).toBe(chosen));

	const untouched: [string, string, Handler][] = [
		['a small answer', 'GET', (_, response) => response.setHeader('content-type', 'text/html').end('ya')],
		['a picture', 'GET', (_, response) => response.setHeader('content-type', 'image/png').end(page)],
		['a stream of events', 'GET', (_, response) => response.setHeader('content-type', 'text/event-stream').end(page)],
		[
			'what is packed already',
			'GET',
			(_, response) => response.writeHead(200, { 'content-type': 'text/css', 'content-encoding': 'zstd' }).end(page)
		],
		['a part of a file', 'GET', (_, response) => response.writeHead(206, { 'content-type': 'text/html' }).end(page)],
		[
			'what must not be changed',
			'GET',
			(_, response) =>
				response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-transform' }).end(page)
		],
		['nothing new', 'GET', (_, response) => response.writeHead(304, { 'content-type': 'text/html' }).end()],
		['only the head', 'HEAD', html]
	];
	test.each(untouched)('%s is left as it is', async (_what, method, handler) => {
		const get = await serving(handler);
		const answer = await get({ 'accept-encoding': 'br' }, method);
		expect(['br', 'gzip']).not.toContain(answer.headers['content-encoding']);
		expect([page, 'ya', '']).toContain(answer.body.toString());
	});

	test('what is sent bit by bit arrives bit by bit', async () => {
		const get = await serving(async (_request, response) => {
			response.setHeader('content-type', 'text/html');
			response.write('satu');
			await new Promise((later) => setTimeout(later, 50));
			response.end('dua');
		});
		const answer = await get({ 'accept-encoding': 'br' });
		expect(answer.pieces).toBeGreaterThan(1);
		expect(brotliDecompressSync(answer.body).toString()).toBe('satudua');
	});

	test('a large answer waits for a slow reader and arrives whole', async () => {
		const large = Buffer.from(Array.from({ length: 400_000 }, (_, index) => `${index * 7919}`).join(' '));
		const get = await serving((_request, response) => {
			response.setHeader('content-type', 'text/plain');
			let sent = 0;
			const more = () => {
				while (sent < large.length)
					if (!response.write(large.subarray(sent, (sent += 60_000)))) return response.once('drain', more);
				return response.end();
			};
			more();
		});
		const answer = await get({ 'accept-encoding': 'gzip' });
		expect(gunzipSync(answer.body).equals(large)).toBe(true);
	});
});

describe('who may come in', () => {
	test.each([
		'localhost',
		'localhost:3000',
		'127.0.0.1:80',
		'127.9.9.9',
		'[::1]:3000',
		'klinik.localhost',
		'LOCALHOST'
	])('%s is this machine', (host) => expect(isLocalHost(host)).toBe(true));
	test.each(['klinik.example', 'localhost.example', '10.0.0.1:3000', '[::2]', '', undefined, '127.0.0.1.example'])(
		'%s is not',
		(host) => expect(isLocalHost(host)).toBe(false)
	);

	test('without an https origin only who names this machine', async () => {
		const get = await serving(echo);
		expect((await get()).status).toBe(200);
		const foreign = await get({ host: 'klinik.example' });
		expect(foreign.status).toBe(403);
		expect(foreign.body.toString()).toContain('hanya dapat dibuka dari komputer ini');
	});

	test('until the application is there it asks for patience', async () => {
		const web = await listen({
			host: '127.0.0.1',
			port: 0,
			origin: undefined,
			trustedProxy: undefined,
			compressed: true
		});
		onTestFinished(() => web.close());
		const answer = await send(web.port, {}, 'GET');
		expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '3' } });
	});
});

describe('what the application is told', () => {
	test('the address of the socket, whatever the visitor claims', async () => {
		const get = await serving(echo);
		const headers = await told(
			get({ 'x-klinik-ip': '8.8.8.8', 'x-klinik-mode': 'real', 'x-forwarded-for': '9.9.9.9' })
		);
		expect(headers).toMatchObject({ 'x-klinik-ip': '127.0.0.1', 'x-klinik-proto': 'http' });
		expect(headers).not.toHaveProperty('x-klinik-mode');
	});

	test('behind https: the origin, and the nearest address that no trusted proxy has', async () => {
		const get = await serving(echo, { origin: 'https://klinik.example' });
		const answer = await get({ host: 'inside:3000', 'x-forwarded-for': '6.6.6.6, 203.0.113.7' });
		expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
		expect(JSON.parse(answer.body.toString())).toMatchObject({
			'x-klinik-ip': '203.0.113.7',
			'x-klinik-proto': 'https',
			'x-klinik-host': 'klinik.example'
		});
		expect(await told(get({ 'x-forwarded-for': 'unknown' }))).toMatchObject({ 'x-klinik-ip': '127.0.0.1' });
	});

	test('a chain of trusted proxies is walked through; an untrusted one is where it ends', async () => {
		const options = { origin: 'https://klinik.example', trustedProxy: ['127.0.0.1', '10.0.0.0/8'] };
		const get = await serving(echo, options);
		expect(await told(get({ 'x-forwarded-for': '6.6.6.6, 198.51.100.4, 10.1.2.3' }))).toMatchObject({
			'x-klinik-ip': '198.51.100.4'
		});
		const other = await serving(echo, { ...options, trustedProxy: ['10.0.0.0/8'] });
		expect(await told(other({ 'x-forwarded-for': '6.6.6.6' }))).toMatchObject({ 'x-klinik-ip': '127.0.0.1' });
	});

	test('a network holds its addresses and no other, in both families', () => {
		const trusted = trusts(['10.0.0.0/8', '2001:db8::/32']);
		expect(['10.255.0.1', '::ffff:10.0.0.1', '2001:db8::9'].map(trusted)).toEqual([true, true, true]);
		expect(['11.0.0.1', '2001:db9::9', '', 'proxy'].map(trusted)).toEqual([false, false, false, false]);
	});
});

describe('closing', () => {
	test('lets a running request finish and takes no new one', async () => {
		const web = await listen({
			host: '127.0.0.1',
			port: 0,
			origin: undefined,
			trustedProxy: undefined,
			compressed: true
		});
		let began = () => {};
		const running = new Promise<void>((resolve) => (began = resolve));
		web.answerWith(async (_request, response) => {
			began();
			await new Promise((later) => setTimeout(later, 200));
			response.end('selesai');
		});
		const answer = send(web.port, {}, 'GET');
		await running;
		const closed = web.close();
		await expect(send(web.port, {}, 'GET')).rejects.toThrow('ECONNREFUSED');
		expect((await answer).body.toString()).toBe('selesai');
		await closed;
	});
});

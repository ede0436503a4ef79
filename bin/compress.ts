import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';

const compressible =
	/^(text\/(?!event-stream)|application\/([\w.-]+\+)?(json|xml)|application\/(javascript|x-ndjson)|image\/svg\+xml)/;
/** Below this the packing costs more than it saves: it fits into one packet anyway. */
const SMALLEST = 1_000;
/** From so many bytes on a page is packed more tightly, at some 20 ms a page. */
const LONG = 200_000;

/** The better of the two encodings that the browser takes. */
export function chooseEncoding(accepted: string | undefined): 'br' | 'gzip' | undefined {
	const weights = new Map<string, number>();
	for (const part of (accepted ?? '').toLowerCase().split(',')) {
		const [name = '', ...params] = part.split(';').map((text) => text.trim());
		const q = params.find((param) => param.startsWith('q='));
		weights.set(name, q ? Number(q.slice(2)) || 0 : 1);
	}
	const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
	const [br, gzip] = [weight('br'), weight('gzip')];
	if (br > 0 && br >= gzip) return 'br';
	return gzip > 0 ? 'gzip' : undefined;
}

/** Whether this answer gains by it: text, not packed already, not part of a file, not a stream of events. */
function isWorthIt(response: ServerResponse): boolean {
	const header = (name: string) => String(response.getHeader(name) ?? '');
	const { statusCode } = response;
	return (
		statusCode >= 200 &&
		![204, 206, 304].includes(statusCode) &&
		!response.hasHeader('content-encoding') &&
		compressible.test(header('content-type')) &&
		!header('cache-control').includes('no-transform') &&
		!(response.hasHeader('content-length') && Number(header('content-length')) < SMALLEST)
	);
}

function packer(encoding: 'br' | 'gzip', size: number | undefined): BrotliCompress | Gzip {
	if (encoding === 'gzip') return createGzip({ level: 6 });
	return createBrotliCompress({
		params: {
			// The longest pages say much twice, far apart: there it pays to look further.
			[constants.BROTLI_PARAM_QUALITY]: size !== undefined && size > LONG ? 9 : 5,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
			// 512 kB of window a response instead of 4 MB: the longest pages are about as long, and many are made at once.
			[constants.BROTLI_PARAM_LGWIN]: 19,
			...(size !== undefined && { [constants.BROTLI_PARAM_SIZE_HINT]: size })
		}
	});
}

type Chunk = string | Uint8Array;

/** Makes the response pack itself, whoever writes it. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
	const encoding = chooseEncoding(request.headers['accept-encoding']);
	const original = {
		writeHead: response.writeHead.bind(response),
		write: response.write.bind(response),
		end: response.end.bind(response)
	};
	let decided = false;
	let packed: BrotliCompress | Gzip | undefined;
	let streams = false;

	const decide = () => {
		if (decided) return;
		decided = true;
		if (!isWorthIt(response)) return;
		response.appendHeader('vary', 'Accept-Encoding');
		if (!encoding || request.method === 'HEAD') return;
		streams = !response.hasHeader('content-length');
		packed = packer(encoding, streams ? undefined : Number(response.getHeader('content-length')));
		response.removeHeader('content-length');
		response.setHeader('content-encoding', encoding);
		const etag = response.getHeader('etag');
		if (typeof etag === 'string' && etag.startsWith('"')) response.setHeader('etag', `W/${etag}`);
		const out = packed;
		out.on('data', (chunk: Buffer) => original.write(chunk) || out.pause());
		out.on('end', () => original.end());
		out.on('drain', () => response.emit('drain'));
		out.on('error', (error) => response.destroy(error));
		response.on('drain', () => out.resume());
		response.on('close', () => out.destroy());
	};

	response.writeHead = ((status: number, ...rest: (string | OutgoingHttpHeaders | undefined)[]) => {
		if (decided) return original.writeHead(status);
		for (const part of rest)
			if (typeof part === 'string') response.statusMessage = part;
			else
				for (const [name, value] of Object.entries(part ?? {}))
					if (value !== undefined) response.setHeader(name, value);
		response.statusCode = status;
		decide();
		return original.writeHead(status);
	}) as ServerResponse['writeHead'];

	response.write = ((chunk: Chunk, encodingOrDone?: BufferEncoding | (() => void), done?: () => void) => {
		decide();
		if (!packed) return original.write(chunk, encodingOrDone as BufferEncoding, done);
		const more = packed.write(chunk, encodingOrDone as BufferEncoding, done);
		// What is sent bit by bit must also arrive bit by bit.
		if (streams) packed.flush();
		return more;
	}) as ServerResponse['write'];

	response.end = ((...args: [(Chunk | (() => void))?, (BufferEncoding | (() => void))?, (() => void)?]) => {
		const [chunk] = args;
		const whole = typeof chunk === 'string' || chunk instanceof Uint8Array;
		if (whole && !response.headersSent && !response.hasHeader('content-length') && !decided)
			response.setHeader('content-length', Buffer.byteLength(chunk));
		decide();
		if (!packed) return original.end(...(args as [Chunk, BufferEncoding]));
		const done = args.find((arg) => typeof arg === 'function');
		if (done) response.once('finish', done as () => void);
		if (whole) packed.end(chunk, typeof args[1] === 'string' ? args[1] : 'utf8');
		else packed.end();
		return response;
	}) as ServerResponse['end'];
}

import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import type { FileType } from '../files/allowed.ts';
import { openFile } from '../files/files.ts';
import { needing, page } from './page.ts';

/** What browsers show by themselves without running anything of it; the rest is only saved. */
const shown: readonly FileType[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** A GET endpoint that hands out a kept file of the actor's office by `params.id`. */
export function download(needs: string) {
	const ask = page(needs, async ({ reader, actor, event }) => ({
		...(await openFile(reader, actor, event.params.id ?? ''))
	}));
	// The permission, the office and the id are looked at as for a page.
	return needing(needs, async (event: RequestEvent) => fileAnswer(await ask(event as unknown as ServerLoadEvent)));
}

interface Given {
	readonly name: string;
	readonly type: FileType;
	readonly bytes: Uint8Array;
}

/** A file as an answer that no browser takes for a page of ours. */
export function fileAnswer({ name, type, bytes }: Given): Response {
	const isShown = shown.includes(type);
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
			'content-length': String(bytes.byteLength),
			'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name)}`,
			// In a sandbox the browser's own viewer of PDF does not start; it runs outside of our origin anyhow.
			'content-security-policy':
				type === 'application/pdf' ? "frame-ancestors 'self'" : "sandbox; default-src 'none'; frame-ancestors 'self'",
			'cache-control': 'private, no-store'
		}
	});
}

interface Streamed {
	readonly name: string;
	readonly type: string;
	readonly stream: ReadableStream<Uint8Array>;
}

/** A file to save that is made while it is fetched. */
export const streamAnswer = ({ name, type, stream }: Streamed): Response =>
	new Response(stream, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name)}`,
			'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
			'cache-control': 'private, no-store'
		}
	});

const asciiName = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
const encoded = (name: string) =>
	encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A calendar, for calendar programs that look by themselves and for people who keep one appointment. */
export const calendarAnswer = (name: string, text: string): Response =>
	new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `inline; filename="${asciiName(name)}"`
		}
	});

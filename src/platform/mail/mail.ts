/** A mail as it came in, read and not yet trusted. */
export interface IncomingMail {
	/** With its angle brackets; a mail without one is given one made of its bytes. */
	readonly messageId: string;
	readonly inReplyTo: string | null;
	/** The oldest first. */
	readonly references: readonly string[];
	readonly from: { readonly address: string; readonly name: string | null };
	readonly subject: string;
	/** Plain words, with what was quoted of earlier mails taken out. */
	readonly text: string;
	/** Made harmless; null where the mail is plain text. */
	readonly html: string | null;
	/** Written by a machine: an answer while somebody is away, a report of a failed delivery, a list. */
	readonly automatic: Automatic | null;
	/** The receiving server's own word that the sender is not who it says. */
	readonly isForged: boolean;
	readonly files: readonly MailFile[];
	/** Files that were not taken, by name. */
	readonly leftOut: readonly string[];
}

export interface MailFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

export const automatics = ['reply', 'bounce', 'list', 'own'] as const;
/** `own`: it went out of here and came back. */
export type Automatic = (typeof automatics)[number];

/** Headers by their name in small letters; several of one name are joined by a line break. */
export type Headers = ReadonlyMap<string, string>;

/** Every mail that leaves here carries this header, with the address that it comes from. */
export const loopHeader = 'x-klinik-koperasi';

/**
 * Whether a machine wrote it (RFC 3834, and what older programs write). Nothing that a machine wrote is ever answered, so
 * two machines cannot talk to each other for ever.
 */
export function automaticIn(headers: Headers, fromAddress: string, own: string | null): Automatic | null {
	const of = (name: string) => (headers.get(name) ?? '').toLowerCase();
	if (own !== null && of(loopHeader).trim() === own.toLowerCase()) return 'own';
	if (/^(mailer-daemon|postmaster)@/.test(fromAddress) || of('content-type').includes('multipart/report'))
		return 'bounce';
	if (of('return-path').trim() === '<>') return 'bounce';
	const submitted = of('auto-submitted').split(';')[0]!.trim();
	if (submitted !== '' && submitted !== 'no') return 'reply';
	if (['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => headers.has(name))) return 'reply';
	if (headers.has('list-id') || headers.has('list-unsubscribe')) return 'list';
	return /\b(bulk|junk|list|auto_reply)\b/.test(of('precedence')) ? 'list' : null;
}

/**
 * Whether the server that received it says that the sender is forged: the topmost `Authentication-Results`, of that server
 * alone, for a stranger can write further ones below. DMARC speaks for the visible sender; without it, both of SPF and DKIM
 * must have failed.
 */
export function isForged(headers: Headers, receivingServer: string): boolean {
	const [first] = (headers.get('authentication-results') ?? '').split('\n');
	const [server = '', ...results] = (first ?? '').toLowerCase().split(';');
	if (server.trim().split(/\s/)[0] !== receivingServer.toLowerCase()) return false;
	const said = (method: string) =>
		results.map((one) => new RegExp(`^\\s*${method}\\s*=\\s*(\\w+)`).exec(one)?.[1]).find(Boolean) ?? null;
	const dmarc = said('dmarc');
	if (dmarc !== null && dmarc !== 'none') return dmarc === 'fail';
	return said('spf') === 'fail' && said('dkim') === 'fail';
}

const quoteBegins = [
	/^On .{5,120} wrote:$/,
	/^Pada .{5,120} menulis:$/,
	/^-{2,}\s*(Original Message|Pesan Asli|Pesan asli|Forwarded message)\s*-{2,}$/i,
	/^_{20,}$/
];

/** The words that are new: what mail programs quote beneath is left out, so that a thread does not say everything twice. */
export function withoutQuotes(text: string): string {
	const lines = text.replace(/\r\n?/g, '\n').split('\n');
	const begin = lines.findIndex(
		(line, at) =>
			quoteBegins.some((pattern) => pattern.test(line.trim())) ||
			// The line that names the writer may be broken in two.
			(/^(On|Pada) /.test(line) && /(wrote|menulis):$/.test(lines[at + 1]?.trim() ?? ''))
	);
	const own = begin < 0 ? lines : lines.slice(0, begin);
	while (own.length > 0 && /^(>.*)?$/.test(own.at(-1)!.trim())) own.pop();
	const words = own.join('\n').trim();
	// A mail of nothing but a quotation says what it quotes.
	return words === '' ? text.trim() : words;
}

/** `Re: RE: Fwd: x` says what `x` says. */
export const plainSubject = (subject: string): string => {
	const plain = subject.replace(/^(\s*(re|fw|fwd|bls|trs)\s*:\s*)+/i, '').trim();
	return plain === '' ? '' : plain.replace(/\s+/g, ' ').slice(0, 200);
};

import { createHash } from 'node:crypto';
import { simpleParser, type ParsedMail } from 'mailparser';
import sanitize from 'sanitize-html';
import { automaticIn, isForged, withoutQuotes, type Headers, type IncomingMail, type MailFile } from './mail.ts';

/** A mail program's own limit at most offices; what is larger is left out by name and size. */
export const largestMailFile = 25 * 1_048_576;
/** More is no letter. */
const mostFiles = 20;
const longestText = 60_000;

/**
 * Reads a mail. Whatever stands in it, the result is plain: words, files, and HTML that can neither run nor call anywhere.
 * @param receivingServer the name under which our mail server writes its `Authentication-Results`
 * @param own the address from which this installation writes: what comes from it comes back
 */
export async function parseMail(
	source: Uint8Array,
	receivingServer: string,
	own: string | null = null
): Promise<IncomingMail> {
	const mail = await simpleParser(Buffer.from(source), {
		skipImageLinks: true,
		skipTextToHtml: true,
		skipHtmlToText: true,
		maxHtmlLengthToParse: 1_000_000
	});
	const headers = headersOf(mail);
	const sender = mail.from?.value[0];
	const address = (sender?.address ?? '').trim().toLowerCase();
	const html = typeof mail.html === 'string' ? harmless(mail.html) : null;
	const words = mail.text?.trim() ? mail.text : html === null ? '' : wordsOf(html);
	const { files, leftOut } = filesOf(mail);
	return {
		messageId: mail.messageId ?? `<${createHash('sha256').update(source).digest('hex').slice(0, 40)}@tanpa-id>`,
		inReplyTo: mail.inReplyTo ?? null,
		references: [mail.references ?? []].flat(),
		from: { address, name: sender?.name.trim().slice(0, 120) || null },
		subject: (mail.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, 300),
		text: withoutQuotes(words).replaceAll('\u0000', '').slice(0, longestText),
		html,
		automatic: automaticIn(headers, address, own),
		isForged: isForged(headers, receivingServer),
		files,
		leftOut
	};
}

/** As they stand in the mail; the topmost of several first. */
function headersOf({ headerLines }: ParsedMail): Headers {
	const headers = new Map<string, string>();
	for (const { key, line } of headerLines) {
		const value = line
			.slice(line.indexOf(':') + 1)
			.replace(/\r?\n[ \t]+/g, ' ')
			.trim();
		const before = headers.get(key);
		headers.set(key, before === undefined ? value : `${before}\n${value}`);
	}
	return headers;
}

function filesOf({ attachments }: ParsedMail): { files: MailFile[]; leftOut: string[] } {
	const files: MailFile[] = [];
	const leftOut: string[] = [];
	for (const { filename, content, related } of attachments) {
		// A logo in a signature, named by the HTML and by nothing else.
		if (related && !filename) continue;
		const name = filename ?? 'lampiran';
		if (files.length >= mostFiles || content.byteLength > largestMailFile) leftOut.push(name);
		else files.push({ name, bytes: content });
	}
	return { files, leftOut };
}

/**
 * HTML that shows a mail as it was written and does nothing: no script, no form, no frame, no style sheet, no picture from
 * anywhere (a picture fetched tells its sender that the mail was opened), links that open apart and tell nothing.
 */
export const harmless = (html: string): string =>
	sanitize(html, {
		allowedTags: [
			...[
				'p',
				'div',
				'span',
				'br',
				'hr',
				'b',
				'strong',
				'i',
				'em',
				'u',
				's',
				'sub',
				'sup',
				'blockquote',
				'pre',
				'code'
			],
			...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a'],
			...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption']
		],
		allowedAttributes: { a: ['href', 'rel', 'target'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
		allowedSchemes: ['http', 'https', 'mailto', 'tel'],
		allowProtocolRelative: false,
		nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'svg', 'math'],
		transformTags: {
			a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }, true)
		},
		enforceHtmlBoundary: false
	}).slice(0, 400_000);

/** The words of harmless HTML. */
const wordsOf = (html: string): string =>
	sanitize(html.replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)[^>]*>/gi, '\n'), { allowedTags: [], allowedAttributes: {} })
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

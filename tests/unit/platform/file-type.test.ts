import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { maxFileBytes } from '#platform/files/allowed.ts';
import { fileType, fileUpload } from '#platform/files/file-type.ts';
import { fileAnswer } from '#platform/web/download.ts';

const bytes = (...parts: (string | number[])[]) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const zip = (name: string, content = '') => bytes('PK\x03\x04', new Array<number>(26).fill(0), name, content);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ods = 'application/vnd.oasis.opendocument.spreadsheet';

describe('what a file is', () => {
	it.each([
		['a paper', bytes('%PDF-1.7\n'), 'application/pdf'],
		['a photograph', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
		['a picture', bytes('\x89PNG\r\n\x1a\n'), 'image/png'],
		['a small picture', bytes('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
		['a workbook', zip('[Content_Types].xml', '…xl/workbook.xml'), xlsx],
		['an open workbook', zip('mimetype', `${ods}PK`), ods],
		['a list', Buffer.from('Kas;1.000\nBank;2.000 – rupiah\n'), 'text/plain'],
		// Handed out as text only, see below.
		['a page', Buffer.from('<html><script>'), 'text/plain'],
		['a program', bytes('MZ\0\0'), null],
		['a document', zip('[Content_Types].xml', 'word/document.xml'), null],
		['an open document', zip('mimetype', 'application/vnd.oasis.opendocument.text'), null],
		['sound in the same container', bytes('RIFF\0\0\0\0WAVEfmt '), null],
		['text of no encoding', bytes([0x61, 0xe9, 0x61]), null],
		['nothing', Buffer.alloc(0), null]
	])('%s', (_what, given, type) => expect(fileType(given)).toBe(type));

	it('is told beside the field', () => {
		const said = (given: Uint8Array) => v.safeParse(fileUpload(), { name: 'a', bytes: given }).issues?.[0].message;
		expect(said(bytes('%PDF-'))).toBeUndefined();
		expect(said(bytes('MZ\0'))).toBe('fileKind');
		expect(said(Buffer.alloc(0))).toBe('required');
		expect(said(Buffer.alloc(maxFileBytes + 1, 'a'))).toBe('fileTooLarge:16');
		expect(said(Buffer.alloc(maxFileBytes, 'a'))).toBeUndefined();
	});
});

describe('handing a file out', () => {
	const headersOf = (name: string, type: ReturnType<typeof fileType>) =>
		fileAnswer({ name, type: type!, bytes: Buffer.from('x') }).headers;

	it('lets a browser show papers and pictures, and only save the rest', () => {
		expect(headersOf('a.pdf', 'application/pdf').get('content-disposition')).toMatch(/^inline;/);
		expect(headersOf('a.txt', 'text/plain').get('content-disposition')).toMatch(/^attachment;/);
		expect(headersOf('a.txt', 'text/plain').get('content-security-policy')).toMatch(/^sandbox;/);
		expect(headersOf('a.png', 'image/png').get('content-security-policy')).toMatch(/^sandbox;/);
	});

	it('cannot be led astray by its name', () => {
		const said = headersOf('Neraca "2024"\r\nX: y — ’.pdf', 'application/pdf').get('content-disposition')!;
		expect(said).not.toMatch(/[\r\n]/);
		expect(said).toContain(`filename="Neraca _2024___X: y _ _.pdf"`);
		expect(said).toContain("filename*=UTF-8''Neraca%20%222024%22%0D%0AX%3A%20y%20%E2%80%94%20%E2%80%99.pdf");
	});
});

import * as v from 'valibot';
import { upload } from '../fields.ts';
import { maxFileBytes, type FileType } from './allowed.ts';

/** A file in a form. An empty one, a larger one and one of another kind are refused beside the field. */
export const fileUpload = () =>
	v.pipe(
		upload(maxFileBytes),
		v.check(({ bytes }) => bytes.byteLength > 0, 'required'),
		v.check(({ bytes }) => fileType(bytes) !== null, 'fileKind')
	);

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** What a file truly is, by its bytes and not by its name; null for anything that is not kept. */
export function fileType(bytes: Uint8Array): FileType | null {
	if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf';
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
	if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
	if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
	if (ascii(bytes, 0, 4) === 'PK\x03\x04') return sheetType(bytes);
	return isText(bytes) ? 'text/plain' : null;
}

/** Documents and presentations are the same kind of archive: a sheet is told by the parts that only a sheet has. */
function sheetType(bytes: Uint8Array): FileType | null {
	const ods = 'application/vnd.oasis.opendocument.spreadsheet' as const;
	if (ascii(bytes, 30, 38) === 'mimetype') return ascii(bytes, 38, 38 + ods.length + 1).startsWith(ods) ? ods : null;
	// Names of parts are not compressed, neither at the parts nor in the list at the end.
	return new TextDecoder('latin1').decode(bytes).includes('xl/workbook.xml')
		? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
		: null;
}

/** Text of today (UTF-8) without control characters; a CSV in an older encoding is saved anew first. */
function isText(bytes: Uint8Array): boolean {
	if (bytes.byteLength === 0) return false;
	try {
		// eslint-disable-next-line no-control-regex -- it is them that text does not hold
		return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return false;
	}
}

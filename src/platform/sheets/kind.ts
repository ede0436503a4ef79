import { encrypted, notASheet, oldFormat } from './refusals.ts';
import { headOf, wholeOf, type SheetFile } from './source.ts';

export type SheetKind = 'workbook' | 'text';

/** Tells by the bytes, never by the name, what a file is; refuses what we don't read in words that say what to do. */
export async function sheetKind(file: SheetFile): Promise<SheetKind> {
	const head = await headOf(file);
	if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'workbook';
	if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw await oldContainer(file);
	if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return 'text';
	if (head.includes(0)) throw notASheet();
	const text = new TextDecoder('windows-1252').decode(head.subarray(0, 4096)).trimStart().toLowerCase();
	if (text.startsWith('%pdf')) throw notASheet();
	// Many office systems "export to Excel" by naming a web page, or the XML of 2003, .xls.
	if (/^(ï»¿)?\s*<(!doctype html|html|table|head|body|div|\?xml|workbook)/.test(text)) throw oldFormat();
	return 'text';
}

/** The container of .xls is also that of a password-protected .xlsx, which carries a stream of this name. */
async function oldContainer(file: SheetFile): Promise<Error> {
	const marker = Buffer.from('EncryptedPackage', 'utf16le');
	return (await wholeOf(file)).includes(marker) ? encrypted() : oldFormat();
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
	return magic.every((byte, index) => bytes[index] === byte);
}

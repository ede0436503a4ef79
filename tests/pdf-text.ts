import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as a reader copies it out: strings of the pages, turned into letters by the tables that the file
 * itself carries. Enough for the PDFs that our own typesetting makes; spaces at the ends of lines are a guess.
 */
export function pdfText(pdf: Uint8Array): string {
	const source = Buffer.from(pdf).toString('latin1');
	const objects = new Map<string, string>();
	for (const [, id, body] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id!, body!);
	const fonts = fontsOf(objects);
	return [...objects.values()]
		.filter((body) => /\/Type \/Page\b(?!s)/.test(body))
		.map((page) => pageText(page, objects, fonts))
		.join('\n');
}

/** How many pages a PDF says it has. */
export const pdfPages = (pdf: Uint8Array): number =>
	[
		...Buffer.from(pdf)
			.toString('latin1')
			.matchAll(/\/Type \/Page\b(?!s)/g)
	].length;

type Letters = ReadonlyMap<string, string>;

function streamOf(body: string): string {
	// A carriage return before the end would be the stream's own last byte.
	const bytes = Buffer.from(/stream\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? '', 'latin1');
	return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

/** The letters of each font object. */
function fontsOf(objects: ReadonlyMap<string, string>): Map<string, Letters> {
	const fonts = new Map<string, Letters>();
	for (const [id, body] of objects) {
		const table = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
		if (table) fonts.set(id, lettersOf(streamOf(objects.get(table)!)));
	}
	return fonts;
}

function lettersOf(table: string): Letters {
	const letters = new Map<string, string>();
	for (const [, block] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
		for (const [, glyph, text] of block!.matchAll(/<([0-9A-F]+)> *<([0-9A-F]+)>/gi))
			letters.set(glyph!.toUpperCase(), Buffer.from(text!, 'hex').swap16().toString('utf16le'));
	return letters;
}

function pageText(page: string, objects: ReadonlyMap<string, string>, fonts: ReadonlyMap<string, Letters>): string {
	const inner = /\/Resources (\d+) 0 R/.exec(page)?.[1];
	const resources = inner ? objects.get(inner)! : page;
	const names = new Map(
		[...(/\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '').matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name, id]) => [
			name!,
			fonts.get(id!)
		])
	);
	const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!);
	let letters: Letters | undefined;
	let text = '';
	for (const [token, font, strings] of content.matchAll(
		/\/(\S+) [\d.]+ Tf|((?:\[[^\]]*\]|<[0-9A-F]*>|\((?:\\[\s\S]|[^\\)])*\)))\s*T[jJ]|BT\b/gi
	)) {
		if (token === 'BT') text += '\n';
		else if (font) letters = names.get(font);
		else for (const glyph of glyphsOf(strings!)) text += letters?.get(glyph) ?? '';
	}
	return text.replace(/ +\n/g, '\n');
}

/** Two bytes each, as hexadecimal digits. */
function glyphsOf(strings: string): string[] {
	const hex = [...strings.matchAll(/<([0-9A-F]*)>|\(((?:\\[\s\S]|[^\\)])*)\)/gi)]
		.map(([, digits, literal]) => digits ?? Buffer.from(unescaped(literal!), 'latin1').toString('hex'))
		.join('')
		.toUpperCase();
	return hex.match(/.{4}/g) ?? [];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (literal: string) =>
	literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
		/^[0-7]/.test(sign) ? String.fromCharCode(parseInt(sign, 8)) : (escapes[sign] ?? sign)
	);

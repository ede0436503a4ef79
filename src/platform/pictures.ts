import { SaxesParser } from 'saxes';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/svg+xml';

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** What a picture truly is, by its bytes and not by its name; null for anything else, and for a drawing that does more than draw. */
export function pictureType(bytes: Uint8Array): PictureType | null {
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
	return isPlainDrawing(bytes) ? 'image/svg+xml' : null;
}

const active = new Set([
	'script',
	'foreignobject',
	'iframe',
	'embed',
	'object',
	'audio',
	'video',
	'handler',
	'set',
	'animate'
]);
const outside = /url\s*\(\s*["']?\s*(?!#)|@import|javascript:|expression\s*\(/i;

/** A drawing (SVG) without script, handlers, entities and anything fetched from elsewhere. */
function isPlainDrawing(bytes: Uint8Array): boolean {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return false;
	}
	let plain = true;
	let root: string | undefined;
	const parser = new SaxesParser();
	const refuse = () => (plain = false);
	parser.on('error', refuse);
	parser.on('doctype', refuse);
	parser.on('opentag', ({ name, attributes }) => {
		const local = localName(name);
		root ??= local;
		if (active.has(local)) refuse();
		for (const [attribute, value] of Object.entries(attributes as Record<string, string>)) {
			const key = localName(attribute);
			if (key.startsWith('on') || outside.test(value)) refuse();
			if (key === 'href' && !/^(#|data:image\/(png|jpeg);base64,)/i.test(value.trim())) refuse();
		}
	});
	parser.on('text', (part) => {
		if (outside.test(part)) refuse();
	});
	parser.on('cdata', (part) => {
		if (outside.test(part)) refuse();
	});
	parser.write(text).close();
	return plain && root === 'svg';
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();

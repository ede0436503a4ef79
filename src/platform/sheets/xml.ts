import { SaxesParser } from 'saxes';
import { broken, tooLarge } from './refusals.ts';

export type Attributes = Readonly<Record<string, string>>;
export type XmlEvents = {
	open: (name: string, attributes: Attributes) => void;
	close?: (name: string) => void;
	text?: (text: string) => void;
};

const MAX_DEPTH = 64;
/** The parser keeps a text or a tag in memory until it ends, so what has no end must be stopped from outside. */
const MAX_UNBROKEN = 1_000_000;

/**
 * Feeds a part of a workbook to the XML parser piece by piece; yields after each piece, so that the reader
 * can hand on what the events collected. Names come without their namespace prefix. A document type is refused:
 * no spreadsheet program writes one, and it is where entity tricks live.
 */
export async function* parseXml(chunks: AsyncIterable<Uint8Array>, events: XmlEvents): AsyncGenerator<void> {
	const parser = new SaxesParser({ xmlns: false as const, position: false });
	let depth = 0;
	let unbroken = 0;
	parser.on('error', () => {
		throw broken();
	});
	parser.on('doctype', () => {
		throw broken();
	});
	parser.on('opentag', (tag) => {
		unbroken = 0;
		depth += 1;
		if (depth > MAX_DEPTH) throw broken();
		events.open(localName(tag.name), tag.attributes);
	});
	parser.on('closetag', (tag) => {
		unbroken = 0;
		depth -= 1;
		events.close?.(localName(tag.name));
	});
	if (events.text) {
		parser.on('text', events.text);
		parser.on('cdata', events.text);
	}
	let decoder: TextDecoder | undefined;
	for await (const chunk of chunks) {
		decoder ??= decoderFor(chunk);
		unbroken += chunk.byteLength;
		parser.write(decode(decoder, chunk));
		if (unbroken > MAX_UNBROKEN) throw tooLarge('cell', MAX_UNBROKEN);
		yield;
	}
	if (!decoder) throw broken();
	parser.write(decode(decoder));
	parser.close();
	yield;
}

/** For the small parts: parses to the end at once. */
export async function parseWholeXml(chunks: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
	const pieces = parseXml(chunks, events);
	while (!(await pieces.next()).done);
}

export function localName(name: string): string {
	const colon = name.indexOf(':');
	return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its local name, since `r:id` may carry any prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
	if (attributes[name] !== undefined) return attributes[name];
	const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
	return key === undefined ? undefined : attributes[key];
}

function decoderFor(first: Uint8Array): TextDecoder {
	if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
	if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
	return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
	try {
		return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
	} catch {
		throw broken();
	}
}

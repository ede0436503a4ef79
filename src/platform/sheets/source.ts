import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { tooLarge } from './refusals.ts';

/** Where the sheet comes from: a path, or the bytes of an upload. */
export type SheetFile = string | Uint8Array;

const CHUNK = 65_536;

export async function sizeOf(file: SheetFile): Promise<number> {
	return typeof file === 'string' ? (await stat(file)).size : file.byteLength;
}

export async function checkSize(file: SheetFile, maxFileBytes: number): Promise<void> {
	if ((await sizeOf(file)) > maxFileBytes) throw tooLarge('file', maxFileBytes);
}

export async function headOf(file: SheetFile, length = CHUNK): Promise<Uint8Array> {
	if (typeof file !== 'string') return file.subarray(0, length);
	const handle = await open(file);
	try {
		const buffer = new Uint8Array(length);
		const { bytesRead } = await handle.read(buffer, 0, length, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

export async function wholeOf(file: SheetFile): Promise<Buffer> {
	if (typeof file === 'string') return await readFile(file);
	return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}

export async function* chunksOf(file: SheetFile): AsyncGenerator<Uint8Array> {
	if (typeof file === 'string') {
		for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) yield chunk as Uint8Array;
		return;
	}
	for (let at = 0; at < file.byteLength; at += CHUNK) yield file.subarray(at, at + CHUNK);
}

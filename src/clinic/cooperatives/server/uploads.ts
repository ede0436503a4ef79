import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { upload } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { keptUploadOf, registerArea } from './reads/imports.ts';
import { readRegisterFile } from './reads/register-file.ts';

/** What the browser may send at once: a file far larger than any office's register. */
export const MAX_UPLOAD_BYTES = 32 * 1_048_576;
/** More rows take longer than one waits before a screen; the terminal takes them. */
const MAX_UPLOAD_ROWS = 30_000;

/**
 * Reads an uploaded file as a register of the actor's office.
 * @throws BadInput when no file was chosen, Refusal when it is no register
 */
export async function readUpload(database: Database, actor: Actor, file: unknown, now: Date) {
	const given = v.safeParse(upload(MAX_UPLOAD_BYTES), file);
	if (!given.success) throw new BadInput({ file: given.issues[0].message });
	const { name, bytes } = given.output;
	if (bytes.byteLength === 0) throw new BadInput({ file: 'required' });
	const { zone, regency } = await read(database, actor, (reader) => registerArea(reader, actor));
	const { register, fileHash } = await readRegisterFile(bytes, {
		today: dayOf(now, zone),
		regency,
		maxRows: MAX_UPLOAD_ROWS,
		maxBytes: MAX_UPLOAD_BYTES
	});
	return { uploadId: newId<'ImportUpload'>(), fileName: fileNameOf(name), fileHash, register };
}

/** Some browsers send the whole path. */
const fileNameOf = (name: string): string =>
	name
		.replace(/^.*[\\/]/, '')
		.replace(/\p{Cc}/gu, '')
		.slice(0, 200)
		.trim() || 'daftar';

/** A kept upload as the import command takes it. */
export async function uploadToImport(database: Database, actor: Actor, uploadId: string, now: Date) {
	const { id, fileName, fileHash, register } = await read(database, actor, (reader) =>
		keptUploadOf(reader, actor, uploadId, now)
	);
	return { importId: newId<'Import'>(), uploadId: id, fileName, fileHash, register };
}

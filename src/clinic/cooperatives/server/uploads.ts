import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { upload } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { meaningsSaid, type Meanings } from '../headings.ts';
import { namedHeadings } from '../import-forms.ts';
import { openFile } from './packing.ts';
import { headingMeanings, keptUploadOf, registerArea } from './reads/imports.ts';
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
	const meanings = await read(database, actor, (reader) => headingMeanings(reader, actor));
	const { register, fileHash } = await readBytes(database, actor, { bytes, meanings, now });
	return { uploadId: newId<'ImportUpload'>(), fileName: fileNameOf(name), fileHash, register, file: bytes };
}

/** The kept file read again with what a person says that its headings mean. @throws BadInput, Refusal */
export async function readUploadAgain(database: Database, actor: Actor, uploadId: string, given: unknown, now: Date) {
	const parsed = v.safeParse(namedHeadings.entries.said, given);
	if (!parsed.success) throw new BadInput({ '': 'notUnderstood' });
	const said = parsed.output;
	const { kept, known } = await read(database, actor, async (reader) => ({
		kept: await keptUploadOf(reader, actor, uploadId, now),
		known: await headingMeanings(reader, actor)
	}));
	if (kept.fileSealed === null) throw new Refusal('cooperatives.uploadGone');
	const meanings = new Map([...known, ...meaningsSaid(said)]);
	const { register } = await readBytes(database, actor, { bytes: openFile(kept.id, kept.fileSealed), meanings, now });
	return { uploadId: kept.id, said, register };
}

async function readBytes(
	database: Database,
	actor: Actor,
	{ bytes, meanings, now }: { readonly bytes: Uint8Array; readonly meanings: Meanings; readonly now: Date }
) {
	const { zone, regency } = await read(database, actor, (reader) => registerArea(reader, actor));
	return readRegisterFile(bytes, {
		today: dayOf(now, zone),
		regency,
		meanings,
		mayAsk: true,
		maxRows: MAX_UPLOAD_ROWS,
		maxBytes: MAX_UPLOAD_BYTES
	});
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

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import type { Context } from '../command.ts';
import type { Reader } from '../database/client.ts';
import { newId, type Id } from '../ids.ts';
import { decrypt, encrypt, keyFor } from '../master-key.ts';
import { found, Refusal } from '../refusal.ts';
import { maxFileBytes, type FileType } from './allowed.ts';
import { fileType } from './file-type.ts';
import { folderPlace, type FilePlace } from './place.ts';
import { files } from './tables.ts';

/** What is known of a file without opening it. */
export interface FileFacts {
	readonly id: Id<'File'>;
	readonly name: string;
	readonly type: FileType;
	readonly size: number;
	readonly sha256: string;
	readonly at: Date;
}

/** The place of this installation: `files` in the data folder. */
export function filePlace(): FilePlace {
	const folder = process.env.DATA_DIR;
	if (!folder) throw new Error('DATA_DIR is handed over by start');
	return folderPlace(join(folder, 'files'));
}

/**
 * Keeps a file inside a running command: the bytes first, then the row in the command's transaction. When that is rolled
 * back, or the program dies in between, the bytes belong to no row and the sweep takes them away.
 * @throws Refusal files.tooLarge, files.notAllowed
 */
export async function keep(
	{ tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
	{ name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
	most = maxFileBytes
): Promise<FileFacts> {
	if (bytes.byteLength > most) throw new Refusal('files.tooLarge', { limit: most / 1_048_576 });
	const type = fileType(bytes);
	if (type === null) throw new Refusal('files.notAllowed');
	const officeId = found(actor.officeId) as Id<'Office'>;
	const id = newId<'File'>();
	const key = randomBytes(32);
	await filePlace().put(`${officeId}/${id}`, sealBytes(key, bytes, id));
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const facts = { id, name: plainName(name), type, size: bytes.byteLength, sha256, at: now };
	const wrappedKey = encrypt(keyFor('file'), key, id);
	await tx.insert(files).values({ ...facts, officeId, wrappedKey, by: actor.id });
	return facts;
}

/** A kept file of the actor's office with its bytes. @throws Refusal missing, also for another office's */
export async function openFile(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	id: string
): Promise<FileFacts & { readonly bytes: Uint8Array }> {
	const [row] = await reader
		.select()
		.from(files)
		.where(and(eq(files.id, id as never), eq(files.officeId, actor.officeId as never)));
	const { wrappedKey, officeId, by: _, ...facts } = found(row);
	const sealed = await filePlace().get(`${officeId}/${facts.id}`);
	if (!sealed) throw new Error('the bytes of a kept file are gone');
	return { ...facts, bytes: openBytes(decrypt(keyFor('file'), wrappedKey, facts.id), sealed, facts.id) };
}

/** What is known of some files of the actor's office; a foreign id is left out. */
export async function filesOf(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	ids: readonly string[]
): Promise<FileFacts[]> {
	if (ids.length === 0) return [];
	const rows = await reader
		.select()
		.from(files)
		.where(and(inArray(files.id, [...ids] as never[]), eq(files.officeId, actor.officeId as never)));
	return rows.map(({ wrappedKey: _key, officeId: _office, by: _by, ...facts }) => facts);
}

/** Forgets a file: with its row goes its key, so that its bytes say nothing any more; the sweep takes them away. */
export async function forget({ tx }: Pick<Context, 'tx'>, id: Id<'File'>): Promise<void> {
	await tx.delete(files).where(eq(files.id, id));
}

/** Some browsers send the whole path. */
const plainName = (name: string): string =>
	name
		.replace(/^.*[\\/]/, '')
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}]/gu, '')
		.slice(0, 200)
		.trim() || 'berkas';

/** AES-256-GCM as nonce, tag, ciphertext; `bound` ties the bytes to their row. */
function sealBytes(key: Uint8Array, plain: Uint8Array, bound: string): Uint8Array {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
	const body = cipher.update(plain);
	cipher.final();
	return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function openBytes(key: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array {
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(bound));
	decipher.setAuthTag(sealed.subarray(12, 28));
	const plain = decipher.update(sealed.subarray(28));
	decipher.final();
	return plain;
}

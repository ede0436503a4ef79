import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../command.ts';
import type { Reader } from '../database/client.ts';
import { Refusal } from '../refusal.ts';
import { personKeys } from './tables.ts';

/** AES-256-GCM; the text form is `1.<base64url of nonce, tag and ciphertext>`. `bound` ties it to its place. */
function encrypt(key: Uint8Array, plain: Uint8Array, bound: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function decrypt(key: Uint8Array, sealed: string, bound: string): Buffer {
	if (!sealed.startsWith('1.')) throw new Error('sealed value of an unknown form');
	const bytes = Buffer.from(sealed.slice(2), 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound));
	decipher.setAuthTag(bytes.subarray(12, 28));
	return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** Start puts the master key (32 bytes, base64) into the environment, from the setting or from its file. */
const derived = new Map<string, Uint8Array>();
function masterKey(purpose: 'wrap' | 'find'): Uint8Array {
	const given = process.env.MASTER_KEY;
	const bytes = given ? Buffer.from(given, 'base64') : null;
	if (bytes?.length !== 32) throw new Error('the master key is missing or not 32 bytes');
	const name = `${given}.${purpose}`;
	let key = derived.get(name);
	if (!key) derived.set(name, (key = new Uint8Array(hkdfSync('sha256', bytes, '', `klinik.${purpose}`, 32))));
	return key;
}

/** Gives a new person a key of his or her own. */
export async function createPersonKey({ tx, actor, now }: Context, personId: string): Promise<void> {
	const wrappedKey = encrypt(masterKey('wrap'), randomBytes(32), personId);
	await tx.insert(personKeys).values({
		personId: personId as never,
		officeId: actor.officeId as never,
		wrappedKey,
		createdAt: now
	});
}

/** Someone of whom nothing is stored yet, with the fields to be sealed. */
export interface NewPerson {
	readonly personId: string;
	readonly fields: Readonly<Record<string, string | null>>;
}

/** Keys and sealed fields of many new people with one statement: a register of thousands is taken over at once. */
export async function sealNewPeople(
	{ tx, actor, now, sealed }: Context,
	people: readonly NewPerson[]
): Promise<Map<string, Record<string, string | null>>> {
	const wrapping = masterKey('wrap');
	const rows: { person_id: string; wrapped_key: string }[] = [];
	const result = new Map<string, Record<string, string | null>>();
	for (const { personId, fields } of people) {
		const key = randomBytes(32);
		rows.push({ person_id: personId, wrapped_key: encrypt(wrapping, key, personId) });
		const closed: Record<string, string | null> = {};
		for (const [field, plain] of Object.entries(fields)) {
			closed[field] = plain ? encrypt(key, Buffer.from(plain), `${personId}.${field}`) : null;
			if (closed[field]) sealed.push({ personId, field, sealed: closed[field] });
		}
		result.set(personId, closed);
	}
	await tx.execute(
		sql`insert into person_keys (person_id, office_id, wrapped_key, created_at)
		    select person_id, ${actor.officeId}::uuid, wrapped_key, ${now.toISOString()}::timestamptz
		      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, wrapped_key text)`
	);
	return result;
}

/** Destroys the person's key: everything sealed under it can never be read again. */
export async function destroyPersonKey({ tx, now }: Context, personId: string): Promise<void> {
	await tx
		.update(personKeys)
		.set({ wrappedKey: null, destroyedAt: now })
		.where(and(eq(personKeys.personId, personId as never), isNotNull(personKeys.wrappedKey)));
}

/** Seals one field under the person's key and notes the ciphertext for the audit row. Empty stays null. */
export async function seal(context: Context, personId: string, field: string, plain: string | null): Promise<string | null> {
	if (!plain) return null;
	const keys = await keysOf(context.tx, [personId]);
	const key = keys.get(personId);
	if (!key) throw new Refusal('person.erased');
	const sealed = encrypt(key, Buffer.from(plain), `${personId}.${field}`);
	context.sealed.push({ personId, field, sealed });
	return sealed;
}

/** Opens one field of many people with one question. Erased or absent: null. */
export async function unseal<Row extends { personId: string; sealed: string | null }>(
	reader: Pick<Reader, 'select'>,
	field: string,
	rows: readonly Row[]
): Promise<Map<string, string | null>> {
	const keys = await keysOf(reader, [...new Set(rows.filter((row) => row.sealed).map((row) => row.personId))]);
	return new Map(
		rows.map(({ personId, sealed }) => {
			const key = keys.get(personId);
			return [personId, key && sealed ? decrypt(key, sealed, `${personId}.${field}`).toString() : null];
		})
	);
}

async function keysOf(reader: Pick<Reader, 'select'>, personIds: string[]): Promise<Map<string, Uint8Array>> {
	if (personIds.length === 0) return new Map();
	const rows = await reader
		.select({ personId: personKeys.personId, wrappedKey: personKeys.wrappedKey })
		.from(personKeys)
		.where(and(inArray(personKeys.personId, personIds as never[]), isNotNull(personKeys.wrappedKey)));
	return new Map(rows.map((row) => [row.personId, decrypt(masterKey('wrap'), row.wrappedKey!, row.personId)]));
}

/** Keyed hash for looking a sealed value up: the same value in two offices has two hashes. */
export const findingHash = (officeId: string, field: string, normalised: string): string =>
	createHmac('sha256', masterKey('find')).update(`${officeId}|${field}|${normalised}`).digest('base64url');

import { randomBytes } from 'node:crypto';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../command.ts';
import { readerOf, type Reader } from '../database/client.ts';
import { decrypt, encrypt, keyedHash, keyFor } from '../master-key.ts';
import { found } from '../refusal.ts';
import { personKeys } from './tables.ts';

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
	const wrapping = keyFor('wrap');
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

/** Seals fields of somebody of whom something is stored already. @throws Refusal missing when the person was erased */
export async function sealFor(
	{ tx, sealed }: Context,
	personId: string,
	fields: Readonly<Record<string, string | null>>
): Promise<Record<string, string | null>> {
	const key = found((await keysOf(readerOf(tx), [personId])).get(personId));
	const closed: Record<string, string | null> = {};
	for (const [field, plain] of Object.entries(fields)) {
		closed[field] = plain === null ? null : encrypt(key, Buffer.from(plain), `${personId}.${field}`);
		if (closed[field]) sealed.push({ personId, field, sealed: closed[field] });
	}
	return closed;
}

/** Destroys the person's key: everything sealed under it can never be read again. */
export async function destroyPersonKey({ tx, now }: Context, personId: string): Promise<void> {
	await tx
		.update(personKeys)
		.set({ wrappedKey: null, destroyedAt: now })
		.where(and(eq(personKeys.personId, personId as never), isNotNull(personKeys.wrappedKey)));
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

/** Opens several fields of many rows with one question, row by row. Erased or absent: null. */
export async function unsealRows<Field extends string>(
	reader: Pick<Reader, 'select'>,
	rows: readonly { readonly personId: string; readonly sealed: Readonly<Record<Field, string | null>> }[]
): Promise<Record<Field, string | null>[]> {
	const keys = await keysOf(reader, [...new Set(rows.map(({ personId }) => personId))]);
	return rows.map(({ personId, sealed }) => {
		const key = keys.get(personId);
		const open = ([field, closed]: [string, string | null]) => [
			field,
			key && closed ? decrypt(key, closed, `${personId}.${field}`).toString() : null
		];
		return Object.fromEntries(Object.entries<string | null>(sealed).map(open)) as Record<Field, string | null>;
	});
}

async function keysOf(reader: Pick<Reader, 'select'>, personIds: string[]): Promise<Map<string, Uint8Array>> {
	if (personIds.length === 0) return new Map();
	const rows = await reader
		.select({ personId: personKeys.personId, wrappedKey: personKeys.wrappedKey })
		.from(personKeys)
		.where(and(inArray(personKeys.personId, personIds as never[]), isNotNull(personKeys.wrappedKey)));
	return new Map(rows.map((row) => [row.personId, decrypt(keyFor('wrap'), row.wrappedKey!, row.personId)]));
}

/** Keyed hash for looking a sealed value up: the same value in two offices has two hashes. */
export const findingHash = (officeId: string, field: string, normalised: string): string =>
	keyedHash('find', `${officeId}|${field}|${normalised}`);

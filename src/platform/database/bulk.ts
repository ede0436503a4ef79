import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql, type SQL } from 'drizzle-orm';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from './client.ts';

type Cell = string | number | bigint | boolean | Date | null;

export interface Staging<Name extends string> {
	/** Of the temporary table; gone at the end of the transaction. */
	readonly name: string;
	/** Columns with their types, in the order of the cells. */
	readonly columns: Readonly<Record<Name, string>>;
}

/**
 * Puts many rows into a temporary table by COPY, from where one statement a table takes them on. (COPY itself cannot fill
 * a table under row-level security.)
 */
export async function stage<Name extends string>(
	tx: Tx,
	{ name, columns }: Staging<Name>,
	rows: Iterable<Readonly<Record<Name, Cell>>>
): Promise<void> {
	const names = Object.keys(columns) as Name[];
	const typed = names.map((column) => `"${column}" ${columns[column]}`).join(', ');
	await tx.execute(sql.raw(`create temporary table "${name}" (${typed}) on commit drop`));
	// The transaction runs on one connection; COPY speaks to it directly.
	const { $client: client } = tx as Tx & { $client: pg.PoolClient };
	await pipeline(Readable.from(chunks(names, rows)), client.query(copyFrom(`copy "${name}" from stdin`)));
	await tx.execute(sql.raw(`analyze "${name}"`));
}

/** `"a", "b"` of a staging, for `insert … select`. */
export const stagedColumns = <Name extends string>({ columns }: Staging<Name>): SQL =>
	sql.raw(
		Object.keys(columns)
			.map((column) => `"${column}"`)
			.join(', ')
	);

const CHUNK = 65_536;

function* chunks<Name extends string>(
	names: readonly Name[],
	rows: Iterable<Readonly<Record<Name, Cell>>>
): Generator<string> {
	let chunk = '';
	for (const row of rows) {
		chunk += `${names.map((name) => cellText(row[name])).join('\t')}\n`;
		if (chunk.length < CHUNK) continue;
		yield chunk;
		chunk = '';
	}
	if (chunk !== '') yield chunk;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cellText(cell: Cell): string {
	if (cell === null) return '\\N';
	if (cell instanceof Date) return cell.toISOString();
	if (typeof cell !== 'string') return String(cell);
	return cell.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!);
}

import { sql, type SQL } from 'drizzle-orm';
import { read, type Database, type Seen } from './client.ts';

const ROWS = 1_000;
/** Whoever does not fetch the next rows for so long has gone; the transaction is not kept open for him. */
const PATIENCE_MS = 60_000;

/**
 * All rows of a query in batches, through a cursor in one read-only transaction of the actor's office: as they stood when it
 * began, and never more of them in memory than a batch or two. Ends the transaction when its reader stops reading.
 * @throws whatever the query throws, and an error when nobody reads on for a minute
 */
export async function* inBatches<Row extends Record<string, unknown>>(
	database: Database,
	actor: Seen,
	query: SQL,
	patienceMs = PATIENCE_MS
): AsyncGenerator<Row[], void, undefined> {
	const { readable, writable } = new TransformStream<Row[], Row[]>();
	const writer = writable.getWriter();
	const fetched = read(database, actor, async (reader) => {
		await reader.rows(sql`declare many no scroll cursor for ${query}`);
		for (;;) {
			const rows = await reader.rows<Row>(sql`fetch forward ${sql.raw(String(ROWS))} from many`);
			if (rows.length === 0) return;
			await within(patienceMs, writer.write(rows));
		}
	}).then(
		() => writer.close(),
		(fault: unknown) => writer.abort(fault)
	);
	// A reader that stopped is no fault; one of the query comes out of the stream below.
	fetched.catch(() => {});
	yield* readable;
}

function within(milliseconds: number, work: Promise<void>): Promise<void> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error('nobody reads the rows any more')), milliseconds);
	return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

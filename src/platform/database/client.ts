import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { sql, type SQL } from 'drizzle-orm';
import pg from 'pg';
import type { Actor } from '../actor.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, BigInt);

/** A transaction that may write. Only commands hold one. */
export type Tx = NodePgDatabase;

/** Asks and cannot write: the type has no insert, update, delete or free SQL, and its transaction is READ ONLY. */
export type Reader = Pick<Tx, 'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | '$count'> & {
	/** Rows of a query that the builder cannot say. */
	rows<Row extends Record<string, unknown>>(query: SQL): Promise<Row[]>;
};

export interface Database {
	readonly pool: pg.Pool;
	close(): Promise<void>;
}

/** Opens a pool as the application's own, restricted role. */
export function openDatabase(url: string, max = 10): Database {
	const pool = new pg.Pool({ connectionString: url, max, application_name: 'klinik' });
	// An idle connection cut by a restart of the server is replaced at the next use; unhandled it would end the process.
	pool.on('error', () => {});
	// One that is cut at work tells the query that was under way; without a listener it would end the process too.
	pool.on('connect', (client) => client.on('error', () => {}));
	return { pool, close: () => pool.end() };
}

/** As whom a transaction is seen by the rows: the policies of `columns.ts` read it. */
export type Seen = Pick<Actor, 'officeId' | 'userId'> & Partial<Pick<Actor, 'kind' | 'id' | 'subjectId' | 'outsideAt'>>;

const wrapped = new WeakMap<pg.PoolClient, Tx>();
function drizzleOf(client: pg.PoolClient): Tx {
	let tx = wrapped.get(client);
	if (!tx) wrapped.set(client, (tx = drizzle({ client, casing: 'snake_case' })));
	return tx;
}

const safe = (value: string | null) => {
	if (value === null) return '';
	if (!/^[\w-]{1,64}$/.test(value)) throw new Error('an id of the actor is not an id');
	return value;
};

const settingsOf = ({ officeId, userId, kind, id, subjectId, outsideAt }: Seen) =>
	Object.entries({
		// Without an office the policies of every table show nothing, unless one of them is made for who comes from outside.
		office_id: outsideAt ? null : officeId,
		user_id: userId,
		staff_id: kind === 'staff' ? (id ?? null) : null,
		subject_id: kind === 'link' ? (subjectId ?? null) : null,
		...(outsideAt && { outside_at: String(outsideAt.getTime()) })
	})
		.map(([name, value]) => `set_config('app.${name}', '${safe(value)}', true)`)
		.join(', ');

async function inTransaction<T>(
	database: Database,
	actor: Seen,
	mode: 'READ ONLY' | 'READ WRITE',
	turn: string | null,
	work: (tx: Tx, client: pg.PoolClient) => Promise<T>
): Promise<T> {
	const client = await database.pool.connect();
	let broken: Error | undefined;
	try {
		const lock = turn ? `, pg_advisory_xact_lock(hashtextextended('${safe(turn)}', 0))` : '';
		await client.query(`BEGIN ${mode}; SELECT ${settingsOf(actor)}${lock}`);
		const result = await work(drizzleOf(client), client);
		const end = await client.query('COMMIT');
		// PostgreSQL answers COMMIT of an aborted transaction with ROLLBACK and no error.
		if (end.command !== 'COMMIT') throw new Error('the transaction was rolled back');
		return result;
	} catch (error) {
		await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
		throw error;
	} finally {
		client.release(broken);
	}
}

/** One read-only transaction in the actor's office. All questions of a page share it. */
export const read = <T>(database: Database, actor: Seen, work: (reader: Reader) => Promise<T>): Promise<T> =>
	inTransaction(database, actor, 'READ ONLY', null, (tx) => work(readerOf(tx)));

/**
 * One writing transaction in the actor's office. For the command runner alone.
 * @param turn transactions of the same turn run one after the other
 */
export const write = <T>(
	database: Database,
	actor: Seen,
	turn: string | null,
	work: (tx: Tx, client: pg.PoolClient) => Promise<T>
): Promise<T> => inTransaction(database, actor, 'READ WRITE', turn, work);

/** Part of a running transaction in other rows: those of no office, or those that an account sees of itself. */
export async function elsewhere<T>(
	tx: Tx,
	{ from, to }: Record<'from' | 'to', Pick<Actor, 'officeId' | 'userId'>>,
	work: () => Promise<T>
): Promise<T> {
	const enter = ({ officeId, userId }: Pick<Actor, 'officeId' | 'userId'>) =>
		tx.execute(
			sql`select set_config('app.office_id', ${safe(officeId)}, true), set_config('app.user_id', ${safe(userId)}, true)`
		);
	await enter(to);
	const result = await work();
	await enter(from);
	return result;
}

/**
 * Questions in the rows of another office, inside the same read-only transaction: for what is public of an office, and for
 * observers. The caller has made sure that whoever asks may see what is asked.
 */
export async function readElsewhere<T>(
	reader: Reader,
	{ from, to }: Record<'from' | 'to', Pick<Actor, 'officeId' | 'userId'>>,
	ask: () => Promise<T>
): Promise<T> {
	const enter = ({ officeId, userId }: Pick<Actor, 'officeId' | 'userId'>) =>
		reader.rows(
			sql`select set_config('app.office_id', ${safe(officeId)}, true), set_config('app.user_id', ${safe(userId)}, true)`
		);
	await enter(to);
	const answer = await ask();
	await enter(from);
	return answer;
}

/** A reader over a running transaction: commands ask earlier stops through it. */
export function readerOf(tx: Tx): Reader {
	return {
		select: tx.select.bind(tx),
		selectDistinct: tx.selectDistinct.bind(tx),
		selectDistinctOn: tx.selectDistinctOn.bind(tx),
		$with: tx.$with,
		with: tx.with.bind(tx),
		$count: tx.$count.bind(tx),
		rows: async <Row extends Record<string, unknown>>(query: SQL) => (await tx.execute<Row>(query)).rows
	} as Reader;
}

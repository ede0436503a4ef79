import pg from 'pg';

/** What `%`, `<%` and `%>` of pg_trgm call, and `&&` of arrays. */
const operators = ['similarity_op', 'word_similarity_op', 'word_similarity_commutator_op', 'arrayoverlap'];

/**
 * Under row-level security PostgreSQL uses an index only with operators that are known to tell nothing about rows one may
 * not see; others look at every row of the office. Those of pg_trgm compare two texts, that of arrays two lists of them, and answer yes or no, without an
 * error that could carry a text out, but only a superuser may vouch for them. Where nobody does, search finds the same,
 * more slowly.
 */
export async function vouchForTrigrams(superUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: superUrl, application_name: 'klinik trigrams' });
	await client.connect();
	try {
		// Migration makes the extension too, under the same lock.
		await client.query(`select pg_advisory_lock(hashtext('klinik.migrate'))`);
		await client.query(`create extension if not exists pg_trgm`);
		const { rows } = await client.query<{ name: string }>(
			`select oid::regprocedure::text as name from pg_proc where proname = any($1) and not proleakproof`,
			[operators]
		);
		for (const { name } of rows) await client.query(`alter function ${name} leakproof`);
	} finally {
		await client.end();
	}
}

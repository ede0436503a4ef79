import pg from 'pg';
import type { Mode } from './mode.ts';

/** What start remembers in the database about the installation itself. */
interface Facts {
	mode: Mode;
	/** Proof of the master key. */
	keyFingerprint: string;
	/** The moment of the first start; dates of the demonstration count from it. */
	firstStartAt: string;
	/** `begun` while the demonstration is being filled, `done` after. */
	world: 'begun' | 'done';
}

/** The owner's session while the database is being prepared: one process at a time, others wait. */
export class Installation {
	readonly #client: pg.Client;
	private constructor(client: pg.Client) {
		this.#client = client;
	}

	static async open(ownerUrl: string, wait: () => void): Promise<Installation> {
		const client = new pg.Client({ connectionString: ownerUrl, application_name: 'klinik start' });
		client.on('error', () => {});
		await client.connect();
		const { rows } = await client.query(`select pg_try_advisory_lock(hashtext('klinik.start')) as mine`);
		if (!rows[0].mine) {
			wait();
			await client.query(`select pg_advisory_lock(hashtext('klinik.start'))`);
		}
		return new Installation(client);
	}

	async get<Name extends keyof Facts>(name: Name): Promise<Facts[Name] | undefined> {
		const there = await this.#client.query(`select to_regclass('public.settings') is not null as there`);
		if (!there.rows[0].there) return undefined;
		const { rows } = await this.#client.query('select value from settings where key = $1', [name]);
		return rows[0]?.value;
	}

	/** All at once: a start cut short must not remember half of it. */
	async put(facts: Partial<Facts>): Promise<void> {
		await this.#client.query(
			`insert into settings (key, value) select key, value from jsonb_each($1)
			 on conflict (key) do update set value = excluded.value`,
			[JSON.stringify(facts)]
		);
	}

	/** Throws away a demonstration whose filling was cut short; nobody has worked in it yet. */
	async empty(): Promise<void> {
		await this.#client.query(
			'drop schema public cascade; create schema public; drop schema if exists drizzle cascade; drop schema if exists pgboss cascade'
		);
	}

	async close(): Promise<void> {
		await this.#client.end();
	}
}

import type { ConstructorOptions } from 'pg-boss';
import type { Lane } from './job.ts';

const SCHEMA = 'pgboss';

/** What every use of the queue shares: who migrates and who tends it is said by each. */
export const queueOptions = {
	schema: SCHEMA,
	migrate: false,
	createSchema: false,
	supervise: false,
	schedule: false,
	// Rebuilding an index needs its owner.
	reindex: false
} as const satisfies ConstructorOptions;

export const queueName = (lane: Lane) => `klinik-${lane}`;
/** Where work ends that was tried as often as it may be, also when its workers were killed each time. */
export const DEAD = 'klinik-dead';

/** What the queue carries: which kind, for which office, and the ids it works on. */
export interface Parcel {
	readonly kind: string;
	readonly officeId: string | null;
	readonly input: unknown;
}

/** The queue inside a running transaction: what is sent there comes and goes with it. */
export const within = (client: {
	query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}): NonNullable<ConstructorOptions['db']> => ({
	executeSql: async (text, values) => ({ rows: (await client.query(text, values)).rows })
});

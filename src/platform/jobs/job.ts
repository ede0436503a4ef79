import type { GenericSchema, InferInput, InferOutput } from 'valibot';
import type { Actor } from '../actor.ts';
import type { Command, Json } from '../command.ts';
import type { Database, Reader } from '../database/client.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** Short work must not wait behind long work: each lane has workers of its own. */
export const lanes = ['short', 'long'] as const;
export type Lane = (typeof lanes)[number];

/**
 * A kind of work that is done after its command has committed. Declared beside the commands that ask for it; what it
 * does (`JobWork`) may run those commands in turn.
 */
export interface JobKind<Schema extends GenericSchema> {
	/** As with commands: `papers.typesetPaper`. */
	readonly name: string;
	readonly lane: Lane;
	/** Plain JSON of ids and codes: the queue is under no line between offices, so nothing of a person stands in it. */
	readonly input: Schema;
	/** How often it is tried again after a defect, later each time. */
	readonly retries?: number;
	/** After this it counts as lost and is given to another worker. */
	readonly longestSeconds?: number;
}

export const jobKind = <const Schema extends GenericSchema>(kind: JobKind<Schema>) => kind;

/** What a piece of work has in hand while it runs. */
export interface Running {
	readonly jobId: string;
	readonly database: Database;
	/** The program itself, in the office whose command asked for the work. */
	readonly actor: Actor;
	/** 1 the first time. */
	readonly attempt: number;
	/** Aborted when the program ends: stop at the next checkpoint; the work is given out again. */
	readonly signal: AbortSignal;
	/** What an earlier attempt has left, null at first. */
	readonly checkpoint: Json | null;
	read<T>(ask: (reader: Reader) => Promise<T>): Promise<T>;
	/**
	 * Does a deed through the one command runner. Delivered twice, the same `step` of the same job is still done once.
	 * @param step tells several uses of one command in one job apart
	 */
	perform<Schema extends GenericSchema, Result extends Json>(
		deed: Command<Schema, Result>,
		input: InferInput<Schema>,
		step?: string
	): Promise<Result>;
	/** Says how far it is, and where another attempt goes on. */
	progress(done: number, total: number | null, checkpoint?: Json): Promise<void>;
}

export interface JobWork<Schema extends GenericSchema = GenericSchema> {
	readonly kind: JobKind<Schema>;
	/** The permissions of the deeds that it does. */
	readonly needs: readonly string[];
	/**
	 * A refusal ends the job; anything else that is thrown is a defect, and the work is tried again.
	 * @throws Refusal
	 */
	readonly run: (running: Running, input: InferOutput<Schema>) => Promise<void>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any work whatever its input
export type AnyWork = JobWork<any>;

export const jobWork = <const Schema extends GenericSchema>(work: JobWork<Schema>) => work;

import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from './actor.ts';
import { may } from './actor.ts';
import { auditRows } from './audit/tables.ts';
import { withoutPersonal } from './personal/marked.ts';
import { write, type Database, type Tx } from './database/client.ts';
import { newId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** What a deed works with. `sealed` collects the ciphertext that its audit row keeps. */
export interface Context {
	readonly tx: Tx;
	readonly actor: Actor;
	readonly now: Date;
	readonly commandId: string;
	readonly sealed: SealedField[];
}
export interface SealedField {
	readonly personId: string;
	readonly field: string;
	readonly sealed: string;
}

export type Json = string | number | boolean | null | undefined | { [key: string]: Json } | Json[];

/** A deed: who may do it, what it needs to know, what it changes. Its result is plain JSON, kept for repeated requests. */
export interface Command<Schema extends v.GenericSchema, Result extends Json> {
	readonly name: string;
	readonly needs: string;
	readonly input: Schema;
	readonly run: (context: Context, input: v.InferOutput<Schema>) => Promise<Result>;
}

export const command = <const Schema extends v.GenericSchema, Result extends Json>(deed: Command<Schema, Result>) =>
	deed;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any deed whatever its input and result
export type AnyCommand = Command<any, any>;

/** A form that was not understood: messages by field, the values stay on the screen. */
export class BadInput extends Error {
	readonly issues: Readonly<Record<string, string>>;
	constructor(issues: Record<string, string>) {
		super('bad input');
		this.name = 'BadInput';
		this.issues = issues;
	}
}

export interface Request {
	readonly database: Database;
	readonly actor: Actor;
	readonly now: Date;
	/** Made by the sender; the same id twice does the deed once and answers the same. */
	readonly commandId: string;
	readonly requestId?: string;
}

/**
 * The one road of every write: permission → parse → transaction { run → audit row }.
 * @throws Refusal when the domain says no, BadInput when the input is not understood
 */
export async function perform<Schema extends v.GenericSchema, Result extends Json>(
	request: Request,
	deed: Command<Schema, Result>,
	rawInput: unknown
): Promise<Result> {
	const { database, actor, now, commandId } = request;
	if (!may(actor, deed.needs)) throw new Refusal('forbidden');
	const input = parse(deed.input, rawInput);
	// The command id is the turn: the same request sent twice at once waits here, then finds the first answer.
	return write(database, actor, commandId, async (tx) => {
		const earlier = await firstAnswer(tx, commandId, deed, actor);
		if (earlier) return earlier.result as Result;
		return runAndAudit({ tx, actor, now, commandId, sealed: [] }, deed, input, null, request.requestId);
	});
}

/** Runs another stop's deed inside the running transaction, under the same actor, with its own audit row. */
export function runWithin<Schema extends v.GenericSchema, Result extends Json>(
	context: Context,
	deed: Command<Schema, Result>,
	rawInput: v.InferInput<Schema>
): Promise<Result> {
	const inner: Context = { ...context, commandId: newId(), sealed: [] };
	return runAndAudit(inner, deed, parse(deed.input, rawInput), context.commandId, undefined);
}

async function runAndAudit<Schema extends v.GenericSchema, Result extends Json>(
	context: Context,
	deed: Command<Schema, Result>,
	input: v.InferOutput<Schema>,
	parentId: string | null,
	requestId: string | undefined
): Promise<Result> {
	const result = await deed.run(context, input);
	await context.tx.insert(auditRows).values({
		id: context.commandId,
		officeId: context.actor.officeId,
		parentId,
		at: context.now,
		actorKind: context.actor.kind,
		actorId: context.actor.id,
		command: deed.name,
		input: plain(withoutPersonal(deed.input, input)),
		sealed: context.sealed,
		result: result ?? null,
		requestId: requestId ?? null
	});
	return result;
}

async function firstAnswer(tx: Tx, commandId: string, deed: AnyCommand, actor: Actor) {
	const [row] = await tx
		.select({ command: auditRows.command, actorId: auditRows.actorId, result: auditRows.result })
		.from(auditRows)
		.where(eq(auditRows.id, commandId));
	if (row && (row.command !== deed.name || row.actorId !== actor.id)) throw new Refusal('command.reused');
	return row;
}

function parse<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, raw);
	if (parsed.success) return parsed.output;
	const issues: Record<string, string> = {};
	// A group of which nothing was chosen is not sent at all.
	const said = (issue: v.BaseIssue<unknown>) =>
		issue.type === 'object' && issue.input === undefined ? 'required' : issue.message;
	for (const issue of parsed.issues) issues[v.getDotPath(issue) ?? ''] ??= said(issue);
	// An id that is no id is answered exactly as one that does not exist.
	if (Object.values(issues).includes('missing')) throw new Refusal('missing');
	throw new BadInput(issues);
}

/** jsonb knows neither bigint nor Uint8Array nor undefined. */
const plain = (value: unknown): unknown =>
	JSON.parse(
		JSON.stringify(value ?? null, (_key, part: unknown) =>
			typeof part === 'bigint' ? part.toString() : part instanceof Uint8Array ? `${part.byteLength} bytes` : part
		)
	);

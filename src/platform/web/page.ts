import { error, fail, redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import type { GenericSchema, InferOutput } from 'valibot';
import { m } from '#messages';
import type { Actor } from '../actor.ts';
import { may } from '../actor.ts';
import { BadInput, perform, type AnyCommand, type Command, type Json } from '../command.ts';
import { read, type Reader } from '../database/client.ts';
import { isId, newId } from '../ids.ts';
import { eventStream, type Feed } from '../live/stream.ts';
import { missing, Refusal } from '../refusal.ts';
import { formValues } from './form.ts';
import { fieldTexts, refusalText } from './words.ts';

/** Everyone may see the page, signed in or not. */
export const PUBLIC = 'public';

/**
 * The actor, or the way out: to sign-in when nobody is signed in, 403 when the permission is not held.
 * What is public runs under the visitor's actor, if any.
 */
function actorFor(event: RequestEvent, needs: string): Actor {
	const { actor, account, linkFault } = event.locals;
	if (linkFault) error(linkFault.status, linkFault.text);
	// Who serves nowhere (any more), or has not said in which office, chooses there.
	if (!actor)
		redirect(
			303,
			`${account ? '/kantor' : '/masuk'}?lanjut=${encodeURIComponent(event.url.pathname + event.url.search)}`
		);
	if (!may(actor, needs)) error(403, m.refusal_forbidden());
	return actor;
}

interface Asked {
	readonly reader: Reader;
	readonly actor: Actor;
	readonly event: ServerLoadEvent;
}

/** A look that is itself put on record: done after the read, with what it showed. */
interface Looking<Result> {
	readonly deed: AnyCommand;
	/** Null: nothing was shown that goes on record. */
	readonly input: (shown: Result) => Record<string, unknown> | null;
}

/**
 * A page's load: permission, then all its questions in one read-only transaction of the actor's office.
 * `needs` stays readable on the function, for the permission matrix.
 */
export function page<Result extends Record<string, unknown>>(
	needs: string,
	ask: (asked: Asked) => Promise<Result>,
	looking?: Looking<Result>
) {
	const load = async (event: ServerLoadEvent): Promise<Result> => {
		const actor = actorFor(event, needs);
		const { database, now, requestId } = event.locals;
		// An id that is no id is answered exactly as one that does not exist.
		const { id } = event.params as { id?: string };
		if (id !== undefined && !isId(id)) error(404, refusalText(missing()));
		try {
			const result = await read(database, actor, (reader) => ask({ reader, actor, event }));
			const look = looking?.input(result);
			if (looking && look) await perform({ database, actor, now, requestId, commandId: newId() }, looking.deed, look);
			return result;
		} catch (problem) {
			throw pageFault(problem);
		}
	};
	return Object.assign(load, { needs });
}

/** A refusal as the error page that shows it; anything else is a defect. */
function pageFault(problem: unknown): unknown {
	if (problem instanceof Refusal) error(problem.code === 'missing' ? 404 : 403, refusalText(problem));
	return problem;
}

/**
 * A stream of events: permission, then what feeds it. The browser says in a header, or at its first opening in the address,
 * how far it has come.
 */
export function stream(
	needs: string,
	feed: (asked: { actor: Actor; event: RequestEvent; lastId: string | null }) => Feed
) {
	return needing(needs, (event: RequestEvent): Response => {
		const actor = actorFor(event, needs);
		const lastId = event.request.headers.get('last-event-id') ?? event.url.searchParams.get('dari');
		return eventStream(feed({ actor, event, lastId }));
	});
}

/** A question of an endpoint after its deed, as its actor. */
export const readFor = <Result>(event: RequestEvent, ask: (reader: Reader) => Promise<Result>): Promise<Result> =>
	read(event.locals.database, event.locals.actor!, ask);

/** An endpoint that takes and answers JSON, for pages with a script of their own: permission, deed, refusal in words. */
export function answering(needs: string, work: (event: RequestEvent, asked: unknown) => Promise<Json>) {
	return needing(needs, async (event: RequestEvent): Promise<Response> => {
		actorFor(event, needs);
		const asked: unknown = await event.request.json().catch(() => null);
		try {
			return Response.json(await work(event, asked));
		} catch (problem) {
			if (problem instanceof Refusal)
				return Response.json({ message: refusalText(problem) }, { status: problem.code === 'missing' ? 404 : 409 });
			if (problem instanceof BadInput) return Response.json({ message: null }, { status: 422 });
			throw problem;
		}
	});
}

/** The load of a page for everybody: its questions ask for no actor. */
export const publicPage = <Result extends Record<string, unknown>>(ask: (event: ServerLoadEvent) => Promise<Result>) =>
	needing(PUBLIC, async (event: ServerLoadEvent): Promise<Result> => {
		try {
			return await ask(event);
		} catch (problem) {
			throw pageFault(problem);
		}
	});

/** What a form action hands back, as `Form.svelte` reads it: what is wrong where, the refusal in words, the values as typed. */
export interface Answered {
	readonly errors?: Record<string, string>;
	readonly message?: string;
	readonly values?: Typed;
	readonly done?: unknown;
}
type Typed = Record<string, string | string[]>;

/** Says who may come here, readably for the permission matrix, on a load or an action that does no single deed. */
export const needing = <Function extends (event: never) => unknown>(needs: string, work: Function) =>
	Object.assign(work, { needs });

interface Prepared {
	readonly given: Readonly<Record<string, unknown>>;
	readonly actor: Actor;
	readonly event: RequestEvent;
}

interface Options<Schema extends GenericSchema, Result> {
	/** What the address adds to the form: `({ params }) => ({ caseId: params.id })`. */
	readonly with?: (event: RequestEvent) => Record<string, unknown>;
	/** What has to be made of the form before the deed's transaction: a file that is read first. May refuse. */
	readonly prepare?: (asked: Prepared) => Promise<Record<string, unknown>>;
	/** Where to go when done; without it the page answers `done`. */
	readonly to?: string | ((result: Result, event: RequestEvent) => string);
	readonly schema?: Schema;
}

/** A form action that does one deed: form → command → answer or redirect. */
export function act<Schema extends GenericSchema, Result extends Json>(
	deed: Command<Schema, Result>,
	options: Options<Schema, Result> = {}
) {
	const action = async (event: RequestEvent) => {
		const actor = actorFor(event, deed.needs);
		const form = await event.request.formData();
		const { commandId, ...given } = await formValues(form);
		let result: Result;
		try {
			const prepared = await options.prepare?.({ given, actor, event });
			result = await perform(
				{
					database: event.locals.database,
					actor,
					now: event.locals.now,
					requestId: event.locals.requestId,
					commandId: typeof commandId === 'string' && /^[0-9a-f-]{36}$/.test(commandId) ? commandId : newId()
				},
				deed,
				{ ...given, ...options.with?.(event), ...prepared } as InferOutput<Schema>
			);
		} catch (problem) {
			return answerTo(problem, form);
		}
		if (options.to) redirect(303, typeof options.to === 'string' ? options.to : options.to(result, event));
		return { done: result ?? true } satisfies Answered;
	};
	return Object.assign(action, { needs: deed.needs, command: deed.name });
}

/** Refusals and bad input become answers that the form shows; anything else is a defect. */
export function answerTo(problem: unknown, form: FormData) {
	const values = typed(form);
	if (problem instanceof BadInput)
		return fail(422, { errors: byField(fieldTexts(problem.issues), form), values } satisfies Answered);
	if (problem instanceof Refusal) {
		if (problem.code === 'missing') error(404, refusalText(problem));
		if (problem.code === 'forbidden') error(403, refusalText(problem));
		return fail(409, { message: refusalText(problem), values } satisfies Answered);
	}
	throw problem;
}

/** A field that sends a list is called `name[]` in the form and `name` in what is wrong. */
const byField = (errors: Record<string, string>, form: FormData) =>
	Object.fromEntries(Object.entries(errors).map(([name, text]) => [form.has(`${name}[]`) ? `${name}[]` : name, text]));

/** What was typed, to fill the form again: files and passwords do not go back. */
function typed(form: FormData): Typed {
	const values: Typed = {};
	for (const name of new Set(form.keys())) {
		if (/password|sandi/i.test(name)) continue;
		const texts = form.getAll(name).filter((value): value is string => typeof value === 'string');
		if (name.endsWith('[]')) values[name] = texts;
		else if (texts.length > 0) values[name] = texts.at(-1)!;
	}
	return values;
}

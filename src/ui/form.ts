import { getContext, setContext } from 'svelte';

/** What an action hands back when it did not do the deed. */
export interface FormAnswer {
	/** Message by field name; '' belongs to no field. */
	readonly errors: Readonly<Record<string, string>>;
	/** What was sent, so that nothing has to be typed twice. */
	readonly values: Readonly<Record<string, string | readonly string[]>>;
	/** Why it was refused as a whole. */
	readonly message: string | null;
	/** To be quoted when the fault is ours. */
	readonly errorId: string | null;
}

/** What a field asks the form around it. */
export interface FormContext {
	readonly id: string;
	readonly busy: boolean;
	/** True when it comes back with what was sent: then a box without a value was left empty on purpose. */
	readonly answered: boolean;
	error(name: string): string | undefined;
	value(name: string): string | readonly string[] | undefined;
}

const key = Symbol('form');
export const setForm = (form: FormContext) => setContext(key, form);
export const getForm = () => getContext<FormContext | undefined>(key);

/** A field that sends a list is called `name[]`; when nothing of it was sent, what is wrong comes back under `name`. */
const bare = (name: string) => name.replace(/\[\]$/, '');

/** The id of a field, known to the field and to the summary that links to it. */
export const fieldId = (formId: string, name: string) => `${formId}-${bare(name).replaceAll(/[^\w-]+/g, '-')}`;

export const errorOf = (answer: FormAnswer | null, name: string): string | undefined =>
	answer?.errors[name] ?? answer?.errors[bare(name)];

const record = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Reads `form` of a page, whatever that page's actions return, as an answer for the form called `name`.
 * A page with one form needs no name; with several, the field `formName` that each sends tells whose answer it is.
 */
export function answerFor(name: string | undefined, raw: unknown): FormAnswer | null {
	const { errors, values, message, errorId } = record(raw);
	const sent = valuesIn(values);
	if ((sent['formName'] ?? undefined) !== name) return null;
	const answer = { errors: errorsIn(errors), values: sent, message: text(message), errorId: text(errorId) };
	return answer.message === null && Object.keys(answer.errors).length === 0 ? null : answer;
}

function errorsIn(raw: unknown): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const [name, value] of Object.entries(record(raw))) {
		const first: unknown = Array.isArray(value) ? value[0] : value;
		if (typeof first === 'string') errors[name] = first;
	}
	return errors;
}

function valuesIn(raw: unknown): Record<string, string | string[]> {
	const values: Record<string, string | string[]> = {};
	for (const [name, value] of Object.entries(record(raw))) {
		if (typeof value === 'string') values[name] = value;
		else if (Array.isArray(value)) values[name] = value.filter((one): one is string => typeof one === 'string');
	}
	return values;
}

import * as v from 'valibot';
import { decrypt, encrypt, keyFor } from '../master-key.ts';
import { ownPath } from './address.ts';

/** A form that was sent from a locked screen or after the session's end: kept, sealed, until the person is known again. */
export interface HeldForm {
	/** Where it was going. */
	readonly action: string;
	readonly fields: readonly (readonly [name: string, value: string])[];
	/** Files are not kept; they have to be chosen again. */
	readonly hadFiles: boolean;
}

const largest = 200_000;
const schema = v.object({
	action: v.string(),
	fields: v.array(v.tuple([v.string(), v.string()])),
	hadFiles: v.boolean(),
	heldAt: v.number()
});
const longestMs = 24 * 3_600_000;

/**
 * Seals a form for the page that asks for the password: nobody can read it there, and only this program opens it.
 * @returns null when it is too large to be kept
 */
export function holdForm(action: string, form: FormData, now: Date): string | null {
	const entries = [...form].filter(([name]) => !/password|sandi/i.test(name));
	const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	const hadFiles = entries.some(([, value]) => typeof value !== 'string' && value.size > 0);
	const text = JSON.stringify({ action, fields, hadFiles, heldAt: now.getTime() });
	return text.length > largest ? null : sealText(text, 'form');
}

/** A text that goes through a page and comes back, unread there and unchanged. */
export const sealText = (text: string, bound: string): string => encrypt(keyFor('held'), Buffer.from(text), bound);

/** The text again; null when it is none of ours. */
export function openText(sealed: unknown, bound: string): string | null {
	if (typeof sealed !== 'string' || sealed === '') return null;
	try {
		return decrypt(keyFor('held'), sealed, bound).toString();
	} catch {
		return null;
	}
}

/** The form again; null when the text is none of ours, or older than a day. */
export function heldForm(sealed: unknown, now: Date): HeldForm | null {
	const text = openText(sealed, 'form');
	if (text === null) return null;
	const parsed = v.safeParse(schema, JSON.parse(text));
	if (!parsed.success || now.getTime() - parsed.output.heldAt > longestMs) return null;
	const { heldAt: _, ...form } = parsed.output;
	return { ...form, action: ownPath(form.action, '/') };
}

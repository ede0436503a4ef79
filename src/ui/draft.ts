/** What was typed into a form and not yet sent, kept on this device. */
export interface Draft {
	readonly at: number;
	/** What the record had newest when it was begun. */
	readonly after: string;
	/** It was sent; whether it arrived shows in the record. */
	readonly sent: boolean;
	readonly values: Readonly<Record<string, string>>;
}

const days = 7;
const place = (name: string) => `isian.${name}`;

/** Null when there is none, it is too old, or this browser keeps nothing. */
export function draftOf(name: string, now: number): Draft | null {
	try {
		const draft = JSON.parse(localStorage.getItem(place(name)) ?? 'null') as Draft | null;
		return draft && typeof draft.values === 'object' && now - draft.at < days * 86_400_000 ? draft : null;
	} catch {
		return null;
	}
}

/** @returns whether this browser kept it */
export function keepDraft(name: string, draft: Draft): boolean {
	try {
		localStorage.setItem(place(name), JSON.stringify(draft));
		return true;
	} catch {
		return false;
	}
}

export function dropDraft(name: string): void {
	try {
		localStorage.removeItem(place(name));
	} catch {
		// A browser that keeps nothing has nothing to forget.
	}
}

type TypedIn = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isTyped = (field: Element): field is TypedIn =>
	field instanceof HTMLSelectElement ||
	field instanceof HTMLTextAreaElement ||
	(field instanceof HTMLInputElement && !['hidden', 'file', 'password', 'submit'].includes(field.type));
const isTick = (field: TypedIn): field is HTMLInputElement =>
	field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');

/** What stands in the fields that a person fills in, by name. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
	const values: Record<string, string> = {};
	for (const field of form.elements)
		if (isTyped(field) && field.name !== '' && (!isTick(field) || field.checked)) values[field.name] = field.value;
	return values;
}

/** Whether anything was changed since the page came, also before its script did. */
export function isChanged(form: HTMLFormElement): boolean {
	return [...form.elements].some((field) => {
		if (!isTyped(field) || field.name === '' || field instanceof HTMLSelectElement) return false;
		return isTick(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
	});
}

/** Puts a draft back into its form. */
export function fillIn(form: HTMLFormElement, values: Draft['values']): void {
	for (const field of form.elements) {
		if (!isTyped(field) || field.name === '') continue;
		const value = values[field.name];
		if (isTick(field)) field.checked = value === field.value;
		else if (value !== undefined) field.value = value;
	}
	form.dispatchEvent(new Event('input', { bubbles: true }));
}

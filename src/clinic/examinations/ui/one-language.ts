import type { Note } from '../instrument.ts';
import { noteText } from './words.ts';

const isNote = (value: object): value is Note =>
	'id' in value &&
	'en' in value &&
	Object.keys(value).length === 2 &&
	typeof value.id === 'string' &&
	typeof value.en === 'string';

/**
 * The same data with its sentences in the language of the page alone: nobody there reads the other one. What stands in
 * two places stays one thing, so that it is sent once.
 */
export function inOneLanguage<Value>(value: Value): Value {
	const made = new Map<object, unknown>();
	const told = (of: unknown): unknown => {
		if (typeof of !== 'object' || of === null) return of;
		const isList = Array.isArray(of);
		if (!isList && Object.getPrototypeOf(of) !== Object.prototype) return of;
		const before = made.get(of);
		if (before) return before;
		const copy = isList ? of.map(told) : isNote(of) ? oneOf(of) : mapped(of, told);
		made.set(of, copy);
		return copy;
	};
	return told(value) as Value;
}

function oneOf(note: Note): Note {
	const text = noteText(note);
	return { id: text, en: text };
}

const mapped = (of: object, told: (value: unknown) => unknown) =>
	Object.fromEntries(Object.entries(of).map(([name, value]) => [name, told(value)]));

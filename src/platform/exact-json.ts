/**
 * JSON read without loss: a number keeps the digits it was written with (a float would round large ones in silence),
 * and an object that names one key twice is refused (`JSON.parse` would keep the last in silence).
 */

/** A number as it stood in the text. */
export class WrittenNumber {
	readonly digits: string;
	constructor(digits: string) {
		this.digits = digits;
	}
}

export class NotExactJson extends Error {}

/** Reads a JSON text; throws `NotExactJson` where it is no JSON or names a key twice. */
export function readExactJson(text: string): unknown {
	const value = parsed(text);
	const { keyNamedTwice, hasNumbers } = scanned(text);
	if (keyNamedTwice !== null) {
		throw new NotExactJson(`the key ${JSON.stringify(keyNamedTwice)} stands twice in one object`);
	}
	// Keeping digits is several times slower than plain parsing, and texts without numbers have none to keep.
	return hasNumbers ? parsed(text, keepDigits) : value;
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

function parsed(text: string, reviver?: Reviver): unknown {
	try {
		// The third argument is in every engine that Node 24 has, and not yet in TypeScript's library.
		return JSON.parse(text, reviver as ((key: string, value: unknown) => unknown) | undefined);
	} catch {
		throw new NotExactJson('not JSON');
	}
}

function keepDigits(_key: string, value: unknown, context: { readonly source?: string }): unknown {
	return typeof value === 'number' && context.source !== undefined ? new WrittenNumber(context.source) : value;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]|[-0-9][-+.eE0-9]*/gu;

/** Walks a text that is known to be JSON: a string before a colon is a key of the innermost object. */
function scanned(text: string): { keyNamedTwice: string | null; hasNumbers: boolean } {
	const open: Set<string>[] = [];
	let string = '';
	let hasNumbers = false;
	for (const [token] of text.matchAll(tokens)) {
		const first = token[0];
		if (first === '"') string = token;
		else if (first === '{' || first === '[') open.push(new Set());
		else if (first === '}' || first === ']') open.pop();
		else if (first !== ':') hasNumbers = true;
		else {
			const key = JSON.parse(string) as string;
			const keys = open.at(-1);
			if (keys?.has(key)) return { keyNamedTwice: key, hasNumbers };
			keys?.add(key);
		}
	}
	return { keyNamedTwice: null, hasNumbers };
}

/** An uploaded file as a command receives it. */
export interface Upload {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/**
 * A posted form as plain nested values: `board.0.name` becomes { board: [{ name }] }, a name ending in `[]` a list.
 * Absent is not the same as empty: an empty field stays ''. Files become uploads; an empty file input is left out.
 */
export async function formValues(data: FormData): Promise<Record<string, unknown>> {
	const root: Record<string, unknown> = {};
	for (const [name, value] of data) {
		const given = typeof value === 'string' ? value.replace(/\r\n/g, '\n') : await upload(value);
		if (given === null) continue;
		if (name.endsWith('[]')) {
			const path = name.slice(0, -2).split('.');
			const list = valueAt(root, path);
			put(root, path, [...(Array.isArray(list) ? list : []), given]);
		} else put(root, name.split('.'), given);
	}
	return root;
}

async function upload(file: File): Promise<Upload | null> {
	return file.size === 0 && file.name === '' ? null : { name: file.name, bytes: await file.bytes() };
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const isPosition = (part: string | undefined) => part !== undefined && /^\d{1,3}$/.test(part);

function put(root: Record<string, unknown>, path: string[], value: unknown): void {
	if (path.length > 6 || path.some((part) => forbidden.has(part))) return;
	let at: Record<string, unknown> = root;
	path.forEach((part, depth) => {
		if (depth === path.length - 1) at[part] = value;
		else {
			if (typeof at[part] !== 'object' || at[part] === null) at[part] = isPosition(path[depth + 1]) ? [] : {};
			at = at[part] as Record<string, unknown>;
		}
	});
}

function valueAt(root: Record<string, unknown>, path: string[]): unknown {
	return path.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], root);
}

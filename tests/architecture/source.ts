import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Source {
	/** Path from the project's root. */
	readonly file: string;
	readonly text: string;
}

/** Every source file below some folders, generated ones left out. */
export function sources(folders: readonly string[], endings: readonly string[] = ['.ts', '.svelte']): Source[] {
	return folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
			.map((entry) => relative(root, join(entry.parentPath, entry.name)))
			.filter((file) => !file.startsWith('src/messages/'))
			.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
	);
}

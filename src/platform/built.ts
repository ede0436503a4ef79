import { existsSync } from 'node:fs';

/**
 * A file or folder that must stay one of its own beside the program: the file of a thread, templates. Node runs the
 * sources as they are; in the production bundle it stands in `build`, above wherever the bundler has put the caller.
 * @param meta the caller's `import.meta.url`
 * @param source where it is from the caller's source file
 * @param built where it is below `build`
 */
export function sourceOrBuilt(meta: string, source: string, built: string): URL {
	const here = new URL(meta);
	if (here.pathname.endsWith('.ts')) return new URL(source, here);
	for (let folder = new URL('.', here); ; folder = new URL('..', folder)) {
		const candidate = new URL(built, folder);
		if (existsSync(candidate)) return candidate;
		if (folder.pathname === new URL('..', folder).pathname) throw new Error(`${built} is missing: build again`);
	}
}

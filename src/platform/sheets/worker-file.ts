import { existsSync } from 'node:fs';

const SOURCE = 'worker.ts';
const BUILT = 'workers/sheet-worker.js';

/**
 * The file of the reader's thread. Node runs it from source as it is; the production bundle has it as a file
 * of its own, in `build/workers`, above wherever the bundler has put this function.
 */
export function sheetWorkerFile(): URL {
	const here = new URL(import.meta.url);
	if (here.pathname.endsWith('.ts')) return new URL(SOURCE, here);
	for (let folder = new URL('.', here); ; folder = new URL('..', folder)) {
		const candidate = new URL(BUILT, folder);
		if (existsSync(candidate)) return candidate;
		if (folder.pathname === new URL('..', folder).pathname) throw new Error(`${BUILT} is missing: build again`);
	}
}

import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Where the demonstration that all files copy is kept, once the first of them has begun it. */
		filled: string;
	}
}

export default function keepFilled(project: TestProject): () => void {
	// Not made here: the program makes its data folder for the ordinary user that it becomes.
	const folder = join(tmpdir(), `klinik-filled-${process.pid}`);
	project.provide('filled', folder);
	return () => {
		rmSync(folder, { recursive: true, force: true });
		rmSync(`${folder}.key`, { force: true });
	};
}

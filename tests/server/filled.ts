import { mkdtempSync, rmSync } from 'node:fs';
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
	const folder = mkdtempSync(join(tmpdir(), 'klinik-filled-'));
	project.provide('filled', join(folder, 'data'));
	return () => rmSync(folder, { recursive: true, force: true });
}

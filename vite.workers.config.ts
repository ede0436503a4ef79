import { defineConfig } from 'vite';

/**
 * The threads of the server, each one file with all it needs, beside the server's own bundle: `vite build` empties
 * `build` first, so this runs after it. Found again by `sheetWorkerFile`.
 */
export default defineConfig({
	publicDir: false,
	logLevel: 'warn',
	ssr: { noExternal: true },
	build: {
		ssr: true,
		outDir: 'build/workers',
		emptyOutDir: true,
		target: 'node24',
		rolldownOptions: {
			input: { 'sheet-worker': 'src/platform/sheets/worker.ts' },
			output: { entryFileNames: '[name].js' }
		}
	}
});

import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** The stops that have something typeset. */
const stops = ['papers', 'diagnoses'];

/** The templates of papers, beside the program: their compiler reads them from the disk. */
const paperTemplates: Plugin = {
	name: 'paper-templates',
	generateBundle() {
		for (const stop of stops) {
			const templates = `src/clinic/${stop}/templates`;
			for (const name of readdirSync(templates))
				this.emitFile({ type: 'asset', fileName: `${stop}/${name}`, source: readFileSync(`${templates}/${name}`) });
		}
	}
};

/**
 * What of the server must be a file of its own: its threads, each one file with all it needs, and the templates of
 * papers. Beside the server's own bundle: `vite build` empties `build` first, so this runs after it. Found again by
 * `sourceOrBuilt`.
 */
export default defineConfig({
	publicDir: false,
	logLevel: 'warn',
	ssr: { noExternal: true },
	plugins: [paperTemplates],
	build: {
		ssr: true,
		outDir: 'build/workers',
		emptyOutDir: true,
		target: 'node24',
		rolldownOptions: {
			input: {
				'sheet-worker': 'src/platform/sheets/worker.ts',
				'typesetting-worker': 'src/platform/typesetting/worker.ts'
			},
			output: { entryFileNames: '[name].js' }
		}
	}
});

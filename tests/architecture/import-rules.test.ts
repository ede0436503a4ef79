import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config, { stops } from '../../.dependency-cruiser.js';

const forbidden = config.forbidden ?? [];

const plot = mkdtempSync(join(tmpdir(), 'klinik-imports-'));

/** One planted break for each rule: where it stands and what it imports. */
const breaks: Record<string, readonly [file: string, imports: string]> = {
	...Object.fromEntries(
		stops
			.slice(0, -1)
			.map((stop, at) => [
				`earlier-stops-only-${stop}`,
				[`src/clinic/${stop}/rule.ts`, `#clinic/${stops[at + 1]}/rule.ts`]
			])
	),
	'platform-and-ui-know-no-clinic': ['src/platform/knows.ts', '#clinic/offices/rule.ts'],
	'ui-knows-no-platform-server': ['src/ui/knows.ts', '#platform/command.ts'],
	'nobody-imports-routes': ['src/clinic/offices/ui/words.ts', '../../../routes/page.ts'],
	'rules-stay-pure': ['src/clinic/offices/impure.ts', 'drizzle-orm'],
	'rules-stay-pure-platform': ['src/clinic/offices/impure-too.ts', '#platform/command.ts'],
	'routes-touch-no-tables': ['src/routes/+page.server.ts', '#clinic/offices/server/tables.ts'],
	'no-server-folder-under-routes': ['src/routes/(staff)/server/secret.ts', '#clinic/offices/rule.ts'],
	'stops-are-entered-by-their-doors': ['src/clinic/cases/server/reads.ts', '#clinic/offices/server/hidden.ts'],
	'components-touch-no-server': ['src/clinic/cases/ui/Case.svelte', '#clinic/cases/server/reads.ts'],
	'reads-do-not-run-commands': ['src/clinic/visits/server/reads.ts', '#clinic/cases/server/commands.ts'],
	'no-junk-drawers': ['src/platform/utils/things.ts', '#platform/command.ts'],
	'no-circles': ['src/clinic/offices/about.ts', './round.ts'],
	'everything-resolves': ['src/clinic/offices/lost.ts', './nowhere.ts']
};

const sound: Record<string, string> = {
	...Object.fromEntries(stops.map((stop) => [`src/clinic/${stop}/rule.ts`, 'export const rule = 1;'])),
	'src/clinic/offices/server/tables.ts': 'export const tables = 1;',
	'src/clinic/offices/server/hidden.ts': 'export const hidden = 1;',
	'src/clinic/cases/server/commands.ts': 'export const commands = 1;',
	'src/clinic/offices/round.ts': `import './about.ts'; export const round = 1;\n`,
	'src/platform/command.ts': 'export const command = 1;',
	'src/routes/page.ts': 'export const page = 1;'
};

function plant(file: string, text: string): void {
	mkdirSync(dirname(join(plot, file)), { recursive: true });
	writeFileSync(join(plot, file), text, { flag: 'a' });
}

async function violations(): Promise<{ rule: string; from: string }[]> {
	const result = await cruise(
		['src'],
		{ ...(config.options ?? {}), baseDir: plot, validate: true, ruleSet: { forbidden } },
		undefined,
		{ tsConfig: extractTSConfig(join(plot, 'tsconfig.json')) }
	);
	return (result.output as ICruiseResult).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

beforeAll(() => {
	writeFileSync(
		join(plot, 'package.json'),
		JSON.stringify({
			type: 'module',
			imports: { '#clinic/*': './src/clinic/*', '#platform/*': './src/platform/*', '#ui/*': './src/ui/*' }
		})
	);
	writeFileSync(
		join(plot, 'tsconfig.json'),
		JSON.stringify({ compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true } })
	);
	plant('node_modules/drizzle-orm/package.json', JSON.stringify({ name: 'drizzle-orm', main: 'index.js' }));
	plant('node_modules/drizzle-orm/index.js', '');
	for (const [file, text] of Object.entries(sound)) plant(file, text);
	for (const [file, imports] of Object.values(breaks)) {
		const line = `import '${imports}';\n`;
		plant(file, file.endsWith('.svelte') ? `<script lang="ts">${line}</script>` : line);
	}
});
afterAll(() => rmSync(plot, { recursive: true, force: true }));

describe('the import rules', () => {
	it('have one planted break each', () => {
		expect(Object.keys(breaks).sort()).toEqual(forbidden.map(({ name }) => name).sort());
	});

	it('catch every planted break where it stands', async () => {
		const caught = await violations();
		const missed = Object.entries(breaks).filter(
			([rule, [file]]) => !caught.some((violation) => violation.rule === rule && violation.from === file)
		);
		expect(missed).toEqual([]);
	});
});

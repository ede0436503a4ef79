import { describe, expect, it } from 'vitest';
import { sources, type Source } from './source.ts';

/** Tables of another stop that a file inserts into, updates or deletes from. */
function foreignWrites({ file, text }: Source): string[] {
	const stop = /^src\/clinic\/([^/]+)\//.exec(file)?.[1];
	const imports = [...text.matchAll(/import\s*\{([^}]*)\}\s*from\s*'#clinic\/([^/]+)\/server\/tables\.ts'/g)];
	return imports
		.filter(([, , from]) => from !== stop)
		.flatMap(([, names]) =>
			names!.split(',').map((name) =>
				name
					.trim()
					.split(/\s+as\s+/)
					.at(-1)!
			)
		)
		.filter((table) => new RegExp(`\\.(insert|update|delete)\\(\\s*${table}\\s*\\)`).test(text))
		.map((table) => `${file}: ${table}`);
}

describe('commands write their own tables only', () => {
	it('holds in every stop', () => {
		expect(sources(['src/clinic']).flatMap(foreignWrites)).toEqual([]);
	});

	it('catches a planted break', () => {
		const text = `import { cases } from '#clinic/cases/server/tables.ts';\nawait tx.update(cases).set({});`;
		expect(foreignWrites({ file: 'src/clinic/visits/server/commands.ts', text })).toHaveLength(1);
		expect(foreignWrites({ file: 'src/clinic/cases/server/commands.ts', text })).toEqual([]);
	});
});

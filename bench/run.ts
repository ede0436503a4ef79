/**
 * How fast, against a baseline in the same run. `npm run bench` runs every row, `npm run bench -- NAME` those whose name
 * begins so. Prints a table and writes bench/results.json. Exit 1 when a row fails its budget.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchFile, Measured } from './row.ts';

const wanted = process.argv[2] ?? '';
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'));
const results: (Measured & { name: string; what: string; budget: string; pass: boolean })[] = [];

for (const file of files.sort()) {
	const { rows, setUp } = (await import(join(import.meta.dirname, file))) as BenchFile;
	const chosen = rows.filter(({ name }) => name.startsWith(wanted));
	if (chosen.length === 0) continue;
	const tearDown = await setUp?.();
	try {
		for (const row of chosen) {
			process.stderr.write(`${row.name} …\n`);
			for (const measured of await row.run()) {
				const pass = row.holds(measured);
				results.push({ name: row.name, what: row.what, budget: row.budget, pass, ...measured });
			}
		}
	} finally {
		await tearDown?.();
	}
}

if (results.length === 0) {
	console.error(`No row begins with "${wanted}".`);
	process.exit(2);
}
const figure = (value: number | null) =>
	value === null ? '–' : value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
const lines = results.map(({ name, detail, ours, baseline, unit, budget, pass }) => [
	detail ? `${name}: ${detail}` : name,
	`${figure(ours)} ${unit}`,
	baseline === null ? '–' : `${figure(baseline)} ${unit}`,
	baseline === null ? '–' : figure(ours / baseline),
	budget,
	pass ? 'pass' : 'FAIL'
]);
const table = [['what', 'ours', 'baseline', 'ratio', 'budget', ''], ...lines];
const widths = table[0]!.map((_, column) => Math.max(...table.map((line) => line[column]!.length)));
for (const line of table)
	console.log(
		line
			.map((cell, column) => cell.padEnd(widths[column]!))
			.join('  ')
			.trimEnd()
	);
writeFileSync(join(import.meta.dirname, 'results.json'), JSON.stringify(results, null, '\t') + '\n');
// Pools and servers are closed by now; what still holds the loop is a defect of a row, not of the figures.
process.exit(results.every(({ pass }) => pass) ? 0 : 1);

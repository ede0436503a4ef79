import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Place } from '#world/places.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data')), '../data');

/** The same districts and villages that the database knows, read from the package they were loaded from. */
export function placesOf(regencyCode: string): Place[] {
	const rows = (file: string) => {
		const [heading, ...lines] = readFileSync(join(folder, file), 'utf8').split('\n');
		const own = lines.filter((line) => line.startsWith(`${regencyCode}.`));
		return parse([heading, ...own].join('\n'), { columns: true }) as { code: string; name: string }[];
	};
	const villages = rows('villages.csv');
	return rows('districts.csv').map(({ code, name }) => ({
		code,
		name,
		villages: villages
			.filter((village) => village.code.startsWith(`${code}.`))
			.map((village) => ({ code: village.code, name: village.name }))
	}));
}

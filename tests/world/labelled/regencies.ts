import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Regency } from './register.ts';

/** The 514 regencies and cities with their real districts and villages, in the order of their codes. */
export function allRegencies(): Regency[] {
	const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data')), '../data');
	const rows = (file: string) => parse<Record<string, string>>(readFileSync(join(folder, file)), { columns: true });
	const villages = Map.groupBy(rows('villages.csv'), (row) => row['district_code']!);
	const districts = Map.groupBy(rows('districts.csv'), (row) => row['regency_code']!);
	return rows('regencies.csv').map(({ code }) => ({
		code: code!,
		districts: (districts.get(code!) ?? [])
			.map((district) => ({
				code: district['code']!,
				villages: (villages.get(district['code']!) ?? []).map(({ name }) => name!)
			}))
			.filter((district) => district.villages.length > 0)
	}));
}

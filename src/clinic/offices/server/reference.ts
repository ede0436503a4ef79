import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { foldArea } from '../areas.ts';
import { regulations } from '../regulations.ts';

/**
 * Loads what every office refers to: the areas of the country (91,000 rows, once) and the regulations (brought up to
 * date at each start). Runs as the owner; the application's role may only read them.
 */
export async function loadReference(ownerUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: ownerUrl, application_name: 'klinik reference' });
	await client.connect();
	try {
		await client.query(`begin; select pg_advisory_xact_lock(hashtext('klinik.reference'))`);
		const { rows } = await client.query('select exists (select from areas) as filled');
		if (!rows[0].filled) await loadAreas(client);
		await saveRegulations(client);
		await client.query('commit');
	} finally {
		await client.end();
	}
}

const levels = [
	['provinces.csv', 1],
	['regencies.csv', 2],
	['districts.csv', 3],
	['villages.csv', 4]
] as const;

async function loadAreas(client: pg.Client): Promise<void> {
	const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data')), '../data');
	async function* lines() {
		for (const [file, level] of levels) {
			const rows = createReadStream(join(folder, file)).pipe(parse({ columns: true }));
			for await (const row of rows as AsyncIterable<Record<string, string>>) {
				const parent = row.province_code ?? row.regency_code ?? row.district_code ?? '\\N';
				yield `${row.code}\t${parent}\t${level}\t${row.name}\t${foldArea(row.name!)}\n`;
			}
		}
	}
	await pipeline(
		Readable.from(lines()),
		client.query(copyFrom('copy areas (code, parent_code, level, name, folded) from stdin'))
	);
	await client.query('analyze areas');
}

async function saveRegulations(client: pg.Client): Promise<void> {
	await client.query(
		`insert into regulations (code, title, valid_from, valid_until, replaced_by, certainty, note)
		 select code, title, "validFrom"::date, "validUntil"::date, "replacedBy", certainty, note
		   from jsonb_to_recordset($1::jsonb) as r(code text, title text, "validFrom" text, "validUntil" text, "replacedBy" text, certainty text, note text)
		 on conflict (code) do update set title = excluded.title, valid_from = excluded.valid_from,
		   valid_until = excluded.valid_until, replaced_by = excluded.replaced_by, certainty = excluded.certainty, note = excluded.note`,
		[JSON.stringify(regulations)]
	);
}

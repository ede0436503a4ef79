import pg from 'pg';
import { findInstrument } from '#clinic/examinations/catalogue.ts';
import { sheetOf } from '#clinic/examinations/sheet.ts';
import { newId } from '#platform/ids.ts';
import { fillNation } from './nation.ts';

export interface Examined {
	readonly officeIds: readonly string[];
	/** For the baseline: a run of each office, by office. */
	readonly runs: ReadonlyMap<string, string>;
	readonly count: number;
	/** As the owner of the tables. */
	readonly client: pg.Client;
	readonly results: () => Promise<number>;
}

const sheet = sheetOf(findInstrument('ksp-2016')!);
const figures = sheet.sections.flatMap((section) => section.figures);
const items = sheet.sections.flatMap(({ blocks }) =>
	blocks.flatMap(({ questions }) => questions.map(({ code }) => code))
);

/** Amounts between 10 million and 10 billion rupiah, and eight answers in ten yes. */
const anyFigures = figures.map((figure) => `'${figure}', (10000000 + random() * 9990000000)::bigint::text`).join(', ');
const anyAnswers = items.map((item) => `'${item}', random() < 0.8`).join(', ');

/** Each of the nation's 300,000 cooperatives examined once, on figures of its own. */
export async function fillExaminations(ownerUrl: string): Promise<Examined> {
	await fillNation(ownerUrl);
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	const { rows: offices } = await client.query<{ id: string }>('select id from offices order by code');
	const runs = new Map(offices.map(({ id }) => [id, newId()]));
	let count = 0;
	await client.query('select setseed(0.42)');
	for (const { id } of offices) {
		await client.query(`begin; select set_config('app.office_id', '${id}', true)`);
		const made = await client.query(
			`insert into examinations (id, office_id, cooperative_id, standing, instrument, version, book_year, readings, figures,
			     answers, asked, result, at, by, by_name)
			   select uuidv7(), office_id, id, 'clinicCheck', 'ksp-2016', '1', 2025, '{}', jsonb_build_object(${anyFigures}),
			     jsonb_build_object(${anyAnswers}), '{}', '{}', now(), 'bench', 'Bench'
			     from cooperatives`
		);
		await client.query(
			`insert into rescorings (id, office_id, instrument, version, readings, total, at, by, by_name)
			   values ($1, $2, 'ksp-2016', '1', '{}', 0, now(), 'bench', 'Bench')`,
			[runs.get(id), id]
		);
		await client.query('commit');
		count += made.rowCount ?? 0;
	}
	await client.query('vacuum analyze examinations');
	return { officeIds: [...runs.keys()], runs, count, client, results: () => resultsOf(client, [...runs.keys()]) };
}

/** Row by row of offices: the line between them holds the owner too. */
async function resultsOf(client: pg.Client, officeIds: readonly string[]): Promise<number> {
	let results = 0;
	for (const id of officeIds) {
		await client.query(`begin; select set_config('app.office_id', '${id}', true)`);
		const { rows } = await client.query<{ count: string }>('select count(*) as count from rescored_results');
		results += Number(rows[0]?.count);
		await client.query('commit');
	}
	return results;
}

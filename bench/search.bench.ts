import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { read, type Database } from '#platform/database/client.ts';
import { benchDatabase } from './database.ts';
import { fillNation, type Nation } from './nation.ts';
import { median, type BenchRow } from './row.ts';

let database: Database;
let nation: Nation;
let actor: Actor;

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(4);
	database = made.database;
	nation = await fillNation(made.ownerUrl);
	actor = systemActor('bench', nation.officeId, ['register.view']);
	return made.end;
}

const QUERIES = 60;
const every = <T>(values: readonly T[]) =>
	values.filter((_, at) => at % Math.floor(values.length / QUERIES) === 0).slice(0, QUERIES);

/** As a name is typed at a desk: a letter dropped, an old spelling, the kind shortened. */
const typed = (name: string, at: number) => {
	const short = name
		.replace(/^Koperasi (Simpan Pinjam|Konsumen|Karyawan|Wanita|Desa Merah Putih) /, 'kop ')
		.toLowerCase();
	return [short, short.replace(/(?<=\w{3})\w(?=\w)/, ''), short.replaceAll('j', 'dj').replaceAll('u', 'oe')][at % 3]!;
};

/** The middle of the times that the questions take, each asked five times after one warm-up. */
async function middle(questions: readonly string[], ask: (text: string) => Promise<unknown>): Promise<number> {
	for (const text of questions) await ask(text);
	const times: number[] = [];
	for (const text of questions) {
		const runs: number[] = [];
		for (let run = 0; run < 5; run++) {
			const from = performance.now();
			await ask(text);
			runs.push(performance.now() - from);
		}
		times.push(median(runs));
	}
	return median(times);
}

const ours = (text: string) => read(database, actor, (reader) => searchCooperatives(reader, actor, text));

/** What a plain list would do, in the same office and through the same line between offices. */
async function plain(text: string): Promise<void> {
	const client = await database.pool.connect();
	try {
		await client.query(`begin read only; select set_config('app.office_id', '${nation.officeId}', true)`);
		await client.query(
			`select id, name from cooperatives where office_id = $1 and (name ilike $2 or legal_number ilike $2) order by name limit 8`,
			[nation.officeId, `%${text}%`]
		);
		await client.query('commit');
	} finally {
		client.release();
	}
}

const row = (name: string, what: string, questions: () => readonly string[]): BenchRow => ({
	name,
	what,
	budget: '≤ 20 ms',
	holds: (measured) => measured.ours <= 20,
	run: async () => [{ ours: await middle(questions(), ours), baseline: await middle(questions(), plain), unit: 'ms' }]
});

export const rows: readonly BenchRow[] = [
	row(
		'search-name',
		'a cooperative by a badly typed name, office of 2,000 in a register of 300,000, against ILIKE',
		() => every(nation.names).map(typed)
	),
	row('search-number', 'a cooperative by a part of its legal number, the same office, against ILIKE', () =>
		every(nation.numbers).map((number) => number.slice(0, number.indexOf('/') + 7).replaceAll('/', ' '))
	)
];

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { mergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { likelyCandidates } from '#clinic/cooperatives/server/reads/candidates.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import { systemActor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { benchDatabase } from './database.ts';
import { fillLabelledNation, fillWholeRegister, pairKey, type LabelledNation } from './register/fill.ts';
import { answered, questionsAbout, type Answered, type Question } from './register/questions.ts';
import { median, type BenchRow, type Measured } from './row.ts';

/** BENCH_TOTAL makes a smaller nation, for trying; SEED another one. */
const total = Number(process.env['BENCH_TOTAL'] ?? 300_000);
const seed = process.env['SEED'] ?? 'register';

let database: Database;
let nation: LabelledNation;
let plain: pg.Client;
let urls: { app: string; owner: string };

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(4);
	database = made.database;
	urls = { app: made.appUrl, owner: made.ownerUrl };
	nation = await fillLabelledNation(made.ownerUrl, total, seed);
	process.stderr.write(`register: seed "${seed}", ${nation.total} cooperatives in ${nation.offices.length} offices\n`);
	// The baselines stand behind no line between offices and have an index of their own.
	plain = new pg.Client({ connectionString: made.superUrl });
	await plain.connect();
	return async () => {
		await plain.end();
		await made.end();
	};
}

const once = <T>(work: () => Promise<T>) => {
	let done: Promise<T> | undefined;
	return () => (done ??= work());
};
/** Filled after the sweep, which is of offices that keep their own registers. */
const wholeId = once(async () => {
	await sweep();
	const id = await fillWholeRegister(urls.owner, nation);
	await plain.query(`create table plain_names as select id, name from cooperatives where office_id = '${id}'`);
	await plain.query('create index on plain_names using gin (name gin_trgm_ops)');
	await plain.query('vacuum analyze plain_names');
	return id;
});
const questions = once(async () => questionsAbout(nation, `${seed} questions`));

const asked = (about: () => Promise<Question[]>, officeOf: (question: Question) => string | Promise<string>) =>
	once(async () =>
		answered(await about(), async (question) => {
			const actor = systemActor('bench', await officeOf(question), ['register.view']);
			return read(database, actor, (reader) => searchCooperatives(reader, actor, question.text, 5));
		})
	);
const inOffice = asked(questions, ({ officeId }) => officeId);
/** How long it takes is asked where it takes longest. */
const largest = once(async () => questionsAbout({ offices: nation.offices.slice(0, 1) }, `${seed} largest`, 30));
const inLargest = asked(largest, ({ officeId }) => officeId);
const inNation = asked(questions, wholeId);

const rowsOf = async (text: string, values: unknown[]) => (await plain.query(text, values)).rows as { name: string }[];
/** What a plain search would do, in the same kind of transaction and behind the same line between offices. */
const plainly = (about: () => Promise<Question[]>) =>
	once(async () =>
		answered(await about(), ({ officeId, text }) =>
			read(database, systemActor('bench', officeId, []), (reader) =>
				reader.rows<{ name: string }>(sql`
				select name from cooperatives where office_id = ${officeId}::uuid order by similarity(name, ${text}) desc limit 5`)
			)
		)
	);
const plainInOffice = plainly(questions);
const plainInLargest = plainly(largest);
/** Slow: every tenth question. */
const plainInNation = once(async () => {
	await wholeId();
	return answered(
		(await questions()).filter((_, at) => at % 10 === 0),
		({ text }) =>
			rowsOf('select name from plain_names where name % $1 order by similarity(name, $1) desc limit 5', [text])
	);
});

const percent = (share: number) => Math.round(share * 1000) / 10;
const recalls = async (ours: () => Promise<Answered>, base: () => Promise<Answered>): Promise<Measured[]> => {
	const [mine, theirs] = [await ours(), await base()];
	return [
		{ detail: 'all', ours: percent(mine.recall), baseline: percent(theirs.recall), unit: '%' },
		...[...mine.byClass].map(([sort, recall]) => ({
			detail: sort,
			ours: percent(recall),
			baseline: percent(theirs.byClass.get(sort) ?? 0),
			unit: '%' as const
		}))
	];
};
const times = async (ours: () => Promise<Answered>, base: () => Promise<Answered>): Promise<Measured[]> => [
	{ detail: 'p95', ours: (await ours()).p95, baseline: (await base()).p95, unit: 'ms' },
	{ detail: 'p50', ours: (await ours()).p50, baseline: (await base()).p50, unit: 'ms' }
];

interface Swept {
	readonly seconds: number;
	readonly cpu: number;
	readonly megabytes: number;
}
const sweep = once(async (): Promise<Swept> => {
	const child = join(import.meta.dirname, 'register/sweep-child.ts');
	const { stdout } = await promisify(execFile)(process.execPath, [child, urls.app]);
	return JSON.parse(stdout) as Swept;
});

/** What the sweep found, held against what is known. */
const quality = once(async () => {
	await sweep();
	const rows = (
		await plain.query<{ a: string; b: string; band: 'suggest' | 'review' }>(
			'select first_id as a, second_id as b, band from duplicate_pairs where elsewhere_id is null'
		)
	).rows;
	const right = rows.filter(({ a, b }) => nation.twice.has(pairKey(a, b)));
	const share = (band: string) =>
		right.filter((row) => row.band === band).length / Math.max(1, rows.filter((row) => row.band === band).length);
	return { suggest: share('suggest'), review: share('review'), recall: right.length / nation.twice.size };
});

/** Merges pairs of the large register and of offices, and tells the slowest but one in twenty. */
async function merging(): Promise<number> {
	const { rows } = await plain.query<{ office_id: string; first_id: string; second_id: string }>(
		`(select office_id, first_id, second_id from duplicate_pairs where elsewhere_id is null and band = 'suggest' limit 40)
		 union all
		 select $1, a.id, b.id from (select id, row_number() over () as at from (select id from cooperatives where office_id = $1 limit 20) x) a
		   join (select id, row_number() over () as at from (select id from cooperatives where office_id = $1 offset 20 limit 20) y) b using (at)`,
		[await wholeId()]
	);
	const runs: number[] = [];
	for (const { office_id: officeId, first_id: winnerId, second_id: loserId } of rows) {
		const from = performance.now();
		await perform(
			{ database, actor: systemActor('bench', officeId, ['register.edit']), now: new Date(), commandId: newId() },
			mergeCooperatives,
			{ winnerId, winnerVersion: 1, loserId, loserVersion: 1, choices: { name: 'loser', address: 'loser' } }
		).catch(() => {});
		runs.push(performance.now() - from);
	}
	runs.sort((a, b) => a - b);
	return runs[Math.floor(runs.length * 0.95)] ?? median(runs);
}

const row = (name: string, what: string, budget: string, holds: BenchRow['holds'], run: BenchRow['run']): BenchRow => ({
	name: `register-${name}`,
	what,
	budget,
	holds,
	run
});
const one = (measured: Promise<Measured>) => measured.then((only) => [only]);
const isAll = ({ detail }: Measured) => detail === 'all' || detail === 'p95';

export const rows: readonly BenchRow[] = [
	row(
		'recall-office',
		'the right cooperative among the first five, within its office, ten sorts of slips',
		'≥ 99%',
		(measured) => !isAll(measured) || measured.ours >= 99,
		() => recalls(inOffice, plainInOffice)
	),
	row(
		'recall-nation',
		'the same among all cooperatives of the nation in one register',
		'≥ 96%',
		(measured) => !isAll(measured) || measured.ours >= 96,
		() => recalls(inNation, plainInNation)
	),
	row(
		'search-office',
		'a search within an office of 2,000, against similarity over its rows',
		'p95 ≤ 10 ms and ≥ 3× faster',
		(measured) => !isAll(measured) || (measured.ours <= 10 && measured.ours * 3 <= measured.baseline!),
		() => times(inLargest, plainInLargest)
	),
	row(
		'search-nation',
		'a search among all cooperatives in one register, against plain trigram similarity',
		'p95 ≤ 90 ms and ≥ 10× faster',
		(measured) => !isAll(measured) || (measured.ours <= 90 && measured.ours * 10 <= measured.baseline!),
		() => times(inNation, plainInNation)
	),
	row(
		'candidates',
		'candidates with their scores while a name is typed, in a register of the whole nation',
		'p95 ≤ 60 ms',
		(measured) => !isAll(measured) || measured.ours <= 60,
		async () => {
			const actor = systemActor('bench', await wholeId(), ['register.edit']);
			const typed = {
				legalNumber: '',
				registryNumber: '',
				businessNumber: '',
				taxNumber: '',
				address: '',
				district: ''
			};
			const { p50, p95 } = await answered(
				(await questions()).filter((_, at) => at % 5 === 0),
				({ text }) => read(database, actor, (reader) => likelyCandidates(reader, actor, { ...typed, name: text }))
			);
			return [
				{ detail: 'p95', ours: p95, baseline: null, unit: 'ms' },
				{ detail: 'p50', ours: p50, baseline: null, unit: 'ms' }
			];
		}
	),
	row(
		'sweep',
		'every office’s register swept for duplicates',
		'≤ 60 s',
		({ ours }) => ours <= 60,
		async () => {
			const { seconds, cpu } = await sweep();
			return [
				{ detail: 'as one waits', ours: seconds, baseline: null, unit: 's' },
				{ detail: 'work of its own process', ours: cpu, baseline: null, unit: 's' }
			];
		}
	),
	row(
		'sweep-memory',
		'memory of the process that sweeps',
		'≤ 600 MB',
		({ ours }) => ours <= 600,
		() => one(sweep().then(({ megabytes }) => ({ ours: megabytes, baseline: null, unit: 'MB' })))
	),
	row(
		'suggest',
		'suggested pairs that are one cooperative',
		'≥ 95%',
		({ ours }) => ours >= 95,
		() => one(quality().then(({ suggest }) => ({ ours: percent(suggest), baseline: null, unit: '%' })))
	),
	row(
		'review',
		'pairs for review that are one cooperative',
		'≥ 30%',
		({ ours }) => ours >= 30,
		() => one(quality().then(({ review }) => ({ ours: percent(review), baseline: null, unit: '%' })))
	),
	row(
		'duplicates',
		'records written down twice that come up in either band',
		'≥ 95%',
		({ ours }) => ours >= 95,
		() => one(quality().then(({ recall }) => ({ ours: percent(recall), baseline: null, unit: '%' })))
	),
	row(
		'merge',
		'two records merged, in offices and in the register of the whole nation',
		'p95 < 200 ms',
		({ ours }) => ours < 200,
		() => one(merging().then((ours) => ({ ours, baseline: null, unit: 'ms' })))
	)
];

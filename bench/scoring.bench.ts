import { findInstrument } from '#clinic/examinations/catalogue.ts';
import type { Filled } from '#clinic/examinations/judge.ts';
import { scoreWithReasons } from '#clinic/examinations/reasons.ts';
import { ready, type ReadyInstrument } from '#clinic/examinations/scales.ts';
import { scoreAlone } from '#clinic/examinations/totals.ts';
import { randomFrom } from '#world/random.ts';
import { kkpkkReal, kkpkkSavings } from './plain/kkpkk.ts';
import { ksp2009, ksp2016 } from './plain/ksp.ts';
import { pearls } from './plain/pearls.ts';
import type { PlainAnswers, PlainFigures, PlainScore, PlainScored } from './plain/score.ts';
import type { BenchRow, Measured } from './row.ts';

const COOPERATIVES = 200;
/** Many short runs, in turn, of which the best counts: what else the machine does only ever makes a run slower. */
const RUNS = 40;
const MILLISECONDS = 25;

const byHand: Readonly<Record<string, PlainScore>> = {
	'ksp-2009': ksp2009,
	'ksp-2016': ksp2016,
	'kkpkk-2021-real': kkpkkReal,
	'kkpkk-2021-ksp': kkpkkSavings,
	pearls
};

interface Cooperative {
	readonly filled: Filled;
	readonly figures: PlainFigures;
	readonly answers: PlainAnswers;
}

/** Complete examinations of cooperatives of every size: the same BigInts for both ways. */
function cooperatives(code: string): Cooperative[] {
	const { figures: names, items } = ready(findInstrument(code)!);
	const random = randomFrom(`scoring ${code}`);
	// Lines and sums that stand in for others are another form of what is given already.
	const others = new Set(['problemLoanRisk', 'problemLoans']);
	const given = names.map((name) => !name.includes('.') && !others.has(name));
	// What is taken off the funds is a small part of them, so that every ratio has a mark.
	const small = new Set(['taxPayable', 'accruedExpense', 'expensePayable']);
	return Array.from({ length: COOPERATIVES }, () => {
		const size = 10 ** random.between(6, 9);
		const amounts = names.map((name, place) =>
			given[place] ? BigInt(random.between(1, 40)) * BigInt(small.has(name) ? size / 1000 : size + place) : undefined
		);
		const answers = items.map(() => random.chance(0.6));
		const figures = Object.fromEntries(names.flatMap((name, place) => (given[place] ? [[name, amounts[place]!]] : [])));
		return { filled: { figures: amounts, answers, readings: null }, figures, answers };
	});
}

/** What was worked out last: what nobody holds the engine would not work out at all. */
const held: { last: unknown } = { last: null };

/** How many examinations a second of the core's own time, all of them over and over. */
function perSecond(all: readonly Cooperative[], work: (one: Cooperative) => unknown): number {
	let done = 0;
	const from = process.threadCpuUsage();
	let passed = 0;
	while (passed < MILLISECONDS) {
		for (const one of all) held.last = work(one);
		done += all.length;
		const { user, system } = process.threadCpuUsage(from);
		passed = (user + system) / 1000;
	}
	return (done / passed) * 1000;
}

/** All numbers of an examination: ratio and mark of each component, its aspects, total and category. */
function numbers(instrument: ReadyInstrument, filled: Filled) {
	const ratios = new Array<bigint | null>(instrument.count);
	return { ...scoreAlone(instrument, filled, ratios), ratios };
}

/** Both ways have to come to the same, and to a mark for every component that has a table, before either is timed. */
function mustAgree(instrument: ReadyInstrument, { filled }: Cooperative, plainly: PlainScored): void {
	const { score, judgements, ratios } = numbers(instrument, filled);
	const measured = instrument.aspects.flatMap(({ components }) => components.map(({ kind }) => kind === 'measured'));
	const marked = judgements.flatMap((one) => one.marked ?? []);
	const sum = marked.reduce((all, { points }) => all + points, 0) / (instrument.adding === 'credits' ? 100 : 1);
	const inOrder = (all: readonly (bigint | null)[] = []) => all.map(String).toSorted();
	const theirs = {
		total: plainly.total,
		category: plainly.category,
		sum: plainly.points?.reduce((all, one) => all + one, 0) ?? 0,
		marked: (plainly.points ?? plainly.met)?.length,
		met: plainly.met?.filter(Boolean).length,
		ratios: inOrder(plainly.ratios)
	};
	const ours = {
		total: score.total,
		category: score.category,
		sum,
		marked: marked.length,
		met: plainly.met && marked.filter(({ mark }) => mark === 1).length,
		ratios: inOrder(ratios.filter((_, place) => measured[place]))
	};
	if (JSON.stringify(ours) !== JSON.stringify(theirs))
		throw new Error(`${JSON.stringify(ours)}, by hand ${JSON.stringify(theirs)}`);
}

interface Speeds {
	readonly plain: number;
	readonly alone: number;
	readonly explained: number;
}

const measured = new Map<string, Speeds>();

function speedsOf(code: string): Speeds {
	const before = measured.get(code);
	if (before) return before;
	const instrument = ready(findInstrument(code)!);
	const plainly = byHand[code]!;
	const all = cooperatives(code);
	for (const one of all) mustAgree(instrument, one, plainly(one.figures, one.answers));
	const ways = {
		plain: ({ figures, answers }: Cooperative) => plainly(figures, answers),
		alone: ({ filled }: Cooperative) => numbers(instrument, filled),
		explained: ({ filled }: Cooperative) => scoreWithReasons(instrument, filled)
	};
	const runs = { plain: [] as number[], alone: [] as number[], explained: [] as number[] };
	for (let run = 0; run < RUNS; run++)
		for (const [way, work] of Object.entries(ways)) {
			runs[way as keyof Speeds].push(perSecond(all, work));
		}
	const speeds = {
		plain: Math.max(...runs.plain),
		alone: Math.max(...runs.alone),
		explained: Math.max(...runs.explained)
	};
	measured.set(code, speeds);
	return speeds;
}

const row = (name: string, what: string, way: keyof Speeds, atMost: number): BenchRow => ({
	name,
	what,
	budget: `at most ${atMost} times slower`,
	holds: ({ ours, baseline }) => baseline !== null && ours * atMost >= baseline,
	run: () =>
		Promise.resolve(
			Object.keys(byHand).map((code): Measured => {
				const speeds = speedsOf(code);
				return { detail: code, ours: speeds[way], baseline: speeds.plain, unit: '/s' };
			})
		)
});

export const rows: readonly BenchRow[] = [
	row(
		'scoring',
		'full examinations a second on one core: ratio and mark of each component, total; against straight code',
		'alone',
		2
	),
	row(
		'scoring-explained',
		'the same with all that explains each mark: formula, figures, exact ratio, band, reading, source',
		'explained',
		6
	)
];

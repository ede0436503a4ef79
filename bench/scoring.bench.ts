import { findInstrument } from '#clinic/examinations/catalogue.ts';
import { examineFully } from '#clinic/examinations/explain.ts';
import type { Filled } from '#clinic/examinations/judge.ts';
import { ready } from '#clinic/examinations/scales.ts';
import { scoreAlone } from '#clinic/examinations/totals.ts';
import { randomFrom } from '#world/random.ts';
import {
	kkpkkReal,
	kkpkkSavings,
	ksp2009,
	ksp2016,
	pearls,
	type PlainAnswers,
	type PlainFigures,
	type PlainScore
} from './plain-scores.ts';
import { median, type BenchRow, type Measured } from './row.ts';

const COOPERATIVES = 1000;
/** How long each of the five runs of a way lasts; the ways take turns, so that the machine's moods meet them alike. */
const MILLISECONDS = 250;

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
export function cooperatives(code: string): Cooperative[] {
	const { figures: names, items } = ready(findInstrument(code)!);
	const random = randomFrom(`scoring ${code}`);
	// Lines and sums that stand in for others are another form of what is given already.
	const others = new Set(['problemLoanRisk', 'problemLoans']);
	const given = names.map((name) => !name.includes('.') && !others.has(name));
	return Array.from({ length: COOPERATIVES }, () => {
		const size = 10 ** random.between(6, 9);
		const amounts = names.map((_, place) =>
			given[place] ? BigInt(random.between(1, 40)) * BigInt(size + place) : undefined
		);
		const answers = items.map(() => random.chance(0.6));
		const figures = Object.fromEntries(names.flatMap((name, place) => (given[place] ? [[name, amounts[place]!]] : [])));
		return { filled: { figures: amounts, answers, readings: null }, figures, answers };
	});
}

/** How many examinations a second of the core's own time, all of them over and over. */
function perSecond(all: readonly Cooperative[], work: (one: Cooperative) => unknown): number {
	let done = 0;
	const from = process.threadCpuUsage();
	let passed = 0;
	while (passed < MILLISECONDS) {
		for (const one of all) if (work(one) !== undefined) done++;
		const { user, system } = process.threadCpuUsage(from);
		passed = (user + system) / 1000;
	}
	return (done / passed) * 1000;
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
	for (const { filled, figures, answers } of all) {
		const { total, category } = scoreAlone(instrument, filled);
		const other = plainly(figures, answers);
		if (total !== other.total || category !== other.category)
			throw new Error(`${code}: ${total} ${category}, by hand ${other.total} ${other.category}`);
	}
	const ways = {
		plain: ({ figures, answers }: Cooperative) => plainly(figures, answers),
		alone: ({ filled }: Cooperative) => scoreAlone(instrument, filled),
		explained: ({ filled }: Cooperative) => examineFully(instrument, filled)
	};
	const runs = { plain: [] as number[], alone: [] as number[], explained: [] as number[] };
	for (let run = -1; run < 5; run++)
		for (const [way, work] of Object.entries(ways)) {
			const speed = perSecond(all, work);
			if (run >= 0) runs[way as keyof Speeds].push(speed);
		}
	const speeds = { plain: median(runs.plain), alone: median(runs.alone), explained: median(runs.explained) };
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
	row('scoring', 'full examinations a second on one core, the score alone, against straight code', 'alone', 2),
	row('scoring-explained', 'the same with result and full explanation', 'explained', 6)
];

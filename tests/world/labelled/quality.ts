import { profileOf } from '#clinic/cooperatives/duplicates/profile.ts';
import { duplicateBands, type DuplicateBand } from '#clinic/cooperatives/duplicates/score.ts';
import { pairsAmong } from '#clinic/cooperatives/duplicates/sweep.ts';
import { randomFrom } from '../random.ts';
import { allRegencies } from './regencies.ts';
import { inventRegister, written } from './register.ts';
import { secondRecord, slipClasses, type SlipClass } from './slips.ts';

export interface DuplicateQuality {
	/** Of the pairs in a band, the share that is one cooperative. */
	readonly precision: Readonly<Record<DuplicateBand, number>>;
	/** Of the cooperatives that were written down twice, the share that came up in either band. */
	readonly recall: number;
	readonly byClass: ReadonlyMap<SlipClass, number>;
	readonly pairs: number;
}

interface Asked {
	readonly seed: string;
	readonly offices: number;
	/** Cooperatives of each office; three in a hundred are written down a second time. */
	readonly each: number;
}

/** Sweeps invented registers in which it is known which records are one cooperative. */
export function duplicateQuality({ seed, offices, each }: Asked): DuplicateQuality {
	const random = randomFrom(seed);
	const regencies = allRegencies();
	const step = Math.max(1, Math.floor(regencies.length / offices));
	const right = { suggest: 0, review: 0 };
	const found = { suggest: 0, review: 0 };
	const byClass = new Map<SlipClass, { met: number; found: number }>();
	for (let office = 0; office < offices; office++) {
		const base = inventRegister(random, regencies[(office * step) % regencies.length]!, each);
		const twice = base
			.filter((_, at) => at % 33 === office % 33)
			.map((one, at) => {
				const sort = slipClasses[(at + office) % slipClasses.length]!;
				return { one, sort, second: secondRecord(one, sort, random) };
			});
		const records = [...base, ...twice.map(({ second }) => second)];
		const pairs = new Map(
			pairsAmong(records.map((one) => profileOf(written(one)))).map((pair) => [both(pair.a.id, pair.b.id), pair])
		);
		for (const { one, second, sort } of twice) {
			const tally = byClass.get(sort) ?? { met: 0, found: 0 };
			const pair = pairs.get(both(one.id, second.id));
			byClass.set(sort, { met: tally.met + 1, found: tally.found + (pair ? 1 : 0) });
			if (pair) right[pair.band] += 1;
		}
		for (const { band } of pairs.values()) found[band] += 1;
	}
	const met = [...byClass.values()].reduce((sum, one) => sum + one.met, 0);
	return {
		precision: Object.fromEntries(
			duplicateBands.map((band) => [band, right[band] / Math.max(1, found[band])])
		) as Record<DuplicateBand, number>,
		recall: (right.suggest + right.review) / met,
		byClass: new Map([...byClass].map(([sort, tally]) => [sort, tally.found / tally.met])),
		pairs: met
	};
}

const both = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

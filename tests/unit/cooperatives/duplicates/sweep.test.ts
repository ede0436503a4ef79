import { describe, expect, it } from 'vitest';
import { legalParts } from '#clinic/cooperatives/duplicates/number-evidence.ts';
import { profileOf } from '#clinic/cooperatives/duplicates/profile.ts';
import { pairsAmong, sweeping } from '#clinic/cooperatives/duplicates/sweep.ts';
import { duplicateQuality } from '#world/labelled/quality.ts';
import { allRegencies } from '#world/labelled/regencies.ts';
import { inventRegister, written } from '#world/labelled/register.ts';
import { randomFrom } from '#world/random.ts';

const sragen = allRegencies().find(({ code }) => code === '33.14')!;

describe('pairsAmong', () => {
	it('compares far fewer than all with all, in turns', () => {
		const profiles = inventRegister(randomFrom('turns'), sragen, 1_500).map((one) => profileOf(written(one)));
		const work = sweeping(profiles);
		let turns = 0;
		while (!work.next().done) turns++;
		// Each turn is 4,000 comparisons at most; all with all would be more than a million.
		expect(turns).toBeGreaterThan(5);
		expect(turns).toBeLessThan(40);
	});

	it('does not compare a crowd that shares a key', () => {
		const crowd = Array.from({ length: 100 }, (_, at) => ({
			...profileOf(written(inventRegister(randomFrom(`crowd ${at}`), sragen, 1)[0]!)),
			legal: legalParts('1/BH/KDK/11/27/I/2000'),
			address: []
		}));
		const byNumber = pairsAmong(crowd).filter(({ reasons }) => reasons.some(({ code }) => code === 'legalSame'));
		expect(byNumber.length).toBeLessThan(200);
	});

	it('names each pair once, and is nothing to an empty register', () => {
		const profiles = inventRegister(randomFrom('once'), sragen, 300).map((one) => profileOf(written(one)));
		const twice = [...profiles, ...profiles.map((one) => ({ ...one, id: `again ${one.id}` }))];
		const keys = pairsAmong(twice).map(({ a, b }) => [a.id, b.id].toSorted().join());
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys.length).toBeGreaterThan(290);
		expect(pairsAmong([])).toEqual([]);
	});
});

describe('ten sorts of slips, written down a second time', () => {
	it('come up: of the suggested 95% are one cooperative, of the others 30%, and 95% are found', () => {
		const { precision, recall, byClass } = duplicateQuality({ seed: 'unit', offices: 12, each: 500 });
		expect(precision.suggest).toBeGreaterThanOrEqual(0.95);
		expect(precision.review).toBeGreaterThanOrEqual(0.3);
		expect(recall).toBeGreaterThanOrEqual(0.95);
		for (const [sort, found] of byClass) expect(found, sort).toBeGreaterThanOrEqual(0.75);
	}, 30_000);
});

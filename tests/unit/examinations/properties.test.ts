import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithEdge } from '#clinic/examinations/ratio.ts';
import { allAnswered, bestFigures, blocks, judged, result, type Written } from './requests.ts';

const amount = fc
	.oneof(fc.bigInt({ min: 0n, max: 200n }), fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }))
	.map(String);

const figures = fc.record(Object.fromEntries(Object.keys(bestFigures).map((name) => [name, amount])), {
	requiredKeys: []
}) as fc.Arbitrary<Record<string, string>>;

const answers = fc.record(
	Object.fromEntries(
		Object.entries(blocks).map(([code, items]) => [
			code,
			fc.array(fc.boolean(), { minLength: items, maxLength: items })
		])
	)
) as fc.Arbitrary<Record<string, boolean[]>>;

const readings = fc.record(
	{
		'problem-loan-risk': fc.constantFrom('table', 'narrative'),
		'reserve-coverage': fc.constantFrom('table', 'narrative'),
		'own-capital-to-risky-loans': fc.constantFrom('table', 'narrative'),
		'member-operating-cost': fc.constantFrom('printed', 'text')
	},
	{ requiredKeys: [] }
) as fc.Arbitrary<Record<string, string>>;

const request: fc.Arbitrary<Written> = fc.record({ instrument: fc.constant('ksp-2016'), figures, answers, readings });

const hundredths = (text: string) => Number(text.replace('.', ''));

test('a total is the sum of its aspects, an aspect the sum of its components, and neither exists without all its parts', () => {
	fc.assert(
		fc.property(request, (written) => {
			const scored = result(written);
			let total: number | null = 0;
			for (const aspect of scored.aspects) {
				const scores = aspect.components.map((component) => ('score' in component ? component.score : undefined));
				const sum = scores.includes(undefined) ? null : scores.reduce((made, one) => made + hundredths(one ?? ''), 0);
				expect(aspect.score === null ? null : hundredths(aspect.score)).toBe(sum);
				total = total === null || sum === null ? null : total + sum;
			}
			expect(scored.total === null ? null : hundredths(scored.total)).toBe(total);
			expect(scored.complete).toBe(total !== null);
			expect(scored.category === null).toBe(total === null);
		})
	);
});

test('no score exceeds its weight or falls below 0', () => {
	fc.assert(
		fc.property(request, (written) => {
			for (const { weight, components, score } of result(written).aspects) {
				if (score !== null) expect(hundredths(score)).toBeLessThanOrEqual(Number(weight) * 100);
				for (const component of components) {
					if (!('score' in component) || component.score === undefined) continue;
					expect(hundredths(component.score)).toBeGreaterThanOrEqual(0);
					expect(hundredths(component.score)).toBeLessThanOrEqual(Number(component.weight) * 100);
				}
			}
		})
	);
});

test('the order in which figures and answers are written changes nothing', () => {
	const shuffled = request.chain((written) =>
		fc
			.tuple(
				fc.shuffledSubarray(Object.keys(written.figures ?? {}), {
					minLength: Object.keys(written.figures ?? {}).length
				}),
				fc.shuffledSubarray(Object.keys(written.answers ?? {}), {
					minLength: Object.keys(written.answers ?? {}).length
				})
			)
			.map(([names, codes]) => ({
				written,
				turned: {
					...written,
					figures: Object.fromEntries(names.map((name) => [name, written.figures?.[name] ?? ''])),
					answers: Object.fromEntries(codes.map((code) => [code, written.answers?.[code] ?? []]))
				}
			}))
	);
	fc.assert(
		fc.property(shuffled, ({ written, turned }) => {
			expect(result(turned)).toEqual(result(written));
		})
	);
});

test('a block of answers and its single items say the same', () => {
	fc.assert(
		fc.property(answers, (lists) => {
			const single = Object.fromEntries(
				Object.entries(lists).flatMap(([code, list]) => list.map((yes, place) => [`${code}.${place + 1}`, yes]))
			);
			const written = { instrument: 'ksp-2016', figures: bestFigures };
			expect(result({ ...written, answers: single })).toEqual(result({ ...written, answers: lists }));
		})
	);
});

test('all amounts times the same number give the same marks', () => {
	fc.assert(
		fc.property(figures, fc.bigInt({ min: 1n, max: 10n ** 9n }), (amounts, times) => {
			const larger = Object.fromEntries(
				Object.entries(amounts).map(([name, value]) => [name, String(BigInt(value) * times)])
			);
			const written = { instrument: 'ksp-2016', answers: allAnswered(true) };
			expect(result({ ...written, figures: larger })).toEqual(result({ ...written, figures: amounts }));
		})
	);
});

describe('where the rule is monotone, so is the mark', () => {
	const rising = [
		['capital/own-capital-to-risky-loans', 'ownCapital', 'riskyLoans', {}],
		['capital/capital-adequacy', 'weightedCapital', 'riskWeightedAssets', {}],
		['earning-assets/member-loan-share', 'memberLoans', 'loans', {}],
		['earning-assets/reserve-coverage', 'riskReserve', 'problemLoans', {}],
		['liquidity/loans-to-funds', 'loans', 'fundsReceived', {}],
		['growth/return-on-assets', 'surplusBeforeTax', 'totalAssets', {}],
		['growth/return-on-own-capital', 'memberSurplus', 'ownCapital', {}],
		['growth/operational-self-reliance', 'netParticipation', 'operatingExpense', { cooperativeExpense: '0' }],
		['identity/member-promotion', 'memberPromotion', 'principalSavings', { mandatorySavings: '0' }]
	] as const;
	const falling = [
		['earning-assets/problem-loan-risk', 'problemLoanRisk', 'loans', {}],
		['earning-assets/risky-loan-share', 'riskyLoans', 'loans', {}],
		['efficiency/member-operating-cost', 'memberOperatingExpense', 'grossParticipation', {}],
		['efficiency/operating-cost', 'operatingExpense', 'grossSurplus', {}],
		['efficiency/service-efficiency', 'staffCost', 'loans', {}]
	] as const;
	const rows = [...rising.map((row) => [1, ...row] as const), ...falling.map((row) => [-1, ...row] as const)];

	test.each(rows)('(%i) %s', (sign, place, over, under, rest) => {
		const part = fc.bigInt({ min: -1000n, max: 2000n });
		fc.assert(
			fc.property(part, part, fc.bigInt({ min: 1n, max: 1000n }), (one, other, denominator) => {
				const mark = (numerator: bigint) => {
					const component = judged(place, { ...rest, [over]: String(numerator), [under]: String(denominator) });
					return 'mark' in component ? Number(component.mark) : Number.NaN;
				};
				const [less, more] = one < other ? [one, other] : [other, one];
				expect(sign * (mark(more) - mark(less))).toBeGreaterThanOrEqual(0);
			})
		);
	});
});

test('comparing with an edge agrees with subtracting it', () => {
	const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
	fc.assert(
		fc.property(whole, fc.bigInt({ min: 1n, max: 10n ** 30n }), whole, (over, under, edge) => {
			const difference = over - edge * under;
			expect(compareWithEdge({ over, under }, edge)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
		})
	);
});

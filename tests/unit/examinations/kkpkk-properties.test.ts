import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentsOf, isMeasured } from '#clinic/examinations/formula.ts';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { filledFrom } from '#clinic/examinations/filled.ts';
import { explain, examineFully } from '#clinic/examinations/explain.ts';
import { scoreWithReasons, type ReasonedScore } from '#clinic/examinations/reasons.ts';
import { readRequest } from '#clinic/examinations/request.ts';
import { ready } from '#clinic/examinations/scales.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { scoreAlone } from '#clinic/examinations/totals.ts';
import { bestReal, examinedReal, governanceBlocks, judgedBy, riskBlocks } from './kkpkk.ts';
import { result } from './requests.ts';

const blocks = { ...governanceBlocks['kkpkk-2021-real'], ...riskBlocks };
const answers = fc.record(
	Object.fromEntries(
		Object.entries(blocks).map(([code, count]) => [
			code,
			fc.array(fc.boolean(), { minLength: count, maxLength: count })
		])
	)
) as fc.Arbitrary<Record<string, boolean[]>>;
const amount = fc.oneof(fc.bigInt({ min: 1n, max: 300n }), fc.bigInt({ min: -1000n, max: 10n ** 15n })).map(String);
const figures = fc.record(Object.fromEntries(Object.keys(bestReal).map((name) => [name, amount]))) as fc.Arbitrary<
	Record<string, string>
>;

/** Every instrument with whatever it has names for, some of it left out. */
const requests = instruments.map((instrument) => {
	const prepared = ready(instrument);
	const names = prepared.figures.filter(
		(name) => !name.includes('.') && !['problemLoanRisk', 'problemLoans'].includes(name)
	);
	const written = fc.record({
		instrument: fc.constant(instrument.code),
		figures: fc.record(Object.fromEntries(names.map((name) => [name, amount])), { requiredKeys: [] }),
		answers: fc.record(Object.fromEntries(prepared.items.map((item) => [item, fc.boolean()])), { requiredKeys: [] })
	});
	return [instrument.code, written as fc.Arbitrary<Parameters<typeof result>[0]>] as const;
});

describe.each(requests)('%s', (_code, written) => {
	test('the score alone, the result and the explanation say the same', () => {
		fc.assert(
			fc.property(written, (one) => {
				const request = readRequest(one);
				const prepared = ready(request.instrument);
				const filled = filledFrom(prepared, request);
				const scored = scoreExamination(request);
				const full = examineFully(prepared, filled);
				const { total, aspects, category, complete } = scoreAlone(prepared, filled).score;
				expect(full.result).toEqual(scored);
				expect(full.explanations).toEqual(explain(request));
				expect(full.explanations.map(({ result: of }) => of)).toEqual(
					scored.aspects.flatMap((aspect) => aspect.components)
				);
				const written = (points: number | null) => (points === null ? null : (points / 100).toFixed(2));
				expect({ complete, category, total: written(total), aspects: aspects.map(written) }).toEqual({
					complete: scored.complete,
					category: scored.category,
					total: scored.total,
					aspects: scored.aspects.map(({ score }) => score)
				});
			}),
			{ numRuns: 40 }
		);
	});

	test('amounts of any length are judged as short ones: the same in far greater amounts has the same ratios', () => {
		fc.assert(
			fc.property(written, (one) => {
				const request = readRequest(one);
				const prepared = ready(request.instrument);
				const filled = filledFrom(prepared, request);
				const larger = { ...filled, figures: filled.figures.map((of) => of && of * 10n ** 27n) };
				const numbers = ({ score, reasons }: ReasonedScore) => ({
					score,
					marks: reasons.map(({ judgement }) => judgement),
					ratios: reasons.map((reason) => ('halves' in reason ? reason.halves : null))
				});
				expect(numbers(scoreWithReasons(prepared, larger))).toEqual(numbers(scoreWithReasons(prepared, filled)));
			}),
			{ numRuns: 60 }
		);
	});

	test('nothing unknown is ignored', () => {
		fc.assert(
			fc.property(written, fc.constantFrom('figures', 'answers', 'readings'), (one, part) => {
				expect(() => readRequest({ ...one, [part]: { ...one[part], unheardOf: true } })).toThrow(/unheardOf/);
			}),
			{ numRuns: 20 }
		);
	});

	test('the order in which things are written changes nothing', () => {
		const turned = (part: object | undefined) => Object.fromEntries(Object.entries(part ?? {}).toReversed());
		fc.assert(
			fc.property(written, (one) => {
				expect(result({ ...one, figures: turned(one.figures), answers: turned(one.answers) })).toEqual(result(one));
			}),
			{ numRuns: 20 }
		);
	});
});

test('a total of credits is the exact weighted sum of its indicators, rounded once, half up', () => {
	fc.assert(
		fc.property(figures, answers, (given, answered) => {
			const scored = examinedReal({ figures: given, answers: answered });
			if (scored.total === null) return;
			// Σ weight × 100 × credits ÷ (4 × indicators), over one denominator.
			let over = 0n;
			let under = 1n;
			for (const { weight, components } of scored.aspects) {
				const credits = components.reduce((sum, one) => sum + BigInt(Number('score' in one ? one.score : 0)), 0n);
				const most = 4n * BigInt(components.length);
				over = over * most + BigInt(weight ?? 0) * 100n * credits * under;
				under *= most;
			}
			expect(scored.total.replace('.', '')).toBe(String((2n * over + under) / (2n * under)));
		})
	);
});

test('a no that becomes a yes never lowers a score', () => {
	fc.assert(
		fc.property(answers, fc.constantFrom(...Object.entries(blocks)), fc.nat(), (given, [block, count], at) => {
			const total = (yes: boolean) => {
				const turned = (given[block] ?? []).with(at % count, yes);
				return Number(examinedReal({ answers: { ...given, [block]: turned } }).total);
			};
			expect(total(true)).toBeGreaterThanOrEqual(total(false));
		}),
		{ numRuns: 60 }
	);
});

describe('a better figure never lowers a mark where the rule is monotone', () => {
	const real = instruments.find(({ code }) => code === 'kkpkk-2021-real')!;
	const falling = [
		'operating-cost-to-income',
		'operating-cost',
		'collection-period',
		'long-term-liabilities-to-equity'
	];
	const above = new Map(
		real.aspects.flatMap(({ code: aspect, components }) =>
			components.filter(isMeasured).map((one) => {
				const figure =
					one.kind === 'growth'
						? one.now
						: one.kind === 'turnover'
							? one.unit === 'days'
								? one.stock
								: one.flow
							: (one.numerator[0].terms.at(-1)?.figure ?? '');
				return [`${aspect}/${one.code}`, figure] as const;
			})
		)
	);
	// Of these the last figure above the line is taken off, or stands below the line too.
	above.set('financial-performance/operational-self-reliance', 'grossParticipation');
	above.delete('financial-performance/member-savings-share');
	const part = fc.bigInt({ min: -50n, max: 3000n });

	test.each([...above])('%s by %s', (place, figure) => {
		const sign = falling.includes(place.split('/')[1] ?? '') ? -1 : 1;
		fc.assert(
			fc.property(part, part, (one, other) => {
				const mark = (value: bigint) => {
					const judged = judgedBy('kkpkk-2021-real', place, { ...bestReal, [figure]: String(value) });
					return 'mark' in judged ? 5 - Number(judged.mark) : null;
				};
				const [less, more] = one < other ? [mark(one), mark(other)] : [mark(other), mark(one)];
				if (less !== null && more !== null) expect(sign * (more - less)).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 60 }
		);
	});
	test('covers every ratio', () => {
		expect(above.size).toBe(componentsOf(real).filter(isMeasured).length - 1);
	});
});

import { describe, expect, it } from 'vitest';
import { accountNamed, accounts } from '#clinic/examinations/accounts.ts';
import { beginningOf } from '#clinic/examinations/before.ts';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { derive } from '#clinic/examinations/derivation.ts';
import { askedSeparately, figuresWithSource, keptOnly, sourceOf } from '#clinic/examinations/figure-sources.ts';
import { ksp2016 } from '#clinic/examinations/instruments/ksp-2016.ts';
import { sheetOf, type Sheet } from '#clinic/examinations/sheet.ts';

const figuresOf = ({ sections }: Sheet) =>
	sections.flatMap(({ figures, alternatives }) => [...figures, ...alternatives.flatMap((one) => one.figures)]);
const amounts = (given: Record<string, bigint>) => new Map(Object.entries(given));

describe('where figures come from', () => {
	it.each(instruments.map((instrument) => [instrument.code, instrument] as const))(
		'%s: every figure follows from accounts or is asked separately',
		(_code, instrument) => {
			expect(figuresOf(sheetOf(instrument)).filter((figure) => sourceOf(figure) === null)).toEqual([]);
		}
	);

	it('names accounts that the chart has, each once in a sum', () => {
		for (const figure of figuresWithSource) {
			const source = sourceOf(figure)!;
			if (source.kind !== 'accounts') continue;
			const named = source.terms.map(({ account }) => account);
			expect(named.filter((code) => accountNamed(code) === null)).toEqual([]);
			expect(new Set(named).size, figure).toBe(named.length);
		}
	});

	it('names no figure that no instrument asks', () => {
		const asked = new Set(instruments.flatMap((instrument) => figuresOf(sheetOf(instrument))));
		expect(figuresWithSource.filter((figure) => !asked.has(figure))).toEqual([]);
	});

	it('uses every account, but for those that are only kept', () => {
		const used = new Set(
			figuresWithSource.flatMap((figure) => {
				const source = sourceOf(figure)!;
				return source.kind === 'accounts' ? source.terms.map(({ account }) => account) : [];
			})
		);
		expect(accounts.map(({ code }) => code).filter((code) => !used.has(code))).toEqual(keptOnly);
	});

	it('knows nothing by a name that every object has', () => {
		expect(sourceOf('constructor')).toBeNull();
	});

	it('says of a sheet what is asked separately', () => {
		expect(Object.keys(askedSeparately(sheetOf(ksp2016)))).toEqual([
			'riskyLoans',
			'weightedCapital',
			'riskWeightedAssets',
			'memberOperatingExpense',
			'memberSurplus',
			'memberPromotion'
		]);
	});
});

const now = amounts({
	cash: 100n,
	currentAccounts: 40n,
	memberReceivables: 900n,
	prospectiveMemberReceivables: 60n,
	loanLossAllowance: 30n,
	land: 200n,
	accumulatedDepreciation: 20n,
	memberSavings: 700n,
	taxPayable: 10n,
	principalSavings: 100n,
	mandatorySavings: 300n,
	generalReserve: 90n,
	currentSurplus: 50n,
	memberLoanIncome: 200n,
	memberSavingsCost: 40n,
	staffHonoraria: 80n,
	membersMeetingExpense: 10n,
	incomeTax: 20n
});
const years = { bookYear: 2025, now, before: amounts({ cash: 500n, loanLossAllowance: 80n }) };

describe('a figure from the accounts', () => {
	it.each([
		['totalAssets', 1250n],
		['currentAssets', 1070n],
		['totalAssetsBefore', 420n],
		['ownCapital', 490n],
		['equity', 540n],
		['loans', 960n],
		['fundsReceived', 1190n],
		['riskReserve', 30n],
		['netParticipation', 160n],
		['surplusBeforeTax', 70n],
		['surplusAfterTax', 50n],
		['assetLines.otherAssets', -30n]
	])('%s is %s', (figure, sum) => {
		expect(derive(figure, years)?.sum).toBe(sum);
	});

	it('tells its lines, those of 0 left out, and how sure they are', () => {
		expect(derive('totalAssetsBefore', years)).toEqual({
			sum: 420n,
			bookYear: 2024,
			lines: [
				{ account: 'cash', times: 1, amount: 500n, words: { id: 'Kas', en: 'Cash' } },
				{
					account: 'loanLossAllowance',
					times: -1,
					amount: 80n,
					words: { id: 'Penyisihan pinjaman yang tidak tertagih', en: 'Allowance for uncollectable loans' }
				}
			],
			certainty: 'secondary'
		});
		expect(derive('ownCapital', years)?.certainty).toBe('unverified');
	});

	it('is not told where nobody entered its lines, nor where it is asked separately', () => {
		expect(derive('lossLoans', years)).toBeNull();
		expect(derive('surplusAfterTaxBefore', years)).toBeNull();
		expect(derive('riskyLoans', years)).toBeNull();
		expect(derive('totalAssets', { ...years, now: null })).toBeNull();
	});

	it('is 0 where its lines were entered as 0', () => {
		expect(derive('lossLoans', { ...years, now: amounts({ lossLoans: 0n }) })?.sum).toBe(0n);
	});
});

describe('an examination that begins with the accounts', () => {
	const sheet = sheetOf(ksp2016);
	const at = new Date('2026-03-02T02:00:00Z');
	const earlier = new Date('2026-03-01T02:00:00Z');
	const later = new Date('2026-03-03T02:00:00Z');
	const begin = (last: { bookYear: number; at: Date } | null, figures: Record<string, string> = {}) =>
		beginningOf(sheet, {
			unit: 'rupiah',
			readings: {},
			bookYear: 2025,
			last: last && { ...last, figures, answers: {} },
			registered: null,
			statement: { ...years, at }
		}).figures;

	it('takes them before the last examination, and asks the rest of that', () => {
		const begun = begin({ bookYear: 2024, at: later }, { totalAssets: '7', riskyLoans: '8' });
		expect(begun['totalAssets']).toMatchObject({ value: '1250', bookYear: 2025, from: 'statement' });
		expect(begun['riskyLoans']).toEqual({ value: '8', bookYear: 2024, from: 'examination' });
	});

	it('keeps what somebody corrected afterwards in an examination of the same year', () => {
		expect(begin({ bookYear: 2025, at: later }, { totalAssets: '7' })['totalAssets']).toMatchObject({ value: '7' });
		expect(begin({ bookYear: 2025, at: earlier }, { totalAssets: '7' })['totalAssets']).toMatchObject({
			value: '1250'
		});
	});

	it('begins an amount in one form only, that of the accounts', () => {
		const begun = begin({ bookYear: 2024, at: earlier }, { weightedCapital: '5', problemLoans: '6' });
		expect(begun['weightedCapital']).toBeUndefined();
		expect(begun['capitalLines.principalSavings']?.value).toBe('100');
		expect(begun['problemLoans']?.value).toBe('6');
	});
});

describe('what is asked of the year before', () => {
	const sheet = sheetOf(instruments.find(({ code }) => code === 'kkpkk-2021-real')!);
	const begin = (bookYear: number, figures: Record<string, string>) =>
		beginningOf(sheet, {
			unit: 'rupiah',
			readings: {},
			bookYear: 2025,
			last: { bookYear, at: new Date('2026-03-02T02:00:00Z'), figures, answers: {} },
			registered: null,
			statement: null
		}).figures['totalAssetsBefore'];

	it('is the plain figure of the examination of that year', () => {
		expect(begin(2024, { totalAssets: '7', totalAssetsBefore: '5' })).toEqual({
			value: '7',
			bookYear: 2024,
			from: 'examination'
		});
	});

	it('is itself in an examination of the same year, and nothing of an older one', () => {
		expect(begin(2025, { totalAssets: '7', totalAssetsBefore: '5' })?.value).toBe('5');
		expect(begin(2023, { totalAssets: '7', totalAssetsBefore: '5' })).toBeUndefined();
	});
});

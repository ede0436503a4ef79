import { describe, expect, it } from 'vitest';
import { accountGroups, accounts, balanceOf, filledIn, groupTotal } from '#clinic/examinations/accounts.ts';
import { amountsKept, amountsOf, isSame } from '#clinic/examinations/statement.ts';
import { readColumn, statementDoubt } from '#clinic/examinations/statement-entries.ts';

const amounts = (given: Record<string, bigint>) => new Map(Object.entries(given));
const group = (code: string) => accountGroups.find((one) => one.code === code)!;

describe('the chart of accounts', () => {
	it('has the 116 lines of the worksheet in its order, each code once', () => {
		expect(accounts.map(({ number }) => number)).toEqual(Array.from({ length: 116 }, (_, place) => place + 1));
		expect(new Set(accounts.map(({ code }) => code)).size).toBe(116);
		expect(accountGroups.map((one) => one.accounts.length)).toEqual([
			19, 6, 5, 1, 6, 16, 8, 9, 4, 4, 2, 6, 16, 3, 3, 1, 1, 3, 3
		]);
	});

	it('subtracts what is written off or depreciated, and nothing else', () => {
		expect(accounts.filter(({ isContra }) => isContra).map(({ number }) => number)).toEqual([13, 30, 33, 36]);
		expect(groupTotal(group('fixedAssets'), amounts({ land: 100n, accumulatedDepreciation: 30n }))).toBe(70n);
		expect(groupTotal(group('fixedAssets'), amounts({ accumulatedDepreciation: 30n }))).toBe(-30n);
		expect(groupTotal(group('equity'), amounts({ principalSavings: 5n, currentSurplus: -8n }))).toBe(-3n);
	});

	it('counts the lines that are filled in, a zero among them', () => {
		expect(filledIn(group('fixedAssets'), amounts({ land: 0n, cash: 5n }))).toBe(1);
	});
});

describe('a statement', () => {
	const even = {
		cash: 1000n,
		loanLossAllowance: 100n,
		memberSavings: 600n,
		principalSavings: 250n,
		currentSurplus: 50n
	};

	it('balances to the rupiah', () => {
		expect(balanceOf(amounts(even))).toMatchObject({ assets: 900n, liabilities: 600n, equity: 300n, difference: 0n });
		expect(balanceOf(amounts({ ...even, cash: 1001n })).difference).toBe(1n);
		expect(balanceOf(amounts({ ...even, cash: 999n })).difference).toBe(-1n);
	});

	it('has a surplus after tax that is held against the one in equity', () => {
		const earned = { memberLoanIncome: 200n, staffHonoraria: 120n, incomeTax: 30n };
		expect(balanceOf(amounts({ ...even, ...earned }))).toMatchObject({ surplus: 50n, surplusDifference: 0n });
		expect(balanceOf(amounts({ ...even, ...earned, incomeTax: 29n })).surplusDifference).toBe(-1n);
		expect(balanceOf(amounts(even)).surplusDifference).toBeNull();
		expect(balanceOf(amounts(earned)).surplusDifference).toBeNull();
	});

	it('leaves problem loans and collateral out of every sum', () => {
		const beside = { lossLoans: 7n, lossCollateral: 9n };
		expect(balanceOf(amounts({ ...even, ...beside }))).toEqual(balanceOf(amounts(even)));
	});

	it('is kept in the order of the chart and read back; a line that the chart no longer has is left out', () => {
		const kept = amountsKept(amounts({ currentSurplus: -8n, cash: 5n }));
		expect(Object.entries(kept)).toEqual([
			['cash', '5'],
			['currentSurplus', '-8']
		]);
		expect(amountsOf({ ...kept, goodwill: '3' })).toEqual(amounts({ cash: 5n, currentSurplus: -8n }));
	});

	it.each([
		[{ cash: 1n }, { cash: 1n }, true],
		[{ cash: 1n }, { cash: 2n }, false],
		[{ cash: 1n }, { bank: 1n }, false],
		[{ cash: 0n }, {}, false]
	] as const)('%o and %o', (a, b, same) => {
		expect(isSame(amounts(a), amounts(b))).toBe(same);
	});
});

describe('a column as it is typed', () => {
	it('is read in Indonesian style, in rupiah or millions; an empty line is not there', () => {
		expect(readColumn({ cash: '1.234.567', currentSurplus: '(1.000)', land: ' ' }, 'rupiah')).toEqual({
			amounts: amounts({ cash: 1_234_567n, currentSurplus: -1000n }),
			problems: new Map()
		});
		expect(readColumn({ cash: '1.234,5' }, 'million')?.amounts.get('cash')).toBe(1_234_500_000n);
	});

	it('says what is not understood, by line', () => {
		expect(readColumn({ cash: '1,234.56', land: '1,5', loanLossAllowance: '(5)', equipment: '0' }, 'rupiah')).toEqual({
			amounts: amounts({ equipment: 0n }),
			problems: new Map([
				['cash', 'notAnAmount'],
				['land', 'notWholeRupiah'],
				['loanLossAllowance', 'contraIsPositive']
			])
		});
		expect(readColumn({ goodwill: '5' }, 'rupiah')).toBeNull();
	});
});

describe('a statement in the wrong unit', () => {
	const cash = (amount: bigint) => amounts({ cash: amount });
	it.each([
		[cash(499_000_000n), cash(1_000_000_000n), [], null],
		[cash(20_000_000n), cash(9_999_980_000n), [], null],
		[cash(20_000_000n), cash(10_000_000_000n), [], 'farFromBefore'],
		[cash(20_000_000n), cash(30_000_000n), [9_999_000_000n], null],
		[cash(20_000_000n), cash(30_000_000n), [10_000_000_000n], 'farFromBefore'],
		[cash(30_000_000n), cash(20_000_000n), [0n, 10_000_000_000n], 'farFromBefore'],
		[cash(10_000_000n), new Map<string, bigint>(), [0n], null],
		[cash(9_999_999n), new Map<string, bigint>(), [], 'tinyAssets'],
		[new Map<string, bigint>(), new Map<string, bigint>(), [500n], null]
	] as const)('case %#', (now, before, known, doubt) => {
		expect(statementDoubt([now, before], known)).toBe(doubt);
	});
});

import { expect, test } from 'vitest';
import { pearls } from '#clinic/examinations/instruments/pearls.ts';
import { isOlderThanTheLaw, whichInstrument } from '#clinic/examinations/which-instrument.ts';

const sized = <Of extends object>(examinee: Of, members: number | null) => ({
	...examinee,
	businessFigures: { members, ownCapital: null, assets: null }
});
const savings = { kind: 'savingsAndLoan', pattern: 'conventional' } as const;

test.each([
	[2025, 'ksp-2016', true],
	[2020, 'ksp-2016', true],
	[2019, 'ksp-2016', false],
	[2016, 'ksp-2016', false],
	[2015, 'ksp-2009', false],
	[2009, 'ksp-2009', false]
])('a conventional savings-and-loan cooperative, book year %i: %s', (bookYear, code, olderThanTheLaw) => {
	expect(whichInstrument(savings, bookYear)).toMatchObject({ instrument: { code }, olderThanTheLaw });
});

test.each(['producer', 'consumer', 'service', 'marketing'] as const)('a conventional %s cooperative', (kind) => {
	const other = { kind, pattern: 'conventional' } as const;
	for (const examinee of [other, sized(other, null), sized(other, 100), sized(other, 8999)])
		for (const bookYear of [2020, 2025])
			expect(whichInstrument(examinee, bookYear)).toMatchObject({
				instrument: { code: 'kkpkk-2021-real' },
				olderThanTheLaw: false
			});
	for (const members of [9000, 40_000])
		expect(whichInstrument(sized(other, members), 2025)).toEqual({
			instrument: null,
			reason: 'classWithoutInstrument'
		});
	expect(whichInstrument(other, 2019)).toEqual({ instrument: null, reason: 'bookYearTooEarly' });
});

test('savings and loan of whatever class is examined by the former rule, as no newer sheet comes to a total', () => {
	for (const members of [100, 5000, 9000, 40_000])
		expect(whichInstrument(sized(savings, members), 2025)).toMatchObject({
			instrument: { code: 'ksp-2016' },
			olderThanTheLaw: true
		});
});

test('a benchmark is no former rule', () => {
	expect(isOlderThanTheLaw(pearls, 2025)).toBe(false);
});

test.each([
	[{ ...savings, kind: null }, 2025, 'kindUnknown'],
	[{ kind: 'producer', pattern: null }, 2025, 'patternUnknown'],
	[{ kind: 'service', pattern: 'sharia' }, 2025, 'sharia'],
	[{ ...savings, pattern: null }, 2025, 'patternUnknown'],
	[{ ...savings, pattern: 'sharia' }, 2025, 'sharia'],
	[savings, 2008, 'bookYearTooEarly']
] as const)('%j, book year %i: no instrument, because %s', (examinee, bookYear, reason) => {
	expect(whichInstrument(examinee, bookYear)).toEqual({ instrument: null, reason });
});

import { expect, test } from 'vitest';
import { pearls } from '#clinic/examinations/instruments/pearls.ts';
import { isOlderThanTheLaw, whichInstrument } from '#clinic/examinations/which-instrument.ts';

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
	for (const businessClass of [undefined, null, 1, 2] as const)
		for (const bookYear of [2020, 2025])
			expect(
				whichInstrument({ ...other, ...(businessClass === undefined ? {} : { businessClass }) }, bookYear)
			).toMatchObject({ instrument: { code: 'kkpkk-2021-real' }, olderThanTheLaw: false });
	for (const businessClass of [3, 4] as const)
		expect(whichInstrument({ ...other, businessClass }, 2025)).toEqual({
			instrument: null,
			reason: 'classWithoutInstrument'
		});
	expect(whichInstrument(other, 2019)).toEqual({ instrument: null, reason: 'bookYearTooEarly' });
});

test('savings and loan of whatever class is examined by the former rule, as no newer sheet comes to a total', () => {
	for (const businessClass of [1, 2, 3, 4] as const)
		expect(whichInstrument({ ...savings, businessClass }, 2025)).toMatchObject({
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

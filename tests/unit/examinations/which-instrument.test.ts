import { expect, test } from 'vitest';
import { whichInstrument } from '#clinic/examinations/which-instrument.ts';

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

test.each([
	[{ ...savings, kind: null }, 2025, 'kindUnknown'],
	[{ ...savings, kind: 'consumer' }, 2025, 'kindWithoutInstrument'],
	[{ kind: 'producer', pattern: null }, 2025, 'kindWithoutInstrument'],
	[{ kind: 'service', pattern: 'sharia' }, 2025, 'kindWithoutInstrument'],
	[{ kind: 'marketing', pattern: 'conventional' }, 2025, 'kindWithoutInstrument'],
	[{ ...savings, pattern: null }, 2025, 'patternUnknown'],
	[{ ...savings, pattern: 'sharia' }, 2025, 'sharia'],
	[savings, 2008, 'bookYearTooEarly']
] as const)('%j, book year %i: no instrument, because %s', (examinee, bookYear, reason) => {
	expect(whichInstrument(examinee, bookYear)).toEqual({ instrument: null, reason });
});

import { expect, it } from 'vitest';
import { kinds } from '#clinic/cooperatives/kinds.ts';
import { examineeOf, subjectsOf } from '#clinic/examinations/subject.ts';
import { whichInstrument } from '#clinic/examinations/which-instrument.ts';

it.each([...kinds, null])('a savings unit inside a %s cooperative', (kind) => {
	const withUnit = subjectsOf({ kind, hasSavingsUnit: true });
	expect(withUnit).toEqual(kind === 'savingsAndLoan' ? ['whole'] : ['whole', 'savingsUnit']);
	expect(subjectsOf({ kind, hasSavingsUnit: false })).toEqual(['whole']);
});

it('is examined by the savings-and-loan instrument of its book year, in the pattern of its cooperative', () => {
	const consumer = { kind: 'consumer', pattern: 'conventional' } as const;
	const by = (year: number, pattern: 'conventional' | 'sharia' | null) =>
		whichInstrument(examineeOf({ kind: 'consumer', pattern }, 'savingsUnit'), year);
	expect(by(2024, 'conventional').instrument?.code).toBe('ksp-2016');
	expect(by(2012, 'conventional').instrument?.code).toBe('ksp-2009');
	expect(by(2024, 'sharia')).toEqual({ instrument: null, reason: 'sharia' });
	expect(by(2024, null)).toEqual({ instrument: null, reason: 'patternUnknown' });
	expect(examineeOf(consumer, 'whole')).toBe(consumer);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, codesOf, numberOf, shownCode, tidyCode } from '#platform/typed-code.ts';

const letters = '23456789ACDEFHJKMNPRTWX';
const numbers = fc.bigInt({ min: 0n, max: codesOf(8) - 1n });

describe('codes that are typed by hand', () => {
	it('carry their number there and back', () => {
		fc.assert(
			fc.property(numbers, (number) => {
				const code = codeOf(number, 8);
				expect(code).toMatch(/^[2-9ACDEFHJKMNPRTWX]{9}$/);
				expect(numberOf(code)).toBe(number);
			})
		);
	});

	it('notice one wrong character, wherever it stands', () => {
		fc.assert(
			fc.property(numbers, fc.nat({ max: 8 }), fc.constantFrom(...letters), (number, place, wrong) => {
				const code = codeOf(number, 8);
				fc.pre(code[place] !== wrong);
				expect(numberOf(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
			}),
			{ numRuns: 2000 }
		);
	});

	it('notice two neighbours exchanged', () => {
		fc.assert(
			fc.property(numbers, fc.nat({ max: 7 }), (number, place) => {
				const code = codeOf(number, 8);
				fc.pre(code[place] !== code[place + 1]);
				const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
				expect(numberOf(swapped)).toBeNull();
			})
		);
	});

	it.each(['', '2', '0', 'OOO', '2222-2222', 'ABC'])('know no number for %j', (text) => {
		// One character is a check without anything to check; the others hold a character that no code has.
		expect(numberOf(text)).toBeNull();
	});

	it('are read however they were typed', () => {
		const code = codeOf(123_456_789n, 8);
		expect(tidyCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
		expect(tidyCode('b g.s–z')).toBe('8652');
	});

	it('are shown in threes', () => {
		expect(shownCode('4H7K2M9XA')).toBe('4H7-K2M-9XA');
		expect(shownCode('4H7K')).toBe('4H7-K');
	});

	it('take no number that is too large', () => {
		expect(codeOf(codesOf(3) - 1n, 3)).toHaveLength(4);
		expect(() => codeOf(codesOf(3), 3)).toThrow(RangeError);
		expect(() => codeOf(-1n, 3)).toThrow(RangeError);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOfCode, selfCheckCode } from '#clinic/examinations/self-check/code.ts';
import { codeOf, tidyCode } from '#platform/typed-code.ts';
import { anyAnswers, well } from './answers.ts';

describe('the code of a self-check', () => {
	it('carries every answer there and back in nine characters', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const code = selfCheckCode(answers);
				expect(tidyCode(code)).toHaveLength(9);
				expect(answersOfCode(code)).toEqual(answers);
			})
		);
	});

	it('stays the same for ever: codes on paper must be read in later years', () => {
		expect(selfCheckCode(well)).toBe('322-222-22W');
		expect(
			selfCheckCode({ ...well, meeting: 'missedTwice', board: 'termOver', withdrawals: 'late', licences: 'some' })
		).toBe('336-E98-H9P');
	});

	it('is of this version only, and of answers that there are', () => {
		expect(answersOfCode(codeOf(2n * 23n ** 7n, 8))).toBeNull();
		// Behind the last way to answer there is room that means nothing.
		expect(answersOfCode(codeOf(23n ** 7n + 276_480_000n - 1n, 8))?.licences).toBe('unknown');
		expect(answersOfCode(codeOf(23n ** 7n + 276_480_000n, 8))).toBeNull();
	});

	it.each(['', '322-222-22', '322-222-22R2', '322-222-223', 'halo', '0O1-IL0-000'])(
		'reads nothing out of %j',
		(text) => {
			expect(answersOfCode(text)).toBeNull();
		}
	);
});

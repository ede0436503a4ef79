import fc from 'fast-check';
import { optionsOf, selfCheckCodes, type SelfCheckAnswers } from '#clinic/examinations/self-check/questions.ts';

/** A cooperative of which everything is well. */
export const well: SelfCheckAnswers = {
	meeting: 'reported',
	board: 'complete',
	supervision: 'yes',
	openness: 'yes',
	dispute: 'none',
	members: 'most',
	skills: 'several',
	books: 'closed',
	withdrawals: 'always',
	badLoans: 'few',
	surplus: 'surplus',
	cash: 'yes',
	business: 'runs',
	licences: 'all'
};

export const anyAnswers = fc.record(
	Object.fromEntries(selfCheckCodes.map((code) => [code, fc.constantFrom(...optionsOf(code))]))
) as unknown as fc.Arbitrary<SelfCheckAnswers>;

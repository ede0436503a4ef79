import { compare, type Comparable } from './before-after.ts';
import { worseAnswers, type Answers, type QuestionCode } from './questions.ts';

/** One thing that became worse: an answer at a control, or an indicator of an examination. */
export type Worsened =
	| { readonly what: 'answer'; readonly code: QuestionCode; readonly before: string; readonly after: string }
	| {
			readonly what: 'indicator';
			readonly aspect: string;
			readonly code: string;
			readonly unit: string | null;
			readonly before: string | null;
			readonly after: string | null;
	  };

export const worsenedAnswers = (before: Answers, after: Answers): Worsened[] =>
	worseAnswers(before, after).map((code) => ({
		what: 'answer',
		code,
		before: before[code]!.answer,
		after: after[code]!.answer
	}));

/** Indicators that the same instrument scores lower than before. */
export const worsenedIndicators = (before: Comparable, after: Comparable): Worsened[] =>
	compare(before, after)
		.filter(({ change }) => change === 'worse')
		.map(({ aspect, code, unit, before: was, after: is }) => ({
			what: 'indicator',
			aspect,
			code,
			unit,
			before: was,
			after: is
		}));

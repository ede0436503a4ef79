import type { Condition } from '#clinic/cooperatives/condition.ts';
import { shownCode, tidyCode } from '#platform/typed-code.ts';
import { answersOfCode } from '../self-check/code.ts';
import { mostReasons, outcomeOf } from '../self-check/outcome.ts';
import { selfCheckCodes } from '../self-check/questions.ts';
import { optionWord, reasonWord, selfCheckWords, visitReason } from './self-check-words.ts';

/** A self-check in words, made on the server so that its questions do not travel to every page that may show one. */
export interface SelfCheckTold {
	readonly code: string;
	readonly condition: Condition;
	readonly reasons: readonly string[];
	/** How many questions nobody could answer, where they are too many; else null. */
	readonly unsure: number | null;
	readonly answers: readonly { readonly question: string; readonly answer: string }[];
	/** As a reason for a visit. */
	readonly inOneLine: string;
}

/** What a code says; null where it is none. */
export function selfCheckTold(code: string): SelfCheckTold | null {
	const answers = answersOfCode(code);
	if (!answers) return null;
	const outcome = outcomeOf(answers);
	return {
		code: shownCode(tidyCode(code)),
		condition: outcome.condition,
		reasons: outcome.reasons.slice(0, mostReasons).map(reasonWord),
		unsure: outcome.isUnsure ? outcome.unknown : null,
		answers: selfCheckCodes.map((question) => ({
			question: selfCheckWords[question].ask(),
			answer: optionWord(question, answers[question])
		})),
		inOneLine: visitReason(outcome)
	};
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions } from '#clinic/cooperatives/condition.ts';
import { clinicsFor, outcomeOf } from '#clinic/examinations/self-check/outcome.ts';
import {
	optionsOf,
	readSelfCheck,
	selfCheckCodes,
	selfCheckGroups,
	weightOf,
	type SelfCheckAnswers
} from '#clinic/examinations/self-check/questions.ts';
import { anyAnswers, well } from './answers.ts';

const condition = (over: Partial<SelfCheckAnswers>) => outcomeOf({ ...well, ...over }).condition;
const unknownOf = (count: number) =>
	Object.fromEntries(selfCheckCodes.slice(-count).map((code) => [code, 'unknown'])) as Partial<SelfCheckAnswers>;

describe('the colour', () => {
	it.each<[string, Partial<SelfCheckAnswers>, string]>([
		['everything well', {}, 'healthy'],
		['one thing to mend', { supervision: 'no' }, 'healthy'],
		['two things to mend', { supervision: 'no', openness: 'no' }, 'cold'],
		[
			'all light things at once',
			{
				supervision: 'no',
				openness: 'no',
				members: 'half',
				skills: 'one',
				books: 'late',
				surplus: 'loss',
				business: 'falling',
				licences: 'some'
			},
			'cold'
		],
		['one duty missed', { meeting: 'missed' }, 'cold'],
		['one duty and one thing to mend', { meeting: 'missed', supervision: 'no' }, 'cold'],
		['two duties missed', { meeting: 'missed', cash: 'no' }, 'sick'],
		['two meetings missed', { meeting: 'missedTwice' }, 'sick'],
		['members cannot take out savings', { withdrawals: 'never' }, 'sick'],
		['four of ten borrowers behind', { badLoans: 'many' }, 'sick'],
		['in court', { dispute: 'court' }, 'sick'],
		['no savings and no loans are no illness', { withdrawals: 'noSavings', badLoans: 'noLoans' }, 'healthy'],
		['business stopped, but the meeting was held', { business: 'stopped' }, 'sick'],
		['business stopped, meeting held and not reported', { business: 'stopped', meeting: 'notReported' }, 'sick'],
		['business stopped and a meeting missed', { business: 'stopped', meeting: 'missed' }, 'dormant'],
		['business stopped, nobody knows of a meeting', { business: 'stopped', meeting: 'unknown' }, 'dormant'],
		['board gone and meetings missed', { board: 'gone', meeting: 'missedTwice' }, 'dormant'],
		['board gone, but the meeting was held', { board: 'gone' }, 'sick'],
		['board incomplete and meetings missed', { board: 'incomplete', meeting: 'missedTwice' }, 'sick'],
		['three things unknown', unknownOf(3), 'healthy'],
		['four things unknown', unknownOf(4), 'cold'],
		['nothing known at all', unknownOf(14), 'cold']
	])('%s', (_, over, expected) => {
		expect(condition(over)).toBe(expected);
	});

	it('gets worse, never better, when one answer gets worse', () => {
		const rank = { well: 0, light: 1, duty: 2, grave: 3, unknown: -1 };
		fc.assert(
			fc.property(anyAnswers, fc.constantFrom(...selfCheckCodes), (answers, question) => {
				const before = weightOf(question, answers[question])!;
				fc.pre(before !== 'unknown');
				for (const option of optionsOf(question)) {
					const weight = weightOf(question, option)!;
					if (rank[weight] <= rank[before]) continue;
					const worse = outcomeOf({ ...answers, [question]: option });
					expect(conditions.indexOf(worse.condition)).toBeGreaterThanOrEqual(
						conditions.indexOf(outcomeOf(answers).condition)
					);
				}
			})
		);
	});
});

describe('the reasons', () => {
	it('come heaviest first, and the most pressing first among equals', () => {
		const { reasons, papers } = outcomeOf({
			...well,
			supervision: 'no',
			meeting: 'missed',
			cash: 'no',
			badLoans: 'many',
			withdrawals: 'never'
		});
		expect(reasons.map(({ question }) => question)).toEqual([
			'withdrawals',
			'badLoans',
			'cash',
			'meeting',
			'supervision'
		]);
		expect(clinicsFor({ ...outcomeOf(well), reasons })).toEqual(['finance']);
		// Papers of the three that are told, and what everybody brings; those of the meeting are not asked for.
		expect(papers).toEqual(['identity', 'deed', 'books', 'savingsList', 'loansList', 'bankBook']);
	});

	it('name nothing that is well or unknown', () => {
		const { reasons, unknown, isUnsure } = outcomeOf({ ...well, cash: 'unknown' });
		expect([reasons, unknown, isUnsure]).toEqual([[], 1, false]);
	});
});

describe('answers from an address', () => {
	it('are complete, or say what is still open', () => {
		const given = new Map<string, string>(Object.entries(well));
		expect(readSelfCheck(given)).toEqual({ answers: well });
		given.delete('cash');
		given.set('board', 'toString');
		expect(readSelfCheck(given)).toEqual({ open: ['board', 'cash'] });
	});

	it('are all asked for on the page, once', () => {
		expect(Object.values(selfCheckGroups).flat().sort()).toEqual([...selfCheckCodes].sort());
	});
});

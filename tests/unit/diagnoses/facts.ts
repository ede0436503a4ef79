import type { ExaminationFact, Facts } from '#clinic/diagnoses/facts.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';

/** A cooperative to which nothing points: every test spoils one thing. On 2 March 2026 the last book year due is 2024. */
export const soundFacts: Facts = {
	today: '2026-03-02',
	cooperative: {
		kind: 'savingsAndLoan',
		form: 'primary',
		registryStatus: 'active',
		foundedOn: '2004-05-12',
		hasBusinessNumber: true,
		hasRegistryNumber: true,
		hasContact: true
	},
	annualMeetings: [2022, 2023, 2024].map((bookYear) => ({
		bookYear,
		heldOn: `${bookYear + 1}-02-20`,
		reportedOn: `${bookYear + 1}-03-10`
	})),
	figures: [2023, 2024].map((bookYear) => ({
		bookYear,
		members: 200,
		ownCapitalRupiah: 500n,
		assetsRupiah: 1000n,
		turnoverRupiah: 800n,
		netSurplusRupiah: 50n
	})),
	boardTerms: (['chair', 'secretary', 'treasurer', 'supervisor'] as const).map((role) => ({
		personId: role,
		role,
		fromOn: '2023-04-01',
		untilOn: '2028-03-31'
	})),
	complaints: [],
	examination: null
};

export const withCooperative = (change: Partial<Facts['cooperative']>): Facts => ({
	...soundFacts,
	cooperative: { ...soundFacts.cooperative, ...change }
});

/** The last book year's figures changed. */
export const withFigures = (
	change: Partial<Facts['figures'][number]>,
	before: Partial<Facts['figures'][number]> = {}
): Facts => ({
	...soundFacts,
	figures: [
		{ ...soundFacts.figures[0]!, ...before },
		{ ...soundFacts.figures[1]!, ...change }
	]
});

type Meeting = 'reported' | 'held' | 'not' | 'unknown';

/** How the book years 2024, 2023, 2022 … went. */
export const withMeetings = (...newestFirst: Meeting[]): Facts => ({
	...soundFacts,
	annualMeetings: newestFirst.flatMap((meeting, back) => {
		const bookYear = 2024 - back;
		const heldOn = meeting === 'not' ? null : `${bookYear + 1}-02-20`;
		return meeting === 'unknown'
			? []
			: [{ bookYear, heldOn, reportedOn: meeting === 'reported' ? `${bookYear + 1}-03-10` : null }];
	})
});

/** An examination in which one ratio came out so. */
export const withRatio = (aspect: string, component: string, ratio: string): Facts =>
	withExamination({ result: result(aspect, component, ratio) });

export const withAspect = (code: string, score: string, weight: string): Facts =>
	withExamination({ result: { ...result(code, '', '0'), aspects: [{ code, weight, score, components: [] }] } });

export const withAnswers = (answers: ExaminationFact['answers'], asked: ExaminationFact['asked']): Facts =>
	withExamination({ answers, asked });

const withExamination = (change: Partial<ExaminationFact>): Facts => ({
	...soundFacts,
	examination: { bookYear: 2024, result: result('', '', '0'), answers: {}, asked: {}, ...change }
});

const result = (aspect: string, component: string, ratio: string): ExaminationResult => ({
	instrument: 'ksp-2016',
	version: '1',
	complete: false,
	total: null,
	category: null,
	aspects: [
		{
			code: aspect,
			weight: '10',
			score: null,
			components: [
				{
					code: component,
					status: 'scored',
					ratio,
					unit: 'percent',
					mark: '0',
					weight: '5',
					score: '0.00',
					source: 'Perdep 06/2016',
					certainty: 'secondary'
				}
			]
		}
	]
});

import type { ExaminationFact, Facts } from '#clinic/diagnoses/facts.ts';
import type { Unit } from '#clinic/examinations/instrument.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';

/** A cooperative to which nothing points: every test spoils one thing. On 2 March 2026 the last book year due is 2024. */
export const soundFacts: Facts = {
	today: '2026-03-02',
	cooperative: {
		kind: 'savingsAndLoan',
		form: 'primary',
		registryStatus: 'active',
		hasSavingsUnit: false,
		foundedOn: '2004-05-12',
		hasBusinessNumber: true,
		hasRegistryNumber: true,
		hasTaxNumber: true,
		hasAddress: true,
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
		managers: null,
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
	licences: [],
	complaints: [],
	examination: null,
	earlierExaminations: [],
	otherExaminations: []
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
export const withRatio = (at: string, ratio: string, instrument = 'ksp-2016', unit: Unit = 'percent'): Facts =>
	withExamination(measured(at, ratio, instrument, unit));

/** Ratios of one place over book years, the newest first, by one instrument. */
export const withRatios = (at: string, ...ratios: readonly string[]): Facts => {
	const [newest, ...earlier] = ratios.map((ratio, back) => ({ ...measured(at, ratio), bookYear: 2024 - back }));
	return { ...soundFacts, examination: newest!, earlierExaminations: earlier };
};

export const measured = (
	at: string,
	ratio: string,
	instrument = 'ksp-2016',
	unit: Unit = 'percent'
): ExaminationFact => {
	const [aspect = '', component = ''] = at.split('.');
	return { ...examined, result: result(aspect, component, ratio, instrument, unit) };
};

export const withAspect = (code: string, score: string, weight: string, instrument = 'ksp-2016'): Facts =>
	withExamination({
		...examined,
		result: { ...result(code, '', '0', instrument), aspects: [{ code, weight, score, components: [] }] }
	});

export const withAnswers = (answers: ExaminationFact['answers'], asked: ExaminationFact['asked']): Facts =>
	withExamination({ ...examined, answers, asked });

/** Questions of an instrument, each answered so; asked as `Pertanyaan?`. */
export const answered = (given: boolean, ...items: readonly string[]): ExaminationFact => {
	const asked: Record<string, string[]> = {};
	for (const item of items) {
		const [block = '', place = '1'] = item.split('.');
		const wordings = (asked[block] ??= []);
		while (wordings.length < Number(place)) wordings.push('Pertanyaan?');
	}
	return { ...examined, asked, answers: Object.fromEntries(items.map((item) => [item, given])) };
};

export const withExamination = (examination: ExaminationFact): Facts => ({ ...soundFacts, examination });

const result = (
	aspect: string,
	component: string,
	ratio: string,
	instrument = 'ksp-2016',
	unit: Unit = 'percent'
): ExaminationResult => ({
	instrument,
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
					unit,
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

const examined: ExaminationFact = {
	id: 'examination',
	bookYear: 2024,
	result: result('', '', '0'),
	answers: {},
	asked: {}
};

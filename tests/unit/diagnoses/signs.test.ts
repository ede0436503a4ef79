import { describe, expect, it } from 'vitest';
import { signsIn, soundIn } from '#clinic/diagnoses/evidence.ts';
import type { Facts } from '#clinic/diagnoses/facts.ts';
import { ratioSigns, type RatioSignCode } from '#clinic/diagnoses/signs/ratios.ts';
import { instruments } from '#clinic/examinations/catalogue.ts';
import {
	answered,
	measured,
	soundFacts,
	withAnswers,
	withAspect,
	withCooperative,
	withExamination,
	withFigures,
	withMeetings,
	withRatio,
	withRatios
} from './facts.ts';

const codes = (facts: Facts) => signsIn(facts).map(({ code }) => code);
const params = (facts: Facts, code: string) => signsIn(facts).find((sign) => sign.code === code)?.params;

describe('a sound cooperative', () => {
	it('shows no sign', () => expect(signsIn(soundFacts)).toEqual([]));
});

describe('annual meetings', () => {
	it.each([
		[['not', 'reported', 'reported'], ['meetingsNotHeld']],
		[
			['not', 'not', 'reported'],
			['meetingsNotHeld', 'meetingsNotHeldAgain']
		],
		[['held', 'reported'], ['meetingsNotReported']],
		[['unknown', 'reported'], ['meetingsUnknown']],
		[
			['not', 'held', 'unknown'],
			['meetingsNotHeld', 'meetingsNotReported', 'meetingsUnknown']
		],
		// A report of the newest year ends the count: what lies before is past.
		[['reported', 'not', 'not'], []]
	] as const)('%j', (history, expected) => expect(codes(withMeetings(...history))).toEqual(expected));

	it('names the years, oldest first, and no more than three', () => {
		expect(params(withMeetings('not', 'not', 'not', 'not'), 'meetingsNotHeld')).toEqual({
			count: 3,
			years: '2022, 2023, 2024'
		});
	});

	it('are not due before the founding', () => {
		expect(
			codes({ ...withMeetings('not'), cooperative: { ...soundFacts.cooperative, foundedOn: '2025-07-01' } })
		).toEqual([]);
		expect(
			codes({ ...withMeetings('not'), cooperative: { ...soundFacts.cooperative, foundedOn: '2024-07-01' } })
		).toEqual(['meetingsNotHeld']);
	});

	it('are due half a year after the book year, not a day earlier', () => {
		const of2025 = { bookYear: 2025, heldOn: null, reportedOn: null };
		const on = (today: string) =>
			codes({ ...soundFacts, today, annualMeetings: [...soundFacts.annualMeetings, of2025] });
		expect(on('2026-06-30')).toEqual([]);
		expect(on('2026-07-01')).toEqual(['meetingsNotHeld']);
	});

	it('that came early for the next year end the count too', () => {
		const facts = withMeetings('not', 'not');
		const early = { bookYear: 2025, heldOn: '2026-01-20', reportedOn: '2026-02-01' };
		expect(codes({ ...facts, annualMeetings: [...facts.annualMeetings, early] })).toEqual([]);
	});
});

describe('the register', () => {
	it.each([
		[{ registryStatus: 'inactive' }, 'registryInactive'],
		[{ hasBusinessNumber: false }, 'noBusinessNumber'],
		[{ hasRegistryNumber: false }, 'noRegistryNumber'],
		[{ hasTaxNumber: false }, 'noTaxNumber'],
		[{ hasAddress: false }, 'noAddress'],
		[{ hasContact: false }, 'noContact']
	] as const)('%j', (change, code) => expect(codes(withCooperative(change))).toEqual([code]));

	it('without a status says nothing', () => expect(codes(withCooperative({ registryStatus: null }))).toEqual([]));
});

describe('the board', () => {
	const terms = soundFacts.boardTerms;
	const board = (boardTerms: Facts['boardTerms']) => ({ ...soundFacts, boardTerms });

	it('unknown', () => expect(codes(board([]))).toEqual(['noBoardOnRecord']));

	it('ended: the day after its last day, not on it', () => {
		const until = (untilOn: string) => board(terms.map((term) => ({ ...term, untilOn })));
		expect(codes(until('2026-03-02'))).toEqual([]);
		expect(codes(until('2026-03-01'))).toEqual(['boardTermsEnded', 'noSupervisor']);
		expect(params(until('2026-03-01'), 'boardTermsEnded')).toEqual({ on: '2026-03-01' });
	});

	it('not begun yet does not count', () =>
		expect(
			codes(board(terms.map((term) => (term.role === 'treasurer' ? { ...term, fromOn: '2026-03-03' } : term))))
		).toEqual(['officesVacant']));

	it('names vacant offices', () =>
		expect(
			params(board(terms.filter(({ role }) => role === 'chair' || role === 'supervisor')), 'officesVacant')
		).toEqual({ roles: 'secretary,treasurer' }));

	it('with one person in two offices', () => {
		const doubled = board(terms.map((term) => (term.role === 'secretary' ? { ...term, personId: 'treasurer' } : term)));
		expect(params(doubled, 'officesDoubled')).toEqual({ roles: 'secretary,treasurer' });
	});

	it('the same person named twice in one office is no doubling', () =>
		expect(codes(board([...terms, terms[0]!]))).toEqual([]));

	it('without a supervisor', () =>
		expect(codes(board(terms.filter(({ role }) => role !== 'supervisor')))).toEqual(['noSupervisor']));
});

describe('the figures', () => {
	it.each([
		['no loss at zero', withFigures({ netSurplusRupiah: 0n }), []],
		['a loss', withFigures({ netSurplusRupiah: -1n }), ['loss']],
		['two losses', withFigures({ netSurplusRupiah: -1n }, { netSurplusRupiah: -1n }), ['loss', 'lossTwice']],
		['a past loss', withFigures({}, { netSurplusRupiah: -1n }), []],
		['own capital a fifth of assets', withFigures({ ownCapitalRupiah: 200n }), []],
		['own capital below a fifth', withFigures({ ownCapitalRupiah: 199n }), ['ownCapitalThin']],
		['own capital gone', withFigures({ ownCapitalRupiah: 0n }), ['ownCapitalGone']],
		['own capital without assets known', withFigures({ ownCapitalRupiah: 1n, assetsRupiah: null }), []],
		['turnover a fifth less', withFigures({ turnoverRupiah: 640n }), ['turnoverFell']],
		['turnover a little less', withFigures({ turnoverRupiah: 641n }), []],
		['no turnover', withFigures({ turnoverRupiah: 0n }), ['noTurnover']],
		['members a tenth fewer', withFigures({ members: 180 }), ['membersFell']],
		['members a little fewer', withFigures({ members: 181 }), []],
		['eight members', withFigures({ members: 8 }, { members: 8 }), ['tooFewMembers']],
		['nine members', withFigures({ members: 9 }, { members: 9 }), []],
		[
			'nothing known',
			withFigures({
				members: null,
				ownCapitalRupiah: null,
				assetsRupiah: null,
				turnoverRupiah: null,
				netSurplusRupiah: null
			}),
			[]
		]
	] as const)('%s', (_, facts, expected) => expect(codes(facts)).toEqual(expected));

	it('compare with the year before only', () => {
		const [, newest] = soundFacts.figures;
		const facts = {
			...soundFacts,
			figures: [
				{ ...newest!, bookYear: 2021, turnoverRupiah: 9000n, netSurplusRupiah: -1n },
				{ ...newest!, netSurplusRupiah: -1n }
			]
		};
		expect(codes(facts)).toEqual(['loss']);
	});

	it('carry their numbers exactly', () => {
		expect(params(withFigures({ turnoverRupiah: 627n }), 'turnoverFell')).toEqual({
			fromYear: 2023,
			toYear: 2024,
			percent: '21.6'
		});
		const large = withFigures({ netSurplusRupiah: -9_007_199_254_740_993n });
		expect(params(large, 'loss')).toEqual({ bookYear: 2024, amountRupiah: '9007199254740993' });
	});

	it('of a secondary cooperative: few members are no sign', () => {
		const facts = withFigures({ members: 3 }, { members: 3 });
		expect(codes({ ...facts, cooperative: { ...facts.cooperative, form: 'secondary' } })).toEqual([]);
	});
});

describe('the examination', () => {
	it.each([
		['problemLoans', '10.000', false],
		['problemLoans', '10.001', true],
		['reserveThin', '50.000', true],
		['reserveThin', '50.001', false],
		['riskyLoans', '30.000', false],
		['riskyLoans', '30.001', true],
		['capitalRatioLow', '20.000', true],
		['capitalRatioLow', '20.001', false],
		['capitalAdequacyLow', '5.999', true],
		['capitalAdequacyLow', '6.000', false],
		['cashRatioLow', '10.000', true],
		['cashRatioLow', '10.001', false],
		['costsHigh', '80.000', false],
		['costsHigh', '80.001', true],
		['selfRelianceLow', '100.000', true],
		['selfRelianceLow', '100.001', false],
		['returnLow', '4.999', true],
		['returnLow', '-3.000', true],
		['returnLow', '5.000', false],
		['participationLow', '24.999', true],
		['participationLow', '25.000', false]
	])('%s at %s', (code, ratio, shows) => {
		const { at } = ratioSigns[code as RatioSignCode].find(({ instruments }) => instruments[0] === 'ksp-2009')!;
		expect(codes(withRatio(at, ratio)).includes(code)).toBe(shows);
	});

	it.each([
		['kkpkk-2021-ksp', 'financial-performance.problem-loan-share', '10.001', 'problemLoans', true],
		['kkpkk-2021-ksp', 'financial-performance.problem-loan-share', '10.000', 'problemLoans', false],
		['kkpkk-2021-real', 'financial-performance.cash-ratio', '9.999', 'cashRatioLow', true],
		['kkpkk-2021-real', 'financial-performance.cash-ratio', '10.000', 'cashRatioLow', false],
		['kkpkk-2021-real', 'capital.equity-to-assets', '20.000', 'capitalRatioLow', true],
		['kkpkk-2021-real', 'financial-performance.collection-period', '180.000', 'collectionSlow', true],
		['kkpkk-2021-real', 'financial-performance.collection-period', '179.999', 'collectionSlow', false],
		['kkpkk-2021-real', 'financial-performance.inventory-turnover', '3.999', 'stockSlow', true],
		['kkpkk-2021-real', 'financial-performance.equity-growth', '-0.001', 'equityShrinks', true],
		['kkpkk-2021-real', 'financial-performance.equity-growth', '0.000', 'equityShrinks', false],
		['pearls', 'asset-quality.a1-arrears', '5.001', 'problemLoans', true],
		['pearls', 'financial-structure.e6-external-credit', '5.000', 'externalDebtHigh', false],
		['pearls', 'liquidity.l1-liquid-after-payables', '14.999', 'cashRatioLow', true]
	])('%s %s at %s: %s %s', (instrument, at, ratio, code, shows) =>
		expect(codes(withRatio(at, ratio, instrument)).includes(code)).toBe(shows)
	);

	it('reads only what the instruments measure, each in one place', () => {
		for (const [code, places] of Object.entries(ratioSigns))
			for (const { instruments: named, at } of places) {
				const [aspect, component] = at.split('.');
				const having = instruments.filter(({ aspects }) =>
					aspects.some((one) => one.code === aspect && one.components.some((found) => found.code === component))
				);
				const having1 = having.map((one) => one.code).filter((one) => named.includes(one as never));
				expect(having1.length, `${code} ${at}`).toBeGreaterThan(0);
				for (const instrument of named)
					expect(
						places.filter((place) => place.instruments.includes(instrument as never) && place.at === at),
						code
					).toHaveLength(1);
			}
	});

	it('carries figure, norm, instrument and where it stands', () => {
		expect(params(withRatio('earning-assets.problem-loan-risk', '17.345'), 'problemLoans')).toEqual({
			ratio: '17.345',
			unit: 'percent',
			limit: '10',
			instrument: 'ksp-2016',
			bookYear: 2024,
			examinationId: 'examination'
		});
	});

	it('calls a ratio worse after three examinations running, not two, and not when it turns', () => {
		const at = 'earning-assets.problem-loan-risk';
		expect(codes(withRatios(at, '9.000', '6.000', '3.000'))).toEqual(['worse:problemLoans']);
		expect(codes(withRatios(at, '9.000', '6.000'))).toEqual([]);
		expect(codes(withRatios(at, '9.000', '3.000', '6.000'))).toEqual([]);
		expect(codes(withRatios('capital.own-capital-to-assets', '50.000', '55.000', '60.000'))).toEqual([
			'worse:capitalRatioLow'
		]);
	});

	it('counts the same sign of two instruments once, as the one that speaks for the present shows it', () => {
		const facts = {
			...withRatio('earning-assets.problem-loan-risk', '12.000'),
			otherExaminations: [measured('asset-quality.a1-arrears', '8.000', 'pearls')]
		};
		expect(codes(facts)).toEqual(['problemLoans']);
		expect(params(facts, 'problemLoans')).toMatchObject({ ratio: '12.000', instrument: 'ksp-2016' });
	});

	it('takes the seventeen matters of the articles together', () => {
		const missing = ['articles-of-association.3', 'articles-of-association.17'];
		const facts = withExamination(answered(false, ...missing));
		expect(codes(facts)).toEqual(['articlesIncomplete']);
		expect(params(facts, 'articlesIncomplete')).toMatchObject({ count: 2 });
	});

	it('finds an aspect low below 66 of 100', () => {
		expect(codes(withAspect('management', '9.90', '15'))).toEqual([]);
		expect(codes(withAspect('management', '9.89', '15'))).toEqual(['managementLow']);
		expect(codes(withAspect('identity', '6.59', '10'))).toEqual(['identityLow']);
		// Credits are out of 100, whatever the aspect weighs.
		expect(codes(withAspect('governance', '65.99', '30', 'kkpkk-2021-real'))).toEqual(['governanceLow']);
		expect(codes(withAspect('governance', '66.00', '30', 'kkpkk-2021-real'))).toEqual([]);
	});

	it('keeps a question answered with no as it was asked, given as a list or one by one', () => {
		const asked = { institution: ['Bagan organisasi?', 'Rincian tugas?'] };
		const expected = { item: 'institution.2', wording: 'Rincian tugas?', bookYear: 2024, examinationId: 'examination' };
		expect(params(withAnswers({ institution: [true, false] }, asked), 'answeredNo:institution.2')).toEqual(expected);
		expect(params(withAnswers({ 'institution.2': false }, asked), 'answeredNo:institution.2')).toEqual(expected);
		expect(codes(withAnswers({ institution: [true] }, asked))).toEqual([]);
	});
});

describe('licences', () => {
	const holding = (...licences: Facts['licences']) => ({ ...soundFacts, licences });
	it('have run out the day after their last day', () => {
		const until = (validUntil: string) => holding({ kind: 'registryCertificate', validUntil });
		expect(codes(until('2026-03-02'))).toEqual([]);
		expect(codes(until('2026-03-01'))).toEqual(['certificateEnded']);
	});
	it('count as renewed where a newer one runs', () =>
		expect(
			codes(
				holding(
					{ kind: 'savingsLicence', validUntil: '2020-01-01' },
					{ kind: 'savingsLicence', validUntil: '2030-01-01' }
				)
			)
		).toEqual([]));
	it('without one for savings, where others are known and it lends', () => {
		const other = { kind: 'businessNumber', validUntil: null } as const;
		expect(codes(holding(other))).toEqual(['noSavingsLicence']);
		expect(codes({ ...withCooperative({ kind: 'consumer' }), licences: [other] })).toEqual([]);
		expect(codes(holding())).toEqual([]);
	});
});

describe('years running', () => {
	const three = (of: (back: number) => Partial<Facts['figures'][number]>): Facts => ({
		...soundFacts,
		figures: [0, 1, 2].map((back) => ({ ...soundFacts.figures[1]!, bookYear: 2024 - back, ...of(back) }))
	});
	it('falling twice', () => {
		expect(codes(three((back) => ({ members: 200 + back })))).toEqual(['membersFellTwice']);
		expect(codes(three((back) => ({ turnoverRupiah: BigInt(800 + back) })))).toEqual(['turnoverFellTwice']);
		expect(codes(three((back) => ({ ownCapitalRupiah: BigInt(500 + back) })))).toEqual(['ownCapitalShrank']);
		expect(codes(three((back) => ({ members: back === 1 ? 200 : 199 })))).toEqual([]);
	});
	it('old, without members, without a manager', () => {
		const old = { ...soundFacts, figures: [{ ...soundFacts.figures[0]!, bookYear: 2022 }] };
		expect(codes(old)).toEqual(['figuresOld']);
		expect(codes(withFigures({ members: null }))).toEqual(['membersUnknown']);
		expect(codes(withFigures({ managers: 0 }))).toEqual(['noManagerOnRecord']);
	});
});

describe('the annual meeting held last', () => {
	const held = (change: Partial<Facts['annualMeetings'][number]>) => ({
		...soundFacts,
		annualMeetings: [{ ...soundFacts.annualMeetings[2]!, ...change }]
	});
	it('came late from the first day of July on', () => {
		expect(codes(held({ heldOn: '2025-06-30' }))).toEqual([]);
		expect(codes(held({ heldOn: '2025-07-01' }))).toEqual(['meetingLate']);
	});
	it('was attended by too few when half or fewer came', () => {
		expect(codes(held({ entitled: 100, present: 50 }))).toEqual(['attendanceLow']);
		expect(codes(held({ entitled: 100, present: 51 }))).toEqual([]);
	});
});

describe('a chair', () => {
	it('has served long after ten years to the day', () => {
		const since = (fromOn: string) => ({
			...soundFacts,
			boardTerms: soundFacts.boardTerms.map((term) => (term.role === 'chair' ? { ...term, fromOn } : term))
		});
		expect(codes(since('2016-03-03'))).toEqual([]);
		expect(codes(since('2016-03-02'))).toEqual(['chairLong']);
	});
});

describe('what is in order', () => {
	it('of a sound cooperative', () =>
		expect(soundIn(soundFacts).map(({ code }) => code)).toEqual([
			...['surplus', 'ownCapitalStrong', 'turnoverHeld', 'membersHeld', 'meetingReported'],
			...['boardInOffice', 'boardWhole', 'supervisorInOffice'],
			...['businessNumberKnown', 'registryNumberKnown', 'taxNumberKnown', 'contactKnown']
		]));
	it('of a ratio on the sound side of its edge, and of a question answered with yes', () => {
		const has = (facts: Facts, code: string) => soundIn(facts).some((sign) => sign.code === code);
		expect(has(withRatio('earning-assets.problem-loan-risk', '5.000'), 'fine:problemLoans')).toBe(true);
		expect(has(withRatio('earning-assets.problem-loan-risk', '5.001'), 'fine:problemLoans')).toBe(false);
		expect(has(withExamination(answered(true, 'assets.1')), 'answeredYes:assets.1')).toBe(true);
	});
});

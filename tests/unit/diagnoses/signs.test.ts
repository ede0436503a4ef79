import { describe, expect, it } from 'vitest';
import { signsIn } from '#clinic/diagnoses/evidence.ts';
import type { Facts } from '#clinic/diagnoses/facts.ts';
import { ratioSigns } from '#clinic/diagnoses/signs/examination.ts';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { soundFacts, withAnswers, withAspect, withCooperative, withFigures, withMeetings, withRatio } from './facts.ts';

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
		const { aspect, component } = ratioSigns.find((sign) => sign.code === code)!;
		expect(codes(withRatio(aspect, component, ratio))).toEqual(shows ? [code] : []);
	});

	it('reads only components that the savings-and-loan instruments have, which add up points', () => {
		for (const { aspect, component } of ratioSigns)
			for (const instrument of instruments.filter(({ adding = 'points' }) => adding === 'points'))
				expect(instrument.aspects.find(({ code }) => code === aspect)?.components.map(({ code }) => code)).toContain(
					component
				);
	});

	it('finds an aspect low below 66 of 100', () => {
		expect(codes(withAspect('management', '9.90', '15'))).toEqual([]);
		expect(codes(withAspect('management', '9.89', '15'))).toEqual(['managementLow']);
		expect(codes(withAspect('identity', '6.59', '10'))).toEqual(['identityLow']);
	});

	it('keeps a question answered with no as it was asked, given as a list or one by one', () => {
		const asked = { institution: ['Bagan organisasi?', 'Rincian tugas?'] };
		const expected = { item: 'institution.2', wording: 'Rincian tugas?', bookYear: 2024 };
		expect(params(withAnswers({ institution: [true, false] }, asked), 'answeredNo:institution.2')).toEqual(expected);
		expect(params(withAnswers({ 'institution.2': false }, asked), 'answeredNo:institution.2')).toEqual(expected);
		expect(codes(withAnswers({ institution: [true] }, asked))).toEqual([]);
	});
});

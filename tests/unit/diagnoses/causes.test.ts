import { describe, expect, it } from 'vitest';
import { complaintCodes, complaints } from '#clinic/cases/complaints.ts';
import { causeCodes, causeOf, causes } from '#clinic/diagnoses/causes.ts';
import { signsIn, stillFires, suggestCauses, suggestedFrom, weigh } from '#clinic/diagnoses/evidence.ts';
import { aspectSigns, ratioSigns } from '#clinic/diagnoses/signs/examination.ts';
import type { Facts } from '#clinic/diagnoses/facts.ts';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { clinicCodes } from '#clinic/offices/poli.ts';
import { soundFacts, withFigures, withMeetings } from './facts.ts';

const suggested = (facts: Facts) => suggestCauses(facts).map(({ cause, points }) => [cause.code, points]);

describe('the code list', () => {
	it('has each code once, and causes for each of the eight clinics', () => {
		expect(new Set(causeCodes).size).toBe(causes.length);
		expect(new Set(causes.map(({ clinic }) => clinic))).toEqual(new Set(clinicCodes));
	});

	it('can be suggested: the signs of each cause suffice together', () => {
		for (const { code, signs } of causes)
			expect(
				Object.values(signs).reduce<number>((sum, points) => sum + points, 0),
				code
			).toBeGreaterThanOrEqual(suggestedFrom);
	});

	it('knows only signs that exist', () => {
		const items = instruments.flatMap(({ aspects }) =>
			aspects.flatMap(({ components }) =>
				components.flatMap((one) => (one.kind === 'checklist' ? one.items.map(({ code }) => `answeredNo:${code}`) : []))
			)
		);
		const found = new Set([
			...items,
			...complaintCodes.map((code) => `complaint:${code}`),
			...[...ratioSigns, ...aspectSigns].map(({ code }) => code),
			...['meetingsNotHeld', 'meetingsNotHeldAgain', 'meetingsNotReported', 'meetingsUnknown'],
			...['registryInactive', 'noBusinessNumber', 'noRegistryNumber', 'noContact'],
			...['noBoardOnRecord', 'boardTermsEnded', 'officesVacant', 'officesDoubled', 'noSupervisor'],
			...[
				'loss',
				'lossTwice',
				'ownCapitalGone',
				'ownCapitalThin',
				'noTurnover',
				'turnoverFell',
				'membersFell',
				'tooFewMembers'
			]
		]);
		const unknown = causes.flatMap(({ signs }) => Object.keys(signs).filter((sign) => !found.has(sign)));
		expect(unknown).toEqual([]);
	});

	it('hears every complaint of an illness', () => {
		const ills = complaintCodes.filter((code) => complaints[code].level !== 'information');
		const unheard = ills.filter((code) => suggestCauses({ ...soundFacts, complaints: [code] }).length === 0);
		expect(unheard).toEqual([]);
	});

	it('refuses a code of no version', () => expect(() => causeOf('gout')).toThrow(RangeError));
});

describe('the evidence rule', () => {
	it('suggests nothing for a sound cooperative', () => expect(suggestCauses(soundFacts)).toEqual([]));

	it('suggests from two points, not from one', () => {
		expect(suggested({ ...soundFacts, boardTerms: [] })).toEqual([]);
		expect(suggested(withMeetings('not', 'reported'))).toEqual([['meetingNotHeld', 2]]);
	});

	it('ranks by points, then by lines of evidence, then in the order of the list', () => {
		const facts: Facts = {
			...withFigures({ netSurplusRupiah: -1n, turnoverRupiah: 100n }),
			complaints: ['courtCase', 'losses']
		};
		expect(suggested(facts)).toEqual([
			['losses', 4],
			['dispute', 3],
			['turnoverFalling', 2]
		]);
		const equals: Facts = { ...soundFacts, complaints: ['membersPassive', 'booksBehind', 'boardUntrained'] };
		expect(suggested(equals)).toEqual([
			['booksBehind', 2],
			['boardUntrained', 2],
			['membersInactive', 2]
		]);
		const morelines: Facts = {
			...soundFacts,
			boardTerms: [],
			cooperative: { ...soundFacts.cooperative, hasContact: false },
			complaints: ['losses']
		};
		expect(suggested(morelines)).toEqual([
			['boardGone', 2],
			['losses', 2]
		]);
	});

	it('gives the same answer to the same facts, in whatever order they come', () => {
		const facts: Facts = { ...withMeetings('not', 'not', 'held'), complaints: ['cashShort', 'badLoans', 'cashShort'] };
		const turned: Facts = {
			...facts,
			complaints: ['badLoans', 'cashShort'],
			annualMeetings: facts.annualMeetings.toReversed(),
			figures: facts.figures.toReversed()
		};
		const answer = (asked: Facts) =>
			suggestCauses(asked).map(({ cause, points, evidence }) => [cause.code, points, evidence.length]);
		expect(answer(turned)).toEqual(answer(facts));
	});

	it('counts a complaint made twice once', () =>
		expect(signsIn({ ...soundFacts, complaints: ['losses', 'losses'] })).toHaveLength(1));

	it('names the strongest evidence first', () => {
		const { evidence } = weigh(
			causeOf('meetingNotHeld'),
			signsIn({ ...withMeetings('not', 'unknown'), complaints: [] })
		);
		expect(evidence.map(({ code }) => code)).toEqual(['meetingsNotHeld', 'meetingsUnknown']);
	});

	it('tells whether a cause still fires', () => {
		expect(stillFires('losses', withFigures({ netSurplusRupiah: -1n }))?.points).toBe(2);
		expect(stillFires('losses', withFigures({}, { netSurplusRupiah: -1n }))).toBeNull();
	});
});

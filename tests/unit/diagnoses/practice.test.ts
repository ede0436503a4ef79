import { describe, expect, it } from 'vitest';
import { suggestCauses } from '#clinic/diagnoses/evidence.ts';
import type { CauseCode } from '#clinic/diagnoses/causes.ts';
import type { Facts } from '#clinic/diagnoses/facts.ts';
import type { ClinicCode } from '#clinic/offices/poli.ts';
import { answered, soundFacts, withExamination, withFigures, withMeetings, withRatio } from './facts.ts';

type Change = Partial<Omit<Facts, 'cooperative'>> & { readonly cooperative?: Partial<Facts['cooperative']> };

/** A sound cooperative but for what the description says. */
const but = (change: Change, base: Facts = soundFacts): Facts => ({
	...base,
	...change,
	cooperative: { ...base.cooperative, ...change.cooperative }
});
const told = (...complaints: Facts['complaints']): Facts => but({ complaints });
const meetings = (...history: Parameters<typeof withMeetings>) => withMeetings(...history).annualMeetings;
const refused = (...items: readonly string[]): Facts => withExamination(answered(false, ...items));
const ended = soundFacts.boardTerms.map((term) => ({ ...term, untilOn: '2020-03-31' }));
const without = (...roles: readonly string[]) => soundFacts.boardTerms.filter(({ role }) => !roles.includes(role));
const nowhere = { hasContact: false, hasAddress: false } as const;
const unreachable = but({ cooperative: nowhere, boardTerms: [] });

/**
 * Sick cooperatives as offices, clinics and the ministry describe them, told in our own words; their facts carry over.
 * Expected are the main cause and the poli to which it leads.
 */
const cases: readonly (readonly [where: string, told: string, facts: Facts, main: CauseCode, poli: ClinicCode])[] = [
	[
		'Buleleng 2017',
		'Money is what makes most sick: loans that do not come back, far above a tenth of all loans',
		but({ complaints: ['badLoans'] }, withRatio('earning-assets.problem-loan-risk', '24.100')),
		'badLoans',
		'finance'
	],
	[
		'Buleleng 2017',
		'Losses for two years; the members no longer see a surplus',
		withFigures({ netSurplusRupiah: -40n }, { netSurplusRupiah: -12n }),
		'losses',
		'finance'
	],
	[
		'Buleleng 2017',
		'Too few capable people: whoever could keep the books has moved away',
		told('noCapablePeople'),
		'tooFewCapable',
		'people'
	],
	[
		'Buleleng 2017',
		'The annual meeting was never held, not in any of the last three years',
		but({ annualMeetings: meetings('not', 'not', 'not') }),
		'meetingNotHeld',
		'institution'
	],
	[
		'Sragen 2022',
		'Active and meeting every year, but the report never reaches the office: one of the 58 of 228',
		but({ annualMeetings: meetings('held', 'reported') }),
		'meetingNotReported',
		'institution'
	],
	[
		'Sragen 2022',
		'Its members are unhealthy themselves: traders without income cannot repay',
		told('membersPoor', 'badLoans'),
		'membersStruggling',
		'membership'
	],
	[
		'Sragen 2022',
		'The board does not understand cooperatives; nobody there knows aims and plan',
		but({ complaints: ['boardUntrained'] }, refused('general.5')),
		'boardUntrained',
		'people'
	],
	[
		'Sragen 2022',
		'The board is not fair: friends get loans, others wait',
		told('surplusUnfair'),
		'boardUnfair',
		'governance'
	],
	[
		'Sragen 2022',
		'The board is not open about money, and the meeting was not held',
		but({ complaints: ['boardNotOpen'], annualMeetings: meetings('not', 'reported') }),
		'boardNotOpen',
		'governance'
	],
	[
		'Sragen 2022',
		'Comes to ask how to get its business number',
		but({ cooperative: { hasBusinessNumber: false }, complaints: ['noBusinessNumber'] }),
		'noBusinessNumber',
		'licensing'
	],
	[
		'Sragen 2022',
		'Comes to ask how to get its cooperative number',
		but({ cooperative: { hasRegistryNumber: false }, complaints: ['noRegistryNumber'] }),
		'noRegistryNumber',
		'licensing'
	],
	['Sragen 2022', 'Met an obstacle in a permit and got no further', told('permitStuck'), 'noLicence', 'licensing'],
	[
		'beside Sragen',
		'Of most of them neither address nor board can be found',
		but({ cooperative: { registryStatus: 'inactive' } }, unreachable),
		'untraceable',
		'institution'
	],
	[
		'Tangerang Selatan 2025',
		'Inactive; the field check with the village finds no office at the address',
		but({ cooperative: { registryStatus: 'inactive' }, complaints: ['officeNotFound'] }),
		'untraceable',
		'institution'
	],
	[
		'Depok 2012',
		'Dissolved in the end because nobody could find the address',
		but({ complaints: ['officeNotFound'] }, but({ cooperative: nowhere })),
		'untraceable',
		'institution'
	],
	[
		'Tulungagung',
		'Some of its officers have died; nobody acts for it and its terms are over',
		but({ boardTerms: ended, complaints: ['boardGone'] }),
		'boardGone',
		'institution'
	],
	[
		'Grobogan',
		'Not active for three years and more, no obligations open, no business',
		but(
			{ cooperative: { registryStatus: 'inactive' }, annualMeetings: meetings('not', 'not', 'not') },
			withFigures({ turnoverRupiah: 0n }, { turnoverRupiah: 0n })
		),
		'meetingNotHeld',
		'institution'
	],
	[
		'Tabanan 2017',
		'Two years running without a meeting; coached, and still none',
		but({ annualMeetings: meetings('not', 'not', 'reported'), complaints: ['noAnnualMeeting'] }),
		'meetingNotHeld',
		'institution'
	],
	[
		'Karangasem 2023',
		'More than three times no meeting, then revived by one',
		but({ annualMeetings: meetings('not', 'not', 'not', 'not') }),
		'meetingNotHeld',
		'institution'
	],
	[
		'NIK certificate',
		'The certificate is valid for two years; it ran out and was not renewed',
		but({ licences: [{ kind: 'registryCertificate', validUntil: '2025-11-30' }] }),
		'certificateExpired',
		'licensing'
	],
	[
		'typical causes',
		'The business has stopped but for collecting old loans',
		told('collectsOldLoans'),
		'onlyOldLoans',
		'business'
	],
	[
		'typical causes',
		'The members are not active: few take part in what it sells',
		but({ complaints: ['membersPassive'] }, withRatio('identity.gross-participation', '18.000')),
		'membersInactive',
		'membership'
	],
	[
		'typical causes',
		'The board is missing altogether and no board stands in the register',
		but({ boardTerms: [], complaints: ['boardGone'] }),
		'boardGone',
		'institution'
	],
	[
		'typical causes',
		'The rules are misunderstood: the board thinks a licence is a tax',
		told('boardUntrained'),
		'boardUntrained',
		'people'
	],
	[
		'typical causes',
		'A scheme like a fraud: deposits from the public, promises beyond reason',
		told('promisesHighReturns'),
		'falseScheme',
		'law'
	],
	[
		'ministry’s list 2022',
		'A savings unit without its permit among the licences it has',
		but({
			cooperative: { kind: 'consumer', hasSavingsUnit: true },
			licences: [{ kind: 'businessNumber', validUntil: null }],
			complaints: ['noSavingsLicence']
		}),
		'noLicence',
		'licensing'
	],
	[
		'ministry’s list 2022',
		'Branches opened without a permit',
		refused('savings-and-loan-licence.2'),
		'branchWithoutPermit',
		'licensing'
	],
	[
		'ministry’s list 2022',
		'No standard procedures, neither SOM nor SOP',
		refused('management-institution.3', 'management-institution.2'),
		'noProcedures',
		'people'
	],
	[
		'ministry’s list 2022',
		'A savings-and-loan cooperative that serves non-members: a third of its loans go to members',
		withRatio('earning-assets.member-loan-share', '33.000'),
		'servesOutsiders',
		'membership'
	],
	[
		'ministry’s list 2022',
		'Investment fraud under the name of a cooperative: most loans and deposits are with outsiders',
		but({ complaints: ['promisesHighReturns'] }, withRatio('earning-assets.member-loan-share', '20.000')),
		'falseScheme',
		'law'
	],
	[
		'suggested map',
		'Capital below a fifth of assets by the worksheet, with a loss',
		but(
			{ figures: withFigures({ netSurplusRupiah: -1n, ownCapitalRupiah: 150n }).figures },
			withRatio('capital.equity-to-assets', '15.000', 'kkpkk-2021-ksp')
		),
		'thinCapital',
		'finance'
	],
	[
		'suggested map',
		'No manager, people do not fit the size of the business',
		refused('operational-scale.1', 'operational-scale.3', 'organs.3'),
		'tooFewCapable',
		'people'
	],
	[
		'suggested map',
		'Grade D: no meeting reported in three book years, no word of any being held',
		but({ annualMeetings: meetings('not', 'not', 'unknown') }),
		'meetingNotHeld',
		'institution'
	],
	[
		'suggested map',
		'Low compliance: findings of last year stand as they stood',
		refused('compliance-follow-up.1', 'compliance-follow-up.2', 'compliance-follow-up.3'),
		'findingsIgnored',
		'governance'
	],
	[
		'suggested map',
		'No supervisory board in sight and none in the structure',
		but({ boardTerms: without('supervisor') }, refused('organs.3')),
		'weakSupervision',
		'governance'
	],
	[
		'suggested map',
		'Members fall from two hundred to under half, and go on leaving',
		but({ complaints: ['membersLeaving'] }, withFigures({ members: 90 })),
		'membersLeaving',
		'membership'
	],
	[
		'suggested map',
		'Turnover has fallen by half and buyers stay away',
		but({ complaints: ['salesFalling'] }, withFigures({ turnoverRupiah: 390n })),
		'turnoverFalling',
		'business'
	],
	[
		'suggested map',
		'No activity at all in the books of the last year',
		withFigures({ turnoverRupiah: 0n }),
		'businessStopped',
		'business'
	],
	['suggested map', 'A case before the court', told('courtCase'), 'dispute', 'law'],
	[
		'suggested map',
		'Money is missing and a report lies with the police',
		told('policeReport', 'moneyMissing'),
		'suspectedFraud',
		'law'
	],
	[
		'village cooperatives 2026',
		'Founded last year, nothing due yet, without a business number like every fourth',
		but({
			cooperative: { foundedOn: '2025-07-12', hasBusinessNumber: false },
			annualMeetings: [],
			figures: []
		}),
		'noBusinessNumber',
		'licensing'
	],
	[
		'Mojokerto 2022',
		'Training had no aim and no plan to hang on: there is no work plan at all',
		refused('general.2', 'general.3', 'general.4'),
		'noWorkPlan',
		'people'
	],
	[
		'supervision 2020',
		'Under a written warning; the examination notes the sanction and a violation',
		refused('compliance-violations.1', 'compliance-violations.2'),
		'sanctioned',
		'law'
	],
	[
		'Buleleng 2017',
		'Withdrawals cannot be paid: cash at four percent of what falls due',
		but({ complaints: ['savingsNotPaidOut'] }, withRatio('liquidity.cash-ratio', '4.000')),
		'cashShort',
		'finance'
	],
	[
		'dissolution by law',
		'The board sits on beyond its five years; nobody was elected',
		but({ boardTerms: ended }),
		'boardTermEnded',
		'institution'
	],
	[
		'benchmark of credit unions',
		'Arrears at nine percent by the benchmark, where five is the goal',
		withRatio('asset-quality.a1-arrears', '9.000', 'pearls'),
		'badLoans',
		'finance'
	]
];

describe('sick cooperatives of practice', () => {
	it('are at least thirty, of all eight poli', () => {
		expect(cases.length).toBeGreaterThanOrEqual(30);
		expect(new Set(cases.map(([, , , , poli]) => poli)).size).toBe(8);
	});

	it.each(cases)('%s: %s', (_where, _told, facts, main, poli) => {
		const [first] = suggestCauses(facts);
		expect([first?.cause.code, first?.cause.clinic]).toEqual([main, poli]);
	});
});

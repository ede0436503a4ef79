import type { ClinicCode } from '#clinic/offices/poli.ts';
import type { CodeList, NamedBy } from './disease.ts';

/**
 * The first list and its rules, as they were published: kept unchanged, so that a diagnosis made under it is read as it was
 * made. Names are those of `names.ts`, or what `formerNames` keeps.
 */
export interface FirstCause {
	readonly code: string;
	readonly clinic: ClinicCode;
	readonly signs: Readonly<Record<string, 1 | 2 | 3>>;
	readonly namedBy: readonly NamedBy[];
}

export const firstList: CodeList<FirstCause> = {
	version: '1',
	publishedOn: '2026-03-02',
	diseases: [
		{
			code: 'badLoans',
			clinic: 'finance',
			signs: {
				problemLoans: 3,
				'answeredNo:assets.1': 2,
				reserveThin: 1,
				riskyLoans: 1,
				'answeredNo:assets.4': 1,
				'answeredNo:assets.7': 1,
				'complaint:badLoans': 2
			},
			namedBy: ['buleleng', 'practice']
		},
		{
			code: 'cashShort',
			clinic: 'finance',
			signs: {
				cashRatioLow: 3,
				'answeredNo:liquidity.3': 1,
				'answeredNo:liquidity.5': 1,
				'complaint:savingsNotPaidOut': 3,
				'complaint:cashShort': 2,
				'complaint:moneyMissing': 1
			},
			namedBy: ['buleleng']
		},
		{
			code: 'losses',
			clinic: 'finance',
			signs: { loss: 2, lossTwice: 2, costsHigh: 1, selfRelianceLow: 1, returnLow: 1, 'complaint:losses': 2 },
			namedBy: ['buleleng']
		},
		{
			code: 'thinCapital',
			clinic: 'finance',
			signs: {
				ownCapitalGone: 3,
				ownCapitalThin: 2,
				capitalRatioLow: 2,
				capitalAdequacyLow: 2,
				'answeredNo:capital.1': 1,
				'answeredNo:capital.2': 1
			},
			namedBy: ['buleleng']
		},
		{
			code: 'booksBehind',
			clinic: 'finance',
			signs: {
				'complaint:booksBehind': 2,
				'answeredNo:assets.6': 1,
				'answeredNo:liquidity.5': 1,
				'complaint:moneyMissing': 1
			},
			namedBy: ['practice']
		},
		{
			code: 'tooFewCapable',
			clinic: 'people',
			signs: {
				managementLow: 2,
				officesVacant: 2,
				'answeredNo:institution.2': 1,
				'answeredNo:institution.4': 1,
				'answeredNo:institution.5': 1,
				'complaint:noCapablePeople': 2,
				'complaint:boardDoesEverything': 1
			},
			namedBy: ['sragen', 'buleleng']
		},
		{
			code: 'boardUntrained',
			clinic: 'people',
			signs: {
				'answeredNo:general.5': 2,
				'answeredNo:general.1': 1,
				'answeredNo:general.3': 1,
				'answeredNo:institution.4': 1,
				'complaint:boardUntrained': 2
			},
			namedBy: ['sragen', 'practice']
		},
		{
			code: 'officesDoubled',
			clinic: 'people',
			signs: { officesDoubled: 3, 'answeredNo:institution.1': 2, 'complaint:boardDoesEverything': 2 },
			namedBy: ['practice']
		},
		{
			code: 'meetingNotHeld',
			clinic: 'institution',
			signs: {
				meetingsNotHeld: 2,
				meetingsNotHeldAgain: 2,
				meetingsUnknown: 1,
				registryInactive: 1,
				'complaint:noAnnualMeeting': 2
			},
			namedBy: ['buleleng', 'practice']
		},
		{
			code: 'meetingNotReported',
			clinic: 'institution',
			signs: { meetingsNotReported: 3, meetingsUnknown: 2, 'complaint:meetingNotReported': 2 },
			namedBy: ['sragen']
		},
		{
			code: 'boardTermEnded',
			clinic: 'institution',
			signs: { boardTermsEnded: 3, 'complaint:boardTermOver': 2 },
			namedBy: ['practice']
		},
		{
			code: 'boardGone',
			clinic: 'institution',
			signs: { noBoardOnRecord: 1, noContact: 1, registryInactive: 1, boardTermsEnded: 1, 'complaint:boardGone': 3 },
			namedBy: ['sragen', 'practice']
		},
		{
			code: 'articlesOutdated',
			clinic: 'institution',
			signs: { 'complaint:articlesOutdated': 2 },
			namedBy: ['practice']
		},
		{
			code: 'noBusinessNumber',
			clinic: 'licensing',
			signs: { noBusinessNumber: 2, 'complaint:noBusinessNumber': 2, 'complaint:permitStuck': 1 },
			namedBy: ['sragen']
		},
		{
			code: 'noRegistryNumber',
			clinic: 'licensing',
			signs: { noRegistryNumber: 2, 'complaint:noRegistryNumber': 2 },
			namedBy: ['sragen']
		},
		{
			code: 'noLicence',
			clinic: 'licensing',
			signs: { 'complaint:noSavingsLicence': 3, 'complaint:permitStuck': 2, noBusinessNumber: 1 },
			namedBy: ['sragen', 'practice']
		},
		{
			code: 'boardNotOpen',
			clinic: 'governance',
			signs: { 'complaint:boardNotOpen': 3, 'answeredNo:general.2': 1, meetingsNotHeld: 1, meetingsNotReported: 1 },
			namedBy: ['sragen']
		},
		{
			code: 'boardUnfair',
			clinic: 'governance',
			signs: { 'answeredNo:general.9': 2, 'answeredNo:general.11': 2, 'complaint:boardQuarrels': 2 },
			namedBy: ['sragen']
		},
		{
			code: 'weakSupervision',
			clinic: 'governance',
			signs: {
				noSupervisor: 2,
				'answeredNo:institution.3': 2,
				'answeredNo:general.12': 1,
				'complaint:supervisionIdle': 2
			},
			namedBy: ['practice']
		},
		{
			code: 'membersInactive',
			clinic: 'membership',
			signs: {
				membersFell: 2,
				tooFewMembers: 2,
				participationLow: 2,
				identityLow: 1,
				registryInactive: 1,
				'complaint:membersLeaving': 2,
				'complaint:membersPassive': 2
			},
			namedBy: ['practice']
		},
		{
			code: 'membersStruggling',
			clinic: 'membership',
			signs: { 'answeredNo:general.10': 1, problemLoans: 1, 'complaint:badLoans': 1, 'complaint:membersLeaving': 1 },
			namedBy: ['sragen']
		},
		{
			code: 'businessStopped',
			clinic: 'business',
			signs: { noTurnover: 3, 'complaint:businessStopped': 3, registryInactive: 1 },
			namedBy: ['practice']
		},
		{
			code: 'turnoverFalling',
			clinic: 'business',
			signs: { turnoverFell: 2, 'complaint:salesFalling': 2 },
			namedBy: ['practice']
		},
		{
			code: 'dispute',
			clinic: 'law',
			signs: { 'complaint:courtCase': 3, 'complaint:policeReport': 1, 'complaint:boardQuarrels': 1 },
			namedBy: ['practice']
		},
		{
			code: 'suspectedFraud',
			clinic: 'law',
			signs: { 'complaint:policeReport': 3, 'complaint:moneyMissing': 2, 'answeredNo:general.11': 1 },
			namedBy: ['practice']
		}
	]
};

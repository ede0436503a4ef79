import { rule, type Rules } from '../rule.ts';
import { no, told, yes } from './said.ts';

export const institution = {
	meetingNotHeld: rule(
		[
			...['meetingsNotHeld 2', 'meetingsNotHeldAgain 2', 'meetingsUnknown', 'registryInactive'],
			...[...no('organs.1 2'), ...told('noAnnualMeeting 2')]
		],
		['meetingReported 2']
	),
	meetingNotReported: rule(
		['meetingsNotReported 3', 'meetingsUnknown 2', ...told('meetingNotReported 2')],
		['meetingReported 2']
	),
	boardTermEnded: rule(['boardTermsEnded 3', ...told('boardTermOver 2')], ['boardInOffice 2']),
	boardGone: rule(
		[
			...['noBoardOnRecord', 'noContact', 'registryInactive', 'boardTermsEnded'],
			...[...no('organs.2'), ...told('boardGone 3')]
		],
		['boardInOffice']
	),
	articlesOutdated: rule(['articlesIncomplete 2', ...told('articlesOutdated 2'), ...no('legal-entity.2')]),
	untraceable: rule(
		[
			...['noContact 2', 'noAddress', 'noBoardOnRecord', 'registryInactive'],
			...[...told('officeNotFound 3'), ...no('legal-entity.3')]
		],
		['contactKnown']
	),
	meetingLate: rule(['meetingLate 2']),
	officesVacant: rule(['officesVacant 2', ...no('organs.2 2', 'operational-scale.2')], ['boardWhole 2']),
	noQuorum: rule(['attendanceLow 2', ...told('noQuorum 3'), ...no('membership.4')], ['attendanceEnough 2'])
} as const satisfies Rules;

export const licensing = {
	noBusinessNumber: rule(
		['noBusinessNumber 2', ...told('noBusinessNumber 2', 'permitStuck')],
		['businessNumberKnown 2']
	),
	noRegistryNumber: rule(['noRegistryNumber 2', ...told('noRegistryNumber 2')], ['registryNumberKnown 2']),
	noLicence: rule(
		[
			...['noSavingsLicence 2', 'noBusinessNumber', ...told('noSavingsLicence 3', 'permitStuck 2')],
			...no('savings-and-loan-licence.1 3')
		],
		['savingsLicenceRuns 2', ...yes('savings-and-loan-licence.1')]
	),
	certificateExpired: rule(['certificateEnded 2', ...told('certificateExpired 2')], ['certificateRuns 2']),
	licenceExpired: rule(
		['licenceEnded 2', ...no('business-licence.1 2'), ...told('permitStuck')],
		yes('business-licence.1')
	),
	branchWithoutPermit: rule(
		[...told('branchWithoutPermit 2'), ...no('savings-and-loan-licence.2 2', 'business-licence.2 2')],
		yes('savings-and-loan-licence.2', 'business-licence.2')
	),
	noTaxNumber: rule(['noTaxNumber', ...told('noTaxNumber 2')], ['taxNumberKnown 2']),
	outsideItsDeed: rule(no('legal-entity.2 2', 'legal-entity.3'), yes('legal-entity.2'))
} as const satisfies Rules;

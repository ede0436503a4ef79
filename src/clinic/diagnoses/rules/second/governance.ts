import { rule, type Rules } from '../rule.ts';
import { no, told, yes } from './said.ts';

export const governance = {
	boardNotOpen: rule(
		[
			...['meetingsNotHeld', 'meetingsNotReported', ...told('boardNotOpen 3')],
			...no('general.2', 'democratic-management.5')
		],
		['meetingReported']
	),
	boardUnfair: rule([
		...no('general.9 2', 'general.11', 'fair-surplus-sharing.1', 'fair-surplus-sharing.2'),
		...told('surplusUnfair 3', 'boardQuarrels')
	]),
	weakSupervision: rule(
		[
			...['noSupervisor 2', 'governanceLow', ...told('supervisionIdle 2')],
			...no('institution.3 2', 'general.12', 'organs.3', 'operational-oversight.2', 'compliance-oversight.2')
		],
		['supervisorInOffice']
	),
	selfInterest: rule(
		[...no('general.11 2', 'general.9'), ...told('selfInterest 3', 'moneyMissing')],
		yes('general.11')
	),
	boardQuarrel: rule([...told('boardQuarrels 3'), 'officesVacant']),
	noInternalControl: rule(
		[
			...['riskManagementLow', ...told('moneyMissing')],
			...no('operational-process.2 2', 'operational-process.4', 'compliance-process.2', 'general.12', 'institution.6')
		],
		yes('operational-process.2')
	),
	findingsIgnored: rule(
		no(
			'compliance-follow-up.1',
			'compliance-follow-up.2 2',
			'compliance-follow-up.3',
			'compliance-follow-up.4',
			'general.7 2'
		),
		yes('compliance-follow-up.2')
	),
	ruledByFew: rule(
		[
			...['chairLong', ...told('decidedByFew 3')],
			...no(
				'democratic-management.1 2',
				'democratic-management.2 2',
				'democratic-management.3',
				'democratic-management.4'
			)
		],
		yes('democratic-management.1')
	)
} as const satisfies Rules;

export const membership = {
	membersInactive: rule(
		[
			...['participationLow 2', 'identityLow', 'registryInactive', 'memberSavingsLow', 'attendanceLow'],
			...[...no('membership.3 2', 'membership.4'), ...told('membersPassive 2')]
		],
		['fine:participationLow 2', 'attendanceEnough', ...yes('membership.3')]
	),
	membersStruggling: rule(
		['problemLoans', ...no('general.10'), ...told('membersPoor 3', 'badLoans', 'membersLeaving', 'duesUnpaid')],
		['fine:problemLoans']
	),
	membersLeaving: rule(
		[
			...['membersFell 2', 'membersFellTwice', ...told('membersLeaving 2')],
			...no('voluntary-open-membership.3', 'membership.2 2')
		],
		['membersHeld 2']
	),
	tooFewMembers: rule(['tooFewMembers 3', ...no('membership.2')]),
	servesOutsiders: rule(
		['outsidersBorrow 2', 'participationLow', 'memberSavingsLow', ...told('servesOutsiders 3')],
		['fine:outsidersBorrow 2', 'fine:participationLow']
	),
	noMemberRegister: rule(
		['membersUnknown', ...no('membership.1 2', 'voluntary-open-membership.4')],
		yes('membership.1')
	),
	duesUnpaid: rule(
		['memberFundsLow', ...told('duesUnpaid 2'), ...no('capital.2', 'general.10', 'management-capital.2')],
		['fine:memberFundsLow']
	),
	membersUneducated: rule(
		no(
			...['cooperative-education.1', 'cooperative-education.2', 'cooperative-education.3'],
			'cooperative-education.4 2'
		),
		yes('cooperative-education.4')
	)
} as const satisfies Rules;

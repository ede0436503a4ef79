import { rule, type Rules } from '../rule.ts';
import { no, told, yes } from './said.ts';

export const finance = {
	badLoans: rule(
		[
			...['problemLoans 3', 'worse:problemLoans', 'reserveThin', 'riskyLoans'],
			...no('assets.1 2', 'assets.4', 'assets.7', 'management-assets.2', 'management-assets.3'),
			...told('badLoans 2')
		],
		['fine:problemLoans 2', ...yes('assets.1')]
	),
	cashShort: rule(
		[
			...['cashRatioLow 3', 'liquidAssetsLow', 'currentRatioLow', 'liquidityReserveLow', 'worse:cashRatioLow'],
			...no('liquidity.3', 'liquidity.5', 'management-liquidity.1'),
			...told('savingsNotPaidOut 3', 'cashShort 2', 'moneyMissing')
		],
		['fine:cashRatioLow 2', 'fine:currentRatioLow']
	),
	losses: rule(
		[
			...['loss 2', 'lossTwice 2', 'costsHigh', 'memberCostsHigh', 'selfRelianceLow', 'returnLow', 'surplusShrinks'],
			...told('losses 2')
		],
		['surplus 2']
	),
	thinCapital: rule(
		[
			...['ownCapitalGone 3', 'ownCapitalThin 2', 'ownCapitalShrank', 'capitalRatioLow 2', 'capitalAdequacyLow 2'],
			...['institutionalCapitalLow', 'equityShrinks', 'worse:capitalRatioLow'],
			...no('capital.1', 'capital.2', 'management-capital.1')
		],
		['ownCapitalStrong 2', 'fine:capitalRatioLow']
	),
	booksBehind: rule(
		[
			...['figuresOld', ...told('booksBehind 2', 'moneyMissing')],
			...no('assets.6', 'liquidity.5', 'management-liquidity.4', 'institution.6', 'management-institution.4')
		],
		yes('liquidity.5', 'management-liquidity.4')
	),
	reserveMissing: rule(
		['reserveThin 2', 'worse:reserveThin', ...no('assets.3 2', 'assets.6', 'capital.3', 'management-capital.3')],
		['fine:reserveThin 2']
	),
	carelessLending: rule(
		[
			...['riskyLoans 2', 'worse:problemLoans'],
			...no('assets.2', 'assets.5', 'assets.7 2', 'assets.8', 'assets.9', 'assets.10'),
			...no('management-assets.1', 'management-assets.4 2')
		],
		['fine:riskyLoans', ...yes('assets.7', 'management-assets.4')]
	),
	costsEatIncome: rule(
		['costsHigh 2', 'memberCostsHigh 2', 'staffCostsHigh', 'selfRelianceLow', 'worse:costsHigh'],
		['fine:costsHigh 2', 'fine:memberCostsHigh']
	),
	outsideDebt: rule(
		[
			...['longDebtHigh 2', 'externalDebtHigh 2', 'memberFundsLow', ...told('debtsPressing')],
			...no('independence.1', 'independence.2 2')
		],
		['fine:longDebtHigh 2', 'fine:externalDebtHigh 2', 'ownCapitalStrong', ...yes('independence.2')]
	),
	idleFunds: rule(['loansToFundsLow 2', 'cashIdle', 'idleAssets'], ['fine:loansToFundsLow 2', 'fine:idleAssets']),
	slowReceivables: rule(
		['collectionSlow 2', 'receivablesSlow', 'worse:collectionSlow', ...no('management-assets.2')],
		['fine:collectionSlow 2']
	)
} as const satisfies Rules;

export const people = {
	tooFewCapable: rule(
		[
			...['managementLow 2', 'officesVacant', ...told('noCapablePeople 2', 'boardDoesEverything')],
			...no('institution.2', 'institution.4', 'institution.5', 'operational-scale.1 2', 'operational-scale.3'),
			...no('operational-scale.4', 'operational-oversight.4')
		],
		yes('operational-scale.1')
	),
	boardUntrained: rule(
		[
			...no('general.5 2', 'general.1', 'general.3', 'institution.4', 'cooperative-education.1'),
			...no('compliance-policy.2', 'compliance-oversight.4'),
			...told('boardUntrained 2')
		],
		yes('general.5', 'cooperative-education.1')
	),
	officesDoubled: rule(
		['officesDoubled 3', ...no('institution.1 2', 'operational-scale.2'), ...told('boardDoesEverything 2')],
		['boardWhole']
	),
	noProcedures: rule(
		no(
			...['institution.2', 'institution.4 2', 'institution.5', 'general.8', 'management-institution.2'],
			...['management-institution.3 2', 'operational-policy.1', 'operational-policy.3']
		),
		yes('institution.5', 'management-institution.3')
	),
	noWorkPlan: rule(
		no(
			...['general.1', 'general.2', 'general.3 2', 'general.4'],
			...['management-general.1', 'management-general.2 2', 'management-general.3']
		),
		yes('general.3', 'management-general.2')
	),
	noManager: rule(['noManagerOnRecord', ...no('organs.3', 'general.6')], ['managerInOffice 2']),
	noSuccessors: rule([...told('noSuccessors 3'), 'chairLong', 'boardTermsEnded', 'officesVacant'])
} as const satisfies Rules;

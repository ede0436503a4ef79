import { rule, type Rules } from '../rule.ts';
import { no, told, yes } from './said.ts';

export const business = {
	businessStopped: rule(
		['noTurnover 3', 'assetTurnoverLow', 'registryInactive', ...told('businessStopped 3')],
		['turnoverHeld 2']
	),
	turnoverFalling: rule(
		['turnoverFell 2', 'turnoverFellTwice', 'worse:assetTurnoverLow', ...told('salesFalling 2')],
		['turnoverHeld 2']
	),
	onlyOldLoans: rule([...told('collectsOldLoans 3'), 'loansToFundsLow', 'turnoverFellTwice']),
	notCompetitive: rule([...told('cannotCompete 3', 'salesFalling'), 'equityTurnoverLow', 'turnoverFell']),
	stockUnsold: rule(['stockSlow 2', 'worse:stockSlow', ...told('stockUnsold 2')], ['fine:stockSlow 2']),
	oneProduct: rule(
		no(
			'operational-diversity.1 2',
			'operational-diversity.2',
			'operational-diversity.4',
			'cooperation-among-cooperatives.1'
		),
		yes('operational-diversity.1')
	),
	littleBenefit: rule(
		['memberBenefitLow 2', 'returnOnCapitalLow', 'returnLow', 'assetsShrink'],
		['fine:memberBenefitLow 2']
	)
} as const satisfies Rules;

export const legal = {
	dispute: rule(
		[...told('courtCase 3', 'policeReport', 'boardQuarrels'), ...no('compliance-violations.3 3')],
		yes('compliance-violations.3')
	),
	suspectedFraud: rule([
		...told('policeReport 3', 'moneyMissing 2', 'selfInterest'),
		...no('compliance-violations.4 2', 'general.11')
	]),
	falseScheme: rule([
		...told('promisesHighReturns 3'),
		...['outsidersBorrow', 'memberSavingsLow', ...no('limited-return-on-capital.2')]
	]),
	sanctioned: rule(
		[...told('underSanction 3'), ...no('compliance-violations.2 3', 'compliance-violations.1')],
		yes('compliance-violations.2')
	),
	creditorsPress: rule([...told('debtsPressing 2', 'bankruptcyAsked 3'), 'externalDebtHigh', 'longDebtHigh']),
	assetsNotOwned: rule(told('assetsNotOwned 3'))
} as const satisfies Rules;

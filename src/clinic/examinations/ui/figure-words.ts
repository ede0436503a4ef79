import { m } from '#messages';

interface FigureWords {
	readonly label: () => string;
	readonly hint?: () => string;
}
type OpenWords = Readonly<Partial<Record<string, FigureWords>>>;

const figures: OpenWords = {
	ownCapital: { label: m.examinations_figure_own_capital, hint: m.examinations_figure_own_capital_hint },
	totalAssets: { label: m.examinations_figure_total_assets, hint: m.examinations_figure_total_assets_hint },
	riskyLoans: { label: m.examinations_figure_risky_loans, hint: m.examinations_figure_risky_loans_hint },
	weightedCapital: { label: m.examinations_figure_weighted_capital, hint: m.examinations_figure_weighted_capital_hint },
	riskWeightedAssets: {
		label: m.examinations_figure_risk_weighted_assets,
		hint: m.examinations_figure_risk_weighted_assets_hint
	},
	memberLoans: { label: m.examinations_figure_member_loans, hint: m.examinations_figure_member_loans_hint },
	loans: { label: m.examinations_figure_loans, hint: m.examinations_figure_loans_hint },
	substandardLoans: {
		label: m.examinations_figure_substandard_loans,
		hint: m.examinations_figure_substandard_loans_hint
	},
	doubtfulLoans: { label: m.examinations_figure_doubtful_loans, hint: m.examinations_figure_doubtful_loans_hint },
	lossLoans: { label: m.examinations_figure_loss_loans, hint: m.examinations_figure_loss_loans_hint },
	problemLoanRisk: {
		label: m.examinations_figure_problem_loan_risk,
		hint: m.examinations_figure_problem_loan_risk_hint
	},
	problemLoans: { label: m.examinations_figure_problem_loans, hint: m.examinations_figure_problem_loans_hint },
	riskReserve: { label: m.examinations_figure_risk_reserve, hint: m.examinations_figure_risk_reserve_hint },
	memberOperatingExpense: {
		label: m.examinations_figure_member_operating_expense,
		hint: m.examinations_figure_member_operating_expense_hint
	},
	grossParticipation: {
		label: m.examinations_figure_gross_participation,
		hint: m.examinations_figure_gross_participation_hint
	},
	operatingExpense: {
		label: m.examinations_figure_operating_expense,
		hint: m.examinations_figure_operating_expense_hint
	},
	grossSurplus: { label: m.examinations_figure_gross_surplus, hint: m.examinations_figure_gross_surplus_hint },
	staffCost: { label: m.examinations_figure_staff_cost, hint: m.examinations_figure_staff_cost_hint },
	cash: { label: m.examinations_figure_cash, hint: m.examinations_figure_cash_hint },
	bank: { label: m.examinations_figure_bank, hint: m.examinations_figure_bank_hint },
	currentLiabilities: {
		label: m.examinations_figure_current_liabilities,
		hint: m.examinations_figure_current_liabilities_hint
	},
	fundsReceived: { label: m.examinations_figure_funds_received, hint: m.examinations_figure_funds_received_hint },
	surplusBeforeTax: {
		label: m.examinations_figure_surplus_before_tax,
		hint: m.examinations_figure_surplus_before_tax_hint
	},
	memberSurplus: { label: m.examinations_figure_member_surplus, hint: m.examinations_figure_member_surplus_hint },
	netParticipation: {
		label: m.examinations_figure_net_participation,
		hint: m.examinations_figure_net_participation_hint
	},
	cooperativeExpense: {
		label: m.examinations_figure_cooperative_expense,
		hint: m.examinations_figure_cooperative_expense_hint
	},
	nonMemberIncome: {
		label: m.examinations_figure_non_member_income,
		hint: m.examinations_figure_non_member_income_hint
	},
	memberPromotion: { label: m.examinations_figure_member_promotion, hint: m.examinations_figure_member_promotion_hint },
	principalSavings: {
		label: m.examinations_figure_principal_savings,
		hint: m.examinations_figure_principal_savings_hint
	},
	mandatorySavings: {
		label: m.examinations_figure_mandatory_savings,
		hint: m.examinations_figure_mandatory_savings_hint
	},
	surplusAfterTax: {
		label: m.examinations_figure_surplus_after_tax,
		hint: m.examinations_figure_surplus_after_tax_hint
	},
	equity: { label: m.examinations_figure_equity, hint: m.examinations_figure_equity_hint },
	memberCostOfSales: {
		label: m.examinations_figure_member_cost_of_sales,
		hint: m.examinations_figure_member_cost_of_sales_hint
	},
	totalIncome: { label: m.examinations_figure_total_income, hint: m.examinations_figure_total_income_hint },
	liabilitiesAndEquity: {
		label: m.examinations_figure_liabilities_and_equity,
		hint: m.examinations_figure_liabilities_and_equity_hint
	},
	taxPayable: { label: m.examinations_figure_tax_payable, hint: m.examinations_figure_tax_payable_hint },
	accruedExpense: { label: m.examinations_figure_accrued_expense, hint: m.examinations_figure_accrued_expense_hint },
	expensePayable: { label: m.examinations_figure_expense_payable, hint: m.examinations_figure_expense_payable_hint },
	currentAssets: { label: m.examinations_figure_current_assets, hint: m.examinations_figure_current_assets_hint },
	costOfSales: { label: m.examinations_figure_cost_of_sales, hint: m.examinations_figure_cost_of_sales_hint },
	inventory: { label: m.examinations_figure_inventory, hint: m.examinations_figure_inventory_hint },
	tradeReceivables: {
		label: m.examinations_figure_trade_receivables,
		hint: m.examinations_figure_trade_receivables_hint
	},
	sales: { label: m.examinations_figure_sales, hint: m.examinations_figure_sales_hint },
	totalAssetsBefore: {
		label: m.examinations_figure_total_assets_before,
		hint: m.examinations_figure_total_assets_before_hint
	},
	equityBefore: { label: m.examinations_figure_equity_before, hint: m.examinations_figure_equity_before_hint },
	surplusAfterTaxBefore: {
		label: m.examinations_figure_surplus_after_tax_before,
		hint: m.examinations_figure_surplus_after_tax_before_hint
	},
	memberSavings: { label: m.examinations_figure_member_savings, hint: m.examinations_figure_member_savings_hint },
	memberTermDeposits: {
		label: m.examinations_figure_member_term_deposits,
		hint: m.examinations_figure_member_term_deposits_hint
	},
	nonMemberSavings: {
		label: m.examinations_figure_non_member_savings,
		hint: m.examinations_figure_non_member_savings_hint
	},
	prospectiveMemberSavings: {
		label: m.examinations_figure_prospective_member_savings,
		hint: m.examinations_figure_prospective_member_savings_hint
	},
	virtueFunds: { label: m.examinations_figure_virtue_funds, hint: m.examinations_figure_virtue_funds_hint },
	longTermLiabilities: {
		label: m.examinations_figure_long_term_liabilities,
		hint: m.examinations_figure_long_term_liabilities_hint
	},
	liquidAssets: { label: m.examinations_figure_liquid_assets, hint: m.examinations_figure_liquid_assets_hint },
	earningAssets: { label: m.examinations_figure_earning_assets, hint: m.examinations_figure_earning_assets_hint },
	requiredReserve: { label: m.examinations_figure_required_reserve, hint: m.examinations_figure_required_reserve_hint },
	loansLateOverYear: {
		label: m.examinations_figure_loans_late_over_year,
		hint: m.examinations_figure_loans_late_over_year_hint
	},
	loansLateUpToYear: {
		label: m.examinations_figure_loans_late_up_to_year,
		hint: m.examinations_figure_loans_late_up_to_year_hint
	},
	loansRecovered: { label: m.examinations_figure_loans_recovered, hint: m.examinations_figure_loans_recovered_hint },
	loansChargedOff: {
		label: m.examinations_figure_loans_charged_off,
		hint: m.examinations_figure_loans_charged_off_hint
	},
	liquidInvestments: {
		label: m.examinations_figure_liquid_investments,
		hint: m.examinations_figure_liquid_investments_hint
	},
	financialInvestments: {
		label: m.examinations_figure_financial_investments,
		hint: m.examinations_figure_financial_investments_hint
	},
	otherInvestments: {
		label: m.examinations_figure_other_investments,
		hint: m.examinations_figure_other_investments_hint
	},
	externalCredit: { label: m.examinations_figure_external_credit, hint: m.examinations_figure_external_credit_hint },
	institutionalCapital: {
		label: m.examinations_figure_institutional_capital,
		hint: m.examinations_figure_institutional_capital_hint
	},
	nonEarningAssets: {
		label: m.examinations_figure_non_earning_assets,
		hint: m.examinations_figure_non_earning_assets_hint
	},
	zeroCostFunds: { label: m.examinations_figure_zero_cost_funds, hint: m.examinations_figure_zero_cost_funds_hint },
	shortTermPayables: {
		label: m.examinations_figure_short_term_payables,
		hint: m.examinations_figure_short_term_payables_hint
	},
	liquidityReserve: {
		label: m.examinations_figure_liquidity_reserve,
		hint: m.examinations_figure_liquidity_reserve_hint
	},
	idleLiquidAssets: {
		label: m.examinations_figure_idle_liquid_assets,
		hint: m.examinations_figure_idle_liquid_assets_hint
	}
};

/** Lines of the balance sheet that stand inside a group. */
const lines: OpenWords = {
	principalSavings: { label: m.examinations_figure_principal_savings },
	mandatorySavings: { label: m.examinations_figure_mandatory_savings },
	equalisationCapital: { label: m.examinations_line_equalisation_capital },
	participationCapital: { label: m.examinations_line_participation_capital },
	generalReserve: { label: m.examinations_line_general_reserve },
	riskReserveFund: { label: m.examinations_line_risk_reserve_fund },
	donatedCapital: { label: m.examinations_line_donated_capital },
	undistributedSurplus: { label: m.examinations_line_undistributed_surplus },
	savings: { label: m.examinations_line_savings },
	termDeposits: { label: m.examinations_line_term_deposits },
	accruedExpense: { label: m.examinations_line_accrued_expense },
	fundsReceived: { label: m.examinations_figure_funds_received },
	otherLiabilities: { label: m.examinations_line_other_liabilities },
	cash: { label: m.examinations_figure_cash },
	bankDeposits: { label: m.examinations_line_bank_deposits },
	securities: { label: m.examinations_line_securities },
	memberLoans: { label: m.examinations_figure_member_loans },
	nonMemberLoans: { label: m.examinations_line_non_member_loans },
	investments: { label: m.examinations_line_investments },
	accruedIncome: { label: m.examinations_line_accrued_income },
	fixedAssets: { label: m.examinations_line_fixed_assets },
	otherAssets: { label: m.examinations_line_other_assets }
};

const groups: OpenWords = {
	capitalLines: { label: m.examinations_lines_capital, hint: m.examinations_lines_capital_hint },
	assetLines: { label: m.examinations_lines_asset, hint: m.examinations_lines_asset_hint }
};

/** A figure's words; a dotted name is a line of a group. */
export function figureWords(figure: string): { label: string; hint: string | undefined } {
	const [, line] = figure.split('.');
	const words = line === undefined ? figures[figure] : lines[line];
	return { label: words?.label() ?? figure, hint: words?.hint?.() };
}

export const figureLabel = (figure: string): string => figureWords(figure).label;

/** The words of a group of lines; null for a figure that stands alone. */
export function groupWords(figure: string): { label: string; hint: string | undefined } | null {
	const words = figure.includes('.') ? groups[figure.split('.')[0] ?? ''] : undefined;
	return words ? { label: words.label(), hint: words.hint?.() } : null;
}

import { m } from '#messages';

/** Codes that instruments bring along: an instrument of a later version may have one without words here. */
type OpenWords = Readonly<Partial<Record<string, () => string>>>;

const aspectMeanings: OpenWords = {
	capital: m.examinations_aspect_capital_means,
	'earning-assets': m.examinations_aspect_earning_assets_means,
	management: m.examinations_aspect_management_means,
	efficiency: m.examinations_aspect_efficiency_means,
	liquidity: m.examinations_aspect_liquidity_means,
	growth: m.examinations_aspect_growth_means,
	identity: m.examinations_aspect_identity_means,
	governance: m.examinations_aspect_governance_means,
	'risk-profile': m.examinations_aspect_risk_profile_means,
	'financial-performance': m.examinations_aspect_financial_performance_means,
	protection: m.examinations_aspect_protection_means,
	'financial-structure': m.examinations_aspect_financial_structure_means,
	'asset-quality': m.examinations_aspect_asset_quality_means,
	'rates-and-costs': m.examinations_aspect_rates_and_costs_means
};
/** What an aspect looks at. Apart from its name: most pages have the one without the other. */
export const aspectMeaning = (code: string): string | undefined => aspectMeanings[code]?.();

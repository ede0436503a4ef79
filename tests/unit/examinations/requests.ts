import type { ComponentResult, ExaminationResult } from '#clinic/examinations/score.ts';
import { readRequest } from '#clinic/examinations/request.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';

export interface Written {
	instrument: string;
	readings?: Record<string, string>;
	figures?: Record<string, string | Record<string, string>>;
	answers?: Record<string, boolean | boolean[]>;
}

/** How many questions each block has, in the order of the instrument. */
export const blocks = { general: 12, institution: 6, capital: 5, assets: 10, liquidity: 5 } as const;

/** Every block answered the same. */
export function allAnswered(yes: boolean): Record<string, boolean[]> {
	return Object.fromEntries(Object.entries(blocks).map(([code, items]) => [code, Array<boolean>(items).fill(yes)]));
}

/** Figures that put every ratio in its best band: with all answers yes they score 100.00. */
export const bestFigures = {
	ownCapital: '500',
	totalAssets: '1000',
	riskyLoans: '100',
	weightedCapital: '90',
	riskWeightedAssets: '1000',
	memberLoans: '900',
	loans: '1000',
	substandardLoans: '0',
	doubtfulLoans: '0',
	lossLoans: '0',
	riskReserve: '50',
	memberOperatingExpense: '500',
	grossParticipation: '1000',
	operatingExpense: '300',
	grossSurplus: '1000',
	staffCost: '40',
	cash: '60',
	bank: '60',
	currentLiabilities: '1000',
	fundsReceived: '1000',
	surplusBeforeTax: '150',
	memberSurplus: '100',
	netParticipation: '700',
	cooperativeExpense: '100',
	nonMemberIncome: '100',
	memberPromotion: '100',
	principalSavings: '100',
	mandatorySavings: '400'
} as const;

export function best(): Required<Written> & { figures: Record<string, string> } {
	return { instrument: 'ksp-2016', readings: {}, figures: { ...bestFigures }, answers: allAnswered(true) };
}

export function result(written: Written): ExaminationResult {
	return scoreExamination(readRequest(written));
}

export function component(of: ExaminationResult, aspect: string, code: string): ComponentResult {
	const found = of.aspects.find((one) => one.code === aspect)?.components.find((one) => one.code === code);
	if (!found) throw new Error(`no component ${aspect}/${code}`);
	return found;
}

/** The result of one component, given only what it needs. */
export function judged(
	place: string,
	figures: NonNullable<Written['figures']>,
	readings: Record<string, string> = {},
	instrument = 'ksp-2016'
): ComponentResult {
	const [aspect = '', code = ''] = place.split('/');
	return component(result({ instrument, readings, figures }), aspect, code);
}

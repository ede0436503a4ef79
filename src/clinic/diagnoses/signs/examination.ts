import { compareWithEdge, decimal } from '#clinic/examinations/ratio.ts';
import type { Evidence, ExaminationFact, FindSigns } from '../facts.ts';

type Limit = { readonly above: string } | { readonly notAbove: string } | { readonly below: string };
type RatioSign = Limit & { readonly code: string; readonly aspect: string; readonly component: string };

/**
 * Where a ratio becomes a sign: an edge of the table that Perdep 06/2016 and Permenkop 14/2009 share. That a mark
 * below this edge is a sign of a cause is our own reading. Compared is the ratio as the result prints it.
 */
export const ratioSigns: readonly RatioSign[] = [
	{ code: 'problemLoans', aspect: 'earning-assets', component: 'problem-loan-risk', above: '10' },
	{ code: 'reserveThin', aspect: 'earning-assets', component: 'reserve-coverage', notAbove: '50' },
	{ code: 'riskyLoans', aspect: 'earning-assets', component: 'risky-loan-share', above: '30' },
	{ code: 'capitalRatioLow', aspect: 'capital', component: 'own-capital-to-assets', notAbove: '20' },
	{ code: 'capitalAdequacyLow', aspect: 'capital', component: 'capital-adequacy', below: '6' },
	{ code: 'cashRatioLow', aspect: 'liquidity', component: 'cash-ratio', notAbove: '10' },
	{ code: 'costsHigh', aspect: 'efficiency', component: 'operating-cost', above: '80' },
	{ code: 'selfRelianceLow', aspect: 'growth', component: 'operational-self-reliance', notAbove: '100' },
	{ code: 'returnLow', aspect: 'growth', component: 'return-on-assets', below: '5' },
	{ code: 'participationLow', aspect: 'identity', component: 'gross-participation', below: '25' }
];

/** Whether the ratio (percent, three decimals) lies on the bad side of the limit. */
function isSign(ratio: string, limit: Limit): boolean {
	const edge = decimal('above' in limit ? limit.above : 'below' in limit ? limit.below : limit.notAbove, 3);
	const side = compareWithEdge({ over: decimal(ratio, 3), under: 1n }, edge);
	return 'above' in limit ? side > 0 : 'below' in limit ? side < 0 : side <= 0;
}

/** An aspect that keeps less than this share of its points is low (the edge of *cukup sehat*). */
const lowAspectPercent = 66n;
export const aspectSigns = [
	{ code: 'managementLow', aspect: 'management' },
	{ code: 'identityLow', aspect: 'identity' }
] as const;

/** What the last examination shows: ratios, aspects, and questions answered with no. */
export const examinationSigns: FindSigns = ({ examination }) =>
	examination === null
		? []
		: [
				...ratioSigns.flatMap((sign) => ratioSign(sign, examination)),
				...aspectSigns.flatMap((sign) => aspectSign(sign, examination)),
				...questionsAnsweredNo(examination)
			];

/** Whether a kept sign tells what an examination found. */
export const isFromExamination = (code: string): boolean =>
	code.startsWith('answeredNo:') || [...ratioSigns, ...aspectSigns].some((sign) => sign.code === code);

function ratioSign(sign: RatioSign, { result, bookYear }: ExaminationFact): Evidence[] {
	const found = result.aspects
		.find(({ code }) => code === sign.aspect)
		?.components.find(({ code }) => code === sign.component);
	if (found?.status !== 'scored' || found.ratio === undefined || !isSign(found.ratio, sign)) return [];
	const limit = 'above' in sign ? sign.above : 'below' in sign ? sign.below : sign.notAbove;
	return [{ code: sign.code, params: { ratio: found.ratio, limit, bookYear } }];
}

function aspectSign({ code, aspect }: (typeof aspectSigns)[number], { result, bookYear }: ExaminationFact): Evidence[] {
	const found = result.aspects.find((one) => one.code === aspect);
	if (!found?.score || found.weight === null) return [];
	const isLow = decimal(found.score, 2) * 100n < decimal(found.weight, 2) * lowAspectPercent;
	return isLow ? [{ code, params: { score: found.score, weight: found.weight, bookYear } }] : [];
}

function questionsAnsweredNo({ answers, asked, bookYear }: ExaminationFact): Evidence[] {
	return Object.entries(asked).flatMap(([block, wordings]) =>
		wordings.flatMap((wording, place) => {
			const item = `${block}.${place + 1}`;
			const given = answers[item] ?? (answers[block] as readonly boolean[] | undefined)?.[place];
			return given === false ? [{ code: `answeredNo:${item}`, params: { item, wording, bookYear } }] : [];
		})
	);
}

import { fullScoreOf } from '#clinic/examinations/full-score.ts';
import { compareWithEdge, decimal } from '#clinic/examinations/ratio.ts';
import type { Evidence, ExaminationFact, Facts, FindSigns } from '../facts.ts';
import { edgeOf, isHighSick, ratioSignCodes, ratioSigns, type Limit, type Place } from './ratios.ts';

/** An aspect that keeps less than this share of its points is low (the edge of *cukup sehat*). */
const lowAspectPercent = 66n;
export const aspectSigns = [
	{ code: 'managementLow', aspects: ['management'] },
	{ code: 'identityLow', aspects: ['identity'] },
	{ code: 'governanceLow', aspects: ['governance'] },
	{ code: 'riskManagementLow', aspects: ['risk-profile'] }
] as const;

const earlierCodes: readonly string[] = [...ratioSignCodes, ...aspectSigns.map(({ code }) => code)];

/** Examinations that speak for the present: that of the newest book year, and the newest by any other instrument. */
const present = ({ examination, otherExaminations }: Facts): readonly ExaminationFact[] =>
	examination === null ? [] : [examination, ...otherExaminations];

/** Whether a kept sign tells what an examination found. Signs of the first list did not name it yet. */
export const isFromExamination = ({ code, params }: Evidence): boolean =>
	'examinationId' in params || code.startsWith('answered') || earlierCodes.includes(code);

/** What the examinations show: ratios, aspects, questions answered with no, and ratios that get worse year by year. */
export const examinationSigns: FindSigns = (facts) =>
	once([
		...present(facts).flatMap((one) => [
			...ratioSignCodes.flatMap((code) => found(one, code, 'sick')),
			...aspectSigns.flatMap((sign) => aspectSign(sign, one)),
			...answered(one, false),
			...articles(one)
		]),
		...worsening(facts)
	]);

/** What they show to be sound, so that it speaks against a cause. */
export const soundExaminationSigns: FindSigns = (facts) =>
	once(
		present(facts).flatMap((one) => [
			...ratioSignCodes.flatMap((code) => found(one, code, 'sound')),
			...answered(one, true)
		])
	);

/** The same sign by two instruments counts once: as the first shows it. */
const once = (signs: readonly Evidence[]): Evidence[] =>
	[...new Map([...signs].reverse().map((sign) => [sign.code, sign])).values()].reverse();

export const placeFor = (code: keyof typeof ratioSigns, { result }: ExaminationFact): Place | undefined =>
	(ratioSigns[code] as readonly Place[]).find(({ instruments }) => instruments.includes(result.instrument));

/** Where a line stands: the page of the examination shows how the figure came about. */
const source = ({ id, bookYear }: ExaminationFact) => ({ bookYear, examinationId: id });

interface Measured {
	readonly ratio: string;
	readonly unit: string;
}

export function measuredAt({ at }: Place, { result }: ExaminationFact): Measured | null {
	const [aspect, component] = at.split('.');
	const one = result.aspects.find(({ code }) => code === aspect)?.components.find(({ code }) => code === component);
	return one?.status === 'scored' && one.ratio !== undefined ? { ratio: one.ratio, unit: one.unit ?? 'percent' } : null;
}

/** Whether a ratio as the result prints it (three decimals) lies on that side of the edge. */
export function lies(ratio: string, limit: Limit): boolean {
	const side = compareWithEdge({ over: decimal(ratio, 3), under: 1n }, decimal(edgeOf(limit), 3));
	if ('above' in limit) return side > 0;
	if ('from' in limit) return side >= 0;
	return 'below' in limit ? side < 0 : side <= 0;
}

function found(examination: ExaminationFact, code: keyof typeof ratioSigns, side: 'sick' | 'sound'): Evidence[] {
	const place = placeFor(code, examination);
	const limit = place?.[side];
	const measured = place && measuredAt(place, examination);
	if (!measured || !limit || !lies(measured.ratio, limit)) return [];
	const { result } = examination;
	return [
		{
			code: side === 'sick' ? code : `fine:${code}`,
			params: { ...measured, limit: edgeOf(limit), instrument: result.instrument, ...source(examination) }
		}
	];
}

function aspectSign({ code, aspects }: (typeof aspectSigns)[number], examination: ExaminationFact): Evidence[] {
	const { result } = examination;
	const aspect = result.aspects.find((one) => (aspects as readonly string[]).includes(one.code));
	const full = aspect && fullScoreOf(result, aspect);
	if (!aspect?.score || !full) return [];
	const isLow = decimal(aspect.score, 2) * 100n < decimal(full, 2) * lowAspectPercent;
	const { instrument } = result;
	return isLow ? [{ code, params: { score: aspect.score, weight: full, instrument, ...source(examination) } }] : [];
}

/** The seventeen things that articles must say count together: one that is missing or ten, the articles are to be changed. */
const articlesBlock = 'articles-of-association';

function items({ answers, asked }: ExaminationFact) {
	return Object.entries(asked).flatMap(([block, wordings]) =>
		wordings.map((wording, place) => {
			const item = `${block}.${place + 1}`;
			const given = answers[item] ?? (answers[block] as readonly boolean[] | undefined)?.[place];
			return { block, item, wording, given };
		})
	);
}

function answered(examination: ExaminationFact, how: boolean): Evidence[] {
	return items(examination).flatMap(({ block, item, wording, given }) =>
		given === how && block !== articlesBlock
			? [{ code: `answered${how ? 'Yes' : 'No'}:${item}`, params: { item, wording, ...source(examination) } }]
			: []
	);
}

function articles(examination: ExaminationFact): Evidence[] {
	const missing = items(examination).filter(({ block, given }) => block === articlesBlock && given === false).length;
	return missing > 0 ? [{ code: 'articlesIncomplete', params: { count: missing, ...source(examination) } }] : [];
}

/** A ratio that has got worse from each examination to the next, over three by one instrument. */
function worsening({ examination, earlierExaminations }: Facts): Evidence[] {
	if (examination === null) return [];
	const line = [examination, ...earlierExaminations].slice(0, 3);
	if (line.length < 3) return [];
	return ratioSignCodes.flatMap((code) => {
		const place = placeFor(code, examination);
		if (!place) return [];
		const values = line.map((one) => measuredAt(place, one));
		if (values.some((value) => value === null)) return [];
		const [now, before, first] = values.map((value) => decimal(value!.ratio, 3)) as [bigint, bigint, bigint];
		const isWorse = isHighSick(place.sick) ? now > before && before > first : now < before && before < first;
		if (!isWorse) return [];
		const params = {
			unit: values[0]!.unit,
			from: values[2]!.ratio,
			to: values[0]!.ratio,
			examinationId: examination.id
		};
		return [{ code: `worse:${code}`, params: { ...params, fromYear: line[2]!.bookYear, toYear: line[0]!.bookYear } }];
	});
}

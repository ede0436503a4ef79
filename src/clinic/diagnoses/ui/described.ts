import { instruments } from '#clinic/examinations/catalogue.ts';
import { clinicCodes, usualClinics, type ClinicCode } from '#clinic/offices/poli.ts';
import { regulations } from '#clinic/offices/regulations.ts';
import { m } from '#messages';
import { formatDecimal } from '#ui/numbers.ts';
import { causes, type KnownCause } from '../causes.ts';
import type { LegalBase, Severity } from '../code-list/disease.ts';
import type { Weight } from '../rules/rule.ts';
import { aspectSigns } from '../signs/examination.ts';
import { edgeOf, ratioSigns, type Limit, type Place, type RatioSignCode } from '../signs/ratios.ts';
import { inOwnWords, signName } from './words.ts';

/** A disease with all its words, as the page and the booklet show it. Made on the server: a browser needs no instrument for it. */
export interface Described {
	readonly code: string;
	readonly number: string;
	readonly name: string;
	readonly severity: Severity;
	readonly definition: string;
	readonly disproof: string;
	readonly treatment: string;
	readonly signs: readonly DescribedSign[];
	readonly against: readonly DescribedSign[];
	readonly legal: readonly DescribedLaw[];
	readonly namedBy: readonly string[];
}
export interface DescribedSign {
	readonly text: string;
	readonly weight: Weight;
}
export interface DescribedLaw {
	readonly text: string;
	/** The rule itself, or the article named, was not compared with the official text. */
	readonly isUnconfirmed: boolean;
	readonly isOurs: boolean;
}
export interface DescribedGroup {
	readonly clinic: ClinicCode;
	readonly name: string;
	readonly diseases: readonly Described[];
}

/** The list in force in the language of the reader, in its eight groups. */
export const describedGroups = (): DescribedGroup[] =>
	clinicCodes.map((clinic) => ({
		clinic,
		name: usualClinics.find(({ code }) => code === clinic)!.name,
		diseases: causes.filter((cause) => cause.clinic === clinic).map(described)
	}));

function described(cause: KnownCause): Described {
	const { code, number, severity, rule } = cause;
	return {
		code,
		number,
		severity,
		name: inOwnWords(cause.name),
		definition: inOwnWords(cause.definition),
		disproof: inOwnWords(cause.disproof),
		treatment: inOwnWords(cause.treatment),
		signs: signsOf(rule.points),
		against: signsOf(rule.against),
		legal: cause.legal.map(lawText),
		namedBy: cause.namedBy.map((who) => namedByWords[who]())
	};
}

const namedByWords = {
	sragen: m.diagnoses_named_by_sragen,
	buleleng: m.diagnoses_named_by_buleleng,
	practice: m.diagnoses_named_by_practice
};

const signsOf = (weights: Readonly<Record<string, Weight>>): DescribedSign[] =>
	Object.entries(weights)
		.map(([code, weight]) => ({ text: signText(code), weight }))
		.sort((a, b) => b.weight - a.weight);

const wordings = new Map(
	instruments.flatMap(({ aspects }) =>
		aspects.flatMap(({ components }) =>
			components.flatMap((one) =>
				'items' in one ? one.items.map(({ code, wording }) => [code, wording] as const) : []
			)
		)
	)
);

/** A sign in general, with its edges where it has any. */
function signText(code: string): string {
	const [sign = '', detail = ''] = code.split(':');
	const name = signName(code, wordings.get(detail)) ?? code;
	const ratio = sign === 'fine' ? detail : sign;
	if (ratio in ratioSigns) return `${name}: ${edges(ratio as RatioSignCode, sign === 'fine' ? 'sound' : 'sick')}`;
	return aspectSigns.some((aspect) => aspect.code === sign) ? m.diagnoses_edge_aspect({ name }) : name;
}

function edges(code: RatioSignCode, side: 'sick' | 'sound'): string {
	const texts = (ratioSigns[code] as readonly Place[]).flatMap((place) => {
		const limit = place[side];
		return limit ? [`${edgeText(limit, unitOf(place))} (${familyOf(place)})`] : [];
	});
	return texts.join('; ');
}

function edgeText(limit: Limit, unit: string): string {
	const edge = `${formatDecimal(edgeOf(limit))}${unit}`;
	if ('above' in limit) return m.diagnoses_edge_above({ edge });
	if ('from' in limit) return m.diagnoses_edge_from({ edge });
	return 'below' in limit ? m.diagnoses_edge_below({ edge }) : m.diagnoses_edge_up_to({ edge });
}

function unitOf({ instruments: [named], at }: Place): string {
	const [aspect, component] = at.split('.');
	const found = instruments
		.filter(({ code }) => code === named || named?.startsWith('kkpkk'))
		.flatMap(({ aspects }) => aspects.filter((one) => one.code === aspect))
		.flatMap(({ components }) => components.filter((one) => one.code === component))[0];
	const unit = found && 'unit' in found ? found.unit : 'percent';
	return unit === 'percent' ? '%' : unit === 'times' ? ` ${m.diagnoses_unit_times()}` : ` ${m.diagnoses_unit_days()}`;
}

const familyOf = ({ instruments: [named = ''] }: Place): string =>
	named.startsWith('ksp') ? 'KSP' : named.startsWith('kkpkk') ? 'KKPKK' : 'PEARLS';

function lawText({ regulation, article, isUnread }: LegalBase): DescribedLaw {
	const rule = regulations.find(({ code }) => code === regulation)!;
	return {
		text: article ? m.diagnoses_law_article({ title: rule.title, article }) : rule.title,
		isUnconfirmed: rule.certainty === 'unverified' || isUnread === true,
		isOurs: regulation === 'klinik'
	};
}

import { m } from '#messages';
import { formatInteger } from '#ui/numbers.ts';
import type { DuplicateBand, Reason, ReasonCode } from '../duplicates/score.ts';
import type { MergeField } from '../merge-fields.ts';
import type { PairFilter } from '../server/reads/duplicates.ts';
import { fieldWord, valueWord } from './record-words.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const pairFilterWords: Words<PairFilter> = {
	suggest: m.duplicates_band_suggest,
	review: m.duplicates_band_review,
	elsewhere: m.duplicates_band_elsewhere,
	dismissed: m.duplicates_band_dismissed
};

export const bandHints: Words<DuplicateBand> = {
	suggest: m.duplicates_band_suggest_hint,
	review: m.duplicates_band_review_hint
};

const words: Words<Exclude<ReasonCode, 'personSame'>> = {
	nameSame: m.duplicates_name_same,
	nameAlike: m.duplicates_name_alike,
	nameOther: m.duplicates_name_other,
	kindOther: m.duplicates_kind_other,
	legalSame: m.duplicates_legal_same,
	legalSameSeries: m.duplicates_legal_same_series,
	legalAlike: m.duplicates_legal_alike,
	legalOther: m.duplicates_legal_other,
	registrySame: m.duplicates_registry_same,
	registryOther: m.duplicates_registry_other,
	businessSame: m.duplicates_business_same,
	businessOther: m.duplicates_business_other,
	taxSame: m.duplicates_tax_same,
	taxOther: m.duplicates_tax_other,
	addressSame: m.duplicates_address_same,
	addressAlike: m.duplicates_address_alike,
	addressOther: m.duplicates_address_other,
	districtSame: m.duplicates_district_same,
	districtOther: m.duplicates_district_other,
	numberOnly: m.duplicates_number_only
};

/** What speaks for or against, as a short sentence. */
export const pairReasonText = ({ code, params }: Reason): string =>
	code === 'personSame' ? m.duplicates_person_same({ count: params['count'] ?? 1 }) : words[code]();

/** What a field of the comparison is called. */
export function mergeFieldText(field: MergeField): string {
	if (field === 'district') return fieldWord('districtCode');
	return field === 'point' ? fieldWord('place') : fieldWord(field);
}

type Row = Readonly<Record<string, unknown>> & { readonly district: string | null; readonly village: string | null };

/** Its value in one of the two records; null where that record does not know. */
export function mergeValueText(field: MergeField, row: Row): string | null {
	if (field === 'district') return [row.village, row.district].filter(Boolean).join(', ') || null;
	if (field === 'point') return (row['latitude'] ?? null) === null ? null : `${row['latitude']}, ${row['longitude']}`;
	if (field === 'hasSavingsUnit') return valueWord(field, row[field] === true);
	return valueWord(field, (row[field] ?? null) as string | null);
}

export const percentText = (percent: number): string => m.duplicates_percent({ percent: formatInteger(percent) });

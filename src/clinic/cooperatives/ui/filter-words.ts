import { m } from '#messages';
import { filtersSet, type ListFilters } from '../list-filters.ts';
import { conditionWords, registryStatusWords, healthWords, kindWords } from './words.ts';

interface Around {
	/** The newest book year whose report is due. */
	readonly bookYear: number;
	readonly districts: readonly { readonly value: string; readonly label: string }[];
}

const coded = <Code extends string>(words: Readonly<Record<Code, () => string>>, code: Code | 'unknown'): string =>
	code === 'unknown' ? m.register_unknown() : words[code]();

/** One filter in words: "Jenis koperasi: Konsumen". */
function filterText(name: keyof ListFilters, filters: ListFilters, { bookYear, districts }: Around): string {
	const of = (label: string, value: string) => m.lists_filter_value({ label, value });
	const { kind, status, district, health, condition, grade, businessClass } = filters;
	switch (name) {
		case 'text':
			return m.lists_filter_text({ text: filters.text });
		case 'kind':
			return of(m.register_field_kind(), coded(kindWords, kind ?? 'unknown'));
		case 'status':
			return of(m.register_field_registry_status(), coded(registryStatusWords, status ?? 'unknown'));
		case 'district':
			return of(
				m.register_field_district(),
				districts.find(({ value }) => value === district)?.label ?? district ?? ''
			);
		case 'health':
			return of(m.lists_health(), coded(healthWords, health ?? 'unknown'));
		case 'condition':
			return of(m.lists_condition(), coded(conditionWords, condition ?? 'unknown'));
		case 'grade':
			return of(m.record_scale_grade(), grade === null || grade === 'unknown' ? m.register_unknown() : grade);
		case 'businessClass':
			return of(
				m.record_field_business_class(),
				typeof businessClass === 'number' ? m.record_business_class({ number: businessClass }) : m.register_unknown()
			);
		case 'isUnreported':
			return m.lists_unreported({ year: String(bookYear) });
		case 'hasNoPlace':
			return m.lists_no_place();
	}
}

/** The filters that narrow a list, each in words. */
export const filterTexts = (
	filters: ListFilters,
	around: Around
): { readonly name: keyof ListFilters; readonly text: string }[] =>
	filtersSet(filters).map((name) => ({ name, text: filterText(name, filters, around) }));

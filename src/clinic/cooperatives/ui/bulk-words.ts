import { bulkFields, type BulkField } from '../bulk-fields.ts';
import { businessClasses, reaches } from '../classification.ts';
import { forms, kinds, patterns } from '../kinds.ts';
import { m } from '#messages';
import { fieldWord, valueWord } from './record-words.ts';

interface Area {
	readonly value: string;
	readonly label: string;
}

const values: Readonly<Record<Exclude<BulkField, 'districtCode'>, readonly (string | number)[]>> = {
	kind: kinds,
	pattern: patterns,
	form: forms,
	reach: reaches,
	guidedBy: reaches,
	businessClass: businessClasses
};

/** A value of a field in words; a district by its name, else as it was written. */
export function bulkValueText(
	field: BulkField,
	value: string | number | null,
	districts: readonly Area[],
	written: string | null = null
): string {
	if (value === null) return written ?? m.register_unknown();
	if (field !== 'districtCode') return valueWord(field, value) ?? String(value);
	return districts.find((area) => area.value === value)?.label ?? String(value);
}

/** Everything that can be set for many, "Jenis koperasi: Konsumen", as options of one list. */
export const bulkOptions = (districts: readonly Area[]): Area[] =>
	bulkFields.flatMap((field) =>
		(field === 'districtCode' ? districts.map(({ value }) => value) : values[field]).map((value) => ({
			value: `${field}:${value}`,
			label: m.lists_filter_value({ label: fieldWord(field), value: bulkValueText(field, value, districts) })
		}))
	);

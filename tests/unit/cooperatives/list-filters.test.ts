import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkValue, seenRowsIn, seenRowsText } from '#clinic/cooperatives/bulk-fields.ts';
import {
	filtersIn,
	filtersSet,
	keyIn,
	keyText,
	noFilters,
	queryOf,
	withoutFilter,
	type ListFilters
} from '#clinic/cooperatives/list-filters.ts';
import { newId } from '#platform/ids.ts';
import { harmless } from '#platform/sheets/write.ts';

const all: ListFilters = {
	text: 'sri & rejeki; 50%',
	kind: 'unknown',
	status: 'inactive',
	district: '33.14.02',
	health: 'underSupervision',
	condition: 'sick',
	grade: 'C1',
	businessClass: 2,
	isUnreported: true,
	hasNoPlace: true
};

describe('filters in an address', () => {
	it('come back as they went', () => {
		expect(filtersIn(new URLSearchParams(queryOf(all)))).toEqual(all);
		expect(queryOf(noFilters)).toBe('');
		expect(filtersIn(new URLSearchParams(''))).toEqual(noFilters);
	});

	it('are what they say or nothing', () => {
		const wrong = 'jenis=bank&status=x&kecamatan=33&kesehatan=sakit&keadaan=mati&grade=E&kuk=5&rat=ya&titik=ada&lain=1';
		expect(filtersIn(new URLSearchParams(wrong))).toEqual(noFilters);
		expect(filtersIn(new URLSearchParams('kuk=unknown')).businessClass).toBe('unknown');
		expect(filtersIn(new URLSearchParams({ cari: ` ${'a'.repeat(300)}` })).text).toHaveLength(199);
	});

	it('are taken away one by one', () => {
		expect(filtersSet(all)).toHaveLength(10);
		expect(filtersSet(withoutFilter(all, 'kind'))).not.toContain('kind');
		expect(filtersSet(noFilters)).toEqual([]);
		expect(filtersSet(all).reduce(withoutFilter, all)).toEqual(noFilters);
	});
});

describe('where a page begins', () => {
	it('comes back as it went, whatever the name', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
				const key = { id: newId<'Cooperative'>(), name: name.replaceAll('\u0000', '') };
				expect(keyIn(new URLSearchParams({ s: keyText(key) }).get('s'))).toEqual(key);
			})
		);
	});

	it.each([null, '', 'x', `${newId()}`, `nothing-at-all-but-36-characters-long~a`, `${newId()}~a\u0000`])(
		'is not in %j',
		(text) => {
			expect(keyIn(text)).toBeNull();
		}
	);
});

describe('many rows in one field', () => {
	it('come back as they went', () => {
		const rows = [
			{ id: newId(), version: 1 },
			{ id: newId(), version: 120 }
		];
		expect(seenRowsIn(seenRowsText(rows))).toEqual(rows);
		expect(seenRowsIn('')).toBeNull();
		expect(seenRowsIn(`${seenRowsText(rows)},x:1`)).toBeNull();
	});

	it.each([
		['kind', 'service', 'service'],
		['kind', 'bank', null],
		['businessClass', '4', 4],
		['businessClass', '5', null],
		['districtCode', '33.14.01', '33.14.01'],
		['districtCode', '33.14', null],
		['guidedBy', 'province', 'province'],
		['pattern', '', null]
	] as const)('take for %s the value %j as %j', (field, text, value) => {
		expect(bulkValue(field, text)).toBe(value);
	});
});

describe('text that a spreadsheet would run', () => {
	it.each(['=1+1', '+62812', '-', '@sum', '\tx', '\rx', '＝1'])('%j stays text', (text) => {
		expect(harmless(text)).toBe(`'${text}`);
	});

	it.each(['KSP = Baik', 'a@b.id', '', "'x", '0812-1'])('%j is left as it is', (text) => {
		expect(harmless(text)).toBe(text);
	});
});

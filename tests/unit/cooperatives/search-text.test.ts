import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSearch } from '#clinic/cooperatives/search-text.ts';

describe('what is typed into the search box', () => {
	it.each([
		['kop sri rejeki', 'sri reyeki', []],
		['KSP Tirta Sedana', 'tirta sedana', ['ksp']],
		['koperasi simpan pinjam', '', ['ksp']],
		['KUD', '', ['kud']]
	])('%s: core "%s", kind %j', (text, core, kindWords) => {
		expect(readSearch(text)).toMatchObject({ core, kindWords, digits: null });
	});

	it.each([
		['8091/BH/KWK-10/22', '8091/BH/KWK/10/22', null],
		['8091 bh kwk 10 22', '8091/BH/KWK/10/22', null],
		['8091', '8091', '8091'],
		['11.001', '11/1', '11001'],
		['3314 0100 01003', '3314/100/1003', '3314010001003'],
		['KSU 17 Agustus 1945', 'KSU/17/AGUSTUS/1945', null],
		['Koperasi 17 Agustus', null, null]
	])('%s: legal %s, digits %s', (text, legal, digits) => {
		expect(readSearch(text)).toMatchObject({ legal, digits });
	});

	it('keeps what was typed beside what is compared, to be found inside a number', () => {
		expect(readSearch('11.001')!.fragments).toEqual(['111', '11001']);
		expect(readSearch('kwk-10/22')!.fragments).toEqual(['KWK1022']);
	});

	it.each(['', ' ', 'a', '7', '%', 'koperasi', '\0'])('%j is nothing to look for', (text) => {
		expect(readSearch(text)).toBeNull();
	});

	it('may be anything', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const asked = readSearch(text);
				if (asked) expect(`${asked.core}${asked.norm}${asked.legal}`).not.toContain('\0');
			})
		);
	});
});

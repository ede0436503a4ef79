import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptCells, keptNotes } from '#clinic/cooperatives/kept-cells.ts';
import { looksLikeNationalId, withoutNationalIds } from '#clinic/cooperatives/national-id.ts';

const two = (low: number, high: number) =>
	fc.integer({ min: low, max: high }).map((part) => String(part).padStart(2, '0'));
const nationalId = fc
	.tuple(
		two(11, 97),
		two(1, 99),
		two(1, 99),
		fc.oneof(two(1, 31), two(41, 71)),
		two(1, 12),
		two(0, 99),
		two(0, 99),
		two(0, 99)
	)
	.map((parts) => parts.join(''));

describe('a citizen’s number', () => {
	it('is known by province, day and month of birth', () => {
		fc.assert(fc.property(nationalId, (digits) => looksLikeNationalId(digits)));
	});

	it.each([
		['3271014503870002', true],
		['3271010103870002', true],
		['3271013103870002', true],
		['3271017103870002', true],
		['3271010003870002', false],
		['3271013203870002', false],
		['3271014003870002', false],
		['3271017203870002', false],
		['3271010100870002', false],
		['3271010113870002', false],
		['1071010103870002', false],
		['9871010103870002', false],
		['0012345678532000', false],
		['327101450387000', false],
		['32710145038700021', false],
		['', false]
	])('%s: %s', (digits, is) => {
		expect(looksLikeNationalId(digits)).toBe(is);
	});

	it('is taken out of any text, however it is spaced', () => {
		fc.assert(
			fc.property(nationalId, fc.constantFrom('', ' ', '.', '-'), (digits, between) => {
				const spaced = digits.match(/.{4}/g)!.join(between);
				expect(withoutNationalIds(`Budi ${spaced}, ketua`, '…')).toBe('Budi …, ketua');
			})
		);
	});

	it('is sixteen digits in one run, even with an impossible day, and nothing longer or shorter', () => {
		expect(withoutNationalIds('9999999999999999', '…')).toBe('…');
		for (const text of ['12345678901234567', '123456789012345', '0251 8312345 0812 3456 7890', '8091/BH/KWK-10/22'])
			expect(withoutNationalIds(text, '…')).toBe(text);
	});
});

describe('what the record of an import keeps of a row', () => {
	const columns = [
		{ index: 0, field: 'name' },
		{ index: 2, field: 'phone' },
		{ index: 3, field: 'taxNumber' },
		{ index: 4, field: 'assets' },
		{ index: 9, field: 'address' }
	] as const;

	it('is the columns that were taken, without personal data', () => {
		const cells = ['KSP A 3271014503870002', 'Budi', '0812', '3271014503870002', '9999999999999999'];
		expect(keptCells(cells, columns)).toEqual([`KSP A ${'•'.repeat(16)}`, '', '•'.repeat(16), '9999999999999999', '']);
		expect(keptCells(['', '', '', '0012345678532000'], columns)[2]).toBe('0012345678532000');
	});

	it('is short, and whole text', () => {
		expect(keptCells(['a'.repeat(300)], columns)[0]).toHaveLength(300);
		expect(keptCells(['a'.repeat(301)], columns)[0]).toBe(`${'a'.repeat(300)}…`);
		expect(keptCells([`${'a'.repeat(299)}😀 dan`], columns)[0]!.isWellFormed()).toBe(true);
		expect(keptCells(['a\0b'], columns)[0]).toBe('ab');
	});

	it('says in notes no more than in cells', () => {
		expect(
			keptNotes([
				{ code: 'tooLong', field: 'phone', from: '0812', to: null },
				{ code: 'tooLong', field: 'address', from: 'Jalan 3271014503870002', to: '3271014503870002' }
			])
		).toEqual([
			{ code: 'tooLong', field: 'phone', from: '', to: null },
			{ code: 'tooLong', field: 'address', from: `Jalan ${'•'.repeat(16)}`, to: '•'.repeat(16) }
		]);
	});
});

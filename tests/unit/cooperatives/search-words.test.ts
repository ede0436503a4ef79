import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCooperativeName, foldSearch } from '#clinic/cooperatives/names.ts';
import { editsBetween, mayMean, nearness } from '#clinic/cooperatives/search-words.ts';

describe('editsBetween', () => {
	it.each([
		['makmur', 'makmur', 0],
		['makmur', 'makmr', 1],
		['makmur', 'makmuur', 1],
		['makmur', 'makmir', 1],
		['makmur', 'makmru', 1],
		['umpay', 'upmay', 1],
		['makmur', 'kamur', 2],
		['', 'abc', 3]
	])('%s and %s: %i', (a, b, edits) => expect(editsBetween(a, b)).toBe(edits));

	it('is the same both ways round, none only for the same word, and no more than the longer has letters', () => {
		const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				const edits = editsBetween(a, b);
				return edits === editsBetween(b, a) && (edits === 0) === (a === b) && edits <= Math.max(a.length, b.length);
			})
		);
	});
});

describe('mayMean', () => {
	it.each([
		['ma', 'mu', false],
		['tani', 'tanu', true],
		['tani', 'tuna', false],
		['ranto', 'rantua', false],
		['rantua', 'ranto', true],
		['seyahtera', 'seyatra', true],
		['seyahtera', 'seyatr', false],
		['2', '5', false],
		['smpn5', 'smpn8', false]
	])('%s may mean %s: %s', (typed, known, may) => expect(mayMean(typed, known)).toBe(may));
});

describe('nearness', () => {
	const near = (typed: string, known: string) => nearness(foldSearch(typed), foldCooperativeName(known));

	it('is 1 for the name itself, and hardly less in another order', () => {
		expect(near('KSP Tirta Sedana', 'KSP Tirta Sedana')).toBe(1);
		expect(near('sedana tirta', 'KSP Tirta Sedana')).toBeCloseTo(0.99, 5);
	});

	it.each([
		['tirta sdana', 'KSP Tirta Sedana', 'KSP Tirta Sari'],
		['KSP Tirta', 'KSP Tirta Sedana', 'KUD Tirta Sedana'],
		['Koperasi Desa Merah Putih Upmay', 'Koperasi Desa Merah Putih Umpay', 'Koperasi Desa Merah Putih Upang'],
		['tir sed', 'KSP Tirta Sedana', 'KSP Tunas Sedana'],
		['tirta sedana', 'KSP Tirta Sedana', 'KSP Tirta Sedana Mukti']
	])('%s is nearer to %s than to %s', (typed, one, other) =>
		expect(near(typed, one)).toBeGreaterThan(near(typed, other))
	);

	it('stays between 0 and 1', () => {
		const name = fc
			.array(fc.constantFrom('KSP', 'Tirta', 'Sari', 'Jaya', '2'), { minLength: 1, maxLength: 4 })
			.map((words) => words.join(' '));
		fc.assert(fc.property(name, name, (a, b) => foldSearch(a).core === '' || (near(a, b) >= 0 && near(a, b) <= 1)));
	});
});

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
		['ma', 'mu', 2, false],
		['tani', 'tanu', 1, true],
		['tani', 'tuna', 2, false],
		['seyahtera', 'seyatra', 2, true],
		['2', '5', 1, false],
		['smpn5', 'smpn8', 1, false]
	])('%s may mean %s (nearest %i): %s', (typed, known, nearest, may) =>
		expect(mayMean(typed, known, nearest)).toBe(may)
	);

	it('of a word that is known as it stands one slip is still looked at, two are not', () => {
		expect(mayMean('seyahtera', 'seyahtora', 0)).toBe(true);
		expect(mayMean('seyahtera', 'seyohtora', 0)).toBe(false);
	});
});

describe('nearness', () => {
	const near = (typed: string, known: string) => nearness(foldSearch(typed), foldCooperativeName(known));

	it('is 1 for the name itself, in any order', () => {
		expect(near('KSP Tirta Sedana', 'KSP Tirta Sedana')).toBe(1);
		expect(near('sedana tirta', 'KSP Tirta Sedana')).toBe(1);
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

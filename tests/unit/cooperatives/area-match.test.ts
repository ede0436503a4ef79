import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchArea, slipsBetween } from '#clinic/cooperatives/area-match.ts';

const bogor = ['Bogor Barat', 'Bogor Selatan', 'Bogor Tengah', 'Bogor Timur', 'Bogor Utara', 'Tanah Sareal'].map(
	(name, index) => ({
		code: `32.71.0${index + 1}`,
		name
	})
);

describe('a district as written', () => {
	it.each<[string, string | null, string | null]>([
		['Tanah Sareal', '32.71.06', 'same'],
		['KEC. TANAH SAREAL', '32.71.06', 'same'],
		['Tanahsareal', '32.71.06', 'same'],
		['Tanah sereal', '32.71.06', 'spelling'],
		['Bogor Tengha', '32.71.03', 'spelling'],
		['Bogor', null, null],
		['Ciawi', null, null],
		['', null, null],
		['Kecamatan', null, null]
	])('%s', (text, code, how) => {
		const match = matchArea(text, bogor);
		expect([match?.code ?? null, match?.how ?? null]).toEqual([code, how]);
	});

	it('that could be two is neither', () => {
		expect(
			matchArea('Sukamaja', [
				{ code: '1', name: 'Sukamaju' },
				{ code: '2', name: 'Sukamaya' }
			])
		).toBeNull();
		expect(
			matchArea('Sukamaju', [
				{ code: '1', name: 'Sukamaju' },
				{ code: '2', name: 'Suka Maju' }
			])
		).toBeNull();
	});

	it('that is short must be right to the letter', () => {
		expect(matchArea('Ujon', [{ code: '1', name: 'Ujan' }])).toBeNull();
	});
});

describe('slips', () => {
	it.each<[string, string, number]>([
		['sareal', 'sareal', 0],
		['sareal', 'sereal', 1],
		['sareal', 'sraeal', 1],
		['sareal', 'sarea', 1],
		['sareal', 'ssareall', 2],
		['', 'ab', 2]
	])('%s to %s', (a, b, slips) => {
		expect(slipsBetween(a, b, 5)).toBe(slips);
	});

	it('count the same there and back, and stop at the limit', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), fc.nat(4), (a, b, atMost) => {
				expect(slipsBetween(a, b, atMost)).toBe(slipsBetween(b, a, atMost));
				expect(slipsBetween(a, b, atMost)).toBe(Math.min(slipsBetween(a, b, 20), atMost + 1));
			})
		);
	});
});

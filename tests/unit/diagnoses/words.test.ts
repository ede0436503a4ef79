import { describe, expect, it } from 'vitest';
import { causeCodes, causes } from '#clinic/diagnoses/causes.ts';
import { causeWord, evidenceText } from '#clinic/diagnoses/ui/words.ts';

describe('words', () => {
	it('name every cause, and show an unknown code as it stands', () => {
		expect(causeCodes.filter((code) => causeWord(code) === code)).toEqual([]);
		expect(causeWord('gout')).toBe('gout');
	});

	it('say every sign of every cause', () => {
		const signs = new Set(causes.flatMap(({ rule }) => [...Object.keys(rule.points), ...Object.keys(rule.against)]));
		const params = {
			on: '2021-03-31',
			roles: 'chair,treasurer',
			wording: 'Ada pengawas?',
			ratio: '17.345',
			limit: '10',
			bookYear: 2024,
			score: '4.50',
			weight: '15',
			amountRupiah: '85000000',
			percent: '21.6',
			fromYear: 2023,
			toYear: 2024,
			count: 2,
			years: '2023, 2024',
			from: 1200,
			to: 900,
			members: 8,
			fewest: 9,
			unit: 'percent',
			instrument: 'ksp-2016',
			entitled: 130,
			present: 40,
			kind: 'savingsLicence'
		};
		const said = [...signs].map((code) => [code, evidenceText({ code, params })] as const);
		expect(said.filter(([code, text]) => text === code || /undefined|NaN/.test(text))).toEqual([]);
	});

	it('set their figures in Indonesian style', () => {
		expect(evidenceText({ code: 'problemLoans', params: { ratio: '17.345', limit: '10', bookYear: 2024 } })).toContain(
			'17,3%'
		);
		expect(evidenceText({ code: 'loss', params: { amountRupiah: '85000000', bookYear: 2024 } })).toContain(
			'Rp85.000.000'
		);
		expect(evidenceText({ code: 'officesVacant', params: { roles: 'secretary,treasurer' } })).toContain(
			'sekretaris, bendahara'
		);
		expect(
			evidenceText({ code: 'membersFell', params: { fromYear: 2023, toYear: 2024, from: 1200, to: 900 } })
		).toContain('1.200');
		expect(evidenceText({ code: 'fever', params: {} })).toBe('fever');
	});
});

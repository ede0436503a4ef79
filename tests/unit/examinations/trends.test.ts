import { describe, expect, it } from 'vitest';
import { trendsOf } from '#clinic/examinations/trends.ts';
import { best, result } from './requests.ts';

const examined = (bookYear: number, figures: Record<string, string> = {}, instrument = 'ksp-2016') => {
	const written = best();
	return { bookYear, result: result({ ...written, instrument, figures: { ...written.figures, ...figures } }) };
};

describe('an indicator over the years', () => {
	it('is its ratio at each examination, oldest first', () => {
		const trends = trendsOf([examined(2024, { cash: '40' }), examined(2023), examined(2022, { cash: '90' })]);
		expect(trends.get('liquidity.cash-ratio')).toEqual({
			unit: 'percent',
			points: [
				{ bookYear: 2022, value: '15.000' },
				{ bookYear: 2023, value: '12.000' },
				{ bookYear: 2024, value: '10.000' }
			]
		});
	});

	it('of a checklist its points', () => {
		expect(trendsOf([examined(2024), examined(2023)]).get('management.general')).toEqual({
			unit: null,
			points: [
				{ bookYear: 2023, value: '3.00' },
				{ bookYear: 2024, value: '3.00' }
			]
		});
	});

	it('breaks where nothing could be measured, and is no line from one point', () => {
		const gone = examined(2023, { currentLiabilities: '0' });
		expect(trendsOf([examined(2024), gone, examined(2022)]).get('liquidity.cash-ratio')?.points).toEqual([
			{ bookYear: 2022, value: '12.000' },
			{ bookYear: 2023, value: null },
			{ bookYear: 2024, value: '12.000' }
		]);
		expect(trendsOf([examined(2024), gone]).has('liquidity.cash-ratio')).toBe(false);
		expect(trendsOf([examined(2024)]).size).toBe(0);
		expect(trendsOf([]).size).toBe(0);
	});

	it('is of one instrument only', () => {
		expect(trendsOf([examined(2024), examined(2015, {}, 'ksp-2009')]).size).toBe(0);
	});
});

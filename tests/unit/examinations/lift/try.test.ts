import { describe, expect, it } from 'vitest';
import { liftingOf, slidersOf, tried } from '#clinic/examinations/lift/try.ts';
import { kept } from '#clinic/examinations/record.ts';
import { readRequest } from '#clinic/examinations/request.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { allAnswered, best } from '../requests.ts';

const written = best();
const request = readRequest({
	...written,
	figures: {
		...written.figures,
		lossLoans: '300',
		riskyLoans: '350',
		bank: '0',
		memberSurplus: '20',
		riskReserve: '5'
	},
	answers: { ...allAnswered(true), general: Array<boolean>(12).fill(false) }
});
const record = kept(request, scoreExamination(request));

describe('other figures, tried', () => {
	it('give what the examination would have come to', () => {
		expect(tried(record, { figures: {}, yes: [] })).toEqual({ total: '77.50', category: 'fairlyHealthy', unread: [] });
		expect(tried(record, { figures: { cash: '100' }, yes: [] }).total).toBe('77.50');
		expect(tried(record, { figures: { cash: '101' }, yes: [] })).toMatchObject({ total: '85.00', category: 'healthy' });
		expect(tried(record, { figures: { cash: ' ' }, yes: ['general.1', 'general.2'] }).total).toBe('78.00');
	});

	it('name what is no amount, and ignore what was never asked', () => {
		expect(tried(record, { figures: { cash: 'banyak', bank: '1,5' }, yes: [] })).toEqual({
			total: null,
			category: null,
			unread: ['cash', 'bank']
		});
		expect(tried(record, { figures: { rahasia: '5' }, yes: ['tak.ada'] }).total).toBe('77.50');
	});

	it('say so when nothing can be added up any more', () => {
		expect(tried(record, { figures: { loans: '0' }, yes: [] })).toEqual({ total: null, category: null, unread: [] });
	});

	it('can be slid as far as it is worth it, never below zero', () => {
		const sliders = slidersOf(record);
		expect(sliders.find(({ figure }) => figure === 'cash')).toEqual({
			figure: 'cash',
			now: 60n,
			lowest: 60n,
			highest: 105n
		});
		expect(sliders.find(({ figure }) => figure === 'lossLoans')).toMatchObject({ lowest: 0n, highest: 300n });
		expect(sliders.every(({ lowest, now, highest }) => lowest <= now && now <= highest && lowest < highest)).toBe(true);
		expect(sliders.map(({ figure }) => figure)).not.toContain('totalAssets');
	});

	it('are of a known instrument only', () => {
		const unknown = { ...record, instrument: 'ksp-1999' };
		expect([liftingOf(unknown), slidersOf(unknown)]).toEqual([null, []]);
		expect(tried(unknown, { figures: {}, yes: [] }).total).toBeNull();
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionAmong } from '#clinic/examinations/peers.ts';

describe('a position among similar cooperatives', () => {
	it('needs five of them, the cooperative itself counted', () => {
		expect(positionAmong('70.00', ['60.00', '65.00', '75.00'])).toBeNull();
		expect(positionAmong('70.00', ['60.00', '65.00', '75.00', '80.00'])?.count).toBe(5);
	});

	it('is told by rank and quartiles', () => {
		expect(positionAmong('70.00', ['60.00', '65.00', '75.00', '80.00'])).toEqual({
			count: 5,
			rank: 3,
			lowest: '60.00',
			lowerQuarter: '65.00',
			middle: '70.00',
			upperQuarter: '75.00',
			highest: '80.00'
		});
		// Between two neighbours: a quarter of the way from 60 to 65 twice over, half up.
		expect(positionAmong('9.00', ['60.00', '65.01', '75.00', '80.00', '100.00'])).toEqual({
			count: 6,
			rank: 6,
			lowest: '9.00',
			lowerQuarter: '61.25',
			middle: '70.01',
			upperQuarter: '78.75',
			highest: '100.00'
		});
	});

	it('is shared by equals', () => {
		const others = ['80.00', '80.00', '70.00', '70.00'];
		expect(positionAmong('80.00', others)?.rank).toBe(1);
		expect(positionAmong('70.00', others)?.rank).toBe(3);
	});

	it('never depends on the order of the others, and its quartiles rise', () => {
		const total = fc.nat({ max: 10_000 }).map((points) => (points / 100).toFixed(2));
		fc.assert(
			fc.property(total, fc.array(total, { minLength: 4, maxLength: 40 }), (own, others) => {
				const position = positionAmong(own, others)!;
				expect(positionAmong(own, others.toReversed())).toEqual(position);
				const { lowest, lowerQuarter, middle, upperQuarter, highest } = position;
				const steps = [lowest, lowerQuarter, middle, upperQuarter, highest].map(Number);
				expect(steps).toEqual([...steps].sort((a, b) => a - b));
			})
		);
	});
});

import { describe, expect, test } from 'vitest';
import { goalsOf } from '#clinic/examinations/goals.ts';
import { result } from './requests.ts';

describe('the goals of a benchmark', () => {
	test('are counted as met, as judged and as all there are', () => {
		const met = result({
			instrument: 'pearls',
			figures: { externalCredit: '5', otherInvestments: '0', totalAssets: '100' }
		});
		expect(goalsOf(met)).toEqual({ met: 2, judged: 2, all: 19 });
		const missed = result({
			instrument: 'pearls',
			figures: { externalCredit: '6', otherInvestments: '0', totalAssets: '100' }
		});
		expect(goalsOf(missed)).toEqual({ met: 1, judged: 2, all: 19 });
	});

	test('are none where nothing could be judged, and where scores are added up', () => {
		expect(goalsOf(result({ instrument: 'pearls', figures: {} }))).toBeNull();
		expect(goalsOf(result({ instrument: 'ksp-2016', figures: { ownCapital: '20', totalAssets: '100' } }))).toBeNull();
	});
});

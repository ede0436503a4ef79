import { expect, test } from 'vitest';
import { addsToTotal, fullScoreOf } from '#clinic/examinations/full-score.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { readRequest } from '#clinic/examinations/request.ts';
import { examinedReal } from './kkpkk.ts';
import { best } from './requests.ts';

test('where points add up, an aspect adds its score', () => {
	const result = scoreExamination(readRequest(best()));
	for (const aspect of result.aspects) expect(addsToTotal(result, aspect)).toBe(aspect.score);
});

test('where credits do, it adds its part by weight, and the parts make the total', () => {
	const result = examinedReal();
	expect(result.aspects.map((aspect) => fullScoreOf(result, aspect))).toEqual(['100', '100', '100', '100']);
	expect(result.aspects.map((aspect) => addsToTotal(result, aspect))).toEqual(['30.00', '15.00', '40.00', '15.00']);
	const [governance] = result.aspects;
	const [first, ...others] = governance!.components;
	const lower = { ...governance!, components: [{ ...first!, score: '1.00' } as typeof first & object, ...others] };
	// 17 indicators: 65 of 68 credits of 30 points.
	expect(addsToTotal(result, lower)).toBe('28.68');
	expect(addsToTotal(result, { ...governance!, score: null })).toBeNull();
});

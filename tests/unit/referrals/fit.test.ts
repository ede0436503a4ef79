import { describe, expect, it } from 'vitest';
import { candidates, fitOf, type Need, type Specialist } from '#clinic/referrals/fit.ts';

const somebody: Specialist = {
	staffId: 'a',
	name: 'Made',
	organisation: null,
	hours: {},
	causes: [],
	districts: [],
	weeklyLimit: null,
	thisWeek: 0,
	inCare: 0,
	pauses: [],
	conflict: null
};
const need: Need = { cause: 'cashShort', districtCode: '33.14.01', today: '2026-03-02' };
const objections = (change: Partial<Specialist>, of: Need = need) =>
	fitOf({ ...somebody, ...change }, of).objections.map(({ code }) => code);

describe('fitOf', () => {
	it('finds nothing against whoever takes everything', () => {
		const fit = fitOf(somebody, need);
		expect(fit).toMatchObject({ fits: true, mayBeChosen: true, objections: [] });
		expect(fit.reasons.map(({ code }) => code)).toEqual(['noConflict', 'noLimit', 'skilled', 'near']);
	});

	it.each([
		[2, 3, []],
		[3, 3, ['full']],
		[4, 3, ['full']],
		[0, 0, ['full']]
	] as const)('with %i of %i in the week', (thisWeek, weeklyLimit, expected) =>
		expect(objections({ thisWeek, weeklyLimit })).toEqual(expected)
	);

	it.each([
		['ended yesterday', '2026-02-20', '2026-03-01', []],
		['ends today', '2026-02-20', '2026-03-02', ['paused']],
		['begins today', '2026-03-02', '2026-03-05', ['paused']],
		['begins tomorrow', '2026-03-03', '2026-03-05', ['awaySoon']],
		['begins in seven days', '2026-03-09', '2026-03-12', ['awaySoon']],
		['begins in eight days', '2026-03-10', '2026-03-12', []]
	] as const)('a pause that %s', (_, fromOn, untilOn, expected) =>
		expect(objections({ pauses: [{ fromOn, untilOn, reason: 'Cuti' }] })).toEqual(expected)
	);

	it('knows skill and district, and says nothing of a district that nobody knows', () => {
		expect(objections({ causes: ['badLoans'] })).toEqual(['notSkilled']);
		expect(objections({ causes: ['badLoans', 'cashShort'] })).toEqual([]);
		expect(objections({ districts: ['33.14.02'] })).toEqual(['farAway']);
		expect(objections({ districts: ['33.14.02'] }, { ...need, districtCode: null })).toEqual([]);
	});

	it('lets skill and distance be overruled, a conflict, a pause and a full week not', () => {
		const may = (change: Partial<Specialist>) => fitOf({ ...somebody, ...change }, need).mayBeChosen;
		expect(may({ causes: ['badLoans'], districts: ['33.14.02'] })).toBe(true);
		expect(may({ conflict: { code: 'declared', kind: 'relative', note: 'Sepupu' } })).toBe(false);
		expect(may({ weeklyLimit: 1, thisWeek: 1 })).toBe(false);
		expect(may({ pauses: [{ fromOn: '2026-03-01', untilOn: '2026-03-03', reason: 'Cuti' }] })).toBe(false);
	});
});

it('proposes who fits before who fits less, and the least burdened first', () => {
	const people = [
		{ ...somebody, staffId: 'full', name: 'A', weeklyLimit: 1, thisWeek: 1 },
		{ ...somebody, staffId: 'far', name: 'B', districts: ['33.14.02'] },
		{ ...somebody, staffId: 'busy', name: 'C', inCare: 3 },
		{ ...somebody, staffId: 'later', name: 'E' },
		{ ...somebody, staffId: 'first', name: 'D' }
	];
	expect(candidates(people, need).map(({ staffId }) => staffId)).toEqual(['first', 'later', 'busy', 'far', 'full']);
});

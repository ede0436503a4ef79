import { describe, expect, it } from 'vitest';
import { conflictOf, isSamePerson, type Seat } from '#clinic/referrals/conflicts.ts';

const chair: Seat = { personId: 'p1', name: 'I Wayan Sudarma', role: 'chair' };

describe('isSamePerson', () => {
	it.each([
		['Sutrisno Hadi', 'Drs. H. Sutrisno Hadi, M.M.', true],
		['Soetrisno Hadi', 'Sutrisno Hadi', true],
		['Bu Sri Rahayu', 'Hj. Sri Rahayu, S.E.', true],
		['H. M. Yusuf Amin', 'Yusuf Amin', true],
		['Sutrisno Hadi', 'Sutrisno Adi', false],
		['Sutrisno Hadi', 'Sutrisno', false],
		// One word alone says nothing.
		['Sutrisno', 'Sutrisno', false],
		['', '', false],
		['H.', 'Drs.', false]
	])('%j and %j: %s', (one, other, same) => {
		expect(isSamePerson(one, other)).toBe(same);
		expect(isSamePerson(other, one)).toBe(same);
	});
});

describe('conflictOf', () => {
	it('finds a seat on the board by the person or by the name', () => {
		expect(conflictOf({ name: 'Wayan', personId: 'p1' }, [chair], [])).toMatchObject({
			code: 'onBoard',
			role: 'chair'
		});
		expect(conflictOf({ name: 'I Wayan Sudarma, S.H.', personId: null }, [chair], [])).not.toBeNull();
		expect(conflictOf({ name: 'Ketut Sudarma', personId: 'p2' }, [chair], [])).toBeNull();
	});

	it('lets the head of division decide about a name, never about what was declared', () => {
		const party = { name: 'I Wayan Sudarma', personId: null };
		const cleared = { kind: 'noConflict', note: 'Orang lain' } as const;
		const relative = { kind: 'relative', note: 'Sepupu ketua' } as const;
		expect(conflictOf(party, [chair], [cleared])).toBeNull();
		expect(conflictOf(party, [chair], [cleared, relative])).toEqual({ code: 'declared', ...relative });
		expect(conflictOf({ name: 'Lain Orang', personId: null }, [], [relative])).toEqual({
			code: 'declared',
			...relative
		});
	});
});

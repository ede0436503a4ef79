import { describe, expect, it } from 'vitest';
import {
	columns,
	filterNames,
	isFiltering,
	isOverdue,
	isSilent,
	passes,
	readFilter,
	stayLength,
	type BoardFilter,
	type Filed
} from '#clinic/cases/board.ts';
import type { Stage } from '#clinic/cases/journey.ts';

const today = '2026-03-02';
const card: Filed = {
	stage: 'treatment',
	triage: 'urgent',
	districtCode: '33.14.01',
	adviserId: 'a',
	lastOn: '2026-02-20',
	nextOn: '2026-03-10'
};
const nothing: BoardFilter = { stage: null, triage: null, districtCode: null, adviserId: null, attention: null };

describe('the filters of the board', () => {
	it.each<[Partial<BoardFilter>, Partial<Filed>, boolean]>([
		[{}, {}, true],
		[{ stage: 'treatment' }, {}, true],
		[{ stage: 'monitoring' }, {}, false],
		[{ triage: 'urgent' }, {}, true],
		[{ triage: 'emergency' }, {}, false],
		[{ triage: 'none' }, {}, false],
		[{ triage: 'none' }, { triage: null }, true],
		[{ districtCode: '33.14.01' }, {}, true],
		[{ districtCode: '33.14.02' }, {}, false],
		[{ districtCode: '33.14.02' }, { districtCode: null }, false],
		[{ adviserId: 'a' }, {}, true],
		[{ adviserId: 'none' }, { adviserId: null }, true],
		[{ adviserId: 'none' }, {}, false],
		[{ attention: 'silent' }, {}, false],
		[{ attention: 'silent' }, { lastOn: '2026-01-31' }, false],
		[{ attention: 'silent' }, { lastOn: '2026-01-31', nextOn: null }, true],
		[{ attention: 'overdue' }, {}, false],
		[{ attention: 'overdue' }, { nextOn: '2026-03-01' }, true],
		[{ stage: 'treatment', triage: 'emergency' }, {}, false]
	])('%o on %o: %s', (filter, change, expected) => {
		expect(passes({ ...card, ...change }, { ...nothing, ...filter }, today)).toBe(expected);
	});

	it('are read from the address, and nonsense filters nothing', () => {
		expect(readFilter(new URLSearchParams())).toEqual(nothing);
		expect(
			readFilter(new URLSearchParams('tahap=referral&triase=none&kecamatan=33.14.01&petugas=x&perhatian=silent'))
		).toEqual({
			stage: 'referral',
			triage: 'none',
			districtCode: '33.14.01',
			adviserId: 'x',
			attention: 'silent'
		});
		expect(readFilter(new URLSearchParams('tahap=closed&triase=gawat&kecamatan=&petugas=&perhatian=x'))).toEqual(
			nothing
		);
		expect(isFiltering(nothing)).toBe(false);
		expect(isFiltering({ ...nothing, attention: 'overdue' })).toBe(true);
		expect(new Set(Object.values(filterNames)).size).toBe(5);
	});
});

describe('a card', () => {
	it.each<[string, string | null, boolean]>([
		['2026-02-01', null, false],
		['2026-01-31', null, true],
		['2026-01-31', '2026-03-01', true],
		['2026-01-31', '2026-03-02', false],
		['2026-03-02', null, false]
	])('that last moved on %s, due on %s, is silent: %s', (lastOn, nextOn, silent) => {
		expect(isSilent({ lastOn, nextOn }, today)).toBe(silent);
	});
	it.each<[string | null, boolean]>([
		['2026-03-01', true],
		['2026-03-02', false],
		[null, false]
	])('due on %s is overdue: %s', (nextOn, overdue) => {
		expect(isOverdue({ nextOn }, today)).toBe(overdue);
	});
	it.each<[Stage, number, ReturnType<typeof stayLength>]>([
		['arrived', 1, 'fair'],
		['arrived', 2, 'long'],
		['arrived', 7, 'tooLong'],
		['diagnosis', 13, 'fair'],
		['diagnosis', 14, 'long'],
		['diagnosis', 29, 'long'],
		['diagnosis', 30, 'tooLong'],
		['treatment', 89, 'fair'],
		['treatment', 90, 'long'],
		['treatment', 180, 'tooLong'],
		['dissolutionProposed', 60, 'tooLong'],
		['monitoring', 900, 'fair'],
		['recovered', 900, 'fair']
	])('%s for %i days is %s', (stage, days, length) => {
		expect(stayLength(stage, days)).toBe(length);
	});
});

describe('the columns', () => {
	it('are the stages that an open case can stand in', () => {
		expect(columns[0]).toBe('arrived');
		expect(columns).toHaveLength(9);
		expect(columns).not.toContain('closed');
	});
});

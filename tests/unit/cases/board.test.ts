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
		[{ attention: 'silent' }, { lastOn: '2026-01-31' }, true],
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
	it.each([
		['2026-02-01', false],
		['2026-01-31', true],
		['2026-03-02', false]
	])('that last moved on %s is silent: %s', (lastOn, silent) => {
		expect(isSilent({ lastOn }, today)).toBe(silent);
	});
	it.each<[string | null, boolean]>([
		['2026-03-01', true],
		['2026-03-02', false],
		[null, false]
	])('due on %s is overdue: %s', (nextOn, overdue) => {
		expect(isOverdue({ nextOn }, today)).toBe(overdue);
	});
	it.each([
		[0, 'fair'],
		[13, 'fair'],
		[14, 'long'],
		[29, 'long'],
		[30, 'tooLong']
	])('%i days in a stage are %s', (days, length) => {
		expect(stayLength(days)).toBe(length);
	});
});

describe('the columns', () => {
	it('are the stages that an open case can stand in', () => {
		expect(columns[0]).toBe('arrived');
		expect(columns).toHaveLength(9);
		expect(columns).not.toContain('closed');
	});
});

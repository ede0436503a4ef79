import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
	fieldState,
	mergeGroups,
	ownColumns,
	putBack,
	takenOver,
	undoableUntil
} from '#clinic/cooperatives/merge-fields.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';

describe('the columns of a record', () => {
	it('each belong to one group that a merger moves, or to the record itself', () => {
		const grouped = [...mergeGroups.flat(), ...ownColumns];
		expect(grouped.toSorted()).toEqual(Object.keys(getTableColumns(cooperatives)).toSorted());
	});
});

describe('takenOver', () => {
	const winner = {
		name: 'A',
		core: 'a',
		norm: 'a',
		address: 'Lama',
		districtCode: '1',
		villageCode: null,
		phone: null
	};
	const loser = { name: 'B', core: 'b', norm: 'b', address: 'Baru', districtCode: '1', villageCode: '1.1', phone: '1' };

	it('takes what only the loser knows, and what was chosen of what differs', () => {
		expect(takenOver(winner, loser, {})).toEqual({ phone: '1' });
		expect(takenOver(winner, loser, { name: 'loser', address: 'loser' })).toEqual({
			name: 'B',
			core: 'b',
			norm: 'b',
			address: 'Baru',
			phone: '1'
		});
		expect(takenOver(winner, loser, { district: 'loser' })).toEqual({ villageCode: '1.1', phone: '1' });
	});

	it('takes nothing from a record that knows nothing else', () => {
		expect(takenOver(winner, { ...winner }, { name: 'loser', address: 'loser' })).toEqual({});
		expect(fieldState('phone', loser, winner)).toBe('onlyWinner');
		expect(fieldState('phone', winner, loser)).toBe('onlyLoser');
		expect(fieldState('website', winner, loser)).toBe('same');
	});
});

describe('putBack', () => {
	it('gives back what the merger set and nobody changed since, group by group', () => {
		const before = { address: 'Lama', districtCode: '1', villageCode: null };
		const after = { address: 'Baru', districtCode: '2', villageCode: '2.1' };
		expect(putBack(after, before, after)).toEqual(before);
		expect(putBack({ ...after, address: 'Lebih baru' }, before, after)).toEqual({
			districtCode: '1',
			villageCode: null
		});
		expect(putBack({ ...after, villageCode: '2.2' }, before, after)).toEqual({ address: 'Lama' });
	});

	it('for 30 days', () => {
		expect(undoableUntil(new Date('2026-03-02T02:00:00Z'))).toEqual(new Date('2026-04-01T02:00:00Z'));
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stages } from '#clinic/cases/journey.ts';
import { triageLevels } from '#clinic/cases/triage.ts';
import { inTurn, isResting, readWorklistFilter, type Waiting } from '#clinic/cases/worklist.ts';
import type { Id } from '#platform/ids.ts';

const today = '2026-03-02';
const waiting = (id: string, change: Partial<Waiting> = {}): Waiting => ({
	id: id as Id<'Case'>,
	level: 'routine',
	stage: 'treatment',
	since: new Date('2026-02-01T02:00:00Z'),
	nextOn: null,
	...change
});
const order = (...rows: Waiting[]) => inTurn(rows, today).map(({ id }) => id);

describe('the worklist', () => {
	it('puts the more pressing first, whoever has waited longer', () => {
		const since = new Date('2020-01-01T00:00:00Z');
		expect(
			order(
				waiting('a', { level: 'information', since }),
				waiting('b', { level: 'urgent' }),
				waiting('c', { level: 'emergency' })
			)
		).toEqual(['c', 'b', 'a']);
	});
	it('of one level a missed control, then the longest wait; a case without triage waits like a routine one', () => {
		expect(
			order(
				waiting('new', { since: new Date('2026-02-20T00:00:00Z') }),
				waiting('old', { level: null, since: new Date('2026-01-01T00:00:00Z') }),
				waiting('missed', { stage: 'monitoring', nextOn: '2026-03-01', since: new Date('2026-02-28T00:00:00Z') })
			)
		).toEqual(['missed', 'old', 'new']);
	});
	it('leaves out who rests until a control, up to its day', () => {
		const watched = (nextOn: string | null) => waiting('a', { stage: 'monitoring', nextOn });
		expect([watched('2026-03-02'), watched('2026-03-01'), watched(null)].map((one) => isResting(one, today))).toEqual([
			true,
			false,
			false
		]);
		expect(isResting(waiting('a', { stage: 'treatment', nextOn: '2026-05-01' }), today)).toBe(false);
	});
	it('does not depend on the order of its rows and loses none but those at rest', () =>
		fc.assert(
			fc.property(
				fc.uniqueArray(
					fc.record({
						id: fc.uuid(),
						level: fc.constantFrom(...triageLevels, null),
						stage: fc.constantFrom(...stages),
						since: fc.constantFrom(new Date(1), new Date(2)),
						nextOn: fc.constantFrom('2026-02-01', '2026-04-01', null)
					}),
					{ selector: ({ id }) => id }
				),
				(rows) => {
					const list = rows as unknown as Waiting[];
					const turned = inTurn(list.toReversed(), today);
					expect(turned).toEqual(inTurn(list, today));
					expect(turned.length).toBe(list.filter((row) => !isResting(row, today)).length);
				}
			)
		));
	it('reads its filters out of the address, and takes what it does not understand for none', () => {
		const read = (text: string) => readWorklistFilter(new URLSearchParams(text));
		expect(read('triase=urgent&petugas=mine&hal=3')).toEqual({ level: 'urgent', whose: 'mine', page: 3 });
		expect(read('triase=dire&petugas=all&hal=-1')).toEqual({ level: null, whose: null, page: 1 });
	});
});

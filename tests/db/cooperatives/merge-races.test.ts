import { beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '#clinic/cases/server/commands.ts';
import { openCaseOf } from '#clinic/cases/server/reads.ts';
import { correctCooperative } from '#clinic/cooperatives/server/commands/correction.ts';
import { mergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import type { Actor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld } from '../../world/small.ts';
import { merging } from './merging.ts';

const base = testDatabase();
let desk: Actor;
beforeAll(async () => {
	desk = (await smallWorld(base.database)).sragen.actors.adviser;
});

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const { ask, act, pair, rowOf, versions, merge } = merging(base, () => desk);

describe('at once', () => {
	it('two mergers in opposite directions: one is done, the other is told', async () => {
		for (let turn = 0; turn < 5; turn++) {
			const [a, b] = await pair();
			const [there, back] = [await versions(a, b), await versions(b, a)];
			const done = await Promise.allSettled([act(mergeCooperatives, there), act(mergeCooperatives, back)]);
			expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
			const { reason } = done.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
			expect(reason).toEqual(refusal('cooperatives.alreadyMerged'));
			const [rowA, rowB] = [await rowOf(a), await rowOf(b)];
			expect([rowA.merged_into, rowB.merged_into].filter(Boolean)).toHaveLength(1);
		}
	});

	it('a chain of mergers: nobody ends as a loser of a loser', async () => {
		for (let turn = 0; turn < 5; turn++) {
			const [a, b] = await pair();
			const [c] = await pair();
			await Promise.allSettled([
				act(mergeCooperatives, await versions(b, a)),
				act(mergeCooperatives, await versions(c, b))
			]);
			for (const id of [a, b, c]) {
				const { merged_into: into } = await rowOf(id);
				if (into) expect((await rowOf(into)).merged_into).toBeNull();
			}
		}
	});

	it('a merger while a case is opened for the loser: one open case under the one that stays', async () => {
		for (let turn = 0; turn < 5; turn++) {
			const [a, b] = await pair();
			const opened = await Promise.all([
				act<{ caseId: string }>(openCase, { caseId: newId(), cooperativeId: b, why: 'x' }),
				merge(a, b),
				act<{ caseId: string }>(openCase, { caseId: newId(), cooperativeId: b, why: 'x' })
			]);
			const open = await ask((reader) => openCaseOf(reader, desk, a));
			expect([opened[0].caseId, opened[2].caseId]).toContain(open?.id);
			const third = await act<{ isNew: boolean }>(openCase, { caseId: newId(), cooperativeId: a, why: 'x' });
			expect(third.isNew).toBe(false);
		}
	});

	it('a merger while somebody edits either record: nothing is written over unseen', async () => {
		const edit = async (id: string, seenVersion: number) => {
			const { rows } = await base.admin.query('select name, address from cooperatives where id = $1', [id]);
			return act(correctCooperative, {
				cooperativeId: id,
				name: rows[0].name,
				address: 'Jalan Sementara 9',
				seenVersion,
				reason: 'Pindah'
			});
		};
		for (let turn = 0; turn < 6; turn++) {
			const [winner, loser] = await pair({ address: 'Lama 1' }, { address: 'Baru 2' });
			const [edited, compared] = [turn % 2 ? winner : loser, await versions(winner, loser)];
			const { version } = await rowOf(edited);
			const [merged, wrote] = await Promise.allSettled([
				act(mergeCooperatives, { ...compared, choices: { address: 'loser' } }),
				edit(edited, version)
			]);
			const row = await rowOf(edited);
			if (merged.status === 'rejected') {
				// The edit came first: the merger had compared what no longer stood there.
				expect(merged.reason).toEqual(refusal('cooperatives.changedBeforeMerge'));
				expect(row).toMatchObject({ address: 'Jalan Sementara 9', merged_into: null });
				expect((await rowOf(edited === winner ? loser : winner)).merged_into).toBeNull();
			} else {
				// The merger came first: the form showed a record, or a value, that no longer counts.
				expect(wrote.status).toBe('rejected');
				const { reason } = wrote as PromiseRejectedResult;
				if (edited === loser) expect(reason).toEqual(refusal('cooperatives.mergedMeanwhile'));
				else expect(reason).toMatchObject({ issues: { address: expect.stringContaining('changedMeanwhile') } });
				expect((await rowOf(winner)).address).toBe('Baru 2');
			}
		}
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '#clinic/cases/server/commands.ts';
import { openCaseOf, timelineOf } from '#clinic/cases/server/reads.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { correctCooperative } from '#clinic/cooperatives/server/commands/correction.ts';
import { mergeCooperatives, unmergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { boardOn } from '#clinic/cooperatives/server/reads/board-links.ts';
import { noFilters } from '#clinic/cooperatives/list-filters.ts';
import { mergeOf, recentMerges } from '#clinic/cooperatives/server/reads/duplicates.ts';
import { identityOf, meetingsOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { registerList } from '#clinic/cooperatives/server/reads/register-list.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import { conditionsOf } from '#clinic/reports/server/reads/conditions.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { visitsOf } from '#clinic/visits/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type Command } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';

const base = testDatabase();
let world: SmallWorld;
let desk: Actor;
beforeAll(async () => {
	world = await smallWorld(base.database);
	desk = world.sragen.actors.adviser;
});

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const ask = <T>(question: (reader: Reader) => Promise<T>, actor = desk) => read(base.database, actor, question);
const later = (seconds: number) => new Date(smallNow.getTime() + seconds * 1000);
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any deed whatever its input
const act = <Result>(deed: Command<any, any>, input: unknown, { actor = desk, now = later(1) } = {}) =>
	perform({ database: base.database, actor, now, commandId: newId() }, deed, input) as Promise<Result>;

let serial = 0;
/** A fresh pair of records, with what the second knows besides. */
async function pair(first: Record<string, unknown> = {}, second: Record<string, unknown> = {}) {
	serial += 1;
	const make = async (over: Record<string, unknown>) =>
		(await act<{ cooperativeId: string }>(registerCooperative, { isAnother: 'on', ...over }, { now: smallNow }))
			.cooperativeId;
	return [
		await make({ name: `KSU Pasangan ${serial} Makmur`, ...first }),
		await make({ name: `Koperasi Pasangan ${serial} Makmoer`, ...second })
	] as const;
}
const rowOf = async (id: string) => (await base.admin.query('select * from cooperatives where id = $1', [id])).rows[0];
const versions = async (winnerId: string, loserId: string) => ({
	winnerId,
	winnerVersion: (await rowOf(winnerId)).version as number,
	loserId,
	loserVersion: (await rowOf(loserId)).version as number
});
const merge = async (winnerId: string, loserId: string, over: Record<string, unknown> = {}, options = {}) =>
	act<{ mergeId: string; cooperativeId: string; taken: string[] }>(
		mergeCooperatives,
		{ ...(await versions(winnerId, loserId)), ...over },
		options
	);

describe('mergeCooperatives', () => {
	it('keeps what only one of the two knows, and of what differs what was chosen', async () => {
		const [winner, loser] = await pair(
			{ address: 'Jalan Solo 1', phone: '0271 555 0001', districtCode: '33.14.01' },
			{ address: 'Jl. Solo No. 1', legalNumber: '11001/BH/KWK.11/V/1998', registryNumber: '3314010010001' }
		);
		const { taken } = await merge(winner, loser, {
			choices: { address: 'loser', name: 'winner' },
			reason: 'Satu alamat'
		});
		expect(taken.toSorted()).toEqual(['address', 'legalNumber', 'legalNumberNorm', 'registryNumber']);
		expect(await rowOf(winner)).toMatchObject({
			name: `KSU Pasangan ${serial} Makmur`,
			address: 'Jl. Solo No. 1',
			phone: '0271 555 0001',
			district_code: '33.14.01',
			legal_number: '11001/BH/KWK.11/V/1998',
			legal_number_norm: '11001/BH/KWK/11/V/1998',
			registry_number: '3314010010001',
			merged_into: null
		});
		expect(await rowOf(loser)).toMatchObject({ merged_into: winner, address: 'Jl. Solo No. 1' });
	});

	it('takes the folded name with the name, so that the record is found by it', async () => {
		const [winner, loser] = await pair({}, { name: 'KSP Kelapa Gading Nusa' });
		await merge(winner, loser, { choices: { name: 'loser' } });
		expect((await rowOf(winner)).core).toBe('kelapa gading nusa');
		const found = await ask((reader) => searchCooperatives(reader, desk, 'kelapa gadng nusa'));
		expect(found.map(({ id }) => id)).toEqual([winner]);
	});

	it('leaves the history of each value, with who and why', async () => {
		const [winner, loser] = await pair(
			{ address: 'Lama 1', phone: '0271 555 0001' },
			{ address: 'Baru 2', phone: '0271 555 0002' }
		);
		await merge(winner, loser, { choices: { address: 'loser', phone: 'loser' }, reason: 'Menurut akta' });
		const { rows } = await base.admin.query(
			'select field, before, after, is_hidden, why from field_changes where cooperative_id = $1 order by field',
			[winner]
		);
		expect(rows).toEqual([
			{ field: 'address', before: 'Lama 1', after: 'Baru 2', is_hidden: false, why: 'Menurut akta' },
			{ field: 'phone', before: null, after: null, is_hidden: true, why: 'Menurut akta' }
		]);
	});

	it('does not move the life status, but gives one to a record that has none', async () => {
		const [a, b] = await pair({ registryStatus: 'active' }, { registryStatus: 'inactive' });
		await merge(a, b);
		expect((await rowOf(a)).registry_status).toBe('active');
		const [c, d] = await pair({}, { registryStatus: 'active' });
		await merge(c, d);
		expect((await rowOf(c)).registry_status).toBe('active');
	});

	it('takes the newer health of the two', async () => {
		const [winner, loser] = await pair();
		await base.admin.query(
			`update cooperatives set health_category = 'healthy', health_on = '2024-01-01' where id = $1`,
			[winner]
		);
		await base.admin.query(
			`update cooperatives set health_category = 'underSupervision', health_on = '2025-01-01' where id = $1`,
			[loser]
		);
		await merge(winner, loser);
		expect((await rowOf(winner)).health_category).toBe('underSupervision');
	});

	it('refuses a record with itself, one that is merged, and what was changed since it was compared', async () => {
		const [a, b] = await pair();
		const [c] = await pair();
		await expect(merge(a, a)).rejects.toEqual(refusal('cooperatives.mergeItself'));
		await expect(merge(a, b, { loserVersion: 99 })).rejects.toEqual(refusal('cooperatives.changedBeforeMerge'));
		await expect(merge(a, b, { winnerVersion: 99 })).rejects.toEqual(refusal('cooperatives.changedBeforeMerge'));
		await merge(a, b);
		await expect(merge(a, b)).rejects.toEqual(refusal('cooperatives.alreadyMerged'));
		await expect(merge(b, c)).rejects.toEqual(refusal('cooperatives.alreadyMerged'));
	});

	it('is for the desk, and for records of the own office', async () => {
		const [a, b] = await pair();
		await expect(merge(a, b, {}, { actor: world.sragen.actors.headOfOffice })).rejects.toEqual(refusal('forbidden'));
		const foreign = world.buleleng.cooperatives.healthy;
		await expect(merge(a, foreign)).rejects.toEqual(refusal('missing'));
		await expect(merge(foreign, a)).rejects.toEqual(refusal('missing'));
	});
});

describe('after a merger every read finds the facts of both under the one that stays', () => {
	it('meetings, board, visits, cases, lists and figures', async () => {
		const { sragen } = world;
		const { inCare, healthy } = sragen.cooperatives;
		const [stays] = await pair();
		await act(recordAnnualMeeting, {
			cooperativeId: stays,
			bookYear: 2024,
			heldOn: '2025-03-20',
			reportedOn: '2025-03-25'
		});
		await act(registerWalkIn, {
			person: { name: 'Tamu', phone: '' },
			capacity: 'board',
			cooperativeId: inCare,
			service: 'guidance',
			clinicId: '',
			reason: 'Bertanya'
		});
		const before = await ask(async (reader) => ({
			years: (await meetingsOf(reader, inCare)).map(({ bookYear }) => bookYear),
			board: await boardOn(reader, desk, inCare, smallToday),
			timeline: (await timelineOf(reader, desk, inCare)).length
		}));
		expect(before.board.length).toBeGreaterThan(0);
		const { mergeId } = await merge(stays, inCare);

		for (const id of [stays, inCare]) {
			const after = await ask(async (reader) => ({
				same: (await sameCooperative(reader, id)).map((row) => row.id).toSorted(),
				identity: await identityOf(reader, desk, id, smallToday),
				open: await openCaseOf(reader, desk, id),
				timeline: (await timelineOf(reader, desk, id)).length,
				visits: (await visitsOf(reader, desk, id)).length,
				board: await boardOn(reader, desk, id, smallToday)
			}));
			expect(after.same).toEqual([stays, inCare].toSorted());
			expect(after.identity.id).toBe(stays);
			expect(after.open).toMatchObject({ id: sragen.caseId, cooperativeId: stays });
			expect(after.timeline).toBe(before.timeline);
			expect(after.visits).toBe(1);
			expect(after.board).toEqual(before.board);
		}
		const years = await ask((reader) => meetingsOf(reader, stays as never));
		expect(years.map(({ bookYear }) => bookYear).toSorted()).toEqual([...new Set([...before.years, 2024])].toSorted());
		expect(years.find(({ bookYear }) => bookYear === 2024)?.reportedOn).toBe('2025-03-25');

		const card = (await ask((reader) => stageBoard(reader, desk))).find(({ id }) => id === sragen.caseId);
		expect(card).toMatchObject({ cooperativeId: stays, cooperative: (await rowOf(stays)).name });
		const list = await ask((reader) =>
			registerList(
				reader,
				desk,
				{ filters: noFilters, today: smallToday, veiled: new Set() },
				{ after: null, before: null, page: 1 }
			)
		);
		expect(list.rows.map(({ id }) => id)).not.toContain(inCare);
		const listed = list.rows.find(({ id }) => id === stays);
		const condition = (await ask((reader) => conditionsOf(reader, desk, smallToday))).find(({ id }) => id === stays);
		expect(condition?.condition).toBe(listed?.condition);
		expect(condition?.condition).toBe(
			(await ask((reader) => identityOf(reader, desk, stays, smallToday))).judged.condition
		);

		// A case that is opened by the old address is the one that is open.
		const again = await act<{ caseId: string; isNew: boolean }>(openCase, {
			caseId: newId(),
			cooperativeId: inCare,
			why: ''
		});
		expect(again).toEqual({ caseId: sragen.caseId, isNew: false });

		await act(unmergeCooperatives, { mergeId });
		expect((await ask((reader) => openCaseOf(reader, desk, inCare)))?.cooperativeId).toBe(inCare);
		expect(await ask((reader) => openCaseOf(reader, desk, stays))).toBeNull();
		expect(healthy).toBeTruthy();
	});

	it('follows a chain of mergers to its end, in one step', async () => {
		const [a, b] = await pair();
		const [c, d] = await pair();
		await merge(b, a);
		await merge(d, c);
		await merge(d, b, {}, { now: later(2) });
		for (const id of [a, b, c]) expect((await rowOf(id)).merged_into, id).toBe(d);
		expect((await ask((reader) => identityOf(reader, desk, a, smallToday))).id).toBe(d);
	});
});

describe('unmergeCooperatives', () => {
	it('puts back what the merger changed, and who pointed to the loser', async () => {
		const [winner, loser] = await pair(
			{ address: 'Lama 1' },
			{ address: 'Baru 2', legalNumber: '77/BH/KDK.11/V/2003' }
		);
		const [follower] = await pair();
		await merge(loser, follower);
		const before = await rowOf(winner);
		const { mergeId } = await merge(winner, loser, { choices: { address: 'loser' } }, { now: later(5) });
		expect((await rowOf(follower)).merged_into).toBe(winner);
		expect(await ask((reader) => mergeOf(reader, desk, loser, later(6)))).toMatchObject({
			id: mergeId,
			isUndoable: true
		});

		await act(unmergeCooperatives, { mergeId }, { now: later(6) });
		const { updated_at: _, version: __, ...put } = await rowOf(winner);
		const { updated_at: ___, version: ____, ...was } = before;
		expect(put).toEqual(was);
		expect((await rowOf(loser)).merged_into).toBeNull();
		expect((await rowOf(follower)).merged_into).toBe(loser);
		expect(await ask((reader) => mergeOf(reader, desk, loser, later(7)))).toBeNull();
		await expect(act(unmergeCooperatives, { mergeId })).rejects.toEqual(refusal('cooperatives.mergeUndone'));
	});

	it('keeps what somebody has changed since', async () => {
		const [winner, loser] = await pair(
			{ address: 'Lama 1', phone: '0271 555 0001' },
			{ address: 'Baru 2', phone: '0271 555 0002' }
		);
		const { mergeId } = await merge(winner, loser, { choices: { address: 'loser', phone: 'loser' } });
		await base.admin.query(`update cooperatives set address = 'Lebih baru 3' where id = $1`, [winner]);
		await act(unmergeCooperatives, { mergeId });
		expect(await rowOf(winner)).toMatchObject({ address: 'Lebih baru 3', phone: '0271 555 0001' });
	});

	it('is possible for 30 days, and of several mergers the newest first', async () => {
		const [a, b] = await pair();
		const [c] = await pair();
		const first = await merge(a, b);
		const second = await merge(a, c, {}, { now: later(2) });
		await expect(act(unmergeCooperatives, { mergeId: first.mergeId })).rejects.toEqual(
			refusal('cooperatives.mergedAgain')
		);
		const days = (count: number) => new Date(later(2).getTime() + count * 86_400_000);
		await expect(act(unmergeCooperatives, { mergeId: second.mergeId }, { now: days(30.1) })).rejects.toEqual(
			refusal('cooperatives.mergeTooOld')
		);
		await act(unmergeCooperatives, { mergeId: second.mergeId }, { now: days(29.9) });
		const open = await ask((reader) => recentMerges(reader, desk, days(1)));
		expect(open.map(({ id }) => id)).toContain(first.mergeId);
		expect(open.map(({ id }) => id)).not.toContain(second.mergeId);
		await act(unmergeCooperatives, { mergeId: first.mergeId });
	});

	it('knows no merger of another office', async () => {
		const [a, b] = await pair();
		const { mergeId } = await merge(a, b);
		await expect(act(unmergeCooperatives, { mergeId }, { actor: world.buleleng.actors.adviser })).rejects.toEqual(
			refusal('missing')
		);
	});
});

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

import { beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '#clinic/cases/server/commands.ts';
import { openCaseOf, timelineOf } from '#clinic/cases/server/reads.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { unmergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
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
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { later, merging } from './merging.ts';

const base = testDatabase();
let world: SmallWorld;
let desk: Actor;
beforeAll(async () => {
	world = await smallWorld(base.database);
	desk = world.sragen.actors.adviser;
});

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const { ask, act, pair, rowOf, merge } = merging(base, () => desk);

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
			name: expect.stringMatching(/^KSU Pasangan \d+ Makmur$/),
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
			registerList(reader, desk, { filters: noFilters, today: smallToday }, { after: null, before: null, page: 1 })
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

import { beforeAll, describe, expect, it } from 'vitest';
import { takeCase } from '#clinic/cases/server/commands.ts';
import { acceptHandover, handOver, withdrawHandover } from '#clinic/cases/server/commands/handovers.ts';
import { caseFile } from '#clinic/cases/server/reads.ts';
import { casesInHand, handoversOf } from '#clinic/cases/server/reads/handovers.ts';
import { colleaguesWho } from '#clinic/offices/server/reads/colleagues.ts';
import type { Actor } from '#platform/actor.ts';
import { messagesAbout } from '#platform/messaging/reads.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, complaining, lastPassed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const note = 'Janji kunjungan tanggal 10 tetap berlaku.';
const adviserOf = async (caseId: string) =>
	(await ask((reader) => caseFile(reader, by('adviser'), caseId))).adviser?.name ?? null;
/** Cases newly in the adviser's hands, and everything the adviser had before given to the inspector. */
async function inHand(count: number) {
	await act(by('adviser'), handOver, { fromId: by('adviser').id, toId: by('inspector').id, note }).catch(() => null);
	const made = [];
	for (let at = 0; at < count; at++) made.push((await complaining('cashShort')).caseId);
	return made;
}
const give = (actor: Actor = by('adviser'), more: object = {}) =>
	act(actor, handOver, { fromId: by('adviser').id, toId: by('inspector').id, note, ...more });
const waiting = async (handoverId: string) =>
	(await ask((reader) => handoversOf(reader, by('headOfDivision')))).find(({ id }) => id === handoverId);

describe('handOver', () => {
	it('offers every open case; each stays where it is until it is accepted', async () => {
		const cases = await inHand(2);
		const { handoverId, count } = await give();
		expect(count).toBe(2);
		expect((await waiting(handoverId))!.waiting.toSorted()).toEqual(cases.toSorted());
		expect(await adviserOf(cases[0]!)).toBe('Ratna Anggraini');
		// What is offered already is not offered twice; what has come since is.
		await expect(give()).rejects.toEqual(refusal('cases.nothingToHandOver'));
		const [later] = await inHand(0).then(async () => [(await complaining('losses')).caseId]);
		const again = await give();
		expect((await waiting(again.handoverId))!.waiting).toEqual([later]);
	});

	it('by the officer or the head of division, to somebody else who cares for cases', async () => {
		await inHand(1);
		await expect(give(by('inspector'), { toId: by('fieldOfficer').id })).rejects.toEqual(
			refusal('cases.notYoursToHandOver')
		);
		for (const toId of [by('adviser').id, by('receptionist').id, by('specialist').id])
			await expect(give(by('adviser'), { toId })).rejects.toEqual(badInput({ toId: 'mayNotTakeOver' }));
		await expect(give(by('adviser'), { toId: world.buleleng.actors.inspector.id })).rejects.toEqual(refusal('missing'));
		expect(await give(by('headOfDivision'))).toMatchObject({ count: 1 });
	});

	it('offers only those to whom it may be given', async () => {
		const names = (await ask((reader) => colleaguesWho(reader, by('adviser'), 'case.care', smallToday))).map(
			({ name }) => name
		);
		expect(names).toEqual(['Bagus Wicaksono', 'Endang Lestari', 'Joko Santoso', 'Ratna Anggraini']);
	});
});

describe('acceptHandover', () => {
	it('one by one, then the rest: each is in the successor’s hands, and its history says so', async () => {
		const [first, second, third] = await inHand(3);
		const { handoverId } = await give();
		const accept = (input: object) => act(by('inspector'), acceptHandover, { handoverId, ...input }, minutesLater(1));
		expect(await accept({ caseIds: [second] })).toEqual({ accepted: 1, gone: 0 });
		expect([await adviserOf(first!), await adviserOf(second!)]).toEqual(['Ratna Anggraini', 'Bagus Wicaksono']);
		expect(await lastPassed(second!)).toMatchObject({
			what: 'case.handedOver',
			params: { from: 'Ratna Anggraini', to: 'Bagus Wicaksono' },
			byName: 'Bagus Wicaksono'
		});
		const told = await ask((reader) => messagesAbout(reader, by('adviser'), second!));
		expect(told).toMatchObject([{ kind: 'cases.newAdviser', state: 'queued' }]);
		expect(await ask((reader) => messagesAbout(reader, by('adviser'), first!))).toEqual([]);
		expect(await accept({ all: 'yes' })).toEqual({ accepted: 2, gone: 0 });
		expect(await accept({ all: 'yes' })).toEqual({ accepted: 0, gone: 0 });
		expect(await waiting(handoverId)).toMatchObject({ waiting: [], accepted: 3, total: 3 });
		expect(await adviserOf(third!)).toBe('Bagus Wicaksono');
	});

	it('not what was taken by somebody else or closed meanwhile', async () => {
		const [taken, closed, kept] = await inHand(3);
		const { handoverId } = await give();
		await act(by('fieldOfficer'), takeCase, { caseId: taken });
		await test.admin.query('update cases set closed_at = now() where id = $1', [closed]);
		expect(await act(by('inspector'), acceptHandover, { handoverId, all: 'yes' })).toEqual({ accepted: 1, gone: 2 });
		expect([await adviserOf(taken!), await adviserOf(kept!)]).toEqual(['Joko Santoso', 'Bagus Wicaksono']);
	});

	it('by the successor alone; of two presses at once each case is accepted once', async () => {
		const [caseId] = await inHand(1);
		const { handoverId } = await give();
		await expect(act(by('fieldOfficer'), acceptHandover, { handoverId, all: 'yes' })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('inspector'), acceptHandover, { handoverId })).rejects.toEqual(
			badInput({ caseIds: 'required' })
		);
		const both = await Promise.all(
			[1, 2].map(() => act(by('inspector'), acceptHandover, { handoverId, caseIds: [caseId] }))
		);
		expect(both.map(({ accepted }) => accepted).toSorted()).toEqual([0, 1]);
	});
});

describe('withdrawHandover', () => {
	it('takes back what was not accepted; it can be given to another', async () => {
		const [first, second] = await inHand(2);
		const { handoverId } = await give();
		await act(by('inspector'), acceptHandover, { handoverId, caseIds: [first] });
		await expect(act(by('fieldOfficer'), withdrawHandover, { handoverId })).rejects.toEqual(refusal('missing'));
		await act(by('adviser'), withdrawHandover, { handoverId });
		expect(await act(by('inspector'), acceptHandover, { handoverId, all: 'yes' })).toEqual({ accepted: 0, gone: 0 });
		const again = await give(by('adviser'), { toId: by('fieldOfficer').id });
		expect((await waiting(again.handoverId))!.waiting).toEqual([second]);
	});
});

describe('who has cases in hand', () => {
	it('counts open cases, also of somebody who has left', async () => {
		await inHand(1);
		const count = async () =>
			(await ask((reader) => casesInHand(reader, by('adviser')))).find(({ staffId }) => staffId === by('adviser').id)!;
		const before = (await count()).count;
		const { caseId } = await complaining('losses');
		expect((await count()).count).toBe(before + 1);
		await test.admin.query('update cases set closed_at = now() where id = $1', [caseId]);
		expect((await count()).count).toBe(before);
		expect(typeof before).toBe('number');
	});

	it('shows an officer only what concerns him or her', async () => {
		await inHand(1);
		await give();
		const seen = await ask((reader) => handoversOf(reader, by('fieldOfficer')), by('fieldOfficer'));
		expect(seen.every(({ toId, fromId }) => [toId, fromId].includes(by('fieldOfficer').id as never))).toBe(true);
		expect(
			await ask(
				(reader) => handoversOf(reader, world.buleleng.actors.headOfDivision),
				world.buleleng.actors.headOfDivision
			)
		).toEqual([]);
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { decideClosure, proposeClosure } from '#clinic/closures/server/commands/outcome.ts';
import {
	proposalOf,
	proposalsOf,
	proposalsWaiting,
	supportedGrounds,
	titlesOfRules
} from '#clinic/closures/server/reads.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, arrived, complaining, diagnosed, monitored, stageOf, lastPassed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const why = {
	ground: 'noMeetingThreeYears',
	reasons: 'Tiga tahun tanpa rapat anggota; pengurus tidak ditemukan di lapangan.'
};

async function closing() {
	const patient = await diagnosed();
	return {
		...patient,
		...(await act(by('adviser'), proposeClosure, { caseId: patient.caseId, ...why }, minutesLater(1)))
	};
}

describe('proposeClosure', () => {
	it('waits for the head of office', async () => {
		const { caseId, proposalId } = await closing();
		expect(await stageOf(caseId)).toBe('dissolutionProposed');
		expect(await lastPassed(caseId)).toMatchObject({
			what: 'closure.proposed',
			subjectId: proposalId,
			params: { ground: why.ground },
			why: why.reasons
		});
		const waiting = await ask((reader) => proposalsWaiting(reader, by('headOfOffice')));
		expect(waiting.find(({ id }) => id === proposalId)).toMatchObject({
			caseId,
			state: 'proposed',
			proposedByName: 'Ratna Anggraini',
			...why
		});
	});

	it('out of monitoring too, but not before a diagnosis', async () => {
		const { caseId } = await monitored();
		await act(by('adviser'), proposeClosure, { caseId, ...why }, minutesLater(1));
		expect(await stageOf(caseId)).toBe('dissolutionProposed');
		const early = await complaining('boardGone');
		await expect(act(by('adviser'), proposeClosure, { caseId: early.caseId, ...why })).rejects.toEqual(
			refusal('cases.notNow')
		);
	});

	it('once: of two at once one proposes', async () => {
		const { caseId } = await diagnosed();
		const both = await Promise.allSettled([1, 2].map(() => act(by('adviser'), proposeClosure, { caseId, ...why })));
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: refusal('closures.alreadyProposed')
		});
	});

	it('on one of the five grounds, with reasons', async () => {
		const { caseId } = await diagnosed();
		await expect(act(by('adviser'), proposeClosure, { caseId, ground: 'boredom', reasons: '' })).rejects.toEqual(
			badInput({ ground: 'required', reasons: 'required' })
		);
	});

	it('answers a foreign case like a missing one, and refuses who may not', async () => {
		const { caseId } = await diagnosed();
		await expect(act(world.buleleng.actors.adviser, proposeClosure, { caseId, ...why })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('adviser'), proposeClosure, { caseId: newId(), ...why })).rejects.toEqual(refusal('missing'));
		await expect(act(by('specialist'), proposeClosure, { caseId, ...why })).rejects.toEqual(refusal('forbidden'));
	});
});

describe('decideClosure', () => {
	it('agreed: the case stays proposed for dissolution, for the minister alone decides', async () => {
		const { caseId, proposalId } = await closing();
		await act(by('headOfOffice'), decideClosure, { proposalId, decision: 'agree' }, minutesLater(2));
		expect(await stageOf(caseId)).toBe('dissolutionProposed');
		expect(await lastPassed(caseId)).toMatchObject({ what: 'closure.agreed', byName: 'Slamet Riyadi' });
		expect(await ask((reader) => proposalOf(reader, by('headOfOffice'), proposalId))).toMatchObject({
			state: 'agreed',
			decidedByName: 'Slamet Riyadi'
		});
		await expect(act(by('adviser'), proposeClosure, { caseId, ...why }, minutesLater(3))).rejects.toEqual(
			refusal('closures.alreadyProposed')
		);
	});

	it('returned with a reason, never without: back to treatment, and it may be proposed anew', async () => {
		const { caseId, proposalId } = await closing();
		const back = { proposalId, decision: 'return' };
		await expect(act(by('headOfOffice'), decideClosure, back)).rejects.toEqual(badInput({ reason: 'required' }));
		await act(by('headOfOffice'), decideClosure, { ...back, reason: 'Cari pengurus sekali lagi' }, minutesLater(2));
		expect(await stageOf(caseId)).toBe('treatment');
		expect(await lastPassed(caseId)).toMatchObject({ what: 'closure.returned', why: 'Cari pengurus sekali lagi' });
		await act(by('adviser'), proposeClosure, { caseId, ...why }, minutesLater(3));
		expect((await ask((reader) => proposalsOf(reader, by('adviser'), caseId))).map(({ state }) => state)).toEqual([
			'proposed',
			'returned'
		]);
	});

	it('never one’s own', async () => {
		const { caseId } = await diagnosed();
		const acting = { ...by('adviser'), permissions: new Set([...by('adviser').permissions, 'closure.approve']) };
		const { proposalId } = await act(acting, proposeClosure, { caseId, ...why });
		await expect(act(acting, decideClosure, { proposalId, decision: 'agree' })).rejects.toEqual(
			refusal('closures.ownProposal')
		);
	});

	it('once: the second of two who decide is told who did', async () => {
		const { proposalId } = await closing();
		const second = { ...by('headOfOffice'), id: by('headOfDivision').id };
		const both = await Promise.allSettled([
			act(by('headOfOffice'), decideClosure, { proposalId, decision: 'agree' }, minutesLater(2)),
			act(second, decideClosure, { proposalId, decision: 'return', reason: 'Belum' }, minutesLater(2))
		]);
		const [late, ...rest] = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
		expect(rest).toEqual([]);
		expect(late!.reason).toEqual(refusal('closures.decided'));
		expect(['Slamet Riyadi', 'Endang Lestari']).toContain(late!.reason.params.name);
	});

	it('answers foreign and missing ids alike, and refuses who may not', async () => {
		const { proposalId } = await closing();
		const agree = { proposalId, decision: 'agree' };
		await expect(act(world.buleleng.actors.headOfOffice, decideClosure, agree)).rejects.toEqual(refusal('missing'));
		await expect(act(by('headOfOffice'), decideClosure, { ...agree, proposalId: newId() })).rejects.toEqual(
			refusal('missing')
		);
		for (const role of ['adviser', 'headOfDivision', 'inspector'] as const)
			await expect(act(by(role), decideClosure, agree)).rejects.toEqual(refusal('forbidden'));
		const foreign = world.buleleng.actors.headOfOffice;
		await expect(ask((reader) => proposalOf(reader, foreign, proposalId), foreign)).rejects.toEqual(refusal('missing'));
		expect(await ask((reader) => proposalsWaiting(reader, foreign), foreign)).toEqual([]);
	});
});

describe('what the record bears out', () => {
	it('of a dormant cooperative: three years without a meeting', async () => {
		const { caseId } = await arrived('dormant');
		expect(await ask((reader) => supportedGrounds(reader, by('adviser'), caseId, smallNow))).toEqual([
			{ code: 'noMeetingThreeYears', bookYears: [2022, 2023, 2024] }
		]);
	});

	it('every rule that is cited has a title', async () => {
		const titles = await ask((reader) => titlesOfRules(reader));
		for (const code of ['uu-25-1992', 'pp-17-1994', 'permenkop-9-2018']) expect(titles[code]).toBeTruthy();
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { declareRecovered } from '#clinic/closures/server/commands/outcome.ts';
import { declareRelapse, endCare } from '#clinic/closures/server/commands/relapse.ts';
import { relapseCount, relapsedInto, relapseOf, relapsesOf } from '#clinic/closures/server/reads.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { recordComplaint } from '#clinic/cases/server/commands.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, monitored, stageOf } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const monthsLater = (months: number) => new Date(Date.UTC(2026, 2 + months, 2, 2));

async function recovered() {
	const patient = await monitored();
	await act(by('adviser'), declareRecovered, { caseId: patient.caseId, note: 'Kas cukup', nextOn: '2026-04-10' });
	return patient;
}

describe('declareRelapse', () => {
	it('closes the former case and opens one that is linked to it, and counts', async () => {
		const { caseId: former, cooperativeId } = await recovered();
		const before = await ask((reader) => relapseCount(reader, by('adviser'), smallNow));
		const why = 'Anggota menarik simpanan lagi';
		const { caseId } = await act(by('adviser'), declareRelapse, { caseId: former, why }, monthsLater(5));
		expect(await stageOf(former)).toBe('closed');
		const again = await ask((reader) => caseOf(reader, by('adviser'), caseId as string));
		expect(again).toMatchObject({ stage: 'arrived', cooperativeId, closedAt: null });
		expect(await ask((reader) => relapseOf(reader, by('adviser'), caseId as string))).toMatchObject({
			formerCaseId: former,
			recoveredOn: '2026-03-02',
			months: 5
		});
		expect(await ask((reader) => relapsedInto(reader, by('adviser'), former))).toMatchObject({ caseId });
		expect((await ask((reader) => relapsesOf(reader, by('adviser')))).map((one) => one.caseId)).toContain(caseId);
		expect(await ask((reader) => relapseCount(reader, by('adviser'), smallNow))).toEqual({
			recovered: before.recovered,
			relapsed: before.relapsed + 1
		});
		expect(
			await ask((reader) => relapsesOf(reader, world.buleleng.actors.adviser), world.buleleng.actors.adviser)
		).toEqual([]);
		// The new case goes its own way from the beginning.
		await act(by('adviser'), recordComplaint, { caseId, words: why, codes: ['cashShort'] }, monthsLater(6));
		expect(await stageOf(caseId as string)).toBe('complaint');
	});

	it('of two who declare it at once one opens the case', async () => {
		const { caseId } = await recovered();
		const both = await Promise.allSettled(
			['adviser', 'inspector'].map((role) =>
				act(by(role as 'adviser'), declareRelapse, { caseId, why: 'Sakit lagi' }, monthsLater(1))
			)
		);
		const lost = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
		expect(lost.map(({ reason }) => reason)).toEqual([refusal('cases.closed')]);
	});

	it('until twelve months after; not before the recovery, not of another office', async () => {
		const { caseId } = await recovered();
		const late = new Date(monthsLater(12).getTime() + 86_400_000);
		await expect(act(by('adviser'), declareRelapse, { caseId, why: 'Sakit' }, late)).rejects.toEqual(
			refusal('closures.noRelapse')
		);
		const well = await monitored();
		await expect(act(by('adviser'), declareRelapse, { caseId: well.caseId, why: 'Sakit' })).rejects.toEqual(
			refusal('closures.notYetRecovered')
		);
		await expect(act(world.buleleng.actors.adviser, declareRelapse, { caseId, why: 'Sakit' })).rejects.toEqual(
			refusal('missing')
		);
		await act(by('adviser'), declareRelapse, { caseId, why: 'Sakit' }, monthsLater(12));
	});
});

describe('endCare', () => {
	it('lets a recovered cooperative go once a relapse would no longer count', async () => {
		const { caseId } = await recovered();
		await expect(act(by('adviser'), endCare, { caseId }, monthsLater(12))).rejects.toEqual(
			refusal('closures.stillWatched')
		);
		const after = new Date(monthsLater(12).getTime() + 86_400_000);
		await act(by('adviser'), endCare, { caseId, note: 'Sehat setahun' }, after);
		expect(await stageOf(caseId)).toBe('closed');
		await expect(act(by('adviser'), endCare, { caseId }, after)).rejects.toEqual(refusal('cases.closed'));
	});

	it('not before it recovered, not in another office', async () => {
		const { caseId } = await monitored();
		await expect(act(by('adviser'), endCare, { caseId })).rejects.toEqual(refusal('closures.notYetRecovered'));
		await expect(act(world.buleleng.actors.adviser, endCare, { caseId })).rejects.toEqual(refusal('missing'));
	});
});

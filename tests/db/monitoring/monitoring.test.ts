import { beforeAll, describe, expect, it } from 'vitest';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { planFollowUp, recordFollowUp } from '#clinic/monitoring/server/commands/controls.ts';
import { followUpsOf, nextControl } from '#clinic/monitoring/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, boardActor, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, diagnosed, planned, monitored, stageOf, passed, lastPassed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const controls = (caseId: string, actor: Actor = by('adviser')) =>
	ask((reader) => followUpsOf(reader, actor, caseId), actor);
const findings = 'Kas 14% dari kewajiban, daftar penarikan dijalankan.';

const examined = async (caseId: string) =>
	(
		await act(by('adviser'), recordExamination, {
			caseId,
			instrument: 'ksp-2016',
			version: '1',
			bookYear: 2024,
			unit: 'rupiah',
			standing: 'clinicCheck',
			figures: { cash: '100', bank: '40', currentLiabilities: '1000' },
			sure: 'on'
		})
	).examinationId;

describe('planFollowUp', () => {
	it('sets the next control and brings the case under monitoring', async () => {
		const { caseId } = await planned();
		const { followUpId } = await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-03-02' });
		expect(await controls(caseId)).toMatchObject([
			{ id: followUpId, dueOn: '2026-03-02', doneAt: null, examination: null }
		]);
		expect(await stageOf(caseId)).toBe('monitoring');
		expect(await lastPassed(caseId)).toMatchObject({ what: 'followUp.planned', params: { dueOn: '2026-03-02' } });
	});

	it('moves the day when there is one already, also when two plan at once', async () => {
		const { caseId } = await planned();
		await Promise.all(['2026-04-01', '2026-05-01'].map((dueOn) => act(by('adviser'), planFollowUp, { caseId, dueOn })));
		expect(await controls(caseId)).toHaveLength(1);
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-06-01' }, minutesLater(1));
		expect(nextControl(await controls(caseId))).toBe('2026-06-01');
	});

	it('not on a day that is past', async () => {
		const { caseId } = await planned();
		await expect(act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-03-01' })).rejects.toEqual(
			badInput({ dueOn: 'dayPassed' })
		);
	});

	it('not before the treatment', async () => {
		const { caseId } = await diagnosed();
		await expect(act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-04-01' })).rejects.toEqual(
			refusal('cases.notNow')
		);
	});

	it('answers a foreign case like a missing one, and refuses who may not', async () => {
		const { caseId } = await planned();
		const dueOn = '2026-04-01';
		await expect(act(world.buleleng.actors.adviser, planFollowUp, { caseId, dueOn })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('adviser'), planFollowUp, { caseId: newId(), dueOn })).rejects.toEqual(refusal('missing'));
		await expect(act(by('specialist'), planFollowUp, { caseId, dueOn })).rejects.toEqual(refusal('forbidden'));
		await expect(controls(caseId, world.buleleng.actors.adviser)).rejects.toEqual(refusal('missing'));
	});
});

describe('recordFollowUp', () => {
	it('keeps what was found, with the examination made at it, and dates the next one', async () => {
		const { caseId, followUpId } = await monitored();
		const examinationId = await examined(caseId);
		await act(
			by('adviser'),
			recordFollowUp,
			{ caseId, followUpId, findings, examinationId, nextOn: '2026-05-04' },
			minutesLater(1)
		);
		const [next, done, ...rest] = await controls(caseId);
		expect(rest).toEqual([]);
		expect(next).toMatchObject({ dueOn: '2026-05-04', doneAt: null });
		expect(done).toMatchObject({
			id: followUpId,
			findings,
			doneByName: 'Ratna Anggraini',
			examination: { id: examinationId, bookYear: 2024 }
		});
		expect((await passed(caseId)).slice(0, 2)).toEqual(['followUp.planned', 'followUp.done']);
		expect(await stageOf(caseId)).toBe('monitoring');
	});

	it('of a board that came by itself', async () => {
		const { caseId } = await planned();
		await act(by('adviser'), recordFollowUp, { caseId, followUpId: '', findings, examinationId: '', nextOn: '' });
		expect(await controls(caseId)).toMatchObject([{ dueOn: '2026-03-02', findings, examination: null }]);
		expect(nextControl(await controls(caseId))).toBeNull();
	});

	it('once: the second of two who record the same control is told who did', async () => {
		const { caseId, followUpId } = await monitored();
		const both = await Promise.allSettled(
			['adviser', 'inspector'].map((role) =>
				act(by(role as 'adviser'), recordFollowUp, { caseId, followUpId, findings })
			)
		);
		const [late, ...rest] = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
		expect(rest).toEqual([]);
		expect(late!.reason).toEqual(refusal('monitoring.alreadyDone'));
		expect(['Ratna Anggraini', 'Bagus Wicaksono']).toContain(late!.reason.params.name);
	});

	it('wants findings, and a next day that lies ahead', async () => {
		const { caseId, followUpId } = await monitored();
		await expect(act(by('adviser'), recordFollowUp, { caseId, followUpId, findings: '' })).rejects.toEqual(
			badInput({ findings: 'required' })
		);
		await expect(
			act(by('adviser'), recordFollowUp, { caseId, followUpId, findings, nextOn: '2026-03-02' })
		).rejects.toEqual(badInput({ nextOn: 'notAfterToday' }));
	});

	it('takes no examination of another cooperative and no control of another case', async () => {
		const { caseId, followUpId } = await monitored();
		const other = await monitored();
		const examinationId = await examined(other.caseId);
		await expect(act(by('adviser'), recordFollowUp, { caseId, followUpId, findings, examinationId })).rejects.toEqual(
			refusal('missing')
		);
		await expect(
			act(by('adviser'), recordFollowUp, { caseId, followUpId, findings, examinationId: newId() })
		).rejects.toEqual(refusal('missing'));
		await expect(
			act(by('adviser'), recordFollowUp, { caseId, followUpId: other.followUpId, findings })
		).rejects.toEqual(refusal('missing'));
	});

	it('answers a foreign case like a missing one, and refuses who may not', async () => {
		const { caseId, followUpId } = await monitored();
		await expect(act(world.buleleng.actors.adviser, recordFollowUp, { caseId, followUpId, findings })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('headOfOffice'), recordFollowUp, { caseId, followUpId, findings })).rejects.toEqual(
			refusal('forbidden')
		);
	});
});

describe('the board by its link', () => {
	it('sees the controls of its own cooperative only', async () => {
		const patient = await monitored();
		const other = await monitored();
		const link = boardActor(world.sragen.officeId, newId(), patient.cooperativeId, patient.chairId);
		expect(nextControl(await controls(patient.caseId, link))).toBe('2026-04-01');
		await expect(controls(other.caseId, link)).rejects.toEqual(refusal('missing'));
	});
});

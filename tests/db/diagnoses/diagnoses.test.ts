import { beforeAll, describe, expect, it } from 'vitest';
import { causeCodes } from '#clinic/diagnoses/causes.ts';
import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { choosableCauses, diagnosesOf, factsOf } from '#clinic/diagnoses/server/reads.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, arrived, complaining, complain, planned, stageOf, lastPassed } = ward(test, () => world.sragen);
const adviser = () => world.sragen.actors.adviser;
const current = (caseId: string) => ask((reader) => diagnosesOf(reader, world.sragen.system, caseId));

describe('recordDiagnosis', () => {
	it('keeps one main cause, the side causes and the evidence as it stands', async () => {
		const { caseId } = await complaining('cashShort', 'losses');
		const notes = { losses: 'Rugi sejak toko tutup' };
		const { diagnosisId } = await act(adviser(), recordDiagnosis, {
			caseId,
			main: 'cashShort',
			sides: ['losses'],
			notes
		});
		const [main, side, ...rest] = await current(caseId);
		expect(rest).toEqual([]);
		expect(main).toMatchObject({
			id: diagnosisId,
			cause: 'cashShort',
			rank: 'main',
			evidence: [{ code: 'complaint:cashShort', params: {} }],
			note: null,
			byName: 'Ratna Anggraini'
		});
		expect(side).toMatchObject({ cause: 'losses', rank: 'side', note: 'Rugi sejak toko tutup' });
		expect(await stageOf(caseId)).toBe('diagnosis');
		expect(await lastPassed(caseId)).toMatchObject({
			what: 'diagnosis.made',
			params: { cause: 'cashShort' },
			subjectId: diagnosisId
		});
	});

	it('does not name the main cause a second time beside itself, nor a side cause twice', async () => {
		const { caseId } = await complaining('cashShort', 'losses');
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort', sides: ['cashShort', 'losses', 'losses'] });
		expect((await current(caseId)).map(({ cause }) => cause)).toEqual(['cashShort', 'losses']);
	});

	it('wants words for a cause to which no evidence points, beside that cause, and changes nothing', async () => {
		const { caseId } = await complaining('cashShort');
		const unsaid = act(adviser(), recordDiagnosis, {
			caseId,
			main: 'cashShort',
			sides: ['dispute', 'turnoverFalling']
		});
		await expect(unsaid).rejects.toEqual(badInput({ 'notes.dispute': 'sayWhy', 'notes.turnoverFalling': 'sayWhy' }));
		expect(await current(caseId)).toEqual([]);
		expect(await stageOf(caseId)).toBe('complaint');
	});

	it('refuses a cause that the list does not know, and none at all', async () => {
		const { caseId } = await complaining('cashShort');
		await expect(act(adviser(), recordDiagnosis, { caseId, main: 'gout' })).rejects.toEqual(
			badInput({ main: 'required' })
		);
		await expect(act(adviser(), recordDiagnosis, { caseId })).rejects.toEqual(badInput({ main: 'required' }));
	});

	it('replaces the earlier diagnosis and keeps it in the record', async () => {
		const { caseId } = await complaining('cashShort', 'losses');
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort', sides: ['losses'] });
		await act(adviser(), recordDiagnosis, { caseId, main: 'losses' }, minutesLater(5));
		expect((await current(caseId)).map(({ cause, rank }) => [cause, rank])).toEqual([['losses', 'main']]);
		const { rows } = await test.admin.query('select cause, replaced_at from diagnoses where case_id = $1 order by id', [
			caseId
		]);
		expect(rows.map((row) => [row.cause, row.replaced_at?.toISOString() ?? null])).toEqual([
			['cashShort', minutesLater(5).toISOString()],
			['losses', minutesLater(5).toISOString()],
			['losses', null]
		]);
	});

	it('leaves a case in treatment where it stands', async () => {
		const { caseId } = await planned();
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort' }, minutesLater(1));
		expect(await stageOf(caseId)).toBe('treatment');
	});

	it('two at once: both stand in the record, the later one counts', async () => {
		const { caseId } = await complaining('cashShort', 'losses');
		const both = ['cashShort', 'losses'].map((main) => act(adviser(), recordDiagnosis, { caseId, main }));
		await Promise.all(both);
		expect(await current(caseId)).toHaveLength(1);
		const { rows } = await test.admin.query('select count(*)::int as all from diagnoses where case_id = $1', [caseId]);
		expect(rows[0].all).toBe(2);
	});

	it('is not for a case that has only arrived', async () => {
		const { caseId } = await arrived();
		const notes = { dispute: 'Ada gugatan' };
		await expect(act(adviser(), recordDiagnosis, { caseId, main: 'dispute', notes })).rejects.toEqual(
			refusal('cases.notNow')
		);
	});

	it('answers a foreign case like a missing one, and refuses who may not', async () => {
		const { caseId } = await complaining('cashShort');
		const foreign = world.buleleng.actors.adviser;
		await expect(act(foreign, recordDiagnosis, { caseId, main: 'cashShort' })).rejects.toEqual(refusal('missing'));
		await expect(act(adviser(), recordDiagnosis, { caseId: newId(), main: 'cashShort' })).rejects.toEqual(
			refusal('missing')
		);
		for (const role of ['receptionist', 'specialist', 'headOfOffice'] as const)
			await expect(act(world.sragen.actors[role], recordDiagnosis, { caseId, main: 'cashShort' })).rejects.toEqual(
				refusal('forbidden')
			);
		await expect(ask((reader) => diagnosesOf(reader, foreign, caseId), foreign)).rejects.toEqual(refusal('missing'));
	});
});

describe('factsOf', () => {
	it('gathers what the record knows of the cooperative', async () => {
		const patient = await arrived('sick');
		await complain(patient, 'losses', 'cashShort');
		const facts = await ask((reader) =>
			factsOf(reader, world.sragen.system, { caseId: patient.caseId, now: smallNow })
		);
		expect(facts).toMatchObject({
			today: '2026-03-02',
			cooperative: { kind: 'savingsAndLoan', registryStatus: 'active', hasBusinessNumber: false, hasContact: true },
			complaints: ['losses', 'cashShort'],
			examination: null
		});
		expect(facts.annualMeetings.map(({ bookYear }) => bookYear).sort()).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
		expect(facts.figures.find(({ bookYear }) => bookYear === 2024)?.netSurplusRupiah).toBe(-85_000_000n);
		expect(facts.boardTerms.map(({ role }) => role).sort()).toEqual(['chair', 'secretary', 'treasurer']);
	});

	it('leaves out complaints made before a moment, when asked', async () => {
		const { caseId } = await complaining('cashShort');
		const asked = { caseId, now: smallNow, complaintsAfter: smallNow };
		expect((await ask((reader) => factsOf(reader, world.sragen.system, asked))).complaints).toEqual([]);
	});

	it('knows no foreign case', async () => {
		const { caseId } = await complaining('cashShort');
		const foreign = world.buleleng.system;
		await expect(ask((reader) => factsOf(reader, foreign, { caseId, now: smallNow }), foreign)).rejects.toEqual(
			refusal('missing')
		);
	});
});

describe('choosableCauses', () => {
	it('are all causes, those that the record suggests first, with the names of their poli', async () => {
		const { caseId } = await complaining('courtCase');
		const { suggested, others } = await ask((reader) =>
			choosableCauses(reader, world.sragen.system, { caseId, now: smallNow })
		);
		expect(suggested[0]).toEqual({
			cause: 'dispute',
			clinic: 'Poli Hukum',
			evidence: [{ code: 'complaint:courtCase', params: {} }]
		});
		expect([...suggested, ...others].map(({ cause }) => cause).sort()).toEqual([...causeCodes].sort());
		expect([...suggested, ...others].filter(({ clinic }) => clinic === '')).toEqual([]);
	});
});

describe('diagnosesOf', () => {
	it('still shows a cause that the list no longer knows', async () => {
		const { caseId } = await complaining('cashShort');
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort' });
		await test.admin.query("update diagnoses set cause = 'gout' where case_id = $1", [caseId]);
		expect(await current(caseId)).toMatchObject([{ cause: 'gout', clinic: '' }]);
	});
});

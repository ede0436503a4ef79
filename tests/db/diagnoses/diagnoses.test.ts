import { beforeAll, describe, expect, it } from 'vitest';
import { causeCodes } from '#clinic/diagnoses/causes.ts';
import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { choosableCauses, diagnosesOf, factsOf } from '#clinic/diagnoses/server/reads.ts';
import { ruleAgreement } from '#clinic/diagnoses/server/reads/agreement.ts';
import { caseFile } from '#clinic/cases/server/reads.ts';
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
		expect(main).toMatchObject({ listVersion: '2', ruleVersion: '2', points: 2, place: 1, against: [] });
		expect(side).toMatchObject({
			cause: 'losses',
			rank: 'side',
			note: 'Rugi sejak toko tutup',
			against: [{ code: 'surplus', params: { bookYear: 2024, amountRupiah: '150000000' } }]
		});
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
		const { caseId } = await complaining('cashShort', 'booksBehind');
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort', sides: ['booksBehind'] });
		await act(adviser(), recordDiagnosis, { caseId, main: 'booksBehind' }, minutesLater(5));
		expect((await current(caseId)).map(({ cause, rank }) => [cause, rank])).toEqual([['booksBehind', 'main']]);
		const { rows } = await test.admin.query('select cause, replaced_at from diagnoses where case_id = $1 order by id', [
			caseId
		]);
		expect(rows.map((row) => [row.cause, row.replaced_at?.toISOString() ?? null])).toEqual([
			['cashShort', minutesLater(5).toISOString()],
			['booksBehind', minutesLater(5).toISOString()],
			['booksBehind', null]
		]);
	});

	it('leaves a case in treatment where it stands', async () => {
		const { caseId } = await planned();
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort' }, minutesLater(1));
		expect(await stageOf(caseId)).toBe('treatment');
	});

	it('two at once: both stand in the record, the later one counts', async () => {
		const { caseId } = await complaining('cashShort', 'booksBehind');
		const both = ['cashShort', 'booksBehind'].map((main) => act(adviser(), recordDiagnosis, { caseId, main }));
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

describe('what an officer makes of the suggestions', () => {
	const verdicts = async (caseId: string) =>
		(
			await test.admin.query(
				`select cause, place, verdict, reason, rule_version from suggestion_verdicts where case_id = $1
				  order by place nulls last, cause`,
				[caseId]
			)
		).rows;

	it('is kept for each: accepted, rejected with a reason, passed over, or added', async () => {
		const { caseId } = await complaining('cashShort', 'courtCase');
		await act(adviser(), recordDiagnosis, {
			caseId,
			main: 'dispute',
			sides: ['oneProduct'],
			rejected: ['cashShort'],
			notes: { oneProduct: 'Hanya menjual pupuk' },
			reasons: { cashShort: 'Kas cukup; pembayaran ditahan karena sita' }
		});
		const kept = await verdicts(caseId);
		expect(kept[0]).toMatchObject({ cause: 'dispute', place: 1, verdict: 'accepted', rule_version: '2' });
		expect(kept.find(({ cause }) => cause === 'cashShort')).toMatchObject({
			verdict: 'rejected',
			reason: 'Kas cukup; pembayaran ditahan karena sita'
		});
		expect(kept.find(({ cause }) => cause === 'noBusinessNumber')).toMatchObject({
			verdict: 'passedOver',
			reason: null
		});
		expect(kept.at(-1)).toMatchObject({ cause: 'oneProduct', place: null, verdict: 'added' });
	});

	it('needs a reason when the main cause is another than the likeliest, beside that one', async () => {
		const { caseId } = await complaining('cashShort', 'courtCase');
		const other = { caseId, main: 'cashShort' };
		await expect(act(adviser(), recordDiagnosis, other)).rejects.toEqual(
			badInput({ 'reasons.dispute': 'sayWhyNotFirst' })
		);
		await act(adviser(), recordDiagnosis, {
			...other,
			sides: ['dispute'],
			reasons: { dispute: 'Gugatan timbul karena kas kosong' }
		});
		expect((await verdicts(caseId))[0]).toMatchObject({
			cause: 'dispute',
			verdict: 'changed',
			reason: 'Gugatan timbul karena kas kosong'
		});
		// What was said for the main cause says also why it is not the first.
		const again = await complaining('cashShort', 'courtCase');
		await act(adviser(), recordDiagnosis, { ...other, caseId: again.caseId, notes: { cashShort: 'Kas kosong' } });
		expect((await verdicts(again.caseId))[0]).toMatchObject({ verdict: 'rejected', reason: 'Kas kosong' });
	});

	it('refuses a rejection without a reason, and a cause both named and rejected', async () => {
		const { caseId } = await complaining('cashShort', 'booksBehind');
		await expect(
			act(adviser(), recordDiagnosis, { caseId, main: 'cashShort', rejected: ['booksBehind'] })
		).rejects.toEqual(badInput({ 'reasons.booksBehind': 'sayWhyNot' }));
		await expect(
			act(adviser(), recordDiagnosis, {
				caseId,
				main: 'cashShort',
				rejected: ['cashShort'],
				reasons: { cashShort: 'Bukan' }
			})
		).rejects.toEqual(badInput({ 'rejected[]': 'namedAndRejected' }));
		expect(await current(caseId)).toEqual([]);
	});

	it('is counted for each rule; a diagnosis that was replaced does not count', async () => {
		const { caseId } = await complaining('underSanction', 'debtsPressing');
		const reasons = { sanctioned: 'Tegurannya sudah dicabut' };
		await act(adviser(), recordDiagnosis, { caseId, main: 'sanctioned' });
		await act(
			adviser(),
			recordDiagnosis,
			{ caseId, main: 'creditorsPress', rejected: ['sanctioned'], reasons },
			minutesLater(5)
		);
		const head = world.sragen.actors.headOfDivision;
		const counted = await ask((reader) => ruleAgreement(reader, head), head);
		expect(counted.find(({ cause }) => cause === 'sanctioned')).toMatchObject({
			ruleVersion: '2',
			accepted: 0,
			rejected: 1,
			agreed: 0,
			reasons: ['Tegurannya sudah dicabut']
		});
		expect(counted.find(({ cause }) => cause === 'creditorsPress')).toMatchObject({ accepted: 1, agreed: 100 });
	});

	it('raises the triage of a severe cause, with the cause as the reason', async () => {
		const { caseId } = await complaining('courtCase');
		await act(adviser(), recordDiagnosis, { caseId, main: 'dispute' });
		const file = await ask((reader) => caseFile(reader, adviser(), caseId));
		expect(file.triage?.reasons).toContainEqual({
			code: 'diagnosed',
			params: { level: 'urgent', number: 'H01', id: 'Sengketa hukum', en: 'Legal dispute' }
		});
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
		expect(suggested[0]).toMatchObject({
			cause: 'dispute',
			number: 'H01',
			severity: 'severe',
			clinic: 'Poli Hukum',
			points: 3,
			weight: 3,
			evidence: [{ code: 'complaint:courtCase', params: {} }],
			against: []
		});
		expect([...suggested, ...others].map(({ cause }) => cause).sort()).toEqual([...causeCodes].sort());
		expect([...suggested, ...others].filter(({ clinic }) => clinic === '')).toEqual([]);
	});
});

describe('diagnosesOf', () => {
	it('reads a diagnosis of the first list as it was made', async () => {
		const { caseId } = await complaining('cashShort');
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort' });
		await test.admin.query(
			`update diagnoses set cause = 'boardUnfair', list_version = '1', rule_version = '1', points = null,
			        evidence = '[{"code":"complaint:boardQuarrels","params":{}}]' where case_id = $1`,
			[caseId]
		);
		expect(await current(caseId)).toMatchObject([
			{ cause: 'boardUnfair', listVersion: '1', points: 2, clinic: 'Poli Tata Kelola dan Keterbukaan' }
		]);
	});

	it('still shows a cause that the list no longer knows', async () => {
		const { caseId } = await complaining('cashShort');
		await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort' });
		await test.admin.query("update diagnoses set cause = 'gout' where case_id = $1", [caseId]);
		expect(await current(caseId)).toMatchObject([{ cause: 'gout', clinic: '' }]);
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { answerReferral, makeReferral, recordReferralAccess } from '#clinic/referrals/server/commands.ts';
import { myReferrals, referralFile, referralsOf, treatedCase } from '#clinic/referrals/server/reads.ts';
import { recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import type { Actor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, complaining, diagnosed, referred, accepted, planned, stageOf, lastPassed } = ward(
	test,
	() => world.sragen
);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const question = 'Berapa kas yang aman?';
/** A specialist who serves in no clinic, or in another. */
const elsewhere = (clinicIds: string[] = []): Actor => ({ ...by('specialist'), id: by('fieldOfficer').id, clinicIds });
const worklist = async (actor: Actor) => (await ask((reader) => myReferrals(reader, actor), actor)).map(({ id }) => id);
const file = (actor: Actor, referralId: string) => ask((reader) => referralFile(reader, actor, referralId), actor);

describe('makeReferral', () => {
	it('sends the case to the poli of the cause, and it waits there', async () => {
		const { caseId, diagnosisId, referralId } = await referred();
		const [sent] = await ask((reader) => referralsOf(reader, by('adviser'), caseId));
		expect(sent).toMatchObject({
			id: referralId,
			clinicId: world.sragen.clinics.finance,
			state: 'sent',
			toName: null,
			answeredByName: null,
			cause: 'cashShort',
			sentByName: 'Ratna Anggraini'
		});
		expect(await stageOf(caseId)).toBe('referral');
		expect(await lastPassed(caseId)).toMatchObject({
			what: 'referral.sent',
			subjectId: referralId,
			params: { cause: 'cashShort' }
		});
		expect(diagnosisId).toBeTruthy();
	});

	it('to one person of that poli', async () => {
		const { caseId } = await referred(by('specialist').id);
		const [sent] = await ask((reader) => referralsOf(reader, by('adviser'), caseId));
		expect(sent).toMatchObject({ toStaffId: by('specialist').id, toName: 'Made Suardana' });
	});

	it('not to a person who does not serve there, nor to one of another office', async () => {
		const patient = await diagnosed();
		const send = (toStaffId: string) => act(by('adviser'), makeReferral, { ...patient, toStaffId, question });
		await expect(send(by('fieldOfficer').id)).rejects.toEqual(badInput({ toStaffId: 'notInThisClinic' }));
		await expect(send(world.buleleng.actors.specialist.id)).rejects.toEqual(refusal('missing'));
		await expect(send(newId())).rejects.toEqual(refusal('missing'));
		expect(await stageOf(patient.caseId)).toBe('diagnosis');
	});

	it('not twice while the first waits; of two at once one is sent', async () => {
		const patient = await diagnosed();
		const both = await Promise.allSettled([1, 2].map(() => act(by('adviser'), makeReferral, { ...patient, question })));
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: refusal('referrals.alreadySent')
		});
	});

	it('again after a refusal', async () => {
		const { referralId, ...patient } = await referred();
		await act(by('specialist'), answerReferral, { referralId, decision: 'refuse', answer: 'Sedang cuti' });
		await act(by('adviser'), makeReferral, { ...patient, question }, minutesLater(1));
		expect(
			(await ask((reader) => referralsOf(reader, by('adviser'), patient.caseId))).map(({ state }) => state)
		).toEqual(['sent', 'refused']);
	});

	it('not for a diagnosis that was replaced', async () => {
		const { caseId, diagnosisId } = await diagnosed();
		await act(by('adviser'), recordDiagnosis, { caseId, main: 'cashShort' });
		await expect(act(by('adviser'), makeReferral, { caseId, diagnosisId, question })).rejects.toEqual(
			refusal('referrals.diagnosisReplaced')
		);
	});

	it('not to a closed poli', async () => {
		const { caseId } = await complaining('courtCase');
		const { diagnosisId } = await act(by('adviser'), recordDiagnosis, { caseId, main: 'dispute' });
		await test.admin.query('update clinics set is_open = false where id = $1', [world.sragen.clinics.law]);
		await expect(act(by('adviser'), makeReferral, { caseId, diagnosisId, question })).rejects.toEqual(
			refusal('referrals.clinicClosed')
		);
	});

	it('wants a question', async () => {
		const patient = await diagnosed();
		await expect(act(by('adviser'), makeReferral, { ...patient, question: ' ' })).rejects.toEqual(
			badInput({ question: 'required' })
		);
	});

	it('answers foreign, mixed and missing ids alike, and refuses who may not', async () => {
		const patient = await diagnosed();
		const other = await diagnosed();
		const mixed = { caseId: patient.caseId, diagnosisId: other.diagnosisId, question };
		await expect(act(by('adviser'), makeReferral, mixed)).rejects.toEqual(refusal('missing'));
		await expect(act(world.buleleng.actors.adviser, makeReferral, { ...patient, question })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('adviser'), makeReferral, { ...patient, diagnosisId: newId(), question })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('specialist'), makeReferral, { ...patient, question })).rejects.toEqual(refusal('forbidden'));
	});
});

describe('answerReferral', () => {
	it('accepts: the case is theirs', async () => {
		const { caseId, referralId } = await accepted();
		const [answered] = await ask((reader) => referralsOf(reader, by('adviser'), caseId));
		expect(answered).toMatchObject({ state: 'accepted', answeredByName: 'Made Suardana' });
		expect(await lastPassed(caseId)).toMatchObject({
			what: 'referral.accepted',
			stage: 'referral',
			subjectId: referralId,
			byName: 'Made Suardana'
		});
	});

	it('refuses with a reason, never without', async () => {
		const { caseId, referralId } = await referred();
		const refuse = { referralId, decision: 'refuse' };
		await expect(act(by('specialist'), answerReferral, refuse)).rejects.toEqual(badInput({ answer: 'required' }));
		await act(by('specialist'), answerReferral, { ...refuse, answer: 'Bukan bidang saya' });
		expect(await lastPassed(caseId)).toMatchObject({ what: 'referral.refused', stage: null, why: 'Bukan bidang saya' });
		expect(await stageOf(caseId)).toBe('referral');
	});

	it('of two who press at once one wins; the other is told who', async () => {
		const { referralId } = await referred();
		const both = await Promise.allSettled(
			['specialist', 'adviser'].map((role) =>
				act(by(role as 'specialist'), answerReferral, { referralId, decision: 'accept' })
			)
		);
		const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const winner = both[0]!.status === 'fulfilled' ? 'Made Suardana' : 'Ratna Anggraini';
		expect(lost.reason).toEqual(refusal('referrals.answered'));
		expect(lost.reason.params).toEqual({ name: winner });
	});

	it('is for the poli or the person asked only', async () => {
		const { referralId } = await referred();
		const accept = { referralId, decision: 'accept' };
		await expect(act(elsewhere(), answerReferral, accept)).rejects.toEqual(refusal('missing'));
		await expect(act(elsewhere([world.sragen.clinics.law]), answerReferral, accept)).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(world.buleleng.actors.specialist, answerReferral, accept)).rejects.toEqual(refusal('missing'));
		await expect(
			act({ ...world.sragen.system, clinicIds: [world.sragen.clinics.finance] }, answerReferral, accept)
		).rejects.toEqual(refusal('missing'));
		await expect(act(by('receptionist'), answerReferral, accept)).rejects.toEqual(refusal('forbidden'));
		await expect(act(by('specialist'), answerReferral, { ...accept, referralId: newId() })).rejects.toEqual(
			refusal('missing')
		);
	});

	it('by the person asked, also when no longer in that poli', async () => {
		const { referralId } = await referred(by('specialist').id);
		const moved = { ...by('specialist'), clinicIds: [] };
		expect(await act(moved, answerReferral, { referralId, decision: 'accept' })).toEqual({
			referralId,
			isAccepted: true
		});
	});
});

describe('a specialist from outside', () => {
	it('lists what waits for an answer and what he or she accepted, nothing else', async () => {
		const waiting = await referred();
		const mine = await accepted();
		const taken = await referred();
		await act(by('adviser'), answerReferral, { referralId: taken.referralId, decision: 'accept' });
		const refused = await referred();
		await act(by('specialist'), answerReferral, {
			referralId: refused.referralId,
			decision: 'refuse',
			answer: 'Penuh'
		});
		const list = await worklist(by('specialist'));
		expect(list).toContain(waiting.referralId);
		expect(list).toContain(mine.referralId);
		expect(list).not.toContain(taken.referralId);
		expect(list).not.toContain(refused.referralId);
		expect(list.indexOf(waiting.referralId)).toBeLessThan(list.indexOf(mine.referralId));
		expect(await worklist(elsewhere())).toEqual([]);
		expect(await worklist(elsewhere([world.sragen.clinics.law]))).toEqual([]);
		expect(await worklist(world.buleleng.actors.specialist)).toEqual([]);
	});

	it('opens the file of these only', async () => {
		const { referralId } = await referred();
		expect((await file(by('specialist'), referralId)).referral.id).toBe(referralId);
		for (const stranger of [elsewhere(), elsewhere([world.sragen.clinics.law]), world.buleleng.actors.specialist])
			await expect(file(stranger, referralId)).rejects.toEqual(refusal('missing'));
		await act(by('adviser'), answerReferral, { referralId, decision: 'accept' });
		await expect(file(by('specialist'), referralId)).rejects.toEqual(refusal('missing'));
	});

	it('sees who it is, what hurts, the one diagnosis, the question and the last examination, and nothing else', async () => {
		const { referralId } = await referred();
		const seen = await file(by('specialist'), referralId);
		expect(Object.keys(seen).sort()).toEqual([
			'complaints',
			'cooperative',
			'diagnosis',
			'examination',
			'referral',
			'stage'
		]);
		expect(Object.keys(seen.cooperative).sort()).toEqual([
			'district',
			'foundedOn',
			'hasSavingsUnit',
			'kind',
			'legalNumber',
			'name',
			'pattern',
			'registryNumber'
		]);
		expect(seen.complaints.map(({ words, codes }) => [words, codes])).toEqual([
			['Anggota menarik simpanan, kas tidak cukup.', ['cashShort']]
		]);
		expect(seen.diagnosis).toMatchObject({ cause: 'cashShort', rank: 'main' });
		expect(seen.examination).toBeNull();
	});

	it('leaves a trace of having opened the file, and none where it was not his or hers', async () => {
		const { caseId, referralId } = await referred();
		await act(by('specialist'), recordReferralAccess, { referralId });
		const { rows } = await test.admin.query('select actor_id from case_accesses where case_id = $1', [caseId]);
		expect(rows).toEqual([{ actor_id: by('specialist').id }]);
		for (const stranger of [elsewhere(), world.buleleng.actors.specialist])
			await expect(act(stranger, recordReferralAccess, { referralId })).rejects.toEqual(refusal('missing'));
		await expect(act(by('receptionist'), recordReferralAccess, { referralId })).rejects.toEqual(refusal('forbidden'));
	});

	it('has the case only once it is accepted', async () => {
		const { caseId, referralId } = await referred();
		const open = (actor: Actor) => ask((reader) => treatedCase(reader, actor, caseId), actor);
		await expect(open(by('specialist'))).rejects.toEqual(refusal('missing'));
		expect((await open(by('adviser'))).id).toBe(caseId);
		await act(by('specialist'), answerReferral, { referralId, decision: 'accept' });
		expect((await open(by('specialist'))).id).toBe(caseId);
		await expect(open(world.buleleng.actors.adviser)).rejects.toEqual(refusal('missing'));
	});

	it('treats beside another: two causes of one patient, two specialists, each with the own question', async () => {
		const { caseId } = await complaining('cashShort', 'badLoans');
		await act(by('adviser'), recordDiagnosis, { caseId, main: 'cashShort', sides: ['badLoans'] });
		const causes = await ask((reader) => diagnosesOf(reader, by('adviser'), caseId));
		const [first, second] = await Promise.all(
			causes.map(({ id }) => act(by('adviser'), makeReferral, { caseId, diagnosisId: id, question }))
		);
		await act(by('specialist'), answerReferral, { referralId: first!.referralId, decision: 'accept' });
		await act(by('adviser'), answerReferral, { referralId: second!.referralId, decision: 'accept' });
		expect((await file(by('specialist'), first!.referralId)).diagnosis.cause).toBe('cashShort');
		await expect(file(by('specialist'), second!.referralId)).rejects.toEqual(refusal('missing'));
		const talk = { complaint: 'Kas', findings: 'Kurang', assessment: 'Berat', plan: 'Jadwal' };
		for (const [actor, { referralId }] of [
			[by('specialist'), first!],
			[by('adviser'), second!]
		] as const)
			await act(actor, recordSession, { referralId, ...talk });
		expect(await stageOf(caseId)).toBe('treatment');
		const answered = await ask((reader) => referralsOf(reader, by('adviser'), caseId));
		expect(answered.map(({ answeredByName }) => answeredByName).sort()).toEqual(['Made Suardana', 'Ratna Anggraini']);
	});

	it('a further referral in treatment leaves the case where it stands', async () => {
		const { caseId, diagnosisId } = await planned();
		await act(by('adviser'), makeReferral, { caseId, diagnosisId, question }, minutesLater(1));
		expect(await stageOf(caseId)).toBe('treatment');
	});
});

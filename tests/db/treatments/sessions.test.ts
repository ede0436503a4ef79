import { beforeAll, describe, expect, it } from 'vitest';
import { answerReferral } from '#clinic/referrals/server/commands.ts';
import { agreeToSession, recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { planOf, sessionsOf, sessionsToAgree } from '#clinic/treatments/server/reads.ts';
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
const { ask, act, note, arrived, diagnosed, referred, accepted, planned, monitored, stageOf, lastPassed } = ward(
	test,
	() => world.sragen
);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const notesOf = (actor: Actor, caseId: string) => ask((reader) => sessionsOf(reader, actor, caseId), actor);

describe('recordSession', () => {
	it('by the specialist who accepted: the treatment begins', async () => {
		const { caseId, referralId } = await accepted();
		const { sessionId } = await act(by('specialist'), recordSession, { referralId, ...note });
		expect(await notesOf(by('specialist'), caseId)).toMatchObject([
			{ id: sessionId, referralId, ...note, byName: 'Made Suardana' }
		]);
		expect(await stageOf(caseId)).toBe('treatment');
		expect(await lastPassed(caseId)).toMatchObject({ what: 'session.recorded', subjectId: sessionId });
	});

	it('by an adviser of the office, for the case itself', async () => {
		const { caseId } = await accepted();
		await act(by('adviser'), recordSession, { caseId, ...note });
		expect(await notesOf(by('adviser'), caseId)).toMatchObject([{ referralId: null, byName: 'Ratna Anggraini' }]);
	});

	it('wants all four parts', async () => {
		const { caseId } = await accepted();
		await expect(act(by('adviser'), recordSession, { caseId })).rejects.toEqual(
			badInput({ complaint: 'required', findings: 'required', assessment: 'required', plan: 'required' })
		);
	});

	it('not by a specialist before accepting, nor on a colleague’s referral', async () => {
		const { caseId, referralId } = await referred();
		const specialist = by('specialist');
		await expect(act(specialist, recordSession, { referralId, ...note })).rejects.toEqual(refusal('missing'));
		await expect(act(specialist, recordSession, { caseId, ...note })).rejects.toEqual(refusal('missing'));
		await act(by('adviser'), answerReferral, { referralId, decision: 'accept' });
		await expect(act(specialist, recordSession, { referralId, ...note })).rejects.toEqual(refusal('missing'));
		await expect(notesOf(specialist, caseId)).rejects.toEqual(refusal('missing'));
		// Seeing the office's cases is not treating them.
		const seeing = { ...specialist, permissions: new Set([...specialist.permissions, 'case.view']) };
		await expect(act(seeing, recordSession, { caseId, ...note })).rejects.toEqual(refusal('missing'));
	});

	it('not before the case is with a poli', async () => {
		const { caseId } = await diagnosed();
		await expect(act(by('adviser'), recordSession, { caseId, ...note })).rejects.toEqual(refusal('cases.notNow'));
		const fresh = await arrived();
		await expect(act(by('adviser'), recordSession, { caseId: fresh.caseId, ...note })).rejects.toEqual(
			refusal('cases.notNow')
		);
	});

	it('brings a case under monitoring back into treatment', async () => {
		const { caseId } = await monitored();
		await act(by('adviser'), recordSession, { caseId, ...note }, minutesLater(1));
		expect(await stageOf(caseId)).toBe('treatment');
	});

	it('answers foreign, mixed and missing ids alike, and refuses who may not', async () => {
		const { caseId, referralId } = await accepted();
		const other = await accepted();
		const foreign = world.buleleng.actors.adviser;
		await expect(act(foreign, recordSession, { caseId, ...note })).rejects.toEqual(refusal('missing'));
		await expect(act(foreign, recordSession, { referralId, ...note })).rejects.toEqual(refusal('missing'));
		await expect(act(by('adviser'), recordSession, { ...note })).rejects.toEqual(refusal('missing'));
		await expect(act(by('adviser'), recordSession, { caseId: newId(), ...note })).rejects.toEqual(refusal('missing'));
		await expect(act(by('adviser'), recordSession, { caseId: other.caseId, referralId, ...note })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('receptionist'), recordSession, { caseId, ...note })).rejects.toEqual(refusal('forbidden'));
		await expect(notesOf(foreign, caseId)).rejects.toEqual(refusal('missing'));
	});

	it('of two officers: one writes, the other agrees; it counts for an action’s dose', async () => {
		const { caseId, officesAction } = await planned();
		const second = { secondId: by('specialist').id, actionId: officesAction };
		const { sessionId } = await act(by('adviser'), recordSession, { caseId, ...note, ...second });
		expect(await lastPassed(caseId)).toMatchObject({ params: { second: 'Made Suardana' } });
		const waiting = (role: 'adviser' | 'specialist') =>
			ask(async (reader) => (await sessionsToAgree(reader, by(role))).map(({ id }) => id), by(role));
		expect([await waiting('specialist'), await waiting('adviser')]).toEqual([[sessionId], []]);
		await expect(act(by('adviser'), agreeToSession, { sessionId })).rejects.toEqual(refusal('missing'));
		await act(by('specialist'), agreeToSession, { sessionId }, minutesLater(3));
		await act(by('specialist'), agreeToSession, { sessionId }, minutesLater(9));
		expect((await notesOf(by('adviser'), caseId))[0]).toMatchObject({
			secondName: 'Made Suardana',
			secondAgreedAt: minutesLater(3)
		});
		expect(await waiting('specialist')).toEqual([]);
		const plan = await ask((reader) => planOf(reader, by('adviser'), caseId));
		expect(plan!.actions.map(({ held }) => held)).toEqual([0, 1]);
	});

	it('the second is somebody else of this office, the action one of this case', async () => {
		const { caseId } = await planned();
		const other = await planned();
		const record = (more: object) => act(by('adviser'), recordSession, { caseId, ...note, ...more });
		await expect(record({ secondId: by('adviser').id })).rejects.toEqual(badInput({ secondId: 'notYourself' }));
		await expect(record({ secondId: by('receptionist').id })).rejects.toEqual(badInput({ secondId: 'holdsNoTalks' }));
		await expect(record({ secondId: world.buleleng.actors.inspector.id })).rejects.toEqual(refusal('missing'));
		await expect(record({ actionId: other.officesAction })).rejects.toEqual(refusal('missing'));
	});
});

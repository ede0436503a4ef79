import { beforeAll, describe, expect, it } from 'vitest';
import {
	attendTraining,
	closeAttendance,
	matchAttendance,
	openAttendance,
	planTraining,
	writeAttendance
} from '#clinic/treatments/server/commands/trainings.ts';
import { proposePlan, decidePlan } from '#clinic/treatments/server/commands/plans.ts';
import { planOf } from '#clinic/treatments/server/reads.ts';
import { openCode, trainingFor, trainingOf, trainingsOf } from '#clinic/treatments/server/reads/trainings.ts';
import { codeHours, meantCooperative } from '#clinic/treatments/trainings.ts';
import { linkPurposes } from '#clinic/offices/roles.ts';
import { linkActor, linkByToken, linkToken, type Link } from '#platform/links/links.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, treated, complaining, lastPassed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const lesson = {
	title: 'Pembukuan sederhana',
	trainers: 'Ratna Anggraini',
	place: 'Aula dinas',
	heldOn: '2026-03-02',
	fromTime: '09.00'
};
const announce = async (...caseIds: string[]) =>
	(await act(by('adviser'), planTraining, { ...lesson, caseIds })).trainingId;
const come = (token: string, now = smallNow) =>
	linkByToken(test.database, token, 'training', { address: '192.0.2.9', now });
/** Somebody who has scanned the code on the screen. */
async function inRoom(trainingId: string) {
	const { linkId } = await act(by('adviser'), openAttendance, { trainingId });
	return linkActor((await come(linkToken(linkId))) as Link, linkPurposes.training);
}
const present = async (trainingId: string) =>
	(await ask((reader) => trainingOf(reader, by('adviser'), trainingId))).present;

describe('planTraining', () => {
	it('invites open cases of the office, and each case knows it', async () => {
		const { caseId } = await complaining('booksBehind');
		const trainingId = await announce(caseId);
		expect(await lastPassed(caseId)).toMatchObject({ what: 'training.planned', subjectId: trainingId });
		expect((await ask((reader) => trainingsOf(reader, by('adviser'))))[0]).toMatchObject({ invited: 1, came: 0 });
	});

	it('no foreign or closed case, no day that is past, no time that is none', async () => {
		const { caseId } = await complaining('booksBehind');
		await expect(announce(caseId, world.buleleng.caseId)).rejects.toEqual(refusal('missing'));
		await expect(announce()).rejects.toEqual(badInput({ caseIds: 'required' }));
		const wrong = { ...lesson, heldOn: '2026-03-01', caseIds: [caseId] };
		await expect(act(by('adviser'), planTraining, wrong)).rejects.toEqual(badInput({ heldOn: 'dayPassed' }));
		await expect(act(by('adviser'), planTraining, { ...lesson, fromTime: '25.00', caseIds: [caseId] })).rejects.toEqual(
			badInput({ fromTime: 'notATime' })
		);
		await test.admin.query('update cases set closed_at = now() where id = $1', [caseId]);
		await expect(announce(caseId)).rejects.toEqual(refusal('missing'));
	});
});

describe('attendance by the code on the screen', () => {
	it('is noted once for a person, with the invited cooperative that was typed', async () => {
		const { caseId, cooperativeId } = await complaining('booksBehind');
		const trainingId = await announce(caseId);
		const here = await inRoom(trainingId);
		const { cooperatives } = await ask((reader) => trainingOf(reader, by('adviser'), trainingId));
		const typed = cooperatives[0]!.cooperative.toLowerCase();
		expect(await ask((reader) => trainingFor(reader, here), here)).toMatchObject({ title: 'Pembukuan sederhana' });
		await Promise.all([1, 2].map(() => act(here, attendTraining, { name: 'Bu Sri', cooperative: typed })));
		await act(here, attendTraining, { name: 'BU  SRI', cooperative: typed });
		await act(here, attendTraining, { name: 'Pak Dwi', cooperative: 'Koperasi Lain Sekali' });
		expect((await present(trainingId)).map((one) => [one.name, one.cooperativeId, one.via]).toSorted()).toEqual(
			[
				['Bu Sri', cooperativeId, 'code'],
				['Pak Dwi', null, 'code']
			].toSorted()
		);
	});

	it('opens the list and nothing else, and only while it is open', async () => {
		const { caseId } = await complaining('booksBehind');
		const trainingId = await announce(caseId);
		const here = await inRoom(trainingId);
		expect([...here.permissions]).toEqual(['training.attend']);
		await expect(act(here, writeAttendance, { trainingId, name: 'X', cooperative: 'Y' })).rejects.toEqual(
			refusal('forbidden')
		);
		await expect(act(by('adviser'), attendTraining, { name: 'X', cooperative: 'Y' })).rejects.toEqual(
			refusal('forbidden')
		);
		const first = (await ask((reader) => openCode(reader, by('adviser'), trainingId, smallNow)))!.id;
		await inRoom(trainingId);
		expect(await come(linkToken(first))).toBe('revoked');
		const second = (await ask((reader) => openCode(reader, by('adviser'), trainingId, smallNow)))!.id;
		expect(await come(linkToken(second), minutesLater(codeHours * 60))).toBe('expired');
		await act(by('adviser'), closeAttendance, { trainingId });
		expect(await come(linkToken(second))).toBe('revoked');
		expect(await ask((reader) => openCode(reader, by('adviser'), trainingId, smallNow))).toBeNull();
	});
});

describe('matchAttendance', () => {
	it('says which invited cooperative was meant, never another', async () => {
		const { caseId, cooperativeId } = await complaining('booksBehind');
		const other = await complaining('booksBehind');
		const trainingId = await announce(caseId);
		await act(by('adviser'), writeAttendance, { trainingId, name: 'Pak Dwi', cooperative: 'Tidak jelas' });
		const [one] = await present(trainingId);
		expect(one).toMatchObject({ cooperativeId: null, via: 'officer' });
		await expect(
			act(by('adviser'), matchAttendance, { attendanceId: one!.id, cooperativeId: other.cooperativeId })
		).rejects.toEqual(refusal('missing'));
		await act(by('adviser'), matchAttendance, { attendanceId: one!.id, cooperativeId });
		expect((await present(trainingId))[0]).toMatchObject({ cooperativeId });
		await act(by('adviser'), matchAttendance, { attendanceId: one!.id, cooperativeId: '' });
		expect((await present(trainingId))[0]).toMatchObject({ cooperativeId: null });
	});

	it('a name that could mean two is left to the officer', () => {
		const invited = [
			{ cooperativeId: 'a', name: 'KSP Sumber Rejeki' },
			{ cooperativeId: 'b', name: 'Koperasi Sumber Rejeki' },
			{ cooperativeId: 'c', name: 'KSU Tani Makmur' }
		];
		expect(meantCooperative('sumber rejeki', invited)).toBeNull();
		expect(meantCooperative('Kop. Tani Makmur', invited)).toBe('c');
	});
});

describe('the dose', () => {
	it('a training to which the cooperative came is one of the meetings of its plan', async () => {
		const { caseId, cooperativeId, referralId } = await treated();
		const actions = [{ what: 'Latih pembukuan', owner: 'office', dueOn: '2026-04-01', meetings: '3' }];
		const { planId } = await act(by('specialist'), proposePlan, { referralId, aim: 'Buku lengkap', actions });
		await act(by('headOfDivision'), decidePlan, { planId, decision: 'approve' });
		const trainingId = await announce(caseId);
		const held = async () =>
			(await ask((reader) => planOf(reader, by('adviser'), caseId)))!.actions.map(({ held: count }) => count);
		expect(await held()).toEqual([0]);
		for (const name of ['Bu Sri', 'Pak Dwi'])
			await act(by('adviser'), writeAttendance, { trainingId, name, cooperative: 'x' });
		for (const { id } of await present(trainingId))
			await act(by('adviser'), matchAttendance, { attendanceId: id, cooperativeId });
		expect(await held()).toEqual([1]);
	});
});

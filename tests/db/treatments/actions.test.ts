import { beforeAll, describe, expect, it } from 'vitest';
import { issueBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import { decidePlan, proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { tickAction, untickAction } from '#clinic/treatments/server/commands/actions.ts';
import { planOf, plansOf } from '#clinic/treatments/server/reads.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { boardActor, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, actions, accepted, proposed, planned, passed, lastPassed, stageOf } = ward(test, () => world.sragen);
type Planned = Awaited<ReturnType<typeof planned>>;
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const stateOf = async (caseId: string, actionId: string) =>
	(await ask((reader) => planOf(reader, by('adviser'), caseId)))!.actions.find(({ id }) => id === actionId)!;

/** The chair of the patient, come by a link of the desk. */
async function chair({ cooperativeId, chairId }: Planned) {
	const { linkId } = await act(by('receptionist'), issueBoardLink, { cooperativeId, personId: chairId });
	return boardActor(world.sragen.officeId, linkId, cooperativeId, chairId);
}

describe('tickAction', () => {
	it('by the board’s link: done, under the name on the slip', async () => {
		const patient = await planned();
		const { caseId, boardsAction: actionId } = patient;
		expect(
			await act(await chair(patient), tickAction, { actionId, note: 'Daftar terlampir' }, minutesLater(1))
		).toEqual({ actionId, isNew: true });
		expect(await stateOf(caseId, actionId)).toMatchObject({
			doneAt: minutesLater(1),
			doneByName: 'Sutrisno',
			doneNote: 'Daftar terlampir'
		});
		expect(await lastPassed(caseId)).toMatchObject({
			what: 'plan.actionDone',
			stage: null,
			byKind: 'link',
			byName: 'Sutrisno',
			params: { action: 'Susun daftar penarikan' }
		});
		expect(await stageOf(caseId)).toBe('treatment');
	});

	it('pressed twice, also at once: done once, by the first', async () => {
		const patient = await planned();
		const { caseId, boardsAction: actionId } = patient;
		const link = await chair(patient);
		const results = await Promise.all([1, 2].map(() => act(link, tickAction, { actionId })));
		expect(results.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
		expect((await passed(caseId)).filter((what) => what === 'plan.actionDone')).toHaveLength(1);
		expect(await act(by('adviser'), tickAction, { actionId }, minutesLater(9))).toEqual({ actionId, isNew: false });
		expect(await stateOf(caseId, actionId)).toMatchObject({ doneByName: 'Sutrisno' });
	});

	it('by staff in care and by the specialist who accepted, for the office’s actions too', async () => {
		const { caseId, boardsAction, officesAction } = await planned();
		await act(by('adviser'), tickAction, { actionId: officesAction });
		await act(by('specialist'), tickAction, { actionId: boardsAction });
		expect(await stateOf(caseId, officesAction)).toMatchObject({ doneByName: 'Ratna Anggraini' });
		expect(await stateOf(caseId, boardsAction)).toMatchObject({ doneByName: 'Made Suardana' });
	});

	it('not the office’s actions by the board', async () => {
		const patient = await planned();
		await expect(act(await chair(patient), tickAction, { actionId: patient.officesAction })).rejects.toEqual(
			refusal('treatments.officesAction')
		);
	});

	it('not before the plan is approved', async () => {
		const { caseId } = await proposed();
		const [plan] = await ask((reader) => plansOf(reader, by('adviser'), caseId));
		await expect(act(by('adviser'), tickAction, { actionId: plan!.actions[0]!.id })).rejects.toEqual(
			refusal('treatments.planNotApproved')
		);
	});

	it('not of another cooperative, another office, another specialist’s case', async () => {
		const patient = await planned();
		const other = await planned();
		const { boardsAction: actionId } = patient;
		await expect(act(await chair(other), tickAction, { actionId })).rejects.toEqual(refusal('missing'));
		await expect(act(world.buleleng.actors.adviser, tickAction, { actionId })).rejects.toEqual(refusal('missing'));
		await expect(act({ ...by('specialist'), id: by('fieldOfficer').id }, tickAction, { actionId })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('adviser'), tickAction, { actionId: newId() })).rejects.toEqual(refusal('missing'));
		await expect(act(by('receptionist'), tickAction, { actionId })).rejects.toEqual(refusal('forbidden'));
	});

	it('not once the case is closed', async () => {
		const { caseId, boardsAction: actionId } = await planned();
		await test.admin.query('update cases set closed_at = now() where id = $1', [caseId]);
		await expect(act(by('adviser'), tickAction, { actionId })).rejects.toEqual(refusal('cases.closed'));
	});
});

describe('untickAction', () => {
	it('takes a mistaken tick back; the history keeps both', async () => {
		const patient = await planned();
		const { caseId, boardsAction: actionId } = patient;
		const link = await chair(patient);
		await act(link, tickAction, { actionId });
		expect(await act(link, untickAction, { actionId }, minutesLater(1))).toEqual({ actionId, isNew: true });
		expect(await stateOf(caseId, actionId)).toMatchObject({
			doneAt: null,
			doneBy: null,
			doneByName: null,
			doneNote: null
		});
		expect((await passed(caseId)).slice(0, 2)).toEqual(['plan.actionUndone', 'plan.actionDone']);
		expect(await act(link, untickAction, { actionId }, minutesLater(2))).toEqual({ actionId, isNew: false });
	});

	it('is held by the same line', async () => {
		const patient = await planned();
		const { cooperativeId } = await accepted();
		const stranger = boardActor(world.sragen.officeId, newId(), cooperativeId, patient.chairId);
		await expect(act(stranger, untickAction, { actionId: patient.boardsAction })).rejects.toEqual(refusal('missing'));
		await expect(act(await chair(patient), untickAction, { actionId: patient.officesAction })).rejects.toEqual(
			refusal('treatments.officesAction')
		);
	});

	it('an older approved plan stays as it was when a new one is in force', async () => {
		const { caseId, referralId, boardsAction } = await planned();
		await act(by('adviser'), tickAction, { actionId: boardsAction });
		const { planId } = await act(
			by('specialist'),
			proposePlan,
			{ referralId, aim: 'Tahap kedua', actions },
			minutesLater(1)
		);
		await act(by('headOfDivision'), decidePlan, { planId, decision: 'approve' }, minutesLater(2));
		const plans = await ask((reader) => plansOf(reader, by('adviser'), caseId));
		expect(plans.map((plan) => plan.actions.filter(({ doneAt }) => doneAt).length)).toEqual([0, 1]);
	});
});

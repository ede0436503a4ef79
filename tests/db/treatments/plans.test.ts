import { beforeAll, describe, expect, it } from 'vitest';
import { proposeClosure } from '#clinic/closures/server/commands/outcome.ts';
import { decidePlan, proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { planOf, plansOf, plansWaiting } from '#clinic/treatments/server/reads.ts';
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
const { ask, act, actions, diagnosed, accepted, proposed, planned, monitored, stageOf, lastPassed } = ward(
	test,
	() => world.sragen
);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const aim = 'Kas cukup untuk penarikan anggota';
const plansFor = (actor: Actor, caseId: string) => ask((reader) => plansOf(reader, actor, caseId), actor);
const inForce = (actor: Actor, caseId: string) => ask((reader) => planOf(reader, actor, caseId), actor);
const both = (one: unknown, other: unknown) => Promise.allSettled([one, other]);
const lost = (results: PromiseSettledResult<unknown>[]) =>
	results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];

describe('proposePlan', () => {
	it('hangs the plan on the cause that was referred, and it waits for the head of division', async () => {
		const { caseId, referralId, diagnosisId } = await accepted();
		const { planId } = await act(by('specialist'), proposePlan, { referralId, aim, actions });
		const [plan] = await plansFor(by('specialist'), caseId);
		expect(plan).toMatchObject({
			id: planId,
			diagnosisId,
			cause: 'cashShort',
			aim,
			state: 'proposed',
			proposedByName: 'Made Suardana'
		});
		expect(plan!.actions.map(({ position, what, owner, dueOn }) => [position, what, owner, dueOn])).toEqual([
			[0, 'Susun daftar penarikan', 'treasurer', '2026-03-20'],
			[1, 'Dampingi rapat pengurus', 'office', '2026-04-01']
		]);
		const waiting = await ask((reader) => plansWaiting(reader, by('headOfDivision')));
		expect(waiting.find(({ id }) => id === planId)).toMatchObject({ caseId, cause: 'cashShort', aim });
		expect(await lastPassed(caseId)).toMatchObject({ what: 'plan.proposed', stage: null, params: { actions: 2 } });
	});

	it('by an adviser on the main cause of the case', async () => {
		const { caseId, diagnosisId } = await accepted();
		await act(by('adviser'), proposePlan, { caseId, aim, actions });
		expect((await plansFor(by('adviser'), caseId))[0]).toMatchObject({ diagnosisId });
	});

	it('takes no day that is past, and says in which line', async () => {
		const { caseId } = await accepted();
		const lines = [actions[0], { what: '', owner: 'chair', dueOn: '' }, { ...actions[1], dueOn: '2026-03-01' }];
		await expect(act(by('adviser'), proposePlan, { caseId, aim, actions: lines })).rejects.toEqual(
			badInput({ 'actions.2.dueOn': 'dayPassed' })
		);
		const today = [{ ...actions[0], dueOn: '2026-03-02' }];
		await act(by('adviser'), proposePlan, { caseId, aim, actions: today });
	});

	it('wants an aim and at least one action', async () => {
		const { caseId } = await accepted();
		await expect(act(by('adviser'), proposePlan, { caseId, aim: '', actions: [] })).rejects.toEqual(
			badInput({ aim: 'required', actions: 'atLeastOneAction' })
		);
	});

	it('one at a time: of two at once one waits', async () => {
		const { caseId, referralId } = await accepted();
		const propose = (actor: Actor, where: object) => act(actor, proposePlan, { ...where, aim, actions });
		const [refused, ...rest] = lost(
			await both(propose(by('adviser'), { caseId }), propose(by('specialist'), { referralId }))
		);
		expect(rest).toEqual([]);
		expect(refused!.reason).toEqual(refusal('treatments.planWaiting'));
	});

	it('not before the case is with a poli, nor under a closure proposal', async () => {
		const { caseId } = await diagnosed();
		await expect(act(by('adviser'), proposePlan, { caseId, aim, actions })).rejects.toEqual(
			refusal('treatments.notPlannable')
		);
		await act(
			by('adviser'),
			proposeClosure,
			{ caseId, ground: 'lawNotMet', reasons: 'Pengurus tidak ditemukan' },
			minutesLater(1)
		);
		await expect(act(by('adviser'), proposePlan, { caseId, aim, actions })).rejects.toEqual(
			refusal('treatments.notPlannable')
		);
	});

	it('answers foreign and missing ids alike, and refuses who may not', async () => {
		const { caseId, referralId } = await accepted();
		await expect(act(world.buleleng.actors.adviser, proposePlan, { caseId, aim, actions })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(world.buleleng.actors.specialist, proposePlan, { referralId, aim, actions })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('specialist'), proposePlan, { referralId: newId(), aim, actions })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('receptionist'), proposePlan, { caseId, aim, actions })).rejects.toEqual(refusal('forbidden'));
	});
});

describe('decidePlan', () => {
	it('approves: the plan is in force', async () => {
		const { caseId, planId } = await proposed();
		await act(by('headOfDivision'), decidePlan, { planId, decision: 'approve' });
		expect(await inForce(by('adviser'), caseId)).toMatchObject({
			id: planId,
			state: 'approved',
			decidedByName: 'Endang Lestari'
		});
		expect(await lastPassed(caseId)).toMatchObject({ what: 'plan.approved', stage: 'treatment', subjectId: planId });
	});

	it('returns with a reason, never without; a new one may follow', async () => {
		const { caseId, referralId, planId } = await proposed();
		const back = { planId, decision: 'return' };
		await expect(act(by('headOfDivision'), decidePlan, back)).rejects.toEqual(badInput({ reason: 'required' }));
		await act(by('headOfDivision'), decidePlan, { ...back, reason: 'Tenggat terlalu pendek' });
		expect(await lastPassed(caseId)).toMatchObject({
			what: 'plan.returned',
			stage: null,
			why: 'Tenggat terlalu pendek'
		});
		expect(await inForce(by('adviser'), caseId)).toMatchObject({ id: planId, state: 'returned' });
		await act(by('specialist'), proposePlan, { referralId, aim, actions }, minutesLater(1));
		expect((await plansFor(by('adviser'), caseId)).map(({ state }) => state)).toEqual(['proposed', 'returned']);
	});

	it('never one’s own', async () => {
		const { caseId } = await accepted();
		const acting = { ...by('adviser'), permissions: new Set([...by('adviser').permissions, 'plan.approve']) };
		const { planId } = await act(acting, proposePlan, { caseId, aim, actions });
		await expect(act(acting, decidePlan, { planId, decision: 'approve' })).rejects.toEqual(
			refusal('treatments.ownPlan')
		);
	});

	it('once: the second of two who press is told who decided', async () => {
		const { planId } = await proposed();
		const second = { ...by('headOfDivision'), id: by('headOfOffice').id };
		const [late, ...rest] = lost(
			await both(
				act(by('headOfDivision'), decidePlan, { planId, decision: 'approve' }),
				act(second, decidePlan, { planId, decision: 'return', reason: 'Tidak' })
			)
		);
		expect(rest).toEqual([]);
		expect(late!.reason).toEqual(refusal('treatments.planDecided'));
		expect(['Endang Lestari', 'Slamet Riyadi']).toContain(late!.reason.params.name);
	});

	it('approves nothing under a closure proposal', async () => {
		const { caseId, planId } = await proposed();
		await act(
			by('adviser'),
			proposeClosure,
			{ caseId, ground: 'lawNotMet', reasons: 'Pengurus hilang' },
			minutesLater(1)
		);
		await expect(
			act(by('headOfDivision'), decidePlan, { planId, decision: 'approve' }, minutesLater(2))
		).rejects.toEqual(refusal('treatments.notPlannable'));
		await act(by('headOfDivision'), decidePlan, { planId, decision: 'return', reason: 'Ditutup' }, minutesLater(2));
		expect(await stageOf(caseId)).toBe('dissolutionProposed');
	});

	it('a new plan under monitoring brings the case back into treatment and replaces the old one', async () => {
		const { caseId, referralId, planId } = await monitored();
		const next = await act(by('specialist'), proposePlan, { referralId, aim: 'Tahap kedua', actions }, minutesLater(1));
		expect(await inForce(by('adviser'), caseId)).toMatchObject({ id: planId });
		await act(by('headOfDivision'), decidePlan, { planId: next.planId, decision: 'approve' }, minutesLater(2));
		expect(await stageOf(caseId)).toBe('treatment');
		expect(await inForce(by('adviser'), caseId)).toMatchObject({ id: next.planId });
	});

	it('answers foreign and missing ids alike, and refuses who may not', async () => {
		const { planId } = await proposed();
		await expect(
			act(world.buleleng.actors.headOfDivision, decidePlan, { planId, decision: 'approve' })
		).rejects.toEqual(refusal('missing'));
		await expect(act(by('headOfDivision'), decidePlan, { planId: newId(), decision: 'approve' })).rejects.toEqual(
			refusal('missing')
		);
		for (const role of ['adviser', 'specialist', 'headOfOffice'] as const)
			await expect(act(by(role), decidePlan, { planId, decision: 'approve' })).rejects.toEqual(refusal('forbidden'));
		expect(
			await ask(
				(reader) => plansWaiting(reader, world.buleleng.actors.headOfDivision),
				world.buleleng.actors.headOfDivision
			)
		).toEqual([]);
	});
});

describe('who sees a plan', () => {
	it('the board by its link: its own approved plan, no other', async () => {
		const waiting = await proposed();
		const mine = await planned();
		const link = (patient: typeof waiting) =>
			boardActor(world.sragen.officeId, newId(), patient.cooperativeId, patient.chairId);
		expect(await inForce(link(waiting), waiting.caseId)).toBeNull();
		expect(await inForce(link(mine), mine.caseId)).toMatchObject({ id: mine.planId });
		await expect(inForce(link(waiting), mine.caseId)).rejects.toEqual(refusal('missing'));
	});

	it('no specialist who did not accept the case, no other office', async () => {
		const { caseId } = await planned();
		const stranger = { ...by('specialist'), id: by('fieldOfficer').id };
		await expect(plansFor(stranger, caseId)).rejects.toEqual(refusal('missing'));
		await expect(plansFor(world.buleleng.actors.adviser, caseId)).rejects.toEqual(refusal('missing'));
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { raiseCards, settleCard } from '#clinic/monitoring/server/commands/cards.ts';
import { planControls, planFollowUp, recordFollowUp, watchOn } from '#clinic/monitoring/server/commands/controls.ts';
import { raiseInAllOffices } from '#clinic/monitoring/server/daily.ts';
import { followUpsOf } from '#clinic/monitoring/server/reads.ts';
import { comparisonOf } from '#clinic/monitoring/server/reads/comparison.ts';
import { cardsOfCase, controlsDue, openCards, stalledCases } from '#clinic/monitoring/server/reads/worklists.ts';
import { decidePlan } from '#clinic/treatments/server/commands/plans.ts';
import { changeCareSettings } from '#clinic/treatments/server/commands/care-settings.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import type { Actor } from '#platform/actor.ts';
import { addDays } from '#platform/clock.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, diagnosed, accepted, proposed, planned, monitored } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const open = async (caseId: string) =>
	(await ask((reader) => followUpsOf(reader, by('adviser'), caseId)))
		.filter(({ doneAt }) => !doneAt)
		.map(({ month, dueOn }) => [month, dueOn]);
const cards = (caseId: string) => ask((reader) => cardsOfCase(reader, by('adviser'), caseId));
const daysLater = (days: number) => new Date(smallNow.getTime() + days * 86_400_000);
const findings = 'Kas membaik';

const examined = async (caseId: string, cash: string, at = smallNow, bookYear = 2024) =>
	(
		await act(
			by('adviser'),
			recordExamination,
			{
				caseId,
				instrument: 'ksp-2016',
				version: '1',
				bookYear,
				unit: 'rupiah',
				standing: 'clinicCheck',
				figures: { cash, bank: '0', currentLiabilities: '1000' },
				sure: 'on'
			},
			at
		)
	).examinationId;

describe('planControls', () => {
	it('plans 1, 3, 6 and 12 months on open days, in place of what was planned', async () => {
		const { caseId } = await monitored();
		expect(await act(by('adviser'), planControls, { caseId, fromOn: smallToday })).toEqual({
			count: 4,
			nextOn: '2026-04-02'
		});
		expect(await open(caseId)).toEqual([
			[1, '2026-04-02'],
			[3, '2026-06-02'],
			[6, '2026-09-02'],
			[12, '2027-03-02']
		]);
	});

	it('as the office has chosen, moved by its weekends and holidays', async () => {
		const { actors } = world.sragen;
		const care = { namesShown: 'on' };
		await act(actors.officeAdministrator, changeCareSettings, { ...care, controlMonths: '2, 4' });
		const { caseId } = await planned();
		// 1 May is a holiday, 2 and 3 May a weekend; 1 July is an ordinary Wednesday.
		await act(by('adviser'), planControls, { caseId, fromOn: '2026-03-01' });
		expect(await open(caseId)).toEqual([
			[2, '2026-05-04'],
			[4, '2026-07-01']
		]);
		await act(actors.officeAdministrator, changeCareSettings, { ...care, controlMonths: '1, 3, 6, 12' });
	});

	it('not before the treatment, not in the past, not of another office', async () => {
		const { caseId } = await planned();
		await expect(act(by('adviser'), planControls, { caseId, fromOn: '2024-01-01' })).rejects.toEqual(
			badInput({ fromOn: 'dayPassed' })
		);
		const early = await diagnosed();
		await expect(act(by('adviser'), planControls, { caseId: early.caseId, fromOn: smallToday })).rejects.toEqual(
			refusal('cases.notNow')
		);
		await expect(act(world.buleleng.actors.adviser, planControls, { caseId, fromOn: smallToday })).rejects.toEqual(
			refusal('missing')
		);
	});

	it('a control that is held leaves the others; the board of cases knows the next day', async () => {
		const { caseId } = await planned();
		await act(by('adviser'), planControls, { caseId, fromOn: smallToday });
		const [first] = await ask((reader) => followUpsOf(reader, by('adviser'), caseId));
		await act(by('adviser'), recordFollowUp, { caseId, followUpId: first!.id, findings, nextOn: '' }, minutesLater(1));
		expect((await open(caseId)).map(([month]) => month)).toEqual([3, 6, 12]);
		const card = (await ask((reader) => stageBoard(reader, by('adviser')))).find(({ id }) => id === caseId);
		expect(card!.nextOn).toBe('2026-06-02');
		// Another day for the next one moves that one alone.
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-06-10' }, minutesLater(2));
		expect(await open(caseId)).toEqual([
			[3, '2026-06-10'],
			[6, '2026-09-02'],
			[12, '2027-03-02']
		]);
	});
});

describe('watchOn', () => {
	it('dates the next control and lets the series follow it', async () => {
		const { caseId } = await planned();
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-03-20' });
		await act(world.sragen.system, watchOn, { caseId, nextOn: '2026-06-15' });
		expect(await open(caseId)).toEqual([
			[null, '2026-06-15'],
			[6, '2026-09-02'],
			[12, '2027-03-02']
		]);
	});
});

describe('answers at a control', () => {
	const hold = (caseId: string, answers: object, at = smallNow) =>
		act(by('adviser'), recordFollowUp, { caseId, findings, answers }, at);

	it('still true keeps the last answer; what became worse raises a card', async () => {
		const { caseId } = await monitored();
		await hold(caseId, { planRuns: { answer: 'yes', note: 'Empat tindakan' }, boardMeets: { answer: 'partly' } });
		expect(await cards(caseId)).toEqual([]);
		const later = minutesLater(5);
		expect(
			await hold(caseId, { planRuns: { answer: 'still' }, boardMeets: { answer: 'no', note: 'Ketua sakit' } }, later)
		).toMatchObject({ worsened: 1 });
		const [newest] = (await ask((reader) => followUpsOf(reader, by('adviser'), caseId))).filter(
			({ doneAt }) => doneAt?.getTime() === later.getTime()
		);
		expect(newest!.answers).toEqual({
			planRuns: { answer: 'yes', note: 'Empat tindakan', still: true },
			boardMeets: { answer: 'no', note: 'Ketua sakit', still: false }
		});
		expect(await cards(caseId)).toMatchObject([
			{ kind: 'worsened', worsened: [{ what: 'answer', code: 'boardMeets', before: 'partly', after: 'no' }] }
		]);
	});

	it('nothing is still true that was never said; an answer of no question is not kept', async () => {
		const { caseId } = await monitored();
		await expect(hold(caseId, { planRuns: { answer: 'still' } })).rejects.toEqual(
			badInput({ 'answers.planRuns.answer': 'nothingSaidBefore' })
		);
		await expect(hold(caseId, { planRuns: { answer: 'perhaps' } })).rejects.toEqual(
			badInput({ 'answers.planRuns.answer': 'notUnderstood' })
		);
		await hold(caseId, { weather: { answer: 'yes' }, planRuns: { answer: '' } });
		const done = (await ask((reader) => followUpsOf(reader, by('adviser'), caseId))).find(({ doneAt }) => doneAt);
		expect(done!.answers).toEqual({});
	});

	it('an indicator of the examination made at it that became worse raises a card too', async () => {
		const { caseId } = await monitored();
		await examined(caseId, '150', minutesLater(1));
		const examinationId = await examined(caseId, '40', minutesLater(2));
		await act(by('adviser'), recordFollowUp, { caseId, findings, examinationId }, minutesLater(3));
		expect(await cards(caseId)).toMatchObject([
			{ worsened: [{ what: 'indicator', aspect: 'liquidity', code: 'cash-ratio', before: '15.000', after: '4.000' }] }
		]);
		// The daily pass says no more of it.
		await act(by('adviser'), raiseCards, {}, minutesLater(4));
		expect(await cards(caseId)).toHaveLength(1);
	});
});

describe('raiseCards', () => {
	it('a missed control rises once, however often it is asked and even when it was settled', async () => {
		const { caseId } = await planned();
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-03-03' });
		await act(by('adviser'), raiseCards, {}, daysLater(3));
		expect(await cards(caseId)).toEqual([]);
		await Promise.all([1, 2].map(() => act(by('adviser'), raiseCards, {}, daysLater(4))));
		const [card, ...rest] = await cards(caseId);
		expect(rest).toEqual([]);
		expect(card).toMatchObject({ kind: 'missedControl', dueOn: '2026-03-03' });
		expect((await ask((reader) => openCards(reader, by('headOfDivision')))).map(({ id }) => id)).toContain(card!.id);
		await act(by('headOfDivision'), settleCard, { cardId: card!.id, how: 'Ketua ditelepon' }, daysLater(5));
		await act(by('adviser'), raiseCards, {}, daysLater(6));
		expect(await cards(caseId)).toEqual([]);
	});

	it('an examination of a case in care that shows something worse, once', async () => {
		const { caseId } = await planned();
		await examined(caseId, '150', minutesLater(1));
		await examined(caseId, '40', minutesLater(2));
		await act(by('adviser'), raiseCards, {}, daysLater(1));
		await act(by('adviser'), raiseCards, {}, daysLater(2));
		expect(await cards(caseId)).toMatchObject([{ kind: 'worsened' }]);
	});

	it('is done once a day in every office', async () => {
		const { caseId } = await planned();
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-03-03' });
		expect(await raiseInAllOffices(test.database, daysLater(20))).toBeGreaterThan(0);
		expect(await cards(caseId)).toHaveLength(1);
	});
});

describe('settleCard', () => {
	it('says who did what; the second is told who was first', async () => {
		const { caseId } = await planned();
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-03-03' });
		await act(by('adviser'), raiseCards, {}, daysLater(30));
		const [card] = await cards(caseId);
		const settle = { cardId: card!.id, how: 'Dikunjungi' };
		await expect(act(by('adviser'), settleCard, { ...settle, how: '' })).rejects.toEqual(badInput({ how: 'required' }));
		await expect(act(world.buleleng.actors.adviser, settleCard, settle)).rejects.toEqual(refusal('missing'));
		await act(by('inspector'), settleCard, settle);
		await expect(act(by('adviser'), settleCard, settle)).rejects.toEqual(refusal('monitoring.cardSettled'));
	});
});

describe('before and after', () => {
	const compared = (caseId: string, actor: Actor = by('adviser')) =>
		ask((reader) => comparisonOf(reader, actor, caseId, 'Asia/Jakarta'), actor);

	it('lays the examination before the plan beside the newest after it', async () => {
		const { caseId, referralId: _ } = await accepted();
		await examined(caseId, '40');
		expect(await compared(caseId)).toMatchObject({ pair: null, compared: [] });
		const patient = await planned();
		await examined(patient.caseId, '120', minutesLater(9));
		expect((await compared(patient.caseId)).pair).toBeNull();
	});

	it('of a case examined on both sides', async () => {
		const patient = await proposed();
		const before = await examined(patient.caseId, '40');
		await act(by('headOfDivision'), decidePlan, { planId: patient.planId, decision: 'approve' }, minutesLater(1));
		const after = await examined(patient.caseId, '120', minutesLater(2), 2025);
		const told = await compared(patient.caseId);
		expect(told.pair).toMatchObject({ before: { id: before, bookYear: 2024 }, after: { id: after, bookYear: 2025 } });
		expect(told.compared.find(({ code }) => code === 'cash-ratio')).toMatchObject({
			before: '4.000',
			after: '12.000',
			change: 'better'
		});
		await expect(compared(patient.caseId, world.buleleng.actors.adviser)).rejects.toEqual(refusal('missing'));
	});
});

describe('worklists', () => {
	it('controls due are those of the next two weeks and the late ones, of open cases', async () => {
		const { caseId } = await planned();
		const list = async (today: string) =>
			(await ask((reader) => controlsDue(reader, by('adviser'), today))).filter((one) => one.caseId === caseId);
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-03-16' });
		expect(await list('2026-03-01')).toEqual([]);
		expect(await list('2026-03-02')).toMatchObject([{ dueOn: '2026-03-16', adviser: 'Ratna Anggraini' }]);
		expect(await list('2026-05-01')).toHaveLength(1);
		await test.admin.query('update cases set closed_at = now() where id = $1', [caseId]);
		expect(await list('2026-03-02')).toEqual([]);
	});

	it('a case is stalled after 30 days without anything and no control ahead, and says why', async () => {
		const { caseId, boardsAction: _ } = await planned();
		const waiting = await proposed();
		const watched = await monitored();
		const list = async (days: number) => {
			const now = daysLater(days);
			const all = await ask((reader) => stalledCases(reader, by('adviser'), now, addDays(smallToday, days)));
			return all.filter((one) => [caseId, waiting.caseId, watched.caseId].includes(one.caseId));
		};
		expect((await list(29)).map((one) => one.caseId)).toEqual([]);
		const reasons = Object.fromEntries((await list(30)).map((one) => [one.caseId, one.reason]));
		// The treasurer's task was due on day 18; the control of the third lies on day 30.
		expect(reasons).toEqual({ [caseId]: 'boardLate', [waiting.caseId]: 'planWaits' });
		const later = Object.fromEntries((await list(31)).map((one) => [one.caseId, one.reason]));
		expect(later[watched.caseId]).toBe('controlLate');
		expect(
			await ask(
				(reader) => stalledCases(reader, world.buleleng.actors.adviser, daysLater(400), '2027-04-06'),
				world.buleleng.actors.adviser
			)
		).toHaveLength(1);
	});
});

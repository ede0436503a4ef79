import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draftAnswer, forwardThread, sendAnswer } from '#clinic/consultations/server/commands/desk.ts';
import { replyAsAsker } from '#clinic/consultations/server/commands/sending.ts';
import { changeClockRules, pauseClock, resumeThread } from '#clinic/consultations/server/commands/tending.ts';
import { tendThreads } from '#clinic/consultations/server/commands/unattended.ts';
import { tendAllOffices } from '#clinic/consultations/server/hourly.ts';
import { ownQuestion } from '#clinic/consultations/server/reads/asker.ts';
import { clockDays } from '#clinic/consultations/server/reads/calendar.ts';
import { overdueDigest } from '#clinic/consultations/server/reads/overdue.ts';
import { threadOf } from '#clinic/consultations/server/reads/thread.ts';
import { setHoliday } from '#clinic/offices/server/commands/office.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallOffice, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal } from '../patients.ts';
import { counter } from './asking.ts';

const test = testDatabase();
let world: SmallWorld;
let office: SmallOffice;
const { ask, act, asked } = counter(test, () => office);
const thread = (threadId: string, now = smallNow) => ask((reader) => threadOf(reader, office.system, threadId, now));
const wib = (text: string) => new Date(`${text}:00+07:00`);
const tend = (now: Date) => act(office.system, tendThreads, {}, now);

beforeAll(async () => {
	world = await smallWorld(test.database);
	office = world.sragen;
});

describe('clocks', () => {
	it('three working days to pass on, five to answer, ten until it closes', async () => {
		const { actors } = office;
		const { threadId, asker } = await asked();
		// Monday 2 March 09:00: three working days later is Thursday 09:00.
		expect(await thread(threadId)).toMatchObject({
			dueAt: wib('2026-03-05T09:00'),
			clock: { kind: 'forward', days: 3, due: { at: wib('2026-03-05T09:00') } }
		});
		expect((await ask((reader) => ownQuestion(reader, asker), asker)).answerBy).toEqual(wib('2026-03-12T09:00'));
		const tuesday = wib('2026-03-03T10:00');
		await act(
			actors.onlineAdmin,
			forwardThread,
			{ threadId, toStaffId: actors.adviser.id, question: 'Bagaimana?' },
			tuesday
		);
		expect(await thread(threadId)).toMatchObject({ dueAt: wib('2026-03-10T10:00') });
		await act(actors.adviser, draftAnswer, { threadId, body: 'Begini.' }, tuesday);
		await act(actors.onlineAdmin, sendAnswer, { threadId, body: 'Begini.' }, wib('2026-03-04T08:30'));
		// 18 to 20, 23 and 24 March are holidays.
		expect(await thread(threadId)).toMatchObject({ clock: { kind: 'silence' }, dueAt: wib('2026-03-25T08:30') });
	});

	it('stands still and runs on, by the desk or when the asker speaks', async () => {
		const admin = office.actors.onlineAdmin;
		const { threadId, asker } = await asked();
		await expect(act(admin, resumeThread, { threadId })).rejects.toEqual(refusal('consultations.notPaused'));
		await act(admin, pauseClock, { threadId, why: 'Menunggu akta' }, wib('2026-03-03T09:00'));
		expect(await thread(threadId)).toMatchObject({ dueAt: null, clock: { isPaused: true, due: null } });
		await expect(act(admin, pauseClock, { threadId, why: 'Lagi' })).rejects.toEqual(
			refusal('consultations.alreadyPaused')
		);
		await act(admin, resumeThread, { threadId }, wib('2026-03-05T09:00'));
		// One of three days was used before the pause of two.
		expect(await thread(threadId)).toMatchObject({ dueAt: wib('2026-03-09T09:00') });
		await act(admin, pauseClock, { threadId, why: 'Menunggu foto' }, wib('2026-03-05T12:30'));
		await act(asker, replyAsAsker, { body: 'Ini fotonya' }, wib('2026-03-10T09:00'));
		// Seven fifteenths of a day went on Thursday, thirteen on Tuesday; ten are left for Wednesday.
		expect(await thread(threadId)).toMatchObject({ dueAt: wib('2026-03-11T13:00'), clock: { isPaused: false } });
	});

	it('the office’s own days hold for clocks that start from then on', async () => {
		const own = world.buleleng;
		const at = counter(test, () => own);
		const admin = own.actors.officeAdministrator;
		const before = await at.asked();
		const rules = { forwardDays: '1', answerDays: '4', silenceDays: '6', warnDays: '2' };
		await at.act(admin, changeClockRules, rules);
		const after = await at.asked();
		const days = (threadId: string) =>
			at.ask((reader) => threadOf(reader, own.system, threadId, smallNow)).then(({ clock }) => clock?.days);
		expect([await days(before.threadId), await days(after.threadId)]).toEqual([3, 1]);
		expect(await at.ask((reader) => clockDays(reader, own.system))).toEqual({
			forward: 1,
			answer: 4,
			silence: 6,
			warn: 2
		});
		await expect(at.act(admin, changeClockRules, { ...rules, warnDays: '6' })).rejects.toEqual(
			badInput({ warnDays: 'warnTooEarly' })
		);
	});

	it('moves when a holiday is added', async () => {
		const { threadId } = await asked({}, wib('2026-04-06T09:00'));
		expect(await thread(threadId)).toMatchObject({ dueAt: wib('2026-04-09T09:00') });
		await act(office.actors.officeAdministrator, setHoliday, { on: '2026-04-08', name: 'Hari jadi', kind: 'regional' });
		// Two thirteenths of a day are left for the shorter Friday.
		const moved = wib('2026-04-10T08:52');
		expect((await thread(threadId)).clock!.due!.at).toEqual(moved);
		await tend(wib('2026-04-06T10:00'));
		expect((await thread(threadId)).dueAt).toEqual(moved);
	});
});

describe('what nobody tends', () => {
	beforeEach(async () => {
		await test.admin.query(`update threads set state = 'closed'; update thread_clocks set stopped_at = started_at;
			delete from overdue_digests`);
	});

	it('a silent asker is told two working days before, once, and then the question closes', async () => {
		const admin = office.actors.onlineAdmin;
		const { threadId, asker } = await asked({}, wib('2026-06-08T09:00'));
		await act(admin, sendAnswer, { threadId, body: 'Sudah.' }, wib('2026-06-08T10:00'));
		const { closesAt } = await ask((reader) => ownQuestion(reader, asker), asker);
		// 16 June is a holiday of the list.
		expect(closesAt).toEqual(wib('2026-06-23T10:00'));
		// Four fifteenths of Monday are past at 10.00, and of a short Friday at 09.44.
		expect(await tend(wib('2026-06-19T09:43'))).toMatchObject({ warned: 0 });
		expect(await tend(wib('2026-06-19T09:44'))).toMatchObject({ warned: 1, closed: 0 });
		expect(await tend(wib('2026-06-19T11:00'))).toMatchObject({ warned: 0 });
		expect(await tend(wib('2026-06-23T10:00'))).toMatchObject({ closed: 1 });
		expect(await thread(threadId)).toMatchObject({ state: 'closed' });
		const { told } = await ask((reader) => ownQuestion(reader, asker), asker);
		expect(told.map(({ what }) => what)).toEqual(['warned', 'closedBySilence']);
	});

	it('what is late is told once a working day to each level, not once a question', async () => {
		const days = { first: wib('2026-07-06T09:00'), due: wib('2026-07-09T09:00') };
		const late = [await asked({}, days.first), await asked({}, days.first)];
		const fresh = await asked({}, days.due);
		expect(await tend(wib('2026-07-09T09:00'))).toMatchObject({ told: 1 });
		expect(await tend(wib('2026-07-09T13:00'))).toMatchObject({ told: 0 });
		// Two working days later the head of office is told as well; on a Saturday nobody is.
		expect(await tend(wib('2026-07-11T09:00'))).toMatchObject({ told: 0 });
		expect(await tend(wib('2026-07-13T09:00'))).toMatchObject({ told: 2 });
		const digest = (who: 'headOfDivision' | 'headOfOffice') =>
			ask((reader) => overdueDigest(reader, office.actors[who])).then((one) => one?.late.map(({ id }) => id) ?? []);
		for (const who of ['headOfDivision', 'headOfOffice'] as const) {
			const told = await digest(who);
			expect(told.sort()).toEqual(late.map(({ threadId }) => threadId).sort());
			expect(told).not.toContain(fresh.threadId);
		}
	});

	it('every office is tended once an hour, however often it is asked', async () => {
		const at = wib('2026-08-03T09:10');
		await tendAllOffices(test.database, at);
		await tendAllOffices(test.database, new Date(at.getTime() + 60_000));
		const { rows } = await test.admin.query(
			`select count(*)::int as n from audit_rows where command = 'consultations.tendThreads' and actor_id = 'consultations'`
		);
		expect(rows[0].n).toBe(2);
	});
});

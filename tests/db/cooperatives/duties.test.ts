import { beforeAll, describe, expect, it } from 'vitest';
import { remindAllOffices } from '#clinic/cooperatives/server/daily.ts';
import { setMeetingDeadline } from '#clinic/cooperatives/server/commands/deadlines.ts';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import { addLicence } from '#clinic/cooperatives/server/commands/papers.ts';
import { remindOfDuties, settleReminder } from '#clinic/cooperatives/server/commands/reminders.ts';
import { handInPapers, openRequest, takeRequestStep } from '#clinic/cooperatives/server/commands/requests.ts';
import { calendarOf, dutiesFor, openReminders } from '#clinic/cooperatives/server/reads/calendar.ts';
import { licencesOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { byDistrict, completenessFor, missingFields, qualityOf } from '#clinic/cooperatives/server/reads/quality.ts';
import { requestList, requestOf, requestsOf } from '#clinic/cooperatives/server/reads/requests.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, ask } = ward(test, () => world.sragen);
const desk = () => world.sragen.actors.receptionist;
const all = { kind: null, district: null };
const calendar = (within: Parameters<typeof calendarOf>[2] = all, today = smallToday) =>
	ask((reader) => calendarOf(reader, desk(), within, today));
const reminders = async () => (await ask((reader) => openReminders(reader, desk(), smallToday, 500))).rows;

describe('the calendar', () => {
	it('tells what falls due for the cooperatives of the own office only', async () => {
		const { due } = await calendar();
		const own = new Set<string>(Object.values(world.sragen.cooperatives));
		expect(due.length).toBeGreaterThan(own.size);
		expect(due.every(({ cooperative }) => own.has(cooperative.id))).toBe(true);
		expect(due.map(({ dueOn }) => dueOn)).toEqual(due.map(({ dueOn }) => dueOn).toSorted());
		const meetings = due.filter(({ kind, about }) => kind === 'meeting' && about === '2025');
		expect(meetings).toHaveLength(own.size);
		expect(meetings[0]).toMatchObject({ dueOn: '2026-03-31', lawfulOn: '2026-06-30' });
	});

	it('is filtered by what and where', async () => {
		const terms = await calendar({ kind: 'boardTerm', district: null });
		expect(new Set(terms.due.map(({ kind }) => kind))).toEqual(new Set(['boardTerm']));
		expect((await calendar({ kind: null, district: '33.14.02' })).due).toEqual([]);
	});

	it('names who will be worse after next quarter, and why', async () => {
		const { falling } = await calendar();
		const of = (id: string) => falling.find(({ cooperative }) => cooperative.id === id);
		const { healthy, cold, sick, dormant } = world.sragen.cooperatives;
		expect(of(healthy)).toMatchObject({ now: 'healthy', then: 'cold' });
		expect(of(cold)).toMatchObject({ now: 'cold', then: 'sick' });
		expect(of(cold)!.reasons).toContainEqual({ code: 'meetingsMissed', params: { count: 2 } });
		expect(of(sick)).toBeUndefined();
		expect(of(dormant)).toBeUndefined();
		const gravity = falling.map(({ then }) => ['healthy', 'cold', 'sick', 'dormant'].indexOf(then));
		expect(gravity).toEqual(gravity.toSorted((a, b) => b - a));
	});

	it('reads a book year under the office’s own deadline of its day', async () => {
		const admin = world.sragen.actors.officeAdministrator;
		const rule = { form: 'primary', months: '4', validFrom: '2025-01-01', source: 'SE 5/2025' };
		await act(admin, setMeetingDeadline, rule);
		const due = async () =>
			(await calendar()).due.find(({ kind, about }) => kind === 'meeting' && about === '2025')?.dueOn;
		expect(await due()).toBe('2026-04-30');
		// The same day again replaces it.
		await act(admin, setMeetingDeadline, { ...rule, months: '3' });
		expect(await due()).toBe('2026-03-31');
		await expect(act(admin, setMeetingDeadline, { ...rule, months: '7' })).rejects.toEqual(
			badInput({ months: 'tooLarge:6' })
		);
		await expect(act(desk(), setMeetingDeadline, rule)).rejects.toEqual(refusal('forbidden'));
	});
});

describe('reminders', () => {
	it('are made once each, however often the pass runs, and taken back when the duty is done', async () => {
		const { cold } = world.sragen.cooperatives;
		await act(desk(), addLicence, { cooperativeId: cold, kind: 'savingsLicence', validUntil: '2026-03-08' });
		const first = await act(desk(), remindOfDuties, {});
		expect(first.made).toBeGreaterThan(0);
		expect(await act(desk(), remindOfDuties, {})).toEqual({ made: 0, dropped: 0, told: 0 });
		const ofCold = (await reminders()).filter(({ cooperativeId }) => cooperativeId === cold);
		expect(ofCold.map(({ kind, daysBefore }) => [kind, daysBefore])).toEqual([
			['licence', 7],
			['licence', 30],
			['licence', 60],
			['meeting', 30],
			['meeting', 60]
		]);
		expect(ofCold[0]).toMatchObject({ licence: 'savingsLicence', dueOn: '2026-03-08' });

		const meeting = { cooperativeId: cold, bookYear: '2025', heldOn: '2026-02-27', reportedOn: '2026-03-01' };
		await act(desk(), recordAnnualMeeting, meeting);
		expect(await act(desk(), remindOfDuties, {})).toMatchObject({ made: 0, dropped: 2 });
	});

	it('are ticked off once, with how', async () => {
		const [reminder] = await reminders();
		const settle = () => act(desk(), settleReminder, { reminderId: reminder!.id, how: 'Telepon ketua' });
		await settle();
		expect((await reminders()).map(({ id }) => id)).not.toContain(reminder!.id);
		await expect(settle()).rejects.toEqual(refusal('missing'));
		await act(desk(), remindOfDuties, {});
		expect((await reminders()).map(({ about, dueOn, daysBefore }) => [about, dueOn, daysBefore])).not.toContainEqual([
			reminder!.about,
			reminder!.dueOn,
			reminder!.daysBefore
		]);
	});

	it('are made for every office once a day', async () => {
		expect(await remindAllOffices(test.database, smallNow)).toBeGreaterThan(0);
		const passes = async () =>
			(await test.admin.query(`select count(*)::int from audit_rows where actor_id = 'duty reminders'`)).rows[0].count;
		expect(await passes()).toBe(2);
		await remindAllOffices(test.database, new Date(smallNow.getTime() + 3_600_000));
		expect(await passes()).toBe(2);
		await remindAllOffices(test.database, new Date(smallNow.getTime() + 24 * 3_600_000));
		expect(await passes()).toBe(4);
	});

	it('of one cooperative can be asked by themselves', async () => {
		const { sharia } = world.sragen.cooperatives;
		const duties = await ask((reader) => dutiesFor(reader, desk(), sharia, smallToday));
		expect(duties.map(({ kind }) => kind)).toContain('meeting');
		const foreign = world.buleleng.cooperatives.sharia;
		expect(await ask((reader) => dutiesFor(reader, desk(), foreign, smallToday))).toEqual([]);
	});
});

describe('the quality of the data', () => {
	it('names what each record lacks and adds up by district', async () => {
		const lines = await ask((reader) => qualityOf(reader, desk(), smallToday));
		expect(lines).toHaveLength(Object.keys(world.sragen.cooperatives).length);
		const village = lines.find(({ id }) => id === world.sragen.cooperatives.village)!;
		expect(village.missing).toContain('meetings');
		expect(village.missing).not.toContain('chair');
		const dormant = lines.find(({ id }) => id === world.sragen.cooperatives.dormant)!;
		expect(dormant.missing).toContain('chair');
		expect(dormant.missing).not.toContain('boardTerm');
		const [district] = byDistrict(lines);
		expect(district).toMatchObject({ code: '33.14.01', count: lines.length });
		expect(district!.complete).toBe(lines.filter(({ isComplete }) => isComplete).length);
		expect(missingFields(lines).find(({ field }) => field === 'place')?.count).toBe(lines.length);
		const one = await ask((reader) => completenessFor(reader, desk(), village.id, smallToday));
		expect(one).toMatchObject({ share: village.share, missing: village.missing });
	});
});

describe('a request for a licence', () => {
	const request = (requestId: string) => ask((reader) => requestOf(reader, desk(), requestId, smallToday));

	it('asks for what the record lacks, is sent, answered and granted, and the licence stands on the record', async () => {
		const { healthy } = world.sragen.cooperatives;
		await act(desk(), addLicence, { cooperativeId: healthy, kind: 'businessNumber', number: '0220001234567' });
		const open = { cooperativeId: healthy, kind: 'businessLicence' };
		const { requestId } = await act(desk(), openRequest, open);
		await expect(act(desk(), openRequest, open)).rejects.toEqual(refusal('cooperatives.requestRuns'));
		const states = async () =>
			Object.fromEntries((await request(requestId)).papers.map(({ paper, state }) => [paper, state]));
		expect(await states()).toMatchObject({ businessNumber: 'held', bankLetter: 'missing' });
		await act(desk(), handInPapers, { requestId, papers: ['bankLetter'] });
		await act(world.sragen.actors.adviser, handInPapers, { requestId, papers: ['businessPlan'] });
		expect(await states()).toMatchObject({
			bankLetter: 'handedIn',
			businessPlan: 'handedIn',
			legalApproval: 'missing'
		});
		await expect(act(desk(), handInPapers, { requestId, papers: ['bankLetter'] })).rejects.toEqual(
			refusal('cooperatives.nothingChanged')
		);

		const step = (over: Record<string, unknown>) =>
			act(desk(), takeRequestStep, { requestId, happenedOn: '2026-03-01', ...over });
		await step({ step: 'sent' });
		await expect(step({ step: 'answered' })).rejects.toEqual(badInput({ text: 'required' }));
		await step({ step: 'answered', text: 'Lengkapi rencana usaha' });
		await expect(step({ step: 'granted' })).rejects.toEqual(badInput({ number: 'required' }));
		await expect(step({ step: 'sent', happenedOn: '2026-03-03' })).rejects.toEqual(
			badInput({ happenedOn: 'dayToCome' })
		);
		await step({ step: 'granted', number: 'ISP/1/2026', validUntil: '2031-03-01' });
		const ended = await request(requestId);
		expect(ended).toMatchObject({ end: 'granted', endedOn: '2026-03-01', granted: { number: 'ISP/1/2026' } });
		expect(ended.events).toHaveLength(3);
		const licences = await ask((reader) => licencesOf(reader, healthy));
		expect(licences.find(({ kind }) => kind === 'savingsLicence')).toMatchObject({ validUntil: '2031-03-01' });
		await expect(step({ step: 'noted', text: 'Terlambat' })).rejects.toEqual(refusal('cooperatives.requestEnded'));
	});

	it('stands in the office’s list and with its cooperative, running or ended', async () => {
		const { cold } = world.sragen.cooperatives;
		const branch = { cooperativeId: cold, kind: 'branchPermit', title: 'Cabang Gemolong' };
		const { requestId } = await act(desk(), openRequest, branch);
		await act(desk(), openRequest, { ...branch, title: 'Cabang Masaran' });
		const list = (isEnded: boolean, kind: 'branchPermit' | null = null) =>
			ask((reader) => requestList(reader, desk(), { isEnded, kind, page: 1, size: 25 }));
		expect((await list(false)).total).toBe(2);
		expect((await list(true)).rows.map(({ kind }) => kind)).toEqual(['businessLicence']);
		await act(desk(), takeRequestStep, {
			requestId,
			step: 'withdrawn',
			happenedOn: '2026-03-01',
			text: 'Cabang batal'
		});
		expect((await list(true, 'branchPermit')).rows).toMatchObject([
			{ title: 'Cabang Gemolong', lastStep: 'withdrawn' }
		]);
		const own = await ask((reader) => requestsOf(reader, cold));
		expect(own.map(({ end }) => end).toSorted()).toEqual([null, 'withdrawn'].toSorted());
	});
});

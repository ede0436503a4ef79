import { describe, expect, it } from 'vitest';
import { addDevice, pairDevice, renewPairing, revokeDevice } from '#clinic/visits/server/commands/devices.ts';
import { closeDay } from '#clinic/visits/server/commands/day.ts';
import { cancelTicket, confirmPresence, rejoinQueue } from '#clinic/visits/server/commands/phone.ts';
import { markAbsent } from '#clinic/visits/server/commands/queue.ts';
import { nameVisitor } from '#clinic/visits/server/commands/register.ts';
import { changeDeskService } from '#clinic/visits/server/commands/services.ts';
import { giveTicket, settleOffline, takeTicket } from '#clinic/visits/server/commands/tickets.ts';
import { codeHash, deviceByCode, deviceToken, whichDevice } from '#clinic/visits/server/devices.ts';
import { isPresentCode, presentCodeAt } from '#clinic/visits/server/present.ts';
import { devicesOf } from '#clinic/visits/server/reads/devices.ts';
import { heldTicket, lastOf } from '#clinic/visits/server/reads/ticket.ts';
import { linkPurposes } from '#clinic/offices/roles.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { linkActor, linkByToken, linkToken, type Link } from '#platform/links/links.ts';
import { testDatabase } from '../../database/database.ts';
import { deskFor, refusal } from './desk.ts';

const base = testDatabase();
const desk = deskFor(base);
const { act, ask, arrive, board, call, later, ticket } = desk;
const manager = () => desk.office.actors.officeAdministrator;
const today = () => desk.now.toISOString().slice(0, 10);
const visitor = () => ({ address: '192.0.2.7', now: desk.now });
const pairing = () => systemActor('pairing', desk.office.officeId, ['device.pair']);
const phone = () => systemActor('phone', desk.office.officeId, ['ticket.take']);
const machine = async (deviceId: string) =>
	(await ask((reader) => devicesOf(reader, manager(), desk.now))).find((one) => one.deviceId === deviceId)!;

async function paired(kind: 'kiosk' | 'board') {
	const { deviceId } = await act(addDevice, { kind, name: 'Pintu depan' }, manager());
	const { code, series } = await machine(deviceId);
	const { pairing: turn } = await act(pairDevice, { deviceId, codeHash: codeHash(code!.text) }, pairing());
	const arrival = await whichDevice(base.database, deviceToken(deviceId, turn));
	return { deviceId, series: series!, token: deviceToken(deviceId, turn), actor: arrival!.actor };
}

describe('a machine', () => {
	it('is paired by its code, once, and is then known by its token with its office', async () => {
		const { deviceId } = await act(addDevice, { kind: 'board', name: 'TV' }, manager());
		const { code } = await machine(deviceId);
		const typed = code!.text.toLowerCase().replace(/(.{3})/g, '$1 ');
		expect(await deviceByCode(base.database, typed, visitor())).toEqual({ deviceId, officeId: desk.office.officeId });
		const spend = () => act(pairDevice, { deviceId, codeHash: codeHash(typed) }, pairing());
		const both = await Promise.allSettled([spend(), spend()]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(spend()).rejects.toEqual(refusal('visits.pairingSpent'));
		expect(await deviceByCode(base.database, typed, visitor())).toBe('wrong');
		const arrival = await whichDevice(base.database, deviceToken(deviceId, 1));
		expect(arrival).toMatchObject({ kind: 'board', actor: { kind: 'device', officeId: desk.office.officeId } });
		expect([...arrival!.actor.permissions]).toEqual(['queue.show']);
		expect(await whichDevice(base.database, deviceToken(deviceId, 2))).toBeNull();
		expect((await machine(deviceId)).code).toBeNull();
	});

	it('has a code that runs out, and one that wrong guesses do not find', async () => {
		const { deviceId } = await act(addDevice, { kind: 'board', name: 'TV' }, manager());
		const { code } = await machine(deviceId);
		later(15);
		expect(await deviceByCode(base.database, code!.text, visitor())).toBe('wrong');
		const codes: unknown[] = [];
		for (let n = 0; n < 10; n++) codes.push(await deviceByCode(base.database, `AAAA${n}`, visitor()));
		expect(codes.at(-1)).toEqual({ waitSeconds: expect.any(Number) });
	});

	it('keeps its token until it is paired anew or revoked', async () => {
		const { deviceId, token } = await paired('board');
		await act(renewPairing, { deviceId }, manager());
		expect(await whichDevice(base.database, token)).not.toBeNull();
		const { code } = await machine(deviceId);
		await act(pairDevice, { deviceId, codeHash: codeHash(code!.text) }, pairing());
		expect(await whichDevice(base.database, token)).toBeNull();
		await act(revokeDevice, { deviceId }, manager());
		expect(await whichDevice(base.database, deviceToken(deviceId, 2))).toBeNull();
	});

	it('keeps no code and no token in rows', async () => {
		const { deviceId, token } = await paired('kiosk');
		await act(renewPairing, { deviceId }, manager());
		const { code } = await machine(deviceId);
		const { rows } = await base.admin.query(
			`select row_to_json(d)::text as text from devices d union all select row_to_json(a)::text from audit_rows a`
		);
		const all = rows.map(({ text }) => text as string).join();
		expect(all).not.toContain(token);
		expect(all).not.toContain(code!.text);
	});

	it('numbers by itself in a series that no other kiosk has', async () => {
		const [first, second] = [await paired('kiosk'), await paired('kiosk')];
		expect(first.series).toMatch(/^K[A-Z]$/);
		expect(second.series).not.toBe(first.series);
	});
});

describe('the kiosk', () => {
	it('gives numbers of the poli’s own series, told with place and wait, and its visitor is named later', async () => {
		const { actor } = await paired('kiosk');
		await arrive({ clinicId: desk.office.clinics.finance });
		const { ticketId, label, linkId } = await act(giveTicket, { clinicId: desk.office.clinics.finance }, actor);
		expect(label).toBe('K-002');
		const held = await ask((reader) => heldTicket(reader, actor, ticketId, today(), desk.now));
		expect(held).toMatchObject({ label: 'K-002', clinic: 'Poli Keuangan', line: { state: 'waiting', ahead: 1 } });
		expect(held.line.to! - held.line.from!).toBeGreaterThanOrEqual(5);
		expect(await linkByToken(base.database, linkToken(linkId), 'ticket', visitor())).toMatchObject({
			subjectId: ticketId
		});
		const { visitId, person } = await ticket(ticketId);
		expect(person).toBeNull();
		const who = {
			visitId,
			person: { name: 'Bu Sri', phone: '0812 4444 5555' },
			capacity: 'board',
			cooperativeId: desk.office.cooperatives.cold,
			service: 'consultation',
			reason: 'Simpanan menurun'
		};
		const { caseId } = await act(nameVisitor, who, desk.office.actors.receptionist);
		expect(await ticket(ticketId)).toMatchObject({ person: 'Bu Sri', reason: 'Simpanan menurun', caseId });
		await expect(act(nameVisitor, who, desk.office.actors.receptionist)).rejects.toEqual(
			refusal('visits.visitorKnown')
		);
		const other = await act(giveTicket, { clinicId: '' }, actor);
		await expect(
			act(nameVisitor, { ...who, visitId: (await ticket(other.ticketId)).visitId }, desk.office.actors.receptionist)
		).rejects.toEqual(refusal('visits.alreadyInQueue', { number: 'K-002' }));
	});

	it('keeps to the hours, the holidays, the end of the day and the quota', async () => {
		const { actor } = await paired('kiosk');
		const { law } = desk.office.clinics;
		const give = (clinicId: string = law) => act(giveTicket, { clinicId }, actor);
		await act(changeDeskService, { clinicId: law, dailyQuota: '2', usualMinutes: '15', onKiosk: 'on' }, manager());
		const three = await Promise.allSettled([give(), give(), give()]);
		expect(three.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		await expect(give()).rejects.toEqual(refusal('visits.quotaFull'));
		await act(changeDeskService, { clinicId: law, dailyQuota: '', usualMinutes: '15', onKiosk: 'on' }, manager());
		await give();
		const left = (await board()).waiting.map(({ ticketId }) => ({ ticketId, state: 'absent' }));
		await act(closeDay, { left });
		await expect(give()).rejects.toEqual(refusal('visits.dayOver'));
		desk.now = new Date(`${today()}T08:30:00Z`);
		await expect(give()).rejects.toEqual(refusal('visits.officeClosed'));
		await base.admin.query(
			`insert into holidays (office_id, "on", name, kind, certainty, created_at) values ($1, '2027-12-28', 'Hari jadi', 'regional', 'official', now())`,
			[desk.office.officeId]
		);
		desk.now = new Date('2027-12-28T03:00:00Z');
		await expect(give()).rejects.toEqual(refusal('visits.officeClosed'));
		for (const clinicId of [desk.world.buleleng.clinics.law, newId()])
			await expect(act(changeDeskService, { clinicId, usualMinutes: '15' }, manager())).rejects.toEqual(
				refusal('missing')
			);
	});

	it('hands in what it gave without a network: as of its moment, each once', async () => {
		const { actor, series } = await paired('kiosk');
		const given = desk.now;
		later(3);
		const late = await arrive();
		later(5);
		const at = (minutes: number) => new Date(given.getTime() + minutes * 60_000).toISOString();
		const tickets = [
			{ id: newId(), number: 1, clinicId: desk.office.clinics.finance, at: at(0) },
			{ id: newId(), number: 2, clinicId: newId(), at: at(1) }
		];
		expect(await act(settleOffline, { tickets }, actor)).toEqual({ settled: 2 });
		// The answer was lost on the way: handed in again, with one more, whose number the kiosk printed twice.
		const more = [...tickets, { id: newId(), number: 2, clinicId: '', at: at(60) }];
		expect(await act(settleOffline, { tickets: more }, actor)).toEqual({ settled: 1 });
		const { waiting } = await board();
		expect(waiting.map(({ label, clinic }) => [label, clinic])).toEqual([
			[`${series}-001`, 'Poli Keuangan'],
			[`${series}-002`, null],
			[late.label, null],
			[`${series}-003`, null]
		]);
		expect(waiting[3]!.queuedAt).toEqual(desk.now);
		expect(await ask((reader) => lastOf(reader, actor, series, today()))).toBe(3);
		// What was given on another day is over.
		const old = { id: newId(), number: 9, clinicId: '', at: new Date(given.getTime() - 86_400_000).toISOString() };
		await act(settleOffline, { tickets: [old] }, actor);
		expect(await ticket(old.id)).toMatchObject({ state: 'absent' });
	});
});

describe('the telephone', () => {
	const holder = async (linkId: string): Promise<Actor> => {
		const link = await linkByToken(base.database, linkToken(linkId), 'ticket', visitor());
		return linkActor(link as Link, linkPurposes.ticket);
	};
	const code = () => presentCodeAt(desk.office.officeId, desk.now);

	it('counts only once its visitor is here, from that moment on', async () => {
		const { ticketId, linkId } = await act(takeTicket, { clinicId: '', code: '', holder: 'satu' }, phone());
		const actor = await holder(linkId);
		later(5);
		const desked = await arrive();
		expect((await board()).waiting.map(({ label }) => label)).toEqual([desked.label]);
		expect((await board()).expected).toHaveLength(1);
		later(5);
		await expect(act(confirmPresence, { ticketId, code: '99999' }, actor)).rejects.toEqual(refusal('visits.wrongCode'));
		await act(confirmPresence, { ticketId, code: ` ${code()} ` }, actor);
		expect((await board()).waiting.map((line) => line.ticketId)).toEqual([desked.ticketId, ticketId]);
		expect(await ticket(ticketId)).toMatchObject({ state: 'waiting', queuedAt: desk.now });
		await expect(act(confirmPresence, { ticketId, code: code() }, actor)).rejects.toEqual(refusal('visits.notCalled'));
	});

	it('has one number at a time, taken with the room’s code at once in the queue', async () => {
		const take = (input: Record<string, string>) => act(takeTicket, { clinicId: '', code: code(), ...input }, phone());
		const both = await Promise.allSettled([take({ holder: 'dua' }), take({ holder: 'dua' })]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(take({ holder: 'dua' })).rejects.toEqual(refusal('visits.phoneHasTicket'));
		await expect(take({ holder: 'tiga', code: '12' })).rejects.toEqual(refusal('visits.wrongCode'));
		expect((await board()).waiting).toHaveLength(1);
	});

	it('cancels and comes back to the end of the queue, by its own link alone', async () => {
		const { ticketId, linkId } = await act(takeTicket, { clinicId: '', code: code(), holder: 'empat' }, phone());
		const other = await arrive();
		const actor = await holder(linkId);
		const others = { ticketId: other.ticketId, code: code() };
		await expect(act(cancelTicket, others, actor)).rejects.toEqual(refusal('missing'));
		for (const deed of [confirmPresence, rejoinQueue])
			await expect(act(deed, others, actor)).rejects.toEqual(refusal('missing'));
		await act(cancelTicket, { ticketId }, actor);
		await expect(act(cancelTicket, { ticketId }, actor)).rejects.toEqual(refusal('visits.alreadyCancelled'));
		later(2);
		await expect(act(rejoinQueue, { ticketId, code: '1' }, actor)).rejects.toEqual(refusal('visits.wrongCode'));
		await act(rejoinQueue, { ticketId, code: code() }, actor);
		expect((await board()).waiting.map((line) => line.ticketId)).toEqual([other.ticketId, ticketId]);
		await call();
		await call(desk.rooms[1]);
		await act(markAbsent, { ticketId });
		await act(rejoinQueue, { ticketId, code: code() }, actor);
		later(24 * 60);
		await expect(act(rejoinQueue, { ticketId, code: code() }, actor)).rejects.toEqual(refusal('visits.notCalled'));
	});

	it('is believed for five to ten minutes, and in its own office only', () => {
		const { officeId } = desk.office;
		const begun = new Date(Math.ceil(desk.now.getTime() / 300_000) * 300_000);
		const shown = presentCodeAt(officeId, begun);
		const after = (ms: number) => isPresentCode(officeId, shown, new Date(begun.getTime() + ms));
		expect([after(0), after(599_999), after(600_000)]).toEqual([true, true, false]);
		expect(isPresentCode(desk.world.buleleng.officeId, shown, begun)).toBe(false);
	});
});

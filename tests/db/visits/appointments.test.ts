import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskState } from '#clinic/visits/server/promise.ts';
import { waitingRoom } from '#clinic/visits/server/reads.ts';
import { endAbsence, recordAbsence, substituteOfficer } from '#clinic/visits/server/commands/appointments/absences.ts';
import { bookAppointment, confirmAppointment, holdSlot } from '#clinic/visits/server/commands/appointments/booking.ts';
import { markNoShow, receiveAppointment } from '#clinic/visits/server/commands/appointments/desk.ts';
import { cancelAppointment, moveAppointment } from '#clinic/visits/server/commands/appointments/keeping.ts';
import {
	addAppointmentService,
	changeAppointmentService,
	chooseAppointmentOfficers
} from '#clinic/visits/server/commands/appointments/settings.ts';
import { appointmentOf, calendarDays, nextOffered, noShowsIn } from '#clinic/visits/server/reads/appointments.ts';
import type { AnyCommand } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';
import { bookable, keeper, publicDoor, ten, visitor } from './booking.ts';

const test = testDatabase();
let world: SmallWorld;
const { act, ask } = ward(test, () => world.sragen);
let serviceId: Id<'AppointmentService'>;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
beforeEach(async () => {
	await test.admin.query(
		'truncate appointments, appointment_claims, appointment_services, appointment_officers, absences, outbox_messages cascade'
	);
	const { adviser, inspector } = world.sragen.actors;
	serviceId = await bookable({ act }, world.sragen, [adviser, inspector]);
});

const desk = () => world.sragen.actors.receptionist;
const door = () => publicDoor(world.sragen);
const slot = (over: Record<string, unknown> = {}) => ({ serviceId, way: 'phone', startsAt: ten, ...over });
const hold = (over = {}, now = smallNow) => act(door(), holdSlot, slot(over), now);
const book = (over = {}, now = smallNow) => act(desk(), bookAppointment, { ...slot(over), ...visitor }, now);
const stateOf = async (id: string) => ask((reader) => appointmentOf(reader, world.sragen.system, id));
const messages = async () =>
	(await test.admin.query('select kind, channel, state, due_at from outbox_messages order by due_at, kind')).rows as {
		kind: string;
		due_at: Date;
	}[];
const at = (hour: string) => `2026-03-02T${hour}:00.000Z`;

describe('a visitor without an account', () => {
	it('holds a time, says who comes, and is told', async () => {
		const { appointmentId, linkId } = await hold({ way: 'faceToFace' });
		expect(await stateOf(appointmentId)).toMatchObject({
			state: 'held',
			person: null,
			room: { id: world.sragen.roomId }
		});
		expect(await messages()).toEqual([]);
		const holder = keeper(world.sragen, appointmentId, linkId);
		const { code } = await act(holder, confirmAppointment, { appointmentId, ...visitor }, minutesLater(3));
		expect(await stateOf(appointmentId)).toMatchObject({
			state: 'booked',
			code,
			person: 'Harjo Sukirman',
			phone: '0812 3456 7890',
			email: 'harjo@koperasi.contoh.id',
			cooperative: 'KSP Guna Artha',
			bookedByName: null
		});
		// An hour ahead: neither reminder can be in time any more.
		expect((await messages()).map(({ kind }) => kind)).toEqual(['appointment.confirmed']);
	});

	it('gets the reminders that can still be in time, and others when it moves', async () => {
		const nextWeek = '2026-03-09T03:00:00.000Z';
		const { appointmentId, linkId } = await hold({ startsAt: nextWeek });
		const holder = keeper(world.sragen, appointmentId, linkId);
		await act(holder, confirmAppointment, { appointmentId, ...visitor });
		expect((await messages()).map(({ kind, due_at: due }) => [kind, due.toISOString()])).toEqual([
			['appointment.confirmed', smallNow.toISOString()],
			['appointment.dayBefore', '2026-03-08T03:00:00.000Z'],
			['appointment.twoHours', '2026-03-09T01:00:00.000Z']
		]);
		await act(holder, moveAppointment, { appointmentId, startsAt: '2026-03-02T07:00:00.000Z' }, minutesLater(1));
		expect((await messages()).map(({ kind }) => kind)).toEqual(['appointment.moved', 'appointment.twoHours']);
		expect(await stateOf(appointmentId)).toMatchObject({ moves: 1, state: 'booked' });
		await act(holder, cancelAppointment, { appointmentId, why: '' }, minutesLater(2));
		expect((await messages()).map(({ kind }) => kind)).toEqual(['appointment.cancelled']);
		await expect(act(holder, moveAppointment, { appointmentId, startsAt: nextWeek })).rejects.toThrow(
			refusal('visits.appointmentCancelled')
		);
	});

	it('must be reachable, and by telephone where one meets by telephone', async () => {
		const { appointmentId, linkId } = await hold();
		const holder = keeper(world.sragen, appointmentId, linkId);
		const confirm = (over: object) => act(holder, confirmAppointment, { appointmentId, ...visitor, ...over });
		const unreachable = { person: { name: 'Harjo', phone: '' } };
		await expect(confirm({ ...unreachable, email: '' })).rejects.toThrow(badInput({ 'person.phone': 'required' }));
		const video = await hold({ way: 'video', startsAt: at('06:00') });
		await expect(
			act(keeper(world.sragen, video.appointmentId, video.linkId), confirmAppointment, {
				...visitor,
				...unreachable,
				appointmentId: video.appointmentId,
				email: ''
			})
		).rejects.toThrow(badInput({ 'person.phone': 'phoneOrEmail' }));
	});

	it('keeps and moves one appointment and no other', async () => {
		const [one, other] = [await hold(), await hold({ startsAt: at('06:00') })];
		const holder = keeper(world.sragen, one.appointmentId, one.linkId);
		for (const deed of [cancelAppointment, moveAppointment, confirmAppointment] as readonly AnyCommand[])
			await expect(
				act(holder, deed, { appointmentId: other.appointmentId, startsAt: ten, ...visitor })
			).rejects.toThrow(refusal('missing'));
		await expect(ask((reader) => appointmentOf(reader, holder, other.appointmentId), holder)).rejects.toThrow(
			refusal('missing')
		);
	});

	it('may be late with writing, unless somebody else has taken the time meanwhile', async () => {
		await act(world.sragen.actors.officeAdministrator, chooseAppointmentOfficers, {
			staffIds: [world.sragen.actors.adviser.id]
		});
		const first = await hold();
		await expect(hold({}, minutesLater(9))).rejects.toThrow(refusal('visits.slotTaken'));
		const holder = keeper(world.sragen, first.appointmentId, first.linkId);
		const second = await hold({ startsAt: at('07:00') }, minutesLater(10));
		await expect(
			act(holder, confirmAppointment, { appointmentId: first.appointmentId, ...visitor }, minutesLater(11))
		).rejects.toThrow(refusal('visits.holdLapsed'));
		// Nobody has asked for the second since: it is still its own.
		const late = keeper(world.sragen, second.appointmentId, second.linkId);
		await act(late, confirmAppointment, { appointmentId: second.appointmentId, ...visitor }, minutesLater(25));
		expect(await stateOf(second.appointmentId)).toMatchObject({ state: 'booked' });
	});

	it('books nothing that begins within the hour, nor at a service or in a way that is not offered', async () => {
		await expect(hold({}, minutesLater(1))).rejects.toThrow(refusal('visits.slotTaken'));
		await expect(hold({ startsAt: at('03:10') })).rejects.toThrow(refusal('visits.slotTaken'));
		const change = { serviceId, name: 'Konsultasi', service: 'guidance', minutes: 60, officers: '1', ways: ['phone'] };
		await act(world.sragen.actors.officeAdministrator, changeAppointmentService, { ...change, isOpen: 'on' });
		await expect(hold({ way: 'video' })).rejects.toThrow(badInput({ way: 'required' }));
		await act(world.sragen.actors.officeAdministrator, changeAppointmentService, change);
		await expect(hold()).rejects.toThrow(refusal('visits.serviceClosed'));
		await expect(
			act(world.sragen.actors.officeAdministrator, addAppointmentService, { ...change, name: 'Konsultasi' })
		).rejects.toThrow(refusal('visits.serviceExists'));
	});
});

describe('officers and room are booked as one thing', () => {
	it('a pair takes both officers, and a room is taken by one appointment', async () => {
		const pair = await bookable({ act }, world.sragen, [world.sragen.actors.adviser, world.sragen.actors.inspector], {
			name: 'Pemeriksaan bersama',
			officers: '2'
		});
		const { appointmentId } = await book({ serviceId: pair });
		const booked = await stateOf(appointmentId);
		expect(booked.officers.map(({ name }) => name).sort()).toEqual(['Bagus Wicaksono', 'Ratna Anggraini']);
		expect(booked.room).toBeNull();
		await expect(book()).rejects.toThrow(refusal('visits.slotTaken'));
		await book({ way: 'faceToFace', startsAt: at('06:00') });
		// One officer is left, and no room.
		await expect(book({ way: 'faceToFace', startsAt: at('06:30') })).rejects.toThrow(refusal('visits.slotTaken'));
		await book({ way: 'phone', startsAt: at('06:30') });
	});

	it('and the database itself refuses what overlaps', async () => {
		const { appointmentId } = await book();
		const again = `insert into appointment_claims (id, office_id, appointment_id, kind, resource_id, starts_at, ends_at)
			select gen_random_uuid(), office_id, appointment_id, kind, resource_id, starts_at + $2::interval, ends_at + $2::interval
			from appointment_claims where appointment_id = $1`;
		await expect(test.admin.query(again, [appointmentId, '59 minutes'])).rejects.toMatchObject({
			code: '23P01',
			constraint: 'appointment_claims_once'
		});
		await test.admin.query(again, [appointmentId, '60 minutes']);
	});
});

describe('the desk', () => {
	it('receives the visitor of an appointment with a ticket, once', async () => {
		const { appointmentId } = await book({ way: 'faceToFace' });
		const now = minutesLater(55);
		await expect(act(desk(), markNoShow, { appointmentId }, now)).rejects.toThrow(refusal('visits.notYetBegun'));
		const booked = () => ask((reader) => deskState(reader, desk(), '2026-03-02', now, null));
		// Until it has come, it is counted in what others are told about their wait.
		expect((await booked()).bookings).toContainEqual({ at: 5, minutes: 60 });
		const { label, ticketId } = await act(desk(), receiveAppointment, { appointmentId }, now);
		expect((await booked()).bookings).not.toContainEqual({ at: 5, minutes: 60 });
		expect(label).toMatch(/^B-\d{3}$/);
		const { waiting } = await ask((reader) => waitingRoom(reader, desk(), now));
		expect(waiting.find((one) => one.ticketId === ticketId)).toMatchObject({
			person: 'Harjo Sukirman',
			reason: 'Pinjaman macet bertambah',
			origin: 'appointment',
			dueAt: new Date('2026-03-02T03:00:00Z')
		});
		await expect(act(desk(), receiveAppointment, { appointmentId }, now)).rejects.toThrow(
			refusal('visits.alreadyArrived')
		);
		const { appointmentId: held } = await hold({ startsAt: at('06:00') });
		await expect(act(desk(), receiveAppointment, { appointmentId: held })).rejects.toThrow(refusal('visits.onlyHeld'));
		const { appointmentId: other } = await book({ startsAt: '2026-03-04T03:00:00.000Z' });
		await expect(act(desk(), receiveAppointment, { appointmentId: other })).rejects.toThrow(
			refusal('visits.appointmentElsewhen')
		);
		await expect(act(desk(), confirmAppointment, { appointmentId: other, ...visitor })).rejects.toThrow(
			refusal('visits.alreadyBooked')
		);
	});

	it('counts who did not come, and still receives who comes late', async () => {
		const { appointmentId } = await book();
		await book({ startsAt: at('06:00') });
		const later = minutesLater(90);
		await act(desk(), markNoShow, { appointmentId }, later);
		const day = [new Date('2026-03-02T00:00:00Z'), new Date('2026-03-03T00:00:00Z')] as const;
		const counted = () => ask((reader) => noShowsIn(reader, desk(), ...day));
		expect(await counted()).toEqual({ noShows: 1, all: 1 });
		await expect(act(desk(), cancelAppointment, { appointmentId, why: '' })).rejects.toThrow(
			refusal('visits.countedAsAbsent')
		);
		// The visitor of the test before is the same person, and nobody stands twice in the queue.
		await test.admin.query(`update tickets set state = 'finished', ended_at = now()`);
		await act(desk(), receiveAppointment, { appointmentId }, later);
		expect(await counted()).toEqual({ noShows: 0, all: 1 });
	});

	it('finds a substitute for who is ill, and shows what has none', async () => {
		const { adviser, inspector } = world.sragen.actors;
		const { appointmentId } = await book();
		const [sick] = (await stateOf(appointmentId)).officers;
		const well = sick!.id === adviser.id ? inspector.id : adviser.id;
		await book({ startsAt: at('06:00') });
		await book({ startsAt: at('06:00') });
		const absence = { staffId: sick!.id, fromAt: '2026-03-02T09:30', untilAt: '2026-03-03T16:00', reason: 'Sakit' };
		const answer = await act(desk(), recordAbsence, absence);
		expect(answer).toMatchObject({ substituted: 1, left: 1 });
		expect((await stateOf(appointmentId)).officers.map(({ id }) => id)).toEqual([well]);
		const calendar = () => ask((reader) => calendarDays(reader, desk(), '2026-03-02', 1, smallNow));
		expect((await calendar()).entries.map(({ conflict }) => conflict)).toEqual(
			[[], [sick!.name], []].sort((a, b) => a.length - b.length)
		);
		const swap = { appointmentId, fromStaffId: well, toStaffId: sick!.id };
		await expect(act(desk(), substituteOfficer, swap)).rejects.toThrow(refusal('visits.substituteBusy'));
		await act(desk(), endAbsence, { absenceId: answer.absenceId });
		await act(desk(), substituteOfficer, swap);
		expect((await stateOf(appointmentId)).officers.map(({ id }) => id)).toEqual([sick!.id]);
		expect((await calendar()).entries.flatMap(({ conflict }) => conflict)).toEqual([]);
	});

	it('offers the next times that can be kept, over holidays and weekends', async () => {
		const asked = { serviceId, way: 'phone' as const, from: '2026-03-19', notBefore: smallNow, now: smallNow };
		const next = await ask((reader) => nextOffered(reader, desk(), asked, 2));
		// Nyepi, Idul Fitri and its joint leave, from Thursday the 19th to Tuesday the 24th.
		expect(next.map(({ startsAt }) => startsAt.toISOString())).toEqual([
			'2026-03-25T01:00:00.000Z',
			'2026-03-25T01:30:00.000Z'
		]);
	});
});

describe('many at once', () => {
	it('a hundred attempts on one slot book exactly one', async () => {
		const attempts = await Promise.allSettled(Array.from({ length: 100 }, () => hold({ way: 'faceToFace' })));
		expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const codes = attempts.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'held'));
		expect(new Set(codes)).toEqual(new Set(['held', 'visits.slotTaken']));
		const { rows } = await test.admin.query(
			`select kind, count(*)::int as n from appointment_claims group by kind order by kind`
		);
		expect(rows).toEqual([
			{ kind: 'officer', n: 1 },
			{ kind: 'room', n: 1 }
		]);
	});

	it('two who move to the time that the other leaves both keep something', async () => {
		const one = await book({ way: 'faceToFace' });
		const other = await book({ way: 'faceToFace', startsAt: at('06:00') });
		const moves = await Promise.allSettled([
			act(desk(), moveAppointment, { appointmentId: one.appointmentId, startsAt: at('06:00') }),
			act(desk(), moveAppointment, { appointmentId: other.appointmentId, startsAt: ten })
		]);
		expect(moves.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		const { rows } = await test.admin.query('select count(*)::int as n from appointment_claims');
		expect(rows[0].n).toBe(4);
	});
});

it('a foreign service is a missing one', async () => {
	await expect(hold({ serviceId: newId() })).rejects.toThrow(refusal('missing'));
	await expect(act(publicDoor(world.buleleng), holdSlot, slot())).rejects.toThrow(refusal('missing'));
});

import { beforeAll, describe, expect, it } from 'vitest';
import { linkPurposes } from '#clinic/offices/roles.ts';
import { bookAppointment } from '#clinic/visits/server/commands/appointments/booking.ts';
import { issueCalendarLink, revokeCalendarLink } from '#clinic/visits/server/commands/appointments/feeds.ts';
import { cancelAppointment, moveAppointment } from '#clinic/visits/server/commands/appointments/keeping.ts';
import { feedLinks, feedOf, visitorCalendar } from '#clinic/visits/server/feeds.ts';
import { appointmentOf } from '#clinic/visits/server/reads/appointments.ts';
import { publicBooking } from '#clinic/visits/server/reads/public-booking.ts';
import { holdAtDoor } from '#clinic/visits/server/hold-at-door.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { linkActor, linkByToken, linkToken, type Link } from '#platform/links/links.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { refusal, ward } from '../patients.ts';
import { bookable, keeper, ten, visitor } from './booking.ts';

const test = testDatabase();
let world: SmallWorld;
let serviceId: string;
const { act, ask } = ward(test, () => world.sragen);
const desk = () => world.sragen.actors.receptionist;
const later = (hours: number) => new Date(smallNow.getTime() + hours * 3_600_000);
beforeAll(async () => {
	world = await smallWorld(test.database);
	serviceId = await bookable({ act }, world.sragen, [world.sragen.actors.adviser]);
});

const look = (linkId: string) =>
	linkByToken(test.database, linkToken(linkId), 'calendar', { address: '10.0.0.1', now: smallNow });
async function feed(linkId: string): Promise<string> {
	const actor = linkActor((await look(linkId)) as Link, linkPurposes.calendar);
	return (await read(test.database, actor, (reader) => feedOf(reader, actor, smallNow))).text;
}

describe('the calendar of an officer, a room and a visitor', () => {
	it('tells times in UTC, whatever the clock of this computer, and follows what is moved and cancelled', async () => {
		const { appointmentId } = await act(desk(), bookAppointment, {
			...visitor,
			serviceId,
			way: 'faceToFace',
			startsAt: ten
		});
		const issue = async (of: string, subjectId: string) =>
			(await act(desk(), issueCalendarLink, { of, subjectId })).linkId;
		const officer = await issue('officer', world.sragen.actors.adviser.id);
		const room = await issue('room', world.sragen.roomId);
		const colleague = await issue('officer', world.sragen.actors.inspector.id);
		for (const linkId of [officer, room]) {
			const text = await feed(linkId);
			expect(text).toContain('DTSTART:20260302T030000Z');
			expect(text).toContain('SUMMARY:Konsultasi: Harjo Sukirman');
			expect(text).not.toContain('TZID');
		}
		expect(await feed(colleague)).not.toContain('BEGIN:VEVENT');
		const { linkId } = await ask((reader) => appointmentOf(reader, desk(), appointmentId));
		const holder = keeper(world.sragen, appointmentId, linkId);
		const own = () => ask((reader) => visitorCalendar(reader, holder, smallNow), holder);
		expect(await own()).toMatch(/SEQUENCE:0[\s\S]*STATUS:CONFIRMED/);
		await act(desk(), moveAppointment, { appointmentId, startsAt: '2026-03-02T06:00:00.000Z' });
		expect(await feed(officer)).toContain('DTSTART:20260302T060000Z');
		expect(await own()).toMatch(/SEQUENCE:1/);
		await act(desk(), cancelAppointment, { appointmentId, why: '' });
		expect(await feed(room)).not.toContain('BEGIN:VEVENT');
		expect(await own()).toContain('STATUS:CANCELLED');
	});

	it('is closed by revoking its address, and by making a new one', async () => {
		const of = { of: 'officer', subjectId: world.sragen.actors.adviser.id };
		const { linkId: first } = await act(desk(), issueCalendarLink, of);
		const { linkId: second } = await act(desk(), issueCalendarLink, of);
		expect(await look(first)).toBe('revoked');
		await act(desk(), revokeCalendarLink, { linkId: second });
		expect(await look(second)).toBe('revoked');
		const open = await ask((reader) => feedLinks(reader, desk(), smallNow));
		expect(open.map(({ id }) => id)).not.toContain(second);
	});
});

describe('the public page', () => {
	const hold = (address: string, startsAt: string) =>
		holdAtDoor(
			{ database: test.database, code: '33.14', address, now: smallNow, commandId: newId(), requestId: newId() },
			{ serviceId, way: 'phone', startsAt }
		);

	it('shows what can be kept and nobody’s name, and no video where no server is set', async () => {
		const seen = await publicBooking(test.database, '33.14', { serviceId, way: 'phone' }, smallNow);
		expect(seen.services).toMatchObject([{ name: 'Konsultasi', ways: ['faceToFace', 'phone'] }]);
		expect(seen.next[0]!.toISOString()).toBe(ten);
		expect(JSON.stringify(seen)).not.toContain('Ratna');
		const elsewhere = await publicBooking(test.database, '51.08', { serviceId, way: 'phone' }, smallNow);
		expect([elsewhere.services, elsewhere.service]).toEqual([[], null]);
		await expect(publicBooking(test.database, '99.99', { serviceId: null, way: null }, smallNow)).rejects.toThrow(
			refusal('missing')
		);
	});

	it('lets no single network hold the whole calendar', async () => {
		const times = Array.from({ length: 12 }, (_, at) => later(24 * 7 + at / 2).toISOString());
		const answers = await Promise.allSettled(times.map((time) => hold('10.9.9.9', time)));
		expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
		await expect(hold('10.9.9.9', later(24 * 8).toISOString())).rejects.toThrow(refusal('visits.tooManyHolds'));
		expect(await hold('10.8.8.8', later(24 * 8).toISOString())).toMatch(/^[\w-]{43}$/);
	});
});

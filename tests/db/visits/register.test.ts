import { beforeAll, describe, expect, it } from 'vitest';
import { caseOf, milestonesOf, openCaseOf } from '#clinic/cases/server/reads.ts';
import { registerPerson } from '#clinic/cooperatives/server/commands/people.ts';
import { markAbsent } from '#clinic/visits/server/commands/queue.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { visitOf, visitsOf, waitingRoom } from '#clinic/visits/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { BadInput, perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';

const base = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(base.database);
});

let came = 0;
/** Somebody else each time, for nobody stands twice in a day's queue. */
const walkIn = (over: Record<string, unknown> = {}) => ({
	person: { name: 'Sutrisno', phone: `0812 3456 ${1000 + ++came}` },
	capacity: 'board',
	cooperativeId: '',
	service: 'guidance',
	clinicId: '',
	reason: 'Ingin bertanya',
	...over
});
const register = (actor: Actor, over: Record<string, unknown> = {}, now = smallNow, commandId = newId()) =>
	perform({ database: base.database, actor, now, commandId }, registerWalkIn, walkIn(over));
const count = async (table: string) =>
	(await base.admin.query(`select count(*)::int as n from ${table}`)).rows[0].n as number;
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

describe('registerWalkIn', () => {
	it('numbers tickets by prefix from 1 each day and in each office by itself', async () => {
		const { sragen, buleleng } = world;
		const first = await register(sragen.actors.receptionist, { clinicId: sragen.clinics.licensing });
		const second = await register(sragen.actors.receptionist, { clinicId: sragen.clinics.licensing });
		const general = await register(sragen.actors.receptionist);
		const elsewhere = await register(buleleng.actors.receptionist, { clinicId: buleleng.clinics.licensing });
		const tomorrow = await register(
			sragen.actors.receptionist,
			{ clinicId: sragen.clinics.licensing },
			new Date('2026-03-03T01:00:00Z')
		);
		expect([first, second, general, elsewhere, tomorrow].map(({ label }) => label)).toEqual([
			'P-001',
			'P-002',
			'B-001',
			'P-001',
			'P-001'
		]);
	});

	it('counts the day in the zone of the office, not in UTC', async () => {
		// 23:30 UTC of 9 March is 06:30 WIB of the 10th.
		const { visitId } = await register(world.sragen.actors.receptionist, {}, new Date('2026-03-09T23:30:00Z'));
		const visit = await read(base.database, world.sragen.system, (reader) =>
			visitOf(reader, world.sragen.system, visitId, smallNow)
		);
		expect(visit.on).toBe('2026-03-10');
	});

	it('opens the case of a cooperative that comes for a consultation', async () => {
		const { sragen } = world;
		const actor = sragen.actors.receptionist;
		const now = new Date('2026-03-04T02:00:00Z');
		await register(actor, {}, now);
		const asked = {
			cooperativeId: sragen.cooperatives.sick,
			service: 'consultation',
			clinicId: sragen.clinics.finance,
			reason: 'Anggota menarik simpanan'
		};
		const { visitId, caseId } = await register(actor, asked, new Date(now.getTime() + 1000));
		const [patient, passed, visit] = await read(base.database, actor, async (reader) => [
			await caseOf(reader, actor, caseId!),
			await milestonesOf(reader, actor, caseId!),
			await visitOf(reader, actor, visitId, smallNow)
		]);
		expect(patient.stage).toBe('arrived');
		expect(passed.map(({ what, why }) => [what, why])).toEqual([
			['visit.registered', 'Anggota menarik simpanan'],
			['case.opened', 'Anggota menarik simpanan']
		]);
		expect(passed[0]).toMatchObject({ subjectId: visitId, byName: 'Siti Aminah', params: { service: 'consultation' } });
		expect(visit).toMatchObject({
			cooperative: 'KSP Guna Artha',
			caseNumber: patient.number,
			clinic: 'Poli Keuangan',
			ahead: 1
		});
	});

	it('adds to the open case, whatever the service', async () => {
		const { sragen } = world;
		const cooperativeId = sragen.cooperatives.inCare;
		const consultation = await register(sragen.actors.receptionist, { cooperativeId, service: 'consultation' });
		const guidance = await register(sragen.actors.receptionist, { cooperativeId, service: 'guidance' });
		expect([consultation.caseId, guidance.caseId]).toEqual([sragen.caseId, sragen.caseId]);
	});

	it('opens no case for guidance, and none without a cooperative', async () => {
		const { sragen } = world;
		const actor = sragen.actors.receptionist;
		const before = await count('cases');
		const guidance = await register(actor, { cooperativeId: sragen.cooperatives.healthy });
		const founder = await register(actor, { service: 'consultation', capacity: 'founder' });
		expect([guidance.caseId, founder.caseId]).toEqual([null, null]);
		expect(await count('cases')).toBe(before);
		const [open, visits] = await read(base.database, actor, async (reader) => [
			await openCaseOf(reader, actor, sragen.cooperatives.healthy),
			await visitsOf(reader, actor, sragen.cooperatives.healthy)
		]);
		expect(open).toBeNull();
		expect(visits.map(({ visitId }) => visitId)).toEqual([guidance.visitId]);
	});

	it('knows a visitor again by number and name, however both are written', async () => {
		const actor = world.sragen.actors.receptionist;
		let days = 0;
		const person = async (name: string, phone: string) => {
			const now = new Date(smallNow.getTime() + (100 + ++days) * 86_400_000);
			const { visitId } = await register(actor, { person: { name, phone } }, now);
			return (await read(base.database, actor, (reader) => visitOf(reader, actor, visitId, smallNow))).personId;
		};
		const first = await person('Soekarno Hatta', '0813-1111-2222');
		expect(await person('SUKARNO  hatta', '+62 813 1111 2222')).toBe(first);
		expect(await person('Fatmawati', '0813-1111-2222')).not.toBe(first);
		expect(await person('Soekarno Hatta', '')).not.toBe(first);
	});

	it('lets nobody stand twice in the queue, and again once the first ticket is over', async () => {
		const actor = world.sragen.actors.receptionist;
		const twice = { person: { name: 'Bu Sumiyati', phone: '0815 7000 1234' } };
		const both = await Promise.allSettled([register(actor, twice), register(actor, twice)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const { ticketId, label } = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))[0]!;
		const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
		expect(refused.reason).toEqual(
			expect.objectContaining({ code: 'visits.alreadyInQueue', params: expect.objectContaining({ number: label }) })
		);
		// The database says so itself, whatever a command forgets.
		await expect(
			base.admin.query(
				`insert into tickets (id, office_id, visit_id, person_id, "on", prefix, number, state, issued_at, queued_at, stands_at)
				 select $1, office_id, visit_id, person_id, "on", 'X', 1, 'parked', now(), now(), now() from tickets where id = $2`,
				[newId(), ticketId]
			)
		).rejects.toThrow(/tickets_(person_once|visit)/);
		await perform(
			{ database: base.database, actor: world.sragen.actors.adviser, now: smallNow, commandId: newId() },
			markAbsent,
			{ ticketId }
		);
		await expect(register(actor, twice)).resolves.toMatchObject({ visitId: expect.any(String) });
	});

	it('takes nobody for a person of another office', async () => {
		const { sragen, buleleng } = world;
		const person = { name: 'Ketut Arya', phone: '081999888777' };
		const a = await perform(
			{ database: base.database, actor: sragen.actors.receptionist, now: smallNow, commandId: newId() },
			registerPerson,
			person
		);
		const b = await perform(
			{ database: base.database, actor: buleleng.actors.receptionist, now: smallNow, commandId: newId() },
			registerPerson,
			person
		);
		expect([a.isNew, b.isNew]).toEqual([true, true]);
	});

	it('keeps the number sealed and away from the audit rows', async () => {
		const actor = world.sragen.actors.receptionist;
		const { visitId } = await register(actor, { person: { name: 'Rahasia Sekali', phone: '0877-6655-4433' } });
		const visit = await read(base.database, actor, (reader) => visitOf(reader, actor, visitId, smallNow));
		expect(visit.phone).toBe('0877-6655-4433');
		const dump = await base.admin.query(
			`select row_to_json(p)::text as text from people p where id = $1 union all select row_to_json(a)::text from audit_rows a`,
			[visit.personId]
		);
		const text = dump.rows
			.map((row) => row.text as string)
			.join('\n')
			.replace(/\D/g, '');
		expect(text).not.toContain('87766554433');
		const audit = await base.admin.query(
			`select input::text as text from audit_rows where command in ('visits.registerWalkIn', 'cooperatives.registerPerson')`
		);
		expect(audit.rows.map((row) => row.text as string).join()).not.toContain('Rahasia');
	});

	it('does a repeated request once', async () => {
		const commandId = newId();
		const actor = world.sragen.actors.receptionist;
		const before = await count('tickets');
		const answers = await Promise.all([
			register(actor, {}, smallNow, commandId),
			register(actor, {}, smallNow, commandId)
		]);
		expect(answers[0]).toEqual(answers[1]);
		expect(await count('tickets')).toBe(before + 1);
	});

	it('names every field that is missing', async () => {
		const empty = { person: { name: ' ', phone: '12' }, capacity: '', service: '', reason: '' };
		await expect(register(world.sragen.actors.receptionist, empty)).rejects.toEqual(
			expect.objectContaining({
				issues: {
					'person.name': 'required',
					'person.phone': 'notAPhone',
					capacity: 'required',
					service: 'required',
					reason: 'required'
				}
			})
		);
		await expect(register(world.sragen.actors.receptionist, empty)).rejects.toBeInstanceOf(BadInput);
	});

	it('refuses a closed clinic and leaves nothing behind', async () => {
		const { sragen } = world;
		await base.admin.query('update clinics set is_open = false where id = $1', [sragen.clinics.law]);
		const before = [await count('visits'), await count('people'), await count('ticket_series')];
		await expect(register(sragen.actors.receptionist, { clinicId: sragen.clinics.law })).rejects.toEqual(
			expect.objectContaining({ code: 'visits.clinicClosed', params: { clinic: 'Poli Hukum' } })
		);
		expect([await count('visits'), await count('people'), await count('ticket_series')]).toEqual(before);
	});

	it.each(['cooperativeId', 'clinicId'])('answers a foreign %s as one that does not exist', async (field) => {
		const { sragen, buleleng } = world;
		const foreign = field === 'clinicId' ? buleleng.clinics.finance : buleleng.cooperatives.healthy;
		for (const id of [foreign, newId(), 'no-id']) {
			const trying = register(sragen.actors.receptionist, { [field]: id, service: 'consultation' });
			await expect(trying).rejects.toEqual(refusal('missing'));
		}
	});

	it('keeps the code of a self-check as typed codes are kept', async () => {
		const actor = world.sragen.actors.receptionist;
		const codeOfVisit = async (selfCheckCode: string) => {
			const { visitId } = await register(actor, { selfCheckCode });
			return (await read(base.database, actor, (reader) => visitOf(reader, actor, visitId, smallNow))).selfCheckCode;
		};
		expect(await codeOfVisit(' 336-e98-h9p ')).toBe('336E98H9P');
		expect(await codeOfVisit('')).toBeNull();
	});

	it('says that a code is mistyped and registers nobody', async () => {
		const before = await count('visits');
		for (const selfCheckCode of ['336-E98-H9R', '336-E89-H9P', 'halo', '2'.repeat(13)])
			await expect(register(world.sragen.actors.receptionist, { selfCheckCode })).rejects.toEqual(
				expect.objectContaining({ issues: { selfCheckCode: 'codeMistyped' } })
			);
		expect(await count('visits')).toBe(before);
	});

	it('is not for specialists, heads of office and observers', async () => {
		const { actors } = world.sragen;
		for (const actor of [actors.specialist, actors.headOfOffice, actors.ministryObserver])
			await expect(register(actor)).rejects.toEqual(refusal('forbidden'));
	});

	it('gives 50 at once consecutive numbers', async () => {
		const { sragen } = world;
		const now = new Date('2026-03-05T02:00:00Z');
		const made = await Promise.all(
			Array.from({ length: 50 }, (_, n) =>
				register(
					sragen.actors.receptionist,
					{ clinicId: sragen.clinics.people, person: { name: `Tamu ${n}`, phone: `0812000${1000 + n}` } },
					now
				)
			)
		);
		const numbers = made.map(({ label }) => Number(label.slice(2))).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
		const room = await read(base.database, sragen.system, (reader) => waitingRoom(reader, sragen.system, now));
		expect(room.waiting).toHaveLength(50);
	});

	it('opens one case when two desks register one cooperative at once', async () => {
		const { sragen } = world;
		const both = await Promise.all(
			[1, 2, 3, 4].map(() =>
				register(sragen.actors.receptionist, { cooperativeId: sragen.cooperatives.dormant, service: 'consultation' })
			)
		);
		expect(new Set(both.map(({ caseId }) => caseId)).size).toBe(1);
	});

	it('shows no office the visits of another', async () => {
		const { sragen, buleleng } = world;
		const { visitId } = await register(sragen.actors.receptionist);
		const foreign = buleleng.actors.receptionist;
		const asking = read(base.database, foreign, (reader) => visitOf(reader, foreign, visitId, smallNow));
		await expect(asking).rejects.toBeInstanceOf(Refusal);
		await expect(asking).rejects.toEqual(refusal('missing'));
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import { remindOfDuties } from '#clinic/cooperatives/server/commands/reminders.ts';
import { openReminders } from '#clinic/cooperatives/server/reads/calendar.ts';
import { sentByHand } from '#platform/messaging/commands.ts';
import { outboxList } from '#platform/messaging/reads.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
const { act, ask } = ward(test, () => world.sragen);
const desk = () => world.sragen.actors.receptionist;
const remind = (now = smallNow) => act(desk(), remindOfDuties, {}, now);
const digests = async () =>
	(await ask((reader) => outboxList(reader, desk(), { view: 'open', before: null }, smallNow))).messages;
const remindersOf = async (cooperativeId: string) =>
	(await ask((reader) => openReminders(reader, desk(), smallToday, 500))).rows.filter(
		(one) => one.cooperativeId === cooperativeId
	);

beforeAll(async () => {
	world = await smallWorld(test.database);
	await test.admin.query(`update cooperatives set phone = null, email = null`);
	await test.admin.query(`update cooperatives set phone = '0812 1111 2222' where id = $1`, [
		world.sragen.cooperatives.cold
	]);
});

describe('what falls due is told', () => {
	it('in one message a cooperative, once, and nothing where no address is known', async () => {
		const { cold, healthy } = world.sragen.cooperatives;
		const { made, told } = await remind();
		expect(made).toBeGreaterThan(told);
		expect(told).toBe(1);
		expect(await remind()).toEqual({ made: 0, dropped: 0, told: 0 });
		const [message, ...others] = await digests();
		expect(others).toEqual([]);
		expect(message).toMatchObject({ kind: 'duties.digest', channel: 'whatsapp', subjectId: cold, attention: 'toDo' });
		const owed = new Set((await remindersOf(cold)).map(({ kind, about }) => `${kind} ${about}`));
		expect(message!.body!.match(/^- .*2026$/gm)).toHaveLength(owed.size);
		expect((await remindersOf(healthy)).length).toBeGreaterThan(0);
	});

	it('anew when something of it was done before it left', async () => {
		const { cold } = world.sragen.cooperatives;
		const [before] = await digests();
		const year = /RAT tahun buku (\d{4})/.exec(before!.body!)![1];
		const held = { cooperativeId: cold, bookYear: Number(year), heldOn: '2026-02-20', reportedOn: '2026-02-25' };
		await act(world.sragen.actors.receptionist, recordAnnualMeeting, held);
		expect((await remind()).dropped).toBeGreaterThan(0);
		for (const { id, body } of await digests()) {
			expect(id).not.toBe(before!.id);
			expect(body).not.toContain(`RAT tahun buku ${year}`);
		}
	});

	it('and stays on the list of the office until the message has left', async () => {
		const { sick } = world.sragen.cooperatives;
		await test.admin.query(`update cooperatives set phone = '0812 3333 4444' where id = $1`, [sick]);
		await remind();
		const message = (await digests()).find(({ subjectId }) => subjectId === sick);
		expect((await remindersOf(sick)).length).toBeGreaterThan(0);
		await act(desk(), sentByHand, { messageId: message!.id, byName: 'Siti Aminah' });
		expect(await remindersOf(sick)).toEqual([]);
	});

	it('by hand to twenty a day at most: the nearest day first', async () => {
		await test.admin.query(`delete from outbox_messages`);
		await test.admin.query(`update duty_reminders set message_id = null, settled_at = null`);
		// As many again as a small office has: everything but what the database works out by itself.
		const { rows } = await test.admin.query(
			`select string_agg(quote_ident(column_name), ', ') as kept from information_schema.columns
			  where table_name = 'cooperatives' and is_generated = 'NEVER'
			    and column_name not in ('id', 'name', 'phone', 'registry_number', 'legal_number')`
		);
		await test.admin.query(
			`insert into cooperatives (id, name, phone, ${rows[0].kept})
			 select gen_random_uuid(), 'KSP ' || n, '08120000' || (1000 + n), ${rows[0].kept}
			   from cooperatives, generate_series(1, 25) n where id = $1`,
			[world.sragen.cooperatives.cold]
		);
		expect((await remind()).told).toBe(20);
	});
});

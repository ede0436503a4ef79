import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOffice } from '#clinic/offices/server/commands/office.ts';
import { rooms } from '#clinic/offices/server/tables.ts';
import { systemActor } from '#platform/actor.ts';
import { auditRows } from '#platform/audit/tables.ts';
import { BadInput, command, perform, runWithin } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { testDatabase } from '../../database/database.ts';

const test = testDatabase();
const now = new Date('2026-03-02T01:00:00Z');
const sragen = newId<'Office'>();
const buleleng = newId<'Office'>();
const system = (officeId: string) => systemActor('test', officeId, ['installation.manage', 'office.manage']);
const request = (officeId: string, commandId: string = newId()) => ({
	database: test.database,
	actor: system(officeId),
	now,
	commandId
});
const office = (id: string, code: string) => ({
	id,
	code,
	name: `Dinas ${code}`,
	brand: 'Bina Serasi',
	address: 'Jalan Raya 1',
	phone: '',
	zone: 'Asia/Jakarta'
});

const addRoom = command({
	name: 'test.addRoom',
	needs: 'office.manage',
	input: v.object({
		name: v.pipe(v.string(), v.nonEmpty('required')),
		secret: v.pipe(v.optional(v.string(), ''), personal())
	}),
	run: async ({ tx, actor, now: at }, { name }) => {
		const id = newId<'Room'>();
		await tx.insert(rooms).values({ id, officeId: actor.officeId as never, name, createdAt: at });
		if (name === 'meledak') throw new Error('halfway');
		return { id };
	}
});
const addTwoRooms = command({
	name: 'test.addTwoRooms',
	needs: 'office.manage',
	input: v.object({ first: v.string(), second: v.string() }),
	run: async (context, { first, second }) => {
		await runWithin(context, addRoom, { name: first });
		await runWithin(context, addRoom, { name: second });
		return null;
	}
});

const roomNames = async (officeId: string) =>
	(await test.admin.query('select name from rooms where office_id = $1 order by name', [officeId])).rows.map(
		(row) => row.name
	);
const auditOf = async (commandName: string) =>
	(await test.admin.query('select * from audit_rows where command = $1 order by id', [commandName])).rows;

beforeAll(async () => {
	await perform(request(sragen), createOffice, office(sragen, '33.14'));
	await perform(request(buleleng), createOffice, office(buleleng, '51.08'));
});

describe('the one road of every write', () => {
	it('writes the change and its audit row together', async () => {
		const { id } = await perform(request(sragen), addRoom, { name: 'Ruang 1', secret: '3314010101010001' });
		const [row] = (await auditOf('test.addRoom')).slice(-1);
		expect(row).toMatchObject({ office_id: sragen, actor_kind: 'system', actor_id: 'test', result: { id } });
		expect(row.input).toEqual({ name: 'Ruang 1' });
		expect(JSON.stringify(row)).not.toContain('3314010101010001');
	});

	it('leaves nothing behind when it fails halfway', async () => {
		const before = await roomNames(sragen);
		await expect(perform(request(sragen), addRoom, { name: 'meledak' })).rejects.toThrow('halfway');
		await expect(perform(request(sragen), addTwoRooms, { first: 'Ruang 2', second: 'meledak' })).rejects.toThrow(
			'halfway'
		);
		expect(await roomNames(sragen)).toEqual(before);
		expect((await auditOf('test.addRoom')).every((row) => row.input.name !== 'meledak')).toBe(true);
	});

	it('gives an inner deed its own audit row under the outer one', async () => {
		const commandId = newId();
		await perform(request(sragen, commandId), addTwoRooms, { first: 'Ruang 3', second: 'Ruang 4' });
		const inner = (await auditOf('test.addRoom')).filter((row) => row.parent_id === commandId);
		expect(inner.map((row) => row.input.name).sort()).toEqual(['Ruang 3', 'Ruang 4']);
	});

	it('refuses without the permission, before it looks at the input', async () => {
		const actor = systemActor('test', sragen, []);
		await expect(perform({ ...request(sragen), actor }, addRoom, {})).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('names each field that was not understood', async () => {
		const problem = await perform(request(sragen), addRoom, { name: '' }).catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(BadInput);
		expect((problem as BadInput).issues).toEqual({ name: 'required' });
	});

	it('does a repeated request once and answers the same, also when both come at the same moment', async () => {
		const commandId = newId();
		const answers = await Promise.all(
			Array.from({ length: 8 }, () => perform(request(sragen, commandId), addRoom, { name: 'Ruang Kembar' }))
		);
		expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
		expect((await roomNames(sragen)).filter((name) => name === 'Ruang Kembar')).toHaveLength(1);
	});

	it('refuses the same command id for another deed', async () => {
		const commandId = newId();
		await perform(request(sragen, commandId), addRoom, { name: 'Ruang 9' });
		const again = perform(request(sragen, commandId), addTwoRooms, { first: 'a', second: 'b' });
		await expect(again).rejects.toMatchObject({ code: 'command.reused' });
	});
});

describe('the line between offices', () => {
	it('shows a reader only its own office, with no condition in the query', async () => {
		const seen = await read(test.database, system(buleleng), (reader) => reader.select().from(rooms));
		expect(seen.length).toBeGreaterThan(0);
		expect(seen.every((room) => room.officeId === buleleng)).toBe(true);
		const nobody = await read(test.database, { officeId: null, userId: null }, (reader) => reader.select().from(rooms));
		expect(nobody).toEqual([]);
	});

	it('gives readers no way to write', async () => {
		const attempt = read(test.database, system(sragen), (reader) =>
			// What the type forbids, the transaction refuses too.
			reader.rows(sql`delete from rooms`)
		);
		await expect(attempt).rejects.toMatchObject({ cause: { code: '25006' } });
	});

	it('lets the application write no row of another office, and change no audit row', async () => {
		const client = await test.database.pool.connect();
		try {
			const attempt = async (statement: string) => {
				await client.query(`begin; select set_config('app.office_id', '${sragen}', true)`);
				const outcome = await client.query(statement).then(
					(result) => result.rowCount,
					(error: { code: string }) => error.code
				);
				await client.query('rollback');
				return outcome;
			};
			const insert = `insert into rooms (id, office_id, name, is_open, created_at) values (gen_random_uuid(), '${buleleng}', 'x', true, now())`;
			expect(await attempt(insert)).toBe('42501');
			expect(await attempt(`update rooms set name = 'x' where office_id = '${buleleng}'`)).toBe(0);
			expect(await attempt(`delete from rooms where office_id = '${buleleng}'`)).toBe(0);
			expect(await attempt(`update rooms set office_id = '${buleleng}'`)).toBe('42501');
			for (const statement of [
				'update audit_rows set command = command',
				'delete from audit_rows',
				'truncate audit_rows'
			])
				expect(await attempt(statement)).toBe('42501');
			expect(await attempt(`update settings set value = '"real"'`)).toBe('42501');
		} finally {
			client.release();
		}
	});

	it('is drawn and forced on every table that has an office', async () => {
		const { rows } = await test.admin.query(
			`select c.relname, c.relrowsecurity and c.relforcerowsecurity as held,
			        exists (select from pg_policy p where p.polrelid = c.oid) as has_policy
			   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'office_id'
			  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'sessions'`
		);
		expect(rows.length).toBeGreaterThan(20);
		expect(rows.filter((row) => !row.held || !row.has_policy)).toEqual([]);
	});

	it('lets the owner of the tables see nothing either without an office', async () => {
		const { rows } = await test.admin
			.query(`set role klinik_owner; select count(*)::int as seen from rooms; reset role`)
			.then((results) => (results as unknown as { rows: { seen: number }[] }[])[1]!);
		expect(rows[0]!.seen).toBe(0);
	});
});

describe('audit', () => {
	it('keeps who did what and when', async () => {
		const rows = await read(test.database, system(sragen), (reader) =>
			reader.select().from(auditRows).where(eq(auditRows.command, 'offices.createOffice'))
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]!.at).toEqual(now);
	});
});

import { beforeAll, describe, expect, it } from 'vitest';
import { registerPerson, erasePerson } from '#clinic/cooperatives/server/commands/people.ts';
import { people } from '#clinic/cooperatives/server/tables.ts';
import { read } from '#platform/database/client.ts';
import { unseal } from '#platform/personal/seal.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, ask } = ward(test, () => world.sragen);
const phone = '0812 0000 7777';
const register = () => act(world.sragen.actors.receptionist, registerPerson, { name: 'Bu Sumarni', phone });

/** Every column of every table, as text. */
async function everything(): Promise<string> {
	const { rows } = await test.admin.query<{ name: string }>(
		`select tablename as name from pg_tables where schemaname = 'public'`
	);
	const texts = await Promise.all(
		rows
			.filter(({ name }) => name !== 'areas')
			.map(({ name }) => test.admin.query(`select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`))
	);
	return texts.map((answer) => answer.rows[0].text as string).join('\n');
}

describe('personal data', () => {
	it('stand nowhere in the database as they were typed, and open under the person’s key', async () => {
		const { personId } = await register();
		const stored = await everything();
		expect(stored).toContain(personId);
		for (const form of [phone, '081200007777', '6281200007777']) expect(stored).not.toContain(form);
		const [row] = (await test.admin.query('select phone_sealed from people where id = $1', [personId])).rows;
		const opened = await ask((reader) => unseal(reader, 'phone', [{ personId, sealed: row.phone_sealed }]));
		expect(opened.get(personId)).toBe(phone);
	});

	it('are found again by the number however it is written, in this office alone', async () => {
		const { personId } = await register();
		const again = await act(world.sragen.actors.receptionist, registerPerson, {
			name: 'bu sumarni',
			phone: '+62 812-0000-7777'
		});
		expect(again).toEqual({ personId, isNew: false });
		const { rows } = await test.admin.query('select distinct phone_hash from people where phone_hash is not null');
		const elsewhere = ward(test, () => world.buleleng);
		await elsewhere.act(world.buleleng.actors.receptionist, registerPerson, { name: 'Bu Sumarni', phone });
		const { rows: after } = await test.admin.query(
			'select distinct phone_hash from people where phone_hash is not null'
		);
		expect(after.length).toBe(rows.length + 1);
	});

	it('can never be read again once the key is destroyed, not even from the audit', async () => {
		const { personId } = await register();
		const [before] = (await test.admin.query('select phone_sealed from people where id = $1', [personId])).rows;
		const [audit] = (
			await test.admin.query(`select sealed from audit_rows where sealed @> $1::jsonb`, [
				JSON.stringify([{ personId }])
			])
		).rows;
		expect(audit.sealed[0].sealed).toBe(before.phone_sealed);
		await act(world.sragen.actors.officeAdministrator, erasePerson, { personId });
		const opened = await ask((reader) => unseal(reader, 'phone', [{ personId, sealed: before.phone_sealed }]));
		expect(opened.get(personId)).toBeNull();
		const [row] = await read(test.database, world.sragen.system, (reader) => reader.select().from(people)).then((all) =>
			all.filter(({ id }) => id === personId)
		);
		expect(row).toMatchObject({ name: '–', phoneSealed: null, phoneHash: null });
	});

	it('of another office cannot be erased', async () => {
		const { personId } = await register();
		const attempt = act(world.buleleng.actors.officeAdministrator, erasePerson, { personId });
		await expect(attempt).rejects.toEqual(refusal('missing'));
	});

	it('cannot be moved: a ciphertext opens only at its own person and field', async () => {
		const { personId } = await register();
		const [row] = (await test.admin.query('select phone_sealed from people where id = $1', [personId])).rows;
		const moved = ask((reader) => unseal(reader, 'address', [{ personId, sealed: row.phone_sealed }]));
		await expect(moved).rejects.toThrow();
	});
});

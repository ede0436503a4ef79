import { beforeAll, describe, expect, it } from 'vitest';
import { noFilters } from '#clinic/cooperatives/list-filters.ts';
import { seenRowsText, type BulkField, type SeenRow } from '#clinic/cooperatives/bulk-fields.ts';
import { changeMany } from '#clinic/cooperatives/server/commands/change-many.ts';
import { bulkByFilter, bulkByIds } from '#clinic/cooperatives/server/reads/list-bulk.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { csv, emptyOffice, importFile } from './importing.ts';

const base = testDatabase();
let world: SmallWorld;
let desk: Actor;
beforeAll(async () => {
	world = await smallWorld(base.database);
	desk = world.sragen.actors.receptionist;
});

const all = (field: BulkField, actor = desk) =>
	read(base.database, actor, (reader) => bulkByFilter(reader, actor, { filters: noFilters, today: smallToday }, field));
const some = async (...ids: string[]): Promise<SeenRow[]> =>
	read(base.database, desk, (reader) => bulkByIds(reader, desk, ids, 'kind'));
const change = (
	rows: readonly SeenRow[],
	field: BulkField,
	value: string,
	over: { actor?: Actor; reason?: string } = {}
) =>
	perform({ database: base.database, actor: over.actor ?? desk, now: smallNow, commandId: newId() }, changeMany, {
		field,
		value,
		rows: seenRowsText(rows),
		reason: over.reason ?? 'Menurut daftar tahun 2026'
	});
const one = async (id: string) =>
	(
		await base.admin.query(
			`select kind, guided_by as "guidedBy", district_code as district, village_code as village, district_text as written,
			        registry_status as status, business_class as class, version from cooperatives where id = $1`,
			[id]
		)
	).rows[0];
const historyOf = async (id: string, field: string) =>
	(
		await base.admin.query(
			`select before, after, why, by_name as "byName", version from field_changes
			  where cooperative_id = $1 and field = $2 order by version`,
			[id, field]
		)
	).rows;
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

describe('changeMany', () => {
	it('sets one field of all, with what stood there and why in the history of each', async () => {
		const rows = await all('guidedBy');
		expect(rows).toHaveLength(7);
		const already = rows[0]!.id;
		await base.admin.query(`update cooperatives set guided_by = 'regency' where id = $1`, [already]);
		const answer = await change(rows, 'guidedBy', 'regency');
		expect(answer).toEqual({ changed: 6, passed: [] });
		for (const { id, version, before } of rows.slice(1)) {
			expect(await one(id)).toMatchObject({ guidedBy: 'regency', version: version + 1 });
			expect(await historyOf(id, 'guidedBy')).toEqual([
				{ before, after: 'regency', why: 'Menurut daftar tahun 2026', byName: 'Siti Aminah', version: version + 1 }
			]);
		}
		expect(await historyOf(already, 'guidedBy'), 'what says so already is not touched').toEqual([]);
		expect((await one(already)).version).toBe(rows[0]!.version);
		await expect(change(await all('guidedBy'), 'guidedBy', 'regency')).rejects.toEqual(
			refusal('cooperatives.nothingChanged')
		);
	});

	it('leaves and names what somebody else changed since it was shown', async () => {
		const { sick, cold, sharia } = world.sragen.cooperatives;
		const seen = await some(sick, cold, sharia);
		await change(await some(cold), 'businessClass', '4', { actor: world.sragen.actors.adviser });
		const { rows } = await base.admin.query('select name from cooperatives where id = $1', [cold]);
		expect(await change(seen, 'businessClass', '2')).toEqual({
			changed: 2,
			passed: [{ id: cold, name: rows[0].name }]
		});
		expect((await one(cold)).class).toBe(4);
		expect((await one(sick)).class).toBe(2);
		// Nothing is left to do: that too is told, not refused.
		expect(await change(seen, 'businessClass', '3')).toMatchObject({ changed: 0, passed: { length: 3 } });
	});

	it('of three at the same moment one changes every row, and the others are told of each', async () => {
		const seen = await all('guidedBy');
		// Values that stand in no row yet: whoever comes first has something to change in each.
		const answers = await Promise.all([
			change(seen, 'guidedBy', 'province'),
			change([...seen].reverse(), 'guidedBy', 'nation', { actor: world.sragen.actors.adviser }),
			change(seen, 'businessClass', '3', { actor: world.sragen.actors.headOfDivision })
		]);
		expect(answers.map(({ changed }) => changed).sort()).toEqual([0, 0, seen.length]);
		for (const { changed, passed } of answers) expect(changed + passed.length).toBe(seen.length);
		for (const { id, version } of seen) expect((await one(id)).version).toBe(version + 1);
	});

	it('takes the village of another district along', async () => {
		const { healthy, inCare } = world.sragen.cooperatives;
		await base.admin.query(
			`update cooperatives set village_code = (select min(code) from areas where parent_code = '33.14.01'), district_text = 'x'
			  where id = $1`,
			[healthy]
		);
		const { village } = await one(healthy);
		expect(village).toMatch(/^33\.14\.01\./);
		expect(await change(await some(healthy, inCare), 'districtCode', '33.14.02')).toMatchObject({ changed: 2 });
		expect(await one(healthy)).toMatchObject({ district: '33.14.02', village: null, written: null });
		expect(await historyOf(healthy, 'villageCode')).toMatchObject([{ before: village, after: null }]);
		expect(await historyOf(inCare, 'villageCode')).toEqual([]);
		await expect(change(await some(healthy), 'districtCode', '51.08.01')).rejects.toEqual(refusal('missing'));
	});

	it('never moves the life status, and wants a reason and a value of the field', async () => {
		const rows = await some(world.sragen.cooperatives.healthy);
		await expect(change(rows, 'registryStatus' as BulkField, 'inactive')).rejects.toMatchObject({
			issues: { field: 'required' }
		});
		await expect(change(rows, 'kind', 'bank')).rejects.toMatchObject({ issues: { value: 'notUnderstood' } });
		await expect(change(rows, 'kind', 'service', { reason: ' ' })).rejects.toMatchObject({
			issues: { reason: 'required' }
		});
		await expect(change([], 'kind', 'service')).rejects.toMatchObject({ issues: { rows: 'required' } });
	});

	it('passes by what was merged in the meantime', async () => {
		const { village, sharia } = world.sragen.cooperatives;
		const seen = await some(village);
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [sharia, village]);
		expect(await change(seen, 'kind', 'marketing')).toMatchObject({ changed: 0, passed: [{ id: village }] });
		expect(await some(village)).toEqual([]);
		await base.admin.query('update cooperatives set merged_into = null where id = $1', [village]);
	});

	it('knows its own office only, and is for the desk', async () => {
		const foreign = { id: world.buleleng.cooperatives.healthy, version: 1 };
		const own = await some(world.sragen.cooperatives.healthy);
		await expect(change([...own, foreign], 'kind', 'service')).rejects.toEqual(refusal('missing'));
		await expect(change(own, 'kind', 'service', { actor: world.sragen.actors.headOfOffice })).rejects.toEqual(
			refusal('forbidden')
		);
	});

	it('changes two thousand at once', async () => {
		const office = await emptyOffice(base.database);
		const many = Array.from({ length: 2_001 }, (_, at) => `Koperasi Nomor ${at};${at}/BH/2001`);
		await importFile(base.database, office, csv('Nama Koperasi;Nomor Badan Hukum', ...many));
		const rows = await all('kind', office);
		expect(rows, 'one more than may be changed tells that there are too many').toHaveLength(2_001);
		await expect(change(rows, 'kind', 'consumer', { actor: office })).rejects.toMatchObject({
			issues: { rows: 'notUnderstood' }
		});
		expect(await change(rows.slice(0, 2_000), 'kind', 'consumer', { actor: office })).toEqual({
			changed: 2_000,
			passed: []
		});
		const { rows: counted } = await base.admin.query(
			`select count(*)::int as n from field_changes where office_id = $1 and field = 'kind' and version = 2`,
			[office.officeId]
		);
		expect(counted[0].n).toBe(2_000);
	}, 30_000);
});

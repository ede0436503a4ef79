import { beforeAll, describe, expect, it } from 'vitest';
import { exportCells, exportHeadings } from '#clinic/cooperatives/export-columns.ts';
import { noFilters, type ListFilters } from '#clinic/cooperatives/list-filters.ts';
import { recordExport } from '#clinic/cooperatives/server/commands/export.ts';
import { exportCount, exportRows, takeExportTurn } from '#clinic/cooperatives/server/reads/list-export.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { inBatches } from '#platform/database/stream.ts';
import { newId } from '#platform/ids.ts';
import { sheetStream, type SheetFormat } from '#platform/sheets/write.ts';
import { sql } from 'drizzle-orm';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { bogorFile, csv, emptyOffice, importFile, readFile } from './importing.ts';

const base = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(base.database);
});

const asked = (over: Partial<ListFilters> = {}) => ({ filters: { ...noFilters, ...over }, today: smallToday });

function stream(actor: Actor, format: SheetFormat, over: Partial<ListFilters> = {}, hasContacts = true) {
	const batches = exportRows(base.database, actor, asked(over), () => {});
	async function* cells() {
		for await (const batch of batches) yield batch.map((row) => exportCells(row, hasContacts));
	}
	return sheetStream(format, 'Register', exportHeadings(hasContacts), cells());
}
const bytes = async (made: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(made).arrayBuffer());
const text = async (made: ReadableStream<Uint8Array>) =>
	new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes(made));

describe('an export', () => {
	it.each(['csv', 'xlsx'] as const)(
		'as %s comes in again as what is known already, every row of it',
		async (format) => {
			const office = await emptyOffice(base.database, format === 'csv' ? '32.71' : '32.72');
			await importFile(base.database, office, bogorFile('csv'));
			const count = await read(base.database, office, (reader) => exportCount(reader, office, asked()));
			expect(count).toBe(249);
			const file = await bytes(stream(office, format));
			const { register } = await readFile(file);
			expect(register.rows).toHaveLength(count);
			const again = await importFile(base.database, office, file, { fileName: `register.${format}` });
			expect(again).toMatchObject({ imported: 0, known: count, refused: 0 });
		},
		60_000
	);

	it('is what the filter leaves, without a person’s own unless it may be seen', async () => {
		const actor = world.sragen.actors.receptionist;
		const { sick } = world.sragen.cooperatives;
		await base.admin.query(
			`update cooperatives set phone = '0271 777 888', health_category = 'healthy', health_on = '2025-01-01' where id = $1`,
			[sick]
		);
		const filtered = await text(stream(actor, 'csv', { kind: 'savingsAndLoan' }));
		expect(filtered.startsWith('\ufeffNama Koperasi;Nomor Badan Hukum;')).toBe(true);
		expect(filtered.trimEnd().split('\r\n')).toHaveLength(
			1 + (await read(base.database, actor, (reader) => exportCount(reader, actor, asked({ kind: 'savingsAndLoan' }))))
		);
		expect(filtered).toContain('0271 777 888');
		const bare = await text(stream(actor, 'csv', {}, false));
		expect(bare).not.toMatch(/0271 777 888|Telepon|Email/);
		const rows = [];
		for await (const batch of exportRows(base.database, actor, asked(), () => {})) rows.push(...batch);
		expect(rows).toHaveLength(7);
		expect(rows.find(({ id }) => id === sick)).toMatchObject({ healthCategory: 'healthy', healthOn: '2025-01-01' });
	});

	it('is filtered by condition and grade like the list, and says both', async () => {
		const actor = world.sragen.actors.receptionist;
		const { sick } = world.sragen.cooperatives;
		await base.admin.query(`update cooperatives set condition = 'sick', grade = 'D' where id = $1`, [sick]);
		await base.admin.query(`update cooperatives set condition = 'healthy' where id <> $1`, [sick]);
		for (const over of [{ condition: 'sick' }, { grade: 'D', condition: 'sick' }] as const) {
			const lines = (await text(stream(actor, 'csv', over))).trimEnd().split('\r\n');
			expect(lines).toHaveLength(2);
			expect(lines[1]).toContain(';Sakit;D;');
		}
	});

	it('carries its classification into another register', async () => {
		const [from, to] = [await emptyOffice(base.database, '33.04'), await emptyOffice(base.database, '33.05')];
		await importFile(base.database, from, csv('Nama Koperasi;Alamat', 'KPRI Sejahtera;Jl. Lawu 1'), { regency: null });
		const columns =
			'form, reach, group_code, sector_code, legal_approved_by, seat, notary, postal_code, website, business_class';
		await base.admin.query(
			`update cooperatives set (${columns}, latitude, longitude) = ('primary', 'regency', 28, 7, 'regent', 'Banjarnegara', 'Camat', '53411',
			  'https://kpri.example.id', 2, -7.39, 109.69) where office_id = $1`,
			[from.officeId]
		);
		await importFile(base.database, to, await bytes(stream(from, 'xlsx')), { regency: null });
		const of = async ({ officeId }: Actor) =>
			(
				await base.admin.query(`select ${columns}, latitude, longitude from cooperatives where office_id = $1`, [
					officeId
				])
			).rows;
		expect(await of(to)).toEqual(await of(from));
		expect(await of(to)).toHaveLength(1);
	});

	it('runs nothing when it is opened', async () => {
		const office = await emptyOffice(base.database, '33.01');
		await importFile(
			base.database,
			office,
			csv('Nama Koperasi;Alamat', '"=HYPERLINK(""http://x"";""KSP"")";+62 jalan', '@SUM KSP;"-1 ""kutip""; dan"'),
			{ regency: null }
		);
		await base.admin.query('update cooperatives set latitude = -7.4251, longitude = 110.9 where office_id = $1', [
			office.officeId
		]);
		const out = await text(stream(office, 'csv'));
		expect(out).toContain(`"'=HYPERLINK(""http://x"";""KSP"")"`);
		expect(out).toContain(`'@SUM KSP`);
		expect(out).toContain(`'+62 jalan`);
		expect(out).toContain(`"'-1 ""kutip""; dan"`);
		expect(out, 'numbers of ours stay numbers').toContain(';-7,4251;110,9');
		const sheet = Buffer.from(await bytes(stream(office, 'xlsx')));
		const { register } = await readFile(new Uint8Array(sheet), null);
		expect(register.rows.map((row) => row.outcome === 'taken' && row.fields.name)).toContain(
			'=HYPERLINK("http://x";"KSP")'
		);
	});

	it('goes out of the door in constant memory, and stops when nobody fetches it any more', async () => {
		const office = await emptyOffice(base.database, '33.02');
		await base.admin.query(
			`insert into cooperatives (id, office_id, name, core, norm, address, created_at, updated_at)
			 select gen_random_uuid(), $1, 'Koperasi ' || n, 'n', 'n', repeat('alamat ', 20), now(), now() from generate_series(1, 20000) n`,
			[office.officeId]
		);
		const reader = stream(office, 'csv').getReader();
		await reader.read();
		const first = await reader.read();
		expect(first.value!.byteLength, 'a batch, not the file').toBeLessThan(600_000);
		await new Promise((resolve) => setTimeout(resolve, 200));
		const running = async () =>
			(
				await base.admin.query(
					`select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`
				)
			).rows[0].n as number;
		expect(await running(), 'waits for whoever fetches').toBe(1);
		await reader.cancel();
		await expect.poll(running).toBe(0);
		const whole = await text(stream(office, 'csv'));
		expect(whole.trimEnd().split('\r\n')).toHaveLength(20_001);
	}, 30_000);

	it('is put on record', async () => {
		const actor = world.sragen.actors.receptionist;
		const at = { database: base.database, actor, now: smallNow, commandId: newId() };
		await perform(at, recordExport, { query: 'status=active&hal=3', format: 'csv', rows: 12, hasContacts: true });
		const { rows } = await base.admin.query('select actor_id as by, input, result from audit_rows where id = $1', [
			at.commandId
		]);
		expect(rows).toMatchObject([
			{ by: actor.id, input: { rows: 12, format: 'csv' }, result: { query: 'status=active' } }
		]);
	});

	it('waits for its turn', () => {
		const [first, second] = [takeExportTurn(), takeExportTurn()];
		expect(() => takeExportTurn()).toThrow(expect.objectContaining({ code: 'cooperatives.exportsBusy' }) as Error);
		first();
		first();
		const third = takeExportTurn();
		expect(() => takeExportTurn()).toThrow();
		second();
		third();
	});
});

describe('rows in batches', () => {
	it('tell what goes wrong, and give up on who does not read on', async () => {
		const actor = world.sragen.actors.receptionist;
		const wrong = inBatches(base.database, actor, sql`select 1 / (n - 1500) from generate_series(1, 3000) n`);
		await expect(Array.fromAsync(wrong)).rejects.toThrow();
		const slow = inBatches(base.database, actor, sql`select n from generate_series(1, 9000) n`, 50);
		await slow.next();
		await new Promise((resolve) => setTimeout(resolve, 200));
		await expect(Array.fromAsync(slow)).rejects.toThrow('nobody reads');
		expect(
			(await Array.fromAsync(inBatches(base.database, actor, sql`select n from generate_series(1, 2500) n`))).flat()
		).toHaveLength(2_500);
	});
});

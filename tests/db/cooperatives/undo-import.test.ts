import { beforeEach, describe, expect, it } from 'vitest';
import { openCase } from '#clinic/cases/server/commands.ts';
import { undoImport } from '#clinic/cooperatives/server/commands/undo-import.ts';
import { importOf, importRowsOf } from '#clinic/cooperatives/server/reads/imports.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow } from '../../world/small.ts';
import { bogorFile, csv, emptyOffice, importFile } from './importing.ts';

const base = testDatabase();
let actor: Actor;
let code = 70;
beforeEach(async () => {
	code += 1;
	actor = await emptyOffice(base.database, `32.${code}`);
});
const request = (now = smallNow) => ({ database: base.database, actor, now, commandId: newId() });
const undo = (importId: string) => perform(request(), undoImport, { importId });
const count = async (table: string) =>
	Number(
		(await base.admin.query(`select count(*) from ${table} where office_id = $1`, [actor.officeId])).rows[0].count
	);
const told = (importId: string) => read(base.database, actor, (reader) => importOf(reader, actor, importId));
const file = csv('Nama Koperasi;Kecamatan;Aset 2024;Tanggal RAT', 'KSP Satu;X;100;2025-02-01', 'KSP Dua;X;200;');

describe('taking an import back', () => {
	it('removes what it brought, keeps what is told of its rows, and the same file comes in again', async () => {
		const first = await importFile(base.database, actor, bogorFile('csv'));
		const before = await told(first.importId);
		expect(await undo(first.importId)).toEqual({ removed: first.imported });
		expect([await count('cooperatives'), await count('cooperative_figures'), await count('annual_meetings')]).toEqual([
			0, 0, 0
		]);
		const after = await told(first.importId);
		expect(after).toMatchObject({ ...before, undoneAt: smallNow, undoneByName: 'test' });
		const rows = await read(base.database, actor, (reader) =>
			importRowsOf(reader, actor, first.importId, { limit: 1000 })
		);
		expect(rows).toHaveLength(first.read);
		expect(rows.every(({ cooperativeId }) => cooperativeId === null)).toBe(true);
		const { importId: _, ...again } = await importFile(base.database, actor, bogorFile('csv'));
		const { importId: __, ...firstCounts } = first;
		expect(again).toEqual(firstCounts);
	});

	it('is done once, also for two at the same moment', async () => {
		const { importId } = await importFile(base.database, actor, file);
		const answers = await Promise.allSettled([undo(importId), undo(importId)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(undo(importId)).rejects.toMatchObject({ code: 'cooperatives.importUndone' });
	});

	it('is refused, and removes nothing, once a case rests on one of its cooperatives', async () => {
		const { importId } = await importFile(base.database, actor, file);
		const { rows } = await base.admin.query(`select id from cooperatives where name = 'KSP Dua' and import_id = $1`, [
			importId
		]);
		await perform(request(), openCase, { caseId: newId(), cooperativeId: rows[0].id });
		await expect(undo(importId)).rejects.toMatchObject({
			code: 'cooperatives.importInUse',
			params: { name: 'KSP Dua' }
		});
		expect([await count('cooperatives'), await count('cooperative_figures')]).toEqual([2, 2]);
		expect((await told(importId)).undoneAt).toBeNull();
	});

	it.each([
		['a corrected value', 'update cooperatives set version = 2 where import_id = $1 and name = $2'],
		[
			'figures changed by hand',
			`update cooperative_figures set version = 2 where cooperative_id = (select id from cooperatives where import_id = $1 and name = $2)`
		],
		[
			'a meeting that was reported',
			`insert into annual_meetings (office_id, cooperative_id, book_year, held_on, reported_on, created_at)
			 select office_id, id, 2022, '2023-01-01', '2023-01-02', created_at from cooperatives where import_id = $1 and name = $2`
		]
	])('is refused after %s', async (_what, change) => {
		const { importId } = await importFile(base.database, actor, file);
		await base.admin.query(change, [importId, 'KSP Satu']);
		await expect(undo(importId)).rejects.toMatchObject({
			code: 'cooperatives.importInUse',
			params: { name: 'KSP Satu' }
		});
	});

	it('waits for a later file that recognised its cooperatives to be taken back first', async () => {
		const { importId } = await importFile(base.database, actor, file);
		const later = await importFile(base.database, actor, file, { fileName: 'kedua.csv' });
		expect(later).toMatchObject({ imported: 0, known: 2 });
		await expect(undo(importId)).rejects.toMatchObject({
			code: 'cooperatives.importKnownLater',
			params: { file: 'kedua.csv' }
		});
		expect(await undo(later.importId)).toEqual({ removed: 0 });
		expect(await undo(importId)).toEqual({ removed: 2 });
	});

	it('is nothing for another office', async () => {
		const { importId } = await importFile(base.database, actor, file);
		const other = await emptyOffice(base.database, '33.14');
		await expect(
			perform({ database: base.database, actor: other, now: smallNow, commandId: newId() }, undoImport, { importId })
		).rejects.toMatchObject({ code: 'missing' });
		expect(await count('cooperatives')).toBe(2);
	});
});

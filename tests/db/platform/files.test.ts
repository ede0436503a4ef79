import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { systemActor } from '#platform/actor.ts';
import { command, perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { maxFileBytes } from '#platform/files/allowed.ts';
import { fileUpload } from '#platform/files/file-type.ts';
import { filesOf, forget, keep, openFile } from '#platform/files/files.ts';
import { sweepFiles } from '#platform/files/sweep.ts';
import { newId, type Id } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { refusal } from '../patients.ts';

const test = testDatabase();
const now = new Date();
const office = newId<'Office'>();
const other = newId<'Office'>();
const actorOf = (officeId: string) => systemActor('test', officeId, ['file.keep']);
const paper = Buffer.from('%PDF-1.7 rahasia koperasi');

const keepOne = command({
	name: 'test.keepOne',
	needs: 'file.keep',
	input: v.object({
		file: v.object({ name: v.string(), bytes: v.instance(Uint8Array) }),
		fails: v.optional(v.boolean())
	}),
	run: async (context, { file, fails }) => {
		const { id } = await keep(context, file);
		if (fails) throw new Error('changed its mind');
		return { id };
	}
});
const forgetOne = command({
	name: 'test.forgetOne',
	needs: 'file.keep',
	input: v.object({ id: v.string() }),
	run: async (context, { id }) => {
		await forget(context, id as Id<'File'>);
		return {};
	}
});
const request = (officeId: string) => ({ database: test.database, actor: actorOf(officeId), now, commandId: newId() });
const kept = (file: { name: string; bytes: Uint8Array }, fails = false, officeId: string = office) =>
	perform(request(officeId), keepOne, { file, fails });
const opened = (id: string, officeId: string = office) =>
	read(test.database, actorOf(officeId), (reader) => openFile(reader, actorOf(officeId), id));

const folder = () => join(process.env.DATA_DIR!, 'files');
const onDisk = () =>
	existsSync(folder())
		? readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
		: [];
const pathOf = (id: string) => join(folder(), office, id.slice(-2), id);
const later = new Date(now.getTime() + 25 * 3_600_000);

describe('a kept file', () => {
	it('comes back as it was, with what it truly is', async () => {
		const { id } = await kept({ name: 'C:\\Laporan\\Neraca 2024.exe', bytes: paper });
		expect(await opened(id)).toMatchObject({
			id,
			name: 'Neraca 2024.exe',
			type: 'application/pdf',
			size: paper.byteLength,
			sha256: expect.stringMatching(/^[0-9a-f]{64}$/)
		});
		expect(Buffer.from((await opened(id)).bytes).equals(paper)).toBe(true);
		const [facts] = await read(test.database, actorOf(office), (reader) => filesOf(reader, actorOf(office), [id]));
		expect(facts).not.toHaveProperty('wrappedKey');
	});

	it('says nothing on the disk, and nobody else may read it there', async () => {
		const { id } = await kept({ name: 'a.pdf', bytes: paper });
		expect(readFileSync(pathOf(id)).includes('rahasia')).toBe(false);
		expect(statSync(pathOf(id)).mode & 0o077).toBe(0);
		expect(statSync(join(folder(), office)).mode & 0o077).toBe(0);
	});

	it('is missing for another office', async () => {
		const { id } = await kept({ name: 'a.pdf', bytes: paper });
		await expect(opened(id, other)).rejects.toEqual(refusal('missing'));
		await expect(opened(newId())).rejects.toEqual(refusal('missing'));
	});

	it('is refused when it is too large or of another kind, and leaves nothing', async () => {
		const before = onDisk().length;
		const large = kept({ name: 'a.txt', bytes: Buffer.alloc(maxFileBytes + 1, 'a') });
		await expect(large).rejects.toEqual(refusal('files.tooLarge'));
		await expect(kept({ name: 'a.pdf', bytes: Buffer.from('MZ\0') })).rejects.toEqual(refusal('files.notAllowed'));
		expect(onDisk()).toHaveLength(before);
		expect(v.safeParse(fileUpload(), { name: 'a', bytes: paper }).success).toBe(true);
	});

	it('that was changed on the disk is not handed out', async () => {
		const { id } = await kept({ name: 'a.pdf', bytes: paper });
		const bytes = readFileSync(pathOf(id));
		bytes[bytes.length - 1]! ^= 1;
		writeFileSync(pathOf(id), bytes);
		await expect(opened(id)).rejects.toThrow();
	});
});

describe('the sweep of files', () => {
	it('takes what belongs to no row, after a day, and nothing else', async () => {
		await sweepFiles(test.database, later);
		const { id } = await kept({ name: 'a.pdf', bytes: paper });
		const before = onDisk().length;
		await expect(kept({ name: 'b.pdf', bytes: paper }, true)).rejects.toThrow('changed its mind');
		const { id: forgotten } = await kept({ name: 'c.pdf', bytes: paper });
		await perform(request(office), forgetOne, { id: forgotten });
		await expect(opened(forgotten)).rejects.toEqual(refusal('missing'));
		const half = `${pathOf(id)}.0badcafe`;
		writeFileSync(half, 'ha');
		expect(onDisk()).toHaveLength(before + 3);

		expect(await sweepFiles(test.database, now), 'a running command may still want it').toBe(0);
		expect(onDisk()).toHaveLength(before + 3);

		const old = new Date(now.getTime() - 1000);
		utimesSync(half, old, old);
		expect(await sweepFiles(test.database, later)).toBe(2);
		expect(onDisk()).toHaveLength(before);
		expect(await opened(id)).toMatchObject({ id });
	});

	it('does not mind what is not its own', async () => {
		mkdirSync(join(folder(), 'lost+found'), { recursive: true });
		writeFileSync(join(folder(), 'lost+found', 'x'), 'x');
		expect(await sweepFiles(test.database, now)).toBe(0);
	});
});

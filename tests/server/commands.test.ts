import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuild } from '../../bin/prepare.mjs';
import { databasePid, dataFolder, lives, serve, start } from './serving.ts';

beforeAll(ensureBuild);

describe('the commands of the terminal', () => {
	test('share the database of the running server, and the last one out stops it', async () => {
		const folder = dataFolder();
		const program = serve({ DATA_DIR: folder }, '--real');
		const command = start('klinik.ts', ['first-admin-link'], { DATA_DIR: folder });
		await Promise.all([program.ready(), command.ended()]);
		const database = databasePid(folder);
		expect(lives(database)).toBe(true);
		const late = start('klinik.ts', ['first-admin-link'], { DATA_DIR: folder });
		await late.ended();
		expect(lives(database), 'a command does not stop what it found').toBe(true);
		program.interrupt();
		await program.ended();
		expect(lives(database)).toBe(false);
	});

	test('list what there is, and say how when asked wrongly', async () => {
		const none = await start('klinik.ts', [], {}).ended();
		expect(none).toMatchObject({ code: 1, text: expect.stringContaining('import BERKAS --office KODE') });
		expect(await start('klinik.ts', ['obati'], {}).ended()).toMatchObject({
			code: 1,
			text: expect.stringContaining('Perintah "obati" tidak dikenal')
		});
		expect(await start('klinik.ts', ['import', 'a.csv'], {}).ended()).toMatchObject({
			code: 1,
			text: expect.stringContaining('--office 32.71')
		});
		expect(await start('klinik.ts', ['settings'], {}).ended()).toMatchObject({
			code: 0,
			text: expect.stringContaining('| `PORT` |')
		});
	});

	test('examine answers on the output and tells by its exit code', async () => {
		const wrong = await start('klinik.ts', ['examine'], {}, '{"instrument":"unknown"}').ended();
		expect(wrong.code).toBe(2);
		expect(JSON.parse(wrong.text)).toHaveProperty('error');
		const right = await start('klinik.ts', ['examine'], {}, '{"instrument":"ksp-2016","figures":{}}').ended();
		expect(right.code).toBe(0);
		expect(JSON.parse(right.text)).toMatchObject({ instrument: 'ksp-2016', complete: false });
	});
});

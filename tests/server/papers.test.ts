import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuild } from '../../bin/prepare.mjs';
import { pdfPages, pdfText } from '../pdf-text.ts';
import { signedIn, type Visitor } from './browserless.ts';
import { ask, filledFolder, serve, urlIn } from './serving.ts';

beforeAll(ensureBuild);

/** What a browser without script shows, once nothing is under way any more. */
async function settled(person: Visitor, path: string): Promise<string> {
	for (let tries = 0; tries < 60; tries++) {
		const text = await (await person.get(path)).text();
		if (!text.includes('Sedang disusun')) return text;
		expect(text).toContain('http-equiv="refresh"');
		await pause(250);
	}
	throw new Error('the paper was never there');
}

async function opened(person: Visitor, page: string): Promise<Uint8Array> {
	const address = /\/berkas\/[0-9a-f-]{36}/.exec(page)![0];
	const answer = await person.get(address);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('application/pdf');
	return new Uint8Array(await answer.arrayBuffer());
}

test('a paper is made by the built program, running as an ordinary user, without script', async () => {
	const folder = await filledFolder();
	const program = serve({ DATA_DIR: folder, LOG_LEVEL: 'error' });
	const address = await program.ready();
	const [examination] = await ask<{ id: string }>(
		urlIn(folder),
		`select e.id from examinations e join offices o on o.id = e.office_id
		  where o.code = '33.14' and e.standing = 'official' and e.category in ('healthy', 'fairlyHealthy') limit 1`
	);
	const inspector = await signedIn(address, 'bagus@sragen.contoh.id');
	const page = `/pemeriksaan/${examination!.id}/surat`;

	await inspector.post(`${page}?/draft`, { kind: 'examinationReport' });
	const drafted = await settled(inspector, page);
	const draft = await opened(inspector, drafted);
	expect(drafted).toContain(`(${pdfPages(draft)} halaman)`);
	expect(pdfText(draft)).toContain('KONSEP');

	const paperId = /name="paperId" value="([0-9a-f-]{36})"/.exec(drafted)![1]!;
	const [{ today }] = (await ask<{ today: string }>(
		urlIn(folder),
		`select to_char(now() at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as today`
	)) as [{ today: string }];
	await inspector.post(`${page}?/number`, { paperId, number: '518/LHP/7', datedOn: today });
	const numbered = await settled(inspector, page);
	expect(numbered).toContain('Sudah bernomor');
	const text = pdfText(await opened(inspector, numbered));
	expect(text).toContain('518/LHP/7');
	expect(text).not.toContain('KONSEP');

	const elsewhere = await signedIn(address, 'made@buleleng.contoh.id');
	expect((await elsewhere.get(page)).status).toBe(404);
});

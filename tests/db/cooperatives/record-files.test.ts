import { beforeAll, describe, expect, it } from 'vitest';
import { keepRecordFile } from '#clinic/cooperatives/server/commands/files.ts';
import { strikePart } from '#clinic/cooperatives/server/commands/papers.ts';
import { openRequest } from '#clinic/cooperatives/server/commands/requests.ts';
import { recordFilesOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { requestOf } from '#clinic/cooperatives/server/reads/requests.ts';
import { openFile } from '#platform/files/files.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, ask } = ward(test, () => world.sragen);
const desk = () => world.sragen.actors.receptionist;
const bytes = Buffer.from('%PDF-1.7 akta pendirian');
const keeping = (over: Record<string, unknown> = {}) => ({
	cooperativeId: world.sragen.cooperatives.cold,
	what: 'deed',
	about: 'Akta 12/1998',
	file: { name: 'akta.pdf', bytes },
	...over
});
const files = () => ask((reader) => recordFilesOf(reader, world.sragen.system, world.sragen.cooperatives.cold));

describe('a paper of a record', () => {
	it('is kept, handed out again, and never asked for by a request', async () => {
		const { id } = await act(desk(), keepRecordFile, keeping());
		expect(await files()).toMatchObject([
			{ id, what: 'deed', about: 'Akta 12/1998', name: 'akta.pdf', createdByName: 'Siti Aminah' }
		]);
		const opened = await ask((reader) => openFile(reader, world.sragen.system, id));
		expect(Buffer.from(opened.bytes)).toEqual(bytes);
		const { requestId } = await act(desk(), openRequest, {
			cooperativeId: world.sragen.cooperatives.cold,
			kind: 'businessNumber'
		});
		const { papers } = await ask((reader) => requestOf(reader, desk(), requestId, smallToday));
		expect(papers.find(({ paper }) => paper === 'deed')).toMatchObject({
			state: 'held',
			by: 'file',
			since: smallToday
		});
		expect(papers.find(({ paper }) => paper === 'taxCard')).toMatchObject({ state: 'missing' });
	});

	it('that was put with the wrong cooperative is struck out', async () => {
		const { id } = await act(desk(), keepRecordFile, keeping({ what: 'taxCard' }));
		const strike = { cooperativeId: world.sragen.cooperatives.cold, part: 'file', partId: id, why: 'Milik lain' };
		await expect(act(desk(), strikePart, { ...strike, cooperativeId: world.sragen.cooperatives.sick })).rejects.toEqual(
			refusal('missing')
		);
		await act(desk(), strikePart, strike);
		expect((await files()).map(({ what }) => what)).toEqual(['deed']);
	});

	it('is a file that may be kept, of a cooperative of the own office', async () => {
		const program = { name: 'akta.pdf', bytes: Buffer.from('\u0000\u0001MZ') };
		await expect(act(desk(), keepRecordFile, keeping({ file: program }))).rejects.toEqual(
			badInput({ file: 'fileKind' })
		);
		await expect(
			act(desk(), keepRecordFile, keeping({ cooperativeId: world.buleleng.cooperatives.cold }))
		).rejects.toEqual(refusal('missing'));
	});
});

import { keepRecordFile } from '#clinic/cooperatives/server/commands/files.ts';
import { strikePart } from '#clinic/cooperatives/server/commands/papers.ts';
import { recordFilesOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'berkas');
	return { ...around, files: await recordFilesOf(asked.reader, asked.actor, around.identity.id) };
});

export const actions = {
	keep: act(keepRecordFile, { with: ofRecord }),
	strike: act(strikePart, { with: (event) => ({ ...ofRecord(event), part: 'file' }) })
};

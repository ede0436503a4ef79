import { completenessFor } from '#clinic/cooperatives/server/reads/quality.ts';
import { recordOf } from '#clinic/cooperatives/server/reads/record.ts';
import { page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'profil');
	const { reader, actor } = asked;
	const { id } = around.identity;
	return {
		...around,
		record: await recordOf(reader, actor, id),
		completeness: await completenessFor(reader, actor, id, around.today)
	};
});

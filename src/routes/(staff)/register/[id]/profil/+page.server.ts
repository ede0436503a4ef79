import { completenessFor } from '#clinic/cooperatives/server/reads/quality.ts';
import { recordOf } from '#clinic/cooperatives/server/reads/record.ts';
import { page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'profil');
	const { reader, actor } = asked;
	const {
		createdAt: _created,
		updatedAt: _updated,
		officeId: _office,
		...record
	} = await recordOf(reader, actor, around.identity.id);
	return { ...around, record, completeness: await completenessFor(reader, actor, around.identity.id, around.today) };
});

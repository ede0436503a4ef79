import { addAmendment, addLicence, strikePart } from '#clinic/cooperatives/server/commands/papers.ts';
import { amendmentsOf, licencesOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'izin');
	const { id } = around.identity;
	return {
		...around,
		licences: await licencesOf(asked.reader, id),
		amendments: await amendmentsOf(asked.reader, id)
	};
});

export const actions = {
	licence: act(addLicence, { with: ofRecord }),
	amendment: act(addAmendment, { with: ofRecord }),
	strike: act(strikePart, { with: ofRecord })
};

import { openRequest } from '#clinic/cooperatives/server/commands/requests.ts';
import { requestsOf } from '#clinic/cooperatives/server/reads/requests.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'perizinan');
	return { ...around, requests: await requestsOf(asked.reader, around.identity.id) };
});

export const actions = {
	default: act(openRequest, { with: ofRecord, to: ({ requestId }) => `/register/perizinan/${requestId}` })
};

import { requestKinds } from '#clinic/cooperatives/licence-requests.ts';
import { requestList } from '#clinic/cooperatives/server/reads/requests.ts';
import { page } from '#platform/web/page.ts';
import { chosenIn, pageIn, paged } from '../address.ts';

const PAGE = 25;

export const load = page('register.view', async ({ reader, actor, event }) => {
	const params = event.url.searchParams;
	const kind = chosenIn(params, 'jenis', requestKinds);
	const isEnded = params.get('lihat') === 'selesai';
	const { rows, total } = await requestList(reader, actor, { isEnded, kind, page: pageIn(params), size: PAGE });
	return { rows, total, isEnded, kind, pager: paged(event.url, total, PAGE), zone: event.locals.zone };
});

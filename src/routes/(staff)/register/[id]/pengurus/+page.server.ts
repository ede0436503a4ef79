import { addBoardTerm, changeBoardTerm } from '#clinic/cooperatives/server/commands/board.ts';
import { termsOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'pengurus');
	const terms = await termsOf(asked.reader, around.identity.id);
	const isNow = ({ fromOn, untilOn }: (typeof terms)[number]) =>
		(fromOn === null || fromOn <= around.today) && (untilOn === null || untilOn >= around.today);
	return {
		...around,
		now: terms.filter(isNow),
		others: terms.filter((term) => !isNow(term)),
		chosen: terms.find(({ id }) => id === asked.event.url.searchParams.get('ubah')) ?? null
	};
});

export const actions = {
	add: act(addBoardTerm, { with: ofRecord }),
	change: act(changeBoardTerm, { with: ofRecord, to: (_, { params }) => `/register/${params['id']}/pengurus` })
};

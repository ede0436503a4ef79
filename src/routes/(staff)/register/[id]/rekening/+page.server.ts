import { addBankAccount, strikePart } from '#clinic/cooperatives/server/commands/papers.ts';
import { bankAccountsOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';

export const load = page('register.edit', async (asked) => {
	const around = await aroundRecord(asked, 'rekening');
	return { ...around, accounts: await bankAccountsOf(asked.reader, around.identity.id) };
});

export const actions = {
	add: act(addBankAccount, { with: ofRecord }),
	strike: act(strikePart, { with: (event) => ({ ...ofRecord(event), part: 'account' }) })
};

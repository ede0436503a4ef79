import { renewForgottenPassword } from '#clinic/offices/server/commands/account.ts';
import { linkHolder } from '#clinic/offices/server/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('password.renew', async ({ reader, actor }) => ({
	name: (await linkHolder(reader, actor))?.name ?? ''
}));

export const actions = { default: act(renewForgottenPassword, { to: '/masuk?pesan=sandi-baru' }) };

import { isActionFailure, redirect, type RequestEvent } from '@sveltejs/kit';
import { acceptInvitation, joinByInvitation } from '#clinic/offices/server/commands/account.ts';
import { linkHolder, ownOffice } from '#clinic/offices/server/reads.ts';
import { act, needing, page } from '#platform/web/page.ts';
import { comeIn } from '../../come-in.ts';

export const load = page('invitation.accept', async ({ reader, actor, event }) => {
	const [holder, office] = [await linkHolder(reader, actor), await ownOffice(reader, actor)];
	const { account } = event.locals;
	return {
		name: holder?.name ?? '',
		officeName: office?.name ?? '',
		account: account && { name: account.name, email: account.email }
	};
});

const accept = act(acceptInvitation);
const buat = needing(accept.needs, async (event: RequestEvent) => {
	const form = await event.request.clone().formData();
	const answer = await accept(event);
	if (isActionFailure(answer)) return answer;
	redirect(
		303,
		(await comeIn(event, { email: form.get('email'), password: form.get('password') })) ? '/kantor?mulai' : '/masuk'
	);
});

const join = act(joinByInvitation, {
	// The account is the one that is signed in on this browser, whatever the form says.
	with: ({ locals }) => ({ userId: locals.account?.userId }),
	to: '/kantor'
});
const gabung = needing(join.needs, (event: RequestEvent) => {
	if (!event.locals.account) redirect(303, `/masuk?lanjut=${encodeURIComponent(event.url.pathname)}`);
	return join(event);
});

export const actions = { buat, gabung };

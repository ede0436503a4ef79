import { error, redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { chooseOffice } from '#platform/sign-in/session.ts';
import { ownPath } from '#platform/web/address.ts';
import { needing } from '#platform/web/page.ts';
import { startOf } from '../../shell.ts';

/** Where the day begins; who serves in several offices says in which one. */
export const load = needing('account.own', ({ locals, url }: ServerLoadEvent) => {
	const { actor, posts } = locals;
	const onward = ownPath(url.searchParams.get('lanjut'), '');
	if (actor && (posts.length === 1 || url.searchParams.has('mulai'))) redirect(303, onward || startOf(actor));
	return {
		onward,
		officeId: actor?.officeId ?? null,
		posts: posts.map(({ officeId, officeName, brand }) => ({ officeId, officeName, brand }))
	};
});

const pilih = needing('account.own', async ({ locals, request }: RequestEvent) => {
	const form = await request.formData();
	const post = locals.posts.find(({ officeId }) => officeId === form.get('officeId'));
	if (!post || !locals.account) error(404, m.refusal_missing());
	await chooseOffice(locals.database, locals.account.sessionId, post.officeId);
	redirect(303, `/kantor?mulai&lanjut=${encodeURIComponent(ownPath(form.get('lanjut'), ''))}`);
});

export const actions = { default: pilih };

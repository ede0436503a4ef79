import { fail, redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { passkeysOf, removePasskey } from '#platform/sign-in/second-factor.ts';
import { openSessions, signOutElsewhere } from '#platform/sign-in/session.ts';
import { dayOf } from '#platform/clock.ts';
import { needing } from '#platform/web/page.ts';
import { accountOf } from '../account.ts';

export const load = needing('account.own', async (event: ServerLoadEvent) => {
	const { database, now, posts, actor } = event.locals;
	const account = accountOf(event);
	return {
		account: { name: account.name, email: account.email, twoFactorEnabled: account.twoFactorEnabled },
		posts: posts.map(({ officeId, officeName, roles, zone }) => ({
			officeName,
			isHere: officeId === actor?.officeId,
			roles: roles.filter(({ untilOn }) => untilOn === null || untilOn >= dayOf(now, zone))
		})),
		passkeys: await passkeysOf(database, account.userId),
		sessions: await openSessions(database, account.userId),
		zone: event.locals.zone,
		done: event.url.searchParams.get('selesai')
	};
});

const keluarLain = needing('account.own', async (event: RequestEvent) => {
	const { userId, sessionId } = accountOf(event);
	await signOutElsewhere(event.locals.database, userId, sessionId);
	redirect(303, '/akun?selesai=perangkat');
});

const hapusKunci = needing('account.own', async (event: RequestEvent) => {
	const passkeyId = (await event.request.formData()).get('passkeyId');
	const removed =
		typeof passkeyId === 'string' && (await removePasskey(event.locals.database, accountOf(event).userId, passkeyId));
	if (!removed) return fail(404, { message: m.refusal_missing() });
	redirect(303, '/akun?selesai=kunci');
});

export const actions = { keluarLain, hapusKunci };

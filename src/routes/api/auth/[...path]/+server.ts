import { error, json, type RequestEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { log } from '#platform/log.ts';
import { authAt } from '#platform/sign-in/auth.ts';
import { needing, PUBLIC } from '#platform/web/page.ts';

/** What a passkey needs by script; everything else of sign-in goes through forms. */
const forEverybody = ['passkey/generate-authenticate-options', 'passkey/verify-authentication'];
const forOneself = ['passkey/generate-register-options', 'passkey/verify-registration'];

const pass = needing(PUBLIC, async ({ locals, params, request, url }: RequestEvent) => {
	const path = params.path ?? '';
	if (forOneself.includes(path)) {
		// A locked screen still has its session, so being unlocked is asked for here.
		if (!locals.account) return json({ message: m.sign_in_while_typing() }, { status: 401 });
	} else if (!forEverybody.includes(path)) error(404, m.refusal_missing());
	const response = await authAt(locals.database, url.origin).handler(request);
	log('info', 'passkey', { step: path, status: response.status });
	return new Response(response.body, response);
});

export const GET = pass;
export const POST = pass;

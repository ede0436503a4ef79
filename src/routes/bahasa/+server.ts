import { error, redirect } from '@sveltejs/kit';
import { needing, PUBLIC } from '#platform/web/page.ts';
import { cookieMaxAge, cookieName, isLocale } from '#messages/runtime.js';
import type { RequestHandler } from './$types';

/** Changes the language of this browser and goes back. Kit has checked that the form is our own. */
export const POST = needing(PUBLIC, (async ({ request, cookies, url }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	if (!isLocale(locale)) error(400);
	// The browser's part of the page reads this cookie too, so it cannot be http-only; it holds nothing but 'id' or 'en'.
	cookies.set(cookieName, locale, {
		path: '/',
		maxAge: cookieMaxAge,
		httpOnly: false,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	redirect(303, ownPath(form.get('to'), url));
}) satisfies RequestHandler);

/** Only ever a path of ours: '//elsewhere' and 'https://elsewhere' lead to the front page. */
function ownPath(to: FormDataEntryValue | null, url: URL): string {
	if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, url.origin)) return '/';
	const target = new URL(to, url.origin);
	return target.origin === url.origin ? target.pathname + target.search : '/';
}

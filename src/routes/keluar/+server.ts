import { redirect, type RequestEvent } from '@sveltejs/kit';
import { signOut } from '#platform/sign-in/session.ts';
import { keepCookies, visitorOf } from '#platform/sign-in/visitor.ts';
import { needing, PUBLIC } from '#platform/web/page.ts';

/** Signs out on this browser; from a locked screen too. */
export const POST = needing(PUBLIC, async (event: RequestEvent) => {
	keepCookies(event, await signOut(event.locals.database, visitorOf(event)));
	// What the back button would still show belongs to whoever was signed in.
	event.setHeaders({ 'clear-site-data': '"cache"' });
	redirect(303, '/masuk?pesan=keluar');
});

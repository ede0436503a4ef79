import { redirect, type RequestEvent } from '@sveltejs/kit';

/** The account behind the request, whichever office it works in, if any; the hooks have sent everybody else to the door. */
export function accountOf({ locals }: Pick<RequestEvent, 'locals'>): NonNullable<App.Locals['account']> {
	if (!locals.account) redirect(303, '/masuk');
	return locals.account;
}

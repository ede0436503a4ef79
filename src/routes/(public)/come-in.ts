import type { RequestEvent } from '@sveltejs/kit';
import { signIn } from '#platform/sign-in/sign-in.ts';
import { keepCookies, visitorOf } from '#platform/sign-in/visitor.ts';

/** Signs in at once whoever has just made an account, with what the form held. False: the sign-in page asks once more. */
export async function comeIn(event: RequestEvent, account: { email: unknown; password: unknown }): Promise<boolean> {
	const [email, password] = [String(account.email ?? ''), String(account.password ?? '')];
	const answer = await signIn(event.locals.database, visitorOf(event), { email, password });
	if (answer.outcome !== 'in') return false;
	keepCookies(event, answer.setCookies);
	return true;
}

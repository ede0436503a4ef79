import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { addressHeader } from './auth.ts';

/** Who knocks, as sign-in sees it. */
export interface Visitor {
	/** The true client address, from our own web server. */
	readonly address: string;
	readonly userAgent: string;
	/** The address under which the visitor reaches us: `https://klinik.example`. */
	readonly origin: string;
	readonly cookie: string;
	readonly now: Date;
}

export const visitorOf = ({ request, locals, url }: RequestEvent): Visitor => ({
	address: locals.address,
	userAgent: request.headers.get('user-agent') ?? '',
	origin: url.origin,
	cookie: request.headers.get('cookie') ?? '',
	now: locals.now
});

export const headersOf = (visitor: Visitor): Headers =>
	new Headers({ [addressHeader]: visitor.address, 'user-agent': visitor.userAgent, cookie: visitor.cookie });

/** The cookies that an answer of better-auth sets, in the words of Kit. */
export function keepCookies({ cookies }: RequestEvent, setCookies: readonly string[]): void {
	for (const line of setCookies)
		for (const [name, attributes] of parseSetCookieHeader(line)) {
			const { maxAge, secure, httpOnly, sameSite } = toCookieOptions(attributes);
			cookies.set(name, attributes.value, {
				path: attributes.path ?? '/',
				httpOnly: httpOnly === true,
				secure: secure === true,
				...(sameSite === undefined ? {} : { sameSite }),
				...(maxAge === undefined ? {} : { maxAge })
			});
		}
}

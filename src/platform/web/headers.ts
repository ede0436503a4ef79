import type { RequestEvent } from '@sveltejs/kit';

/**
 * Addresses that hold a token must not travel on: not as a referrer, not into a cache. Their pages name themselves by
 * the origin alone; with no referrer at all a browser sends forms with `Origin: null`, which the check of forms refuses.
 */
export const holdsToken = ({ params }: Pick<RequestEvent, 'params'>): boolean => 'token' in params;

/** What browsers are told about every answer. The content policy comes with the page, HSTS with our web server. */
export function secure(response: Response, event: RequestEvent): Response {
	const { headers } = response;
	const offer = (name: string, value: string) => headers.has(name) || headers.set(name, value);
	headers.set('referrer-policy', holdsToken(event) ? 'strict-origin' : 'same-origin');
	headers.set('x-content-type-options', 'nosniff');
	headers.set(
		'permissions-policy',
		'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()'
	);
	headers.set('cross-origin-opener-policy', 'same-origin');
	offer('cross-origin-resource-policy', 'same-origin');
	headers.set('x-request-id', event.locals.requestId);
	if (holdsToken(event)) headers.set('cache-control', 'no-store');
	// Kept by the browser for its back button only, never shown again without asking us.
	else offer('cache-control', 'private, no-cache');
	return response;
}

import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { secure } from '#platform/web/headers.ts';

const event = (params: Record<string, string> = {}) =>
	({ params, locals: { requestId: 'r-1' } }) as unknown as RequestEvent;
const headersOf = (params?: Record<string, string>, response = new Response('x')) =>
	secure(response, event(params)).headers;

describe('every answer', () => {
	it('names its request and tells the browser to be careful', () => {
		const headers = headersOf();
		expect(Object.fromEntries(headers)).toMatchObject({
			'x-request-id': 'r-1',
			'referrer-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'private, no-cache'
		});
		expect(headers.get('permissions-policy')).toMatch(/microphone=\(\)/);
	});

	it('keeps its own word on caching', () => {
		expect(
			headersOf({}, new Response('x', { headers: { 'cache-control': 'public, max-age=300' } })).get('cache-control')
		).toBe('public, max-age=300');
	});

	it('behind a token is kept nowhere and names no address to others', () => {
		const headers = headersOf({ token: 'rahasia' }, new Response('x', { headers: { 'cache-control': 'public' } }));
		expect(headers.get('cache-control')).toBe('no-store');
		// Not `no-referrer`: with it browsers send forms as from origin "null", and every form would be refused.
		expect(headers.get('referrer-policy')).toBe('strict-origin');
	});
});

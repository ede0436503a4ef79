import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import { mailHtml } from '#clinic/consultations/server/reads/thread.ts';
import { needing, page } from '#platform/web/page.ts';

const ask = page('consultation.view', async ({ reader, actor, event }) => ({
	html: await mailHtml(reader, actor, event.params.id ?? '', event.params.message ?? '')
}));

/** A mail as it was written. It was made harmless when it came; here it may not run or fetch anything either. */
export const GET = needing('consultation.view', async (event: RequestEvent) => {
	const { html } = await ask(event as unknown as ServerLoadEvent);
	const style = 'body{font:16px/1.5 system-ui,sans-serif;margin:1.5rem;max-width:46rem;overflow-wrap:break-word}';
	return new Response(`<!doctype html><meta charset="utf-8"><title>Surel</title><style>${style}</style>${html}`, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy':
				"sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
			'cache-control': 'private, no-store'
		}
	});
});

import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { crestOf } from '#clinic/offices/server/reads.ts';
import { refusalText } from '#platform/web/words.ts';
import { missing } from '#platform/refusal.ts';
import { needing, PUBLIC } from '#platform/web/page.ts';
import type { RequestHandler } from './$types';

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' } as const;

/**
 * The crest of an office, for `<img>`. A drawing opened by itself is a document of ours, so it may neither run nor fetch
 * anything: the policy forbids all but its own colours.
 */
export const GET = needing(PUBLIC, (async ({ params, locals, request }) => {
	const crest = await crestOf(locals.database, params.code);
	if (!crest) error(404, refusalText(missing()));
	const bytes = Buffer.from(crest.base64, 'base64');
	const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
	const headers = {
		'content-type': crest.type,
		'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
		'content-disposition': `inline; filename="lambang-${params.code}.${extensions[crest.type]}"`,
		'x-content-type-options': 'nosniff',
		// Long enough not to be asked for on every page, short enough that a new crest shows the same hour.
		'cache-control': 'public, max-age=600, stale-while-revalidate=86400',
		etag
	};
	if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
	return new Response(bytes, { headers });
}) satisfies RequestHandler);

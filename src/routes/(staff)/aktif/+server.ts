import { needing } from '#platform/web/page.ts';

/** Somebody is at this screen: typing or pointing, without asking for a page. The hooks have noted it on the way here. */
export const POST = needing('account.own', () => new Response(null, { status: 204 }));

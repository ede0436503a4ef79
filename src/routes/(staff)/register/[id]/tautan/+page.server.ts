import { renderSVG } from 'uqr';
import { boardLinkDays } from '#clinic/cooperatives/board-link.ts';
import { issueBoardLink, revokeBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import { boardLinksOf, boardOn } from '#clinic/cooperatives/server/reads/board-links.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { dayOf } from '#platform/clock.ts';
import { linkToken } from '#platform/links/links.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('link.issue', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const { id, name } = await identityOf(reader, actor, event.params.id ?? '', today);
	const links = await boardLinksOf(reader, actor, id, now);
	const asked = links.find((link) => link.state === 'open' && link.id === event.url.searchParams.get('kertas'));
	const address = asked && `${event.url.origin}/t/${linkToken(asked.id)}`;
	return {
		cooperative: { id, name },
		board: await boardOn(reader, actor, id, today),
		links,
		/** The paper to hand over, when one is asked for. */
		slip:
			asked && address
				? {
						givenTo: asked.givenTo,
						expiresAt: asked.expiresAt,
						address,
						qr: `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`
					}
				: null,
		days: boardLinkDays,
		zone
	};
});

const here = ({ params }: { params: Partial<Record<string, string>> }) => ({ cooperativeId: params.id });

export const actions = {
	issue: act(issueBoardLink, { with: here, to: ({ linkId }, { url }) => `${url.pathname}?kertas=${linkId}` }),
	revoke: act(revokeBoardLink, { with: here, to: (_, { url }) => url.pathname })
};

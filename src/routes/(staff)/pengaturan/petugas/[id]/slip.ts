import type { RequestEvent } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import type { GenericSchema } from 'valibot';
import type { Command } from '#platform/command.ts';
import { linkToken } from '#platform/links/links.ts';
import { act } from '#platform/web/page.ts';

/** What is handed over: the address in letters, and as a picture to scan. */
interface Slip {
	readonly path: 'undangan' | 'sandi';
	readonly address: string;
	readonly qr: string;
}

/**
 * An action that issues a link to the colleague of the address, answered with the slip to hand over. The token stands in
 * this one answer and in no address: whoever opens the page again makes a new link, which cancels this one.
 */
export function withSlip<Schema extends GenericSchema>(deed: Command<Schema, { linkId: string }>, path: Slip['path']) {
	const issue = act(deed, { with: ({ params }) => ({ staffId: params.id }) });
	const action = async (event: RequestEvent) => {
		const answer = await issue(event);
		if (!('done' in answer)) return answer;
		const { linkId } = answer.done as { linkId: string };
		const address = `${event.url.origin}/${path}/${linkToken(linkId)}`;
		const qr = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`;
		return { done: true, slip: { path, address, qr } satisfies Slip };
	};
	return Object.assign(action, { needs: issue.needs, command: issue.command });
}

import type { RequestEvent } from '@sveltejs/kit';
import { giveUp, sendAgain, sentByHand } from '#platform/messaging/commands.ts';
import { hasMailServer } from '#platform/messaging/channels.ts';
import { outboxCounts, outboxList, outboxViews, type OutboxView } from '#platform/messaging/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('outbox.handle', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const asked = event.url.searchParams.get('isi') as OutboxView;
	const view = outboxViews.includes(asked) ? asked : 'open';
	const before = new Date(event.url.searchParams.get('sebelum') ?? '');
	return {
		view,
		counts: await outboxCounts(reader, actor, now),
		...(await outboxList(reader, actor, { view, before: Number.isNaN(before.getTime()) ? null : before }, now)),
		hasMailServer: hasMailServer(),
		zone
	};
});

/** Whoever presses signs with the name of the account, whatever the form says. */
const byName = ({ locals }: RequestEvent) => ({ byName: locals.account?.name ?? '' });

export const actions = {
	byHand: act(sentByHand, { with: byName }),
	again: act(sendAgain),
	giveUp: act(giveUp, { with: byName })
};

import { boardFeed } from '#clinic/visits/server/live.ts';
import { stream } from '#platform/web/page.ts';
import { codeShown } from '../code-shown.ts';

export const GET = stream('queue.show', ({ actor, event, lastId }) => {
	const { origin, searchParams } = event.url;
	return boardFeed(actor.officeId!, lastId, (code) => codeShown(origin, searchParams.get('kantor') ?? '', code));
});

import { officerFeed } from '#clinic/visits/server/live.ts';
import { stream } from '#platform/web/page.ts';

export const GET = stream('queue.view', ({ actor }) => officerFeed(actor.officeId!));

import { ticketFeed } from '#clinic/visits/server/live.ts';
import { stream } from '#platform/web/page.ts';

export const GET = stream('ticket.hold', ({ actor }) => ticketFeed(actor.officeId!, actor.subjectId!));

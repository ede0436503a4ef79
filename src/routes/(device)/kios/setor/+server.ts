import { settleOffline } from '#clinic/visits/server/commands/tickets.ts';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { answering } from '#platform/web/page.ts';

/** What was given while the network was gone. Each ticket has an id of its own, so a repeated handing in is harmless. */
export const POST = answering('ticket.give', async ({ locals }, asked) => {
	const { database, actor, now, requestId } = locals;
	return perform({ database, actor: actor!, now, requestId, commandId: newId() }, settleOffline, asked as never);
});

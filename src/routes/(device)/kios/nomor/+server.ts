import { answering } from '#platform/web/page.ts';
import { giveNumber } from '../given.ts';

export const POST = answering('ticket.give', async (event, asked) => ({
	...(await giveNumber(event, (asked ?? {}) as Record<string, unknown>))
}));

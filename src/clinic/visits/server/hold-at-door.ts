import { perform } from '#platform/command.ts';
import type { Database } from '#platform/database/client.ts';
import { linkToken } from '#platform/links/links.ts';
import { Refusal } from '#platform/refusal.ts';
import { attempt, limit, networkOf } from '#platform/throttle.ts';
import { holdsAtOnce } from '../appointments.ts';
import { holdSlot } from './commands/appointments/booking.ts';
import { publicDoor } from './reads/public-booking.ts';

interface Coming {
	readonly database: Database;
	/** Code of the office. */
	readonly code: string;
	readonly address: string;
	readonly now: Date;
	readonly commandId: string;
	readonly requestId: string;
}

/**
 * A visitor without an account holds a time. Counted per network, so that nobody keeps everybody else out of an office's
 * calendar. @returns the token under which the visitor goes on
 */
export async function holdAtDoor({ code, address, ...request }: Coming, chosen: unknown): Promise<string> {
	const actor = await publicDoor(request.database, code);
	const tries = limit('hold', [actor.officeId ?? '', networkOf(address)], holdsAtOnce, 600);
	const wait = await attempt(request.database, tries, request.now);
	if (wait !== null) throw new Refusal('visits.tooManyHolds', { minutes: Math.ceil(wait / 60) });
	const { linkId } = await perform({ ...request, actor }, holdSlot, chosen);
	return linkToken(linkId);
}

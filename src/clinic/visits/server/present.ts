import { createHmac } from 'node:crypto';
import { keyFor } from '#platform/master-key.ts';

/** The room's code changes so often; the one before still counts, for whoever has just read it. */
const minutes = 5;
const span = minutes * 60_000;

const windowOf = (at: Date) => Math.floor(at.getTime() / span);

/**
 * Four digits that stand on the board and at the desk: whoever types them is here. Drawn from the time under a secret key,
 * so that no machine has to keep them and nobody at home can tell them.
 */
const codeOf = (officeId: string, window: number): string => {
	const bytes = createHmac('sha256', keyFor('present')).update(`${officeId}.${window}`).digest();
	return String(bytes.readUInt32BE(0) % 10_000).padStart(4, '0');
};

export const presentCodeAt = (officeId: string, at: Date): string => codeOf(officeId, windowOf(at));

/** When the code that is shown now gives way to the next. */
export const presentCodeChanges = (at: Date): Date => new Date((windowOf(at) + 1) * span);

export const isPresentCode = (officeId: string, code: string, at: Date): boolean =>
	[0, -1].some((back) => codeOf(officeId, windowOf(at) + back) === code);

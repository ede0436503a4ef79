import { expect, it } from 'vitest';
import { guestStateOf } from '#clinic/referrals/guests.ts';

const end = new Date('2026-03-09T02:00:00Z');
const open = { expiresAt: end, closedAt: null, closedBecause: null };

it.each([
	['a moment before its end', open, -1, 'open'],
	['at its end', open, 0, 'expired'],
	['revoked before', { ...open, closedAt: end, closedBecause: 'revoked' as const }, -1, 'revoked'],
	[
		'consent withdrawn, and ended since',
		{ ...open, closedAt: end, closedBecause: 'consentWithdrawn' as const },
		1,
		'consentWithdrawn'
	]
])('the door %s', (_, access, milliseconds, state) => {
	expect(guestStateOf(access, new Date(end.getTime() + milliseconds))).toBe(state);
});

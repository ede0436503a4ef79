/** The parts of a case file that can be opened to somebody from outside, each by itself. */
export const filePages = ['identity', 'complaint', 'examination', 'diagnosis', 'plan', 'notes'] as const;
export type FilePage = (typeof filePages)[number];

/** Where an outside specialist comes from. */
export const guestBackgrounds = ['dekopinda', 'practitioner', 'academic', 'other'] as const;
export type GuestBackground = (typeof guestBackgrounds)[number];

/** How the cooperative agreed. */
export const consentWays = ['letter', 'meeting', 'inPerson', 'message', 'telephone'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** What the cooperative agreed to: that somebody sees its file, that it is helped by another, that it helps another. */
export const consentPurposes = ['outsideSpecialist', 'beMentored', 'mentor'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How long a guest may be given access at once, in days. Ours: as long as an advice takes; it can be given anew. */
export const longestAccess = 30;

/** What links of outside specialists are for. */
export const guestLinkPurpose = 'guest';

export type GuestState = 'open' | 'expired' | 'revoked' | 'consentWithdrawn';

export interface GuestAccess {
	readonly expiresAt: Date;
	readonly closedAt: Date | null;
	readonly closedBecause: 'revoked' | 'consentWithdrawn' | null;
}

/** Whether the door is open; at the moment of its expiry it is shut. */
export function guestStateOf({ expiresAt, closedAt, closedBecause }: GuestAccess, now: Date): GuestState {
	if (closedAt !== null) return closedBecause ?? 'revoked';
	return expiresAt <= now ? 'expired' : 'open';
}

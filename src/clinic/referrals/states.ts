/** Sent and waiting, answered by a person of the poli, or taken back by whoever cares for the case. */
export const referralStates = ['sent', 'accepted', 'refused', 'withdrawn'] as const;
export type ReferralState = (typeof referralStates)[number];

/**
 * Working days in which a poli answers, where an office has set no number of its own. Ours; it is what the national complaint
 * service allows for passing a complaint on.
 */
export const usualAnswerDays = 3;

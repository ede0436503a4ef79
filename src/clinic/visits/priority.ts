/**
 * Who is let in earlier. Public services treat certain members of the community specially (UU 25/2009 article 29; for
 * disabled people UU 8/2016); how much earlier the law leaves to the service, so the minutes are ours.
 */
export const priorities = ['elderly', 'pregnant', 'disabled', 'cameFar'] as const;
export type Priority = (typeof priorities)[number];

const minutes: Readonly<Record<Priority, number>> = { elderly: 30, pregnant: 30, disabled: 30, cameFar: 15 };

/** As if the visitor had come so many minutes earlier. */
export const headStartMinutes = (priority: Priority | null): number => (priority === null ? 0 : minutes[priority]);

/** What falls due for a cooperative. */
export const dutyKinds = ['meeting', 'report', 'certificate', 'licence', 'boardTerm'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Days before its day on which a duty is brought to mind. */
export const reminderDays = [60, 30, 7] as const;
export type ReminderDays = (typeof reminderDays)[number];

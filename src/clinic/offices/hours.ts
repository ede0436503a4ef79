/** Opening hours by weekday, 1 Monday to 7 Sunday; an absent day is closed. Times are `HH:MM` in the office's zone. */
export type OpeningHours = Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, { opens: string; closes: string }>>;

/** What most offices keep; the office changes it in its settings. */
export const usualHours: OpeningHours = {
	1: { opens: '08:00', closes: '15:30' },
	2: { opens: '08:00', closes: '15:30' },
	3: { opens: '08:00', closes: '15:30' },
	4: { opens: '08:00', closes: '15:30' },
	5: { opens: '08:00', closes: '14:30' }
};

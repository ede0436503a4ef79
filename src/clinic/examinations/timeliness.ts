/** A book year whose examination still speaks for the present: it ended at most three years ago. Ours. */
const yearsThatSpeak = 3;

/**
 * Whether the register should take over the category of an examination: one of a book year long gone is history, and one
 * of a later book year, entered before, knows better.
 * @param year the calendar year of today
 * @param scored book years of the cooperative's other scored examinations
 */
export const speaksForToday = (bookYear: number, year: number, scored: readonly number[]): boolean =>
	bookYear >= year - yearsThatSpeak && scored.every((other) => other <= bookYear);

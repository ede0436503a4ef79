/** What is known of one book year: its annual meeting's report, by the deadline of the law, handed in or not. */
export interface MeetingYear {
	readonly bookYear: number;
	readonly reported: boolean;
}

/**
 * How the book years that are due stand, counted back from the newest.
 * - `missed`: how many running, the newest first, have no report
 * - `isKnown`: false when the newest due year is not known at all, so that nothing can be said
 * - `isAtLeast`: the count stopped at a year that is not known, so it may be more
 */
export interface MissedMeetings {
	readonly missed: number;
	readonly isKnown: boolean;
	readonly isAtLeast: boolean;
}

/**
 * Counts the annual meetings missed running. A report of a later year ends the count: a cooperative that has come back is
 * not held sick by its past.
 * @param lastDue the newest book year whose deadline has passed (`lastBookYearDue`)
 * @param founded year of founding; earlier book years are not owed
 */
export function missedMeetings(known: readonly MeetingYear[], lastDue: number, founded: number | null): MissedMeetings {
	const years = new Map(known.map(({ bookYear, reported }) => [bookYear, reported]));
	const newer = known.some(({ bookYear, reported }) => reported && bookYear > lastDue);
	if (newer || (founded !== null && founded > lastDue)) return { missed: 0, isKnown: true, isAtLeast: false };
	if (!years.has(lastDue)) return { missed: 0, isKnown: false, isAtLeast: false };
	let missed = 0;
	for (let year = lastDue; years.get(year) === false; year--) missed += 1;
	const stoppedAt = lastDue - missed;
	const isOwed = founded === null || stoppedAt >= founded;
	return { missed, isKnown: true, isAtLeast: missed > 0 && isOwed && !years.has(stoppedAt) };
}

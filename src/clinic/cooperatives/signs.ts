import type { Day } from '#platform/clock.ts';
import type { Signs } from './condition.ts';
import { missedMeetings } from './duties.ts';
import { lastBookYearDue } from './grade.ts';
import type { HealthCategory } from './health.ts';
import type { RegistryStatus } from './kinds.ts';

/** The accountability meeting is owed within six months of the book year's end (UU 25/1992 art. 26). */
const monthsToMeet = 6;

export const newestBookYearDue = (today: Day): number => lastBookYearDue(today, monthsToMeet);

/** What the register holds about a cooperative that tells how it is. */
export interface Registered {
	readonly registryStatus: RegistryStatus | null;
	readonly foundedOn: Day | null;
	readonly legalOn: Day | null;
	readonly healthCategory: HealthCategory | null;
	readonly healthOn: Day | null;
}

export interface History {
	readonly meetings: readonly { readonly bookYear: number; readonly reportedOn: Day | null }[];
	/** Of the newest book year with figures; null where it does not say. */
	readonly turnoverRupiah: bigint | null;
	/** Until when each known term of the board runs; null without an end. */
	readonly termsUntil: readonly (Day | null)[];
}

/** Registers often know the day of the legal entity only. */
export const foundingDay = ({ foundedOn, legalOn }: Pick<Registered, 'foundedOn' | 'legalOn'>): Day | null =>
	foundedOn ?? legalOn;

/** What is known of a cooperative on a day. */
export function signsOf(row: Registered, { meetings, turnoverRupiah, termsUntil }: History, today: Day): Signs {
	const founded = foundingDay(row);
	return {
		meetings: missedMeetings(
			meetings.map(({ bookYear, reportedOn }) => ({ bookYear, reported: reportedOn !== null })),
			newestBookYearDue(today),
			founded === null ? null : Number(founded.slice(0, 4))
		),
		registryStatus: row.registryStatus,
		health: row.healthCategory && row.healthOn ? { category: row.healthCategory, on: row.healthOn } : null,
		hasBoard: termsUntil.length === 0 ? null : termsUntil.some((untilOn) => untilOn === null || untilOn >= today),
		hasTurnover: turnoverRupiah === null ? null : turnoverRupiah > 0n
	};
}

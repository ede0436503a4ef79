import type { Day } from '#platform/clock.ts';
import type { Family } from './families.ts';

/**
 * How a cooperative stands with its duty to report.
 * - reporting: active, every report handed in, or nearly
 * - silent: active, the newest report and perhaps older ones missing
 * - inactive: nothing heard for years
 */
export type Standing = 'reporting' | 'silent' | 'inactive';

export type Trend = 'growing' | 'steady' | 'failing';

/** What makes a sick cooperative sick: the three causes that Buleleng found most. */
export type Illness = 'finance' | 'people' | 'annualMeeting';

/** What is decided about a cooperative before chance fills in the rest. */
export interface Outline {
	readonly family: Family;
	readonly standing: Standing;
	readonly trend: Trend;
	/** Silent: how many reports running are missing. */
	readonly missed?: number;
	readonly illness?: Illness;
	/** Inactive when the register is taken over, with a board just elected; its story makes it active and reporting. */
	readonly isRevived?: boolean;
	/** Named in a story: what the story needs to be so. */
	readonly key?: string;
	readonly name?: string;
	readonly district?: string;
	readonly village?: string;
	readonly founded?: number;
	readonly members?: number;
	readonly legalNumber?: string;
	readonly legalOn?: Day;
	readonly hasSavingsUnit?: boolean;
	readonly chair?: string;
	/** Book years since the last report of an inactive one. */
	readonly silentYears?: number;
}

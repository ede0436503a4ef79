import { addMonths, type Day } from '#platform/clock.ts';
import type { MissedMeetings } from './duties.ts';
import { isIll, type HealthCategory } from './health.ts';
import type { RegistryStatus } from './kinds.ts';

/**
 * How a cooperative is, in the words of the offices: sehat, masuk angin, sakit, mati suri. This scale is ours, made of the
 * press's words and the offices' practice; no regulation knows it, and screens say so.
 */
export const conditions = ['healthy', 'cold', 'sick', 'dormant'] as const;
export type Condition = (typeof conditions)[number];

/** What is known of a cooperative on a day; null where nothing is known. */
export interface Signs {
	readonly meetings: MissedMeetings;
	readonly registryStatus: RegistryStatus | null;
	/** Any board member's term runs; false when terms are known and all have ended. */
	readonly hasBoard: boolean | null;
	/** The newest known figures show turnover; false when they show none. */
	readonly hasTurnover: boolean | null;
	/** The newest scored examination. */
	readonly health: { readonly category: HealthCategory; readonly on: Day } | null;
}

export type ConditionReason =
	| {
			readonly code: 'notActive' | 'noTurnover' | 'noBoard' | 'boardTermEnded' | 'nothingMissed' | 'meetingsUnknown';
			readonly params: Record<string, never>;
	  }
	| { readonly code: 'meetingsMissed'; readonly params: { readonly count: number } }
	| { readonly code: 'category'; readonly params: { readonly category: HealthCategory; readonly on: Day } };

export interface Judged {
	/** Null: too little is known to say. */
	readonly condition: Condition | null;
	readonly reasons: readonly ConditionReason[];
}

/** How long an examination speaks for the present; ours, as long as the certificate of the registry number is valid. */
export const examinationMonths = 24;

const plain = (code: Exclude<ConditionReason['code'], 'meetingsMissed' | 'category'>): ConditionReason => ({
	code,
	params: {}
});

/**
 * Dormant: no activity or no board left, and no report for the newest year that would show life. Sick: two duties missed
 * or more, or a current examination that ended under supervision or worse. Cold: one duty missed. Healthy: none.
 */
export function conditionOf(signs: Signs, today: Day): Judged {
	const { meetings, health } = signs;
	const hasReported = meetings.isKnown && meetings.missed === 0;
	const dormant = hasReported ? [] : signsOfDormancy(signs);
	if (dormant.length > 0) return { condition: 'dormant', reasons: dormant.map(plain) };

	const reasons: ConditionReason[] = [];
	const isIllNow = health !== null && isIll(health.category) && addMonths(health.on, examinationMonths) >= today;
	if (isIllNow) reasons.push({ code: 'category', params: { category: health.category, on: health.on } });
	if (meetings.missed > 0) reasons.push({ code: 'meetingsMissed', params: { count: meetings.missed } });
	const boardEnded = signs.hasBoard === false;
	if (boardEnded) reasons.push(plain('boardTermEnded'));
	if (!meetings.isKnown) reasons.push(plain('meetingsUnknown'));

	const missed = meetings.missed + (boardEnded ? 1 : 0);
	if (isIllNow || missed >= 2) return { condition: 'sick', reasons };
	if (!meetings.isKnown) return { condition: null, reasons };
	if (missed === 1) return { condition: 'cold', reasons };
	return { condition: 'healthy', reasons: [plain('nothingMissed')] };
}

function signsOfDormancy({ registryStatus, hasBoard, hasTurnover }: Signs): ('notActive' | 'noTurnover' | 'noBoard')[] {
	return [
		...(registryStatus === 'inactive' ? (['notActive'] as const) : []),
		...(hasTurnover === false ? (['noTurnover'] as const) : []),
		...(hasBoard === false ? (['noBoard'] as const) : [])
	];
}

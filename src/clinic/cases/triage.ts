import type { MissedMeetings } from '#clinic/cooperatives/duties.ts';
import { examinationMonths } from '#clinic/cooperatives/condition.ts';
import { isGravelyIll, isIll, type HealthCategory } from '#clinic/cooperatives/health.ts';
import type { RegistryStatus } from '#clinic/cooperatives/kinds.ts';
import { addMonths, type Day } from '#platform/clock.ts';
import { complaintCodes, complaints, type ComplaintCode } from './complaints.ts';

/** How soon, not how ill; the most pressing first. The scale and its rule are ours. */
export const triageLevels = ['emergency', 'urgent', 'routine', 'information'] as const;
export type TriageLevel = (typeof triageLevels)[number];

export interface TriageFacts {
	readonly complaints: readonly ComplaintCode[];
	readonly meetings: MissedMeetings;
	/** The newest scored examination. */
	readonly health: { readonly category: HealthCategory; readonly on: Day } | null;
	readonly registryStatus: RegistryStatus | null;
}

/** Why a level: what was found, with the level that this alone would give, as it was judged then. */
export type TriageReason =
	| { readonly code: 'complaint'; readonly params: { readonly level: TriageLevel; readonly complaint: ComplaintCode } }
	| { readonly code: 'meetingsMissed'; readonly params: { readonly level: TriageLevel; readonly count: number } }
	| {
			readonly code: 'category';
			readonly params: { readonly level: TriageLevel; readonly category: HealthCategory; readonly on: Day };
	  }
	| {
			readonly code: 'notActive' | 'meetingsUnknown' | 'nothingPressing';
			readonly params: { readonly level: TriageLevel };
	  };

export interface Triage {
	readonly level: TriageLevel;
	/** The most pressing first. */
	readonly reasons: readonly TriageReason[];
}

/** 0 is the most pressing. */
export const pressing = (level: TriageLevel): number => triageLevels.indexOf(level);

/**
 * The level of a case: that of its most pressing reason. Each complaint brings its own level. One annual meeting missed
 * can wait its turn; two running can not, for then the written warning comes with a plan to dissolve (Permenkop 19/2015).
 */
export function triage(facts: TriageFacts, today: Day): Triage {
	const reasons = [
		...fromComplaints(facts),
		...fromHealth(facts, today),
		...fromMeetings(facts),
		...fromRegister(facts)
	];
	if (reasons.length === 0) reasons.push({ code: 'nothingPressing', params: { level: 'information' } });
	reasons.sort((a, b) => pressing(a.params.level) - pressing(b.params.level));
	return { level: reasons[0]!.params.level, reasons };
}

const fromComplaints = ({ complaints: named }: TriageFacts): TriageReason[] =>
	complaintCodes
		.filter((code) => named.includes(code))
		.map((complaint) => ({ code: 'complaint', params: { level: complaints[complaint].level, complaint } }));

function fromHealth({ health }: TriageFacts, today: Day): TriageReason[] {
	if (health === null || !isIll(health.category) || addMonths(health.on, examinationMonths) < today) return [];
	const level = isGravelyIll(health.category) ? 'urgent' : 'routine';
	return [{ code: 'category', params: { level, category: health.category, on: health.on } }];
}

function fromMeetings({ meetings: { missed, isKnown } }: TriageFacts): TriageReason[] {
	if (!isKnown) return [{ code: 'meetingsUnknown', params: { level: 'information' } }];
	if (missed === 0) return [];
	return [{ code: 'meetingsMissed', params: { level: missed >= 2 ? 'urgent' : 'routine', count: missed } }];
}

const fromRegister = ({ registryStatus }: TriageFacts): TriageReason[] =>
	registryStatus === 'inactive' ? [{ code: 'notActive', params: { level: 'routine' } }] : [];

interface KeptTriage {
	readonly level: TriageLevel;
	readonly computedLevel: TriageLevel;
	readonly reasons: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
	readonly overrideReason: string | null;
}

/**
 * A triage for somebody who must not learn the outcome of an examination: what it would have been without. A level that
 * an officer gave in its place stands.
 */
export function withoutHealth<Kept extends KeptTriage>(kept: Kept): Kept {
	const reasons = kept.reasons.filter(({ code }) => code !== 'category');
	if (reasons.length === kept.reasons.length) return kept;
	const levels = reasons.map(({ params }) => params['level'] as TriageLevel);
	const computedLevel = levels.sort((a, b) => pressing(a) - pressing(b))[0] ?? 'information';
	const level = kept.overrideReason === null ? computedLevel : kept.level;
	return {
		...kept,
		level,
		computedLevel,
		reasons: reasons.length > 0 ? reasons : [{ code: 'nothingPressing', params: { level: computedLevel } }]
	};
}

/**
 * The level that counts when the rule has judged anew. An officer's override stands as long as the rule says what it said
 * when it was overridden; once the rule says something else, the facts have changed and the rule counts again.
 */
export function afterOverride(
	last: {
		readonly level: TriageLevel;
		readonly computedLevel: TriageLevel;
		readonly overrideReason: string | null;
	} | null,
	computed: TriageLevel
): { readonly level: TriageLevel; readonly overrideReason: string | null } {
	const stands = last !== null && last.overrideReason !== null && last.computedLevel === computed;
	return stands
		? { level: last.level, overrideReason: last.overrideReason }
		: { level: computed, overrideReason: null };
}

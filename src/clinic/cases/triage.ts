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
	/** The last day of the whole board's term, where it has passed. */
	readonly boardEndedOn: Day | null;
	/** The last day of the licence to take savings, where it has passed. */
	readonly savingsLicenceEndedOn: Day | null;
	readonly years: YearsShown;
	/** What the last examination found that cannot wait. */
	readonly findings: readonly PressingFinding[];
	/** The main cause as an officer named it. */
	readonly diagnosis: DiagnosedAs | null;
	/** The day on which it was declared recovered, where it is back since. */
	readonly recoveredOn: Day | null;
}

/** What the newest book years running show. */
export interface YearsShown {
	/** Losses running, counted back from the newest book year. */
	readonly losses: number;
	/** The newest book year, where its own capital is gone, or where it has no turnover. */
	readonly ownCapitalGone: number | null;
	readonly noTurnover: number | null;
}

/** A finding of an examination with the level that it alone would give; reported by that stop. */
export interface PressingFinding {
	readonly code: PressingCode;
	readonly level: TriageLevel;
	readonly bookYear: number;
	/** Of a ratio, in percent: what was found and the edge; null of an answer. */
	readonly measured: { readonly ratio: string; readonly limit: string } | null;
}
export const pressingCodes = [
	'cashRatioLow',
	'problemLoansHigh',
	'ownCapitalNearlyGone',
	'underSanction',
	'civilCase',
	'criminalCase'
] as const;
export type PressingCode = (typeof pressingCodes)[number];

/** A cause with the words of its list, for it is read in both languages and its list belongs to a later stop. */
export interface DiagnosedAs {
	readonly severity: 'light' | 'moderate' | 'severe';
	readonly number: string;
	readonly id: string;
	readonly en: string;
}

type Reason<Code extends string, Params> = {
	readonly code: Code;
	readonly params: Params & { readonly level: TriageLevel };
};

/** Why a level: what was found, with the level that this alone would give, as it was judged then. */
export type TriageReason =
	| Reason<'complaint', { readonly complaint: ComplaintCode }>
	| Reason<'meetingsMissed', { readonly count: number }>
	| Reason<'category', { readonly category: HealthCategory; readonly on: Day }>
	| Reason<'boardEnded' | 'savingsLicenceEnded' | 'cameBack', { readonly on: Day }>
	| Reason<'lossesRunning', { readonly count: number }>
	| Reason<'ownCapitalGone' | 'noTurnover', { readonly bookYear: number }>
	| Reason<'finding', { readonly finding: PressingCode; readonly bookYear: number }>
	| Reason<
			'measured',
			{ readonly finding: PressingCode; readonly bookYear: number; readonly ratio: string; readonly limit: string }
	  >
	| Reason<'diagnosed', Omit<DiagnosedAs, 'severity'>>
	| Reason<'notActive' | 'meetingsUnknown' | 'nothingPressing', object>;

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
 * A cause that was named presses as much as it is severe; who was healed and is back within a year does not wait either.
 */
export function triage(facts: TriageFacts, today: Day): Triage {
	const reasons = [
		...fromComplaints(facts),
		...fromExaminations(facts, today),
		...fromDiagnosis(facts),
		...fromMeetings(facts),
		...fromRegister(facts),
		...fromYears(facts),
		...fromRelapse(facts, today)
	];
	if (reasons.length === 0) reasons.push({ code: 'nothingPressing', params: { level: 'information' } });
	reasons.sort((a, b) => pressing(a.params.level) - pressing(b.params.level));
	return { level: reasons[0]!.params.level, reasons };
}

const fromComplaints = ({ complaints: named }: TriageFacts): TriageReason[] =>
	complaintCodes
		.filter((code) => named.includes(code))
		.map((complaint) => ({ code: 'complaint', params: { level: complaints[complaint].level, complaint } }));

function fromExaminations({ health, findings }: TriageFacts, today: Day): TriageReason[] {
	const reasons = findings.map(({ code, level, bookYear, measured }): TriageReason => {
		const params = { level, finding: code, bookYear };
		return measured ? { code: 'measured', params: { ...params, ...measured } } : { code: 'finding', params };
	});
	if (health === null || !isIll(health.category) || addMonths(health.on, examinationMonths) < today) return reasons;
	const level = isGravelyIll(health.category) ? 'urgent' : 'routine';
	return [...reasons, { code: 'category', params: { level, category: health.category, on: health.on } }];
}

function fromDiagnosis({ diagnosis }: TriageFacts): TriageReason[] {
	if (diagnosis === null) return [];
	const { severity, ...named } = diagnosis;
	return [{ code: 'diagnosed', params: { level: severity === 'severe' ? 'urgent' : 'routine', ...named } }];
}

function fromMeetings({ meetings: { missed, isKnown } }: TriageFacts): TriageReason[] {
	if (!isKnown) return [{ code: 'meetingsUnknown', params: { level: 'information' } }];
	if (missed === 0) return [];
	return [{ code: 'meetingsMissed', params: { level: missed >= 2 ? 'urgent' : 'routine', count: missed } }];
}

function fromRegister({ registryStatus, boardEndedOn, savingsLicenceEndedOn }: TriageFacts): TriageReason[] {
	const reasons: TriageReason[] = [];
	if (savingsLicenceEndedOn !== null)
		reasons.push({ code: 'savingsLicenceEnded', params: { level: 'urgent', on: savingsLicenceEndedOn } });
	if (registryStatus === 'inactive') reasons.push({ code: 'notActive', params: { level: 'routine' } });
	if (boardEndedOn !== null) reasons.push({ code: 'boardEnded', params: { level: 'routine', on: boardEndedOn } });
	return reasons;
}

function fromYears({ years: { losses, ownCapitalGone, noTurnover } }: TriageFacts): TriageReason[] {
	const reasons: TriageReason[] = [];
	if (ownCapitalGone !== null)
		reasons.push({ code: 'ownCapitalGone', params: { level: 'urgent', bookYear: ownCapitalGone } });
	if (losses >= 2) reasons.push({ code: 'lossesRunning', params: { level: 'routine', count: losses } });
	if (noTurnover !== null) reasons.push({ code: 'noTurnover', params: { level: 'routine', bookYear: noTurnover } });
	return reasons;
}

/** Months within which coming back counts as a relapse. Ours. */
export const relapseMonths = 12;

const fromRelapse = ({ recoveredOn }: TriageFacts, today: Day): TriageReason[] =>
	recoveredOn === null || addMonths(recoveredOn, relapseMonths) < today
		? []
		: [{ code: 'cameBack', params: { level: 'urgent', on: recoveredOn } }];

interface KeptTriage {
	readonly level: TriageLevel;
	readonly computedLevel: TriageLevel;
	readonly reasons: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
	readonly overrideReason: string | null;
}

/** Reasons that tell what an examination found. */
const ofExaminations: readonly string[] = ['category', 'finding', 'measured'];

/**
 * A triage for somebody who must not learn the outcome of an examination: what it would have been without. A level that
 * an officer gave in its place stands.
 */
export function withoutExaminations<Kept extends KeptTriage>(kept: Kept): Kept {
	const reasons = kept.reasons.filter(({ code }) => !ofExaminations.includes(code));
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

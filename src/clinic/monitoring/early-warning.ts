import { conditionOf, type Condition } from '#clinic/cooperatives/condition.ts';
import { deadlinesOf } from '#clinic/cooperatives/meeting-deadlines.ts';
import { newestBookYearDue, signsOf } from '#clinic/cooperatives/signs.ts';
import type { CooperativeForm, RegistryStatus } from '#clinic/cooperatives/kinds.ts';
import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { addMonths, type Day } from '#platform/clock.ts';

/** What is known of a cooperative that is looked at for early signs. */
export interface Watched {
	readonly form: CooperativeForm | null;
	readonly registryStatus: RegistryStatus | null;
	readonly foundedOn: Day | null;
	readonly legalOn: Day | null;
	readonly health: { readonly category: HealthCategory; readonly on: Day } | null;
	readonly hasContact: boolean;
	readonly meetings: readonly {
		readonly bookYear: number;
		readonly heldOn: Day | null;
		readonly reportedOn: Day | null;
	}[];
	readonly figures: readonly YearShown[];
	readonly terms: readonly { readonly fromOn: Day | null; readonly untilOn: Day | null }[];
	readonly certificatesUntil: readonly (Day | null)[];
	/** Days on which the office heard of it: visits, cases, papers. */
	readonly contacts: readonly Day[];
	/** Days on which a case was opened and closed; null while it is open. */
	readonly inCare: readonly { readonly fromOn: Day; readonly untilOn: Day | null }[];
}

export interface YearShown {
	readonly bookYear: number;
	readonly members: number | null;
	readonly ownCapital: bigint | null;
	readonly turnover: bigint | null;
	readonly surplus: bigint | null;
}

/** Why a cooperative is warned of, and how strongly this points. All weights and limits are ours. */
export const warningWeights = {
	meetingMissed: 3,
	meetingLate: 1,
	boardTermEnded: 2,
	boardTermEnding: 1,
	certificateEnded: 1,
	loss: 1,
	turnoverFalling: 1,
	membersFalling: 1,
	capitalShrinking: 1,
	noAccounts: 1,
	silent: 2,
	unreachable: 1
} as const;
export type WarningCode = keyof typeof warningWeights;

export interface WarningReason {
	readonly code: WarningCode;
	readonly params: Readonly<Record<string, string | number>>;
}
export interface Warning {
	readonly weight: number;
	/** The weightiest first. */
	readonly reasons: readonly WarningReason[];
}

/** From so much on it is warned of. Ours. */
export const warnedFrom = 3;
/** Months without a sign of life after which a cooperative is silent, and months ahead in which a term is about to end. */
const silentMonths = 18;
const endingMonths = 6;

/** What was known on a day: later rows and moments are left out, so that the past can be judged as it was seen then. */
export const asKnownOn = (watched: Watched, day: Day): Watched => ({
	...watched,
	// The register's own tick has no history here: it would tell of today.
	registryStatus: null,
	health: watched.health && watched.health.on <= day ? watched.health : null,
	meetings: watched.meetings
		.filter(({ bookYear }) => `${bookYear}-12-31` < day)
		.map(({ bookYear, heldOn, reportedOn }) => ({
			bookYear,
			heldOn: heldOn !== null && heldOn <= day ? heldOn : null,
			reportedOn: reportedOn !== null && reportedOn <= day ? reportedOn : null
		})),
	// The accounts of a year are closed and handed in during the next.
	figures: watched.figures.filter(({ bookYear }) => bookYear <= newestBookYearDue(day)),
	terms: watched.terms.filter(({ fromOn }) => fromOn === null || fromOn <= day),
	contacts: watched.contacts.filter((on) => on <= day),
	inCare: watched.inCare.filter(({ fromOn }) => fromOn <= day)
});

export const isInCare = ({ inCare }: Pick<Watched, 'inCare'>, day: Day): boolean =>
	inCare.some(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || untilOn > day));

/** How it is on a day by the scale that all screens use; null where too little is known. */
export function conditionThen(watched: Watched, day: Day): Condition | null {
	const newest = [...watched.figures].sort((a, b) => b.bookYear - a.bookYear)[0];
	const row = {
		registryStatus: watched.registryStatus,
		foundedOn: watched.foundedOn,
		legalOn: watched.legalOn,
		healthCategory: watched.health?.category ?? null,
		healthOn: watched.health?.on ?? null
	};
	const history = {
		meetings: watched.meetings,
		turnoverRupiah: newest?.turnover ?? null,
		termsUntil: watched.terms.map(({ untilOn }) => untilOn)
	};
	return conditionOf(signsOf(row, history, day), day).condition;
}

const ill: readonly (Condition | null)[] = ['sick', 'dormant'];
export const isIllThen = (watched: Watched, day: Day): boolean => ill.includes(conditionThen(watched, day));

/** The early signs of a cooperative: meetings, trends and silence. Null where they do not suffice to warn. */
export function warningOf(watched: Watched, today: Day): Warning | null {
	const reasons = [
		...fromMeetings(watched, today),
		...fromBoard(watched, today),
		...fromTrends(watched, today),
		...fromSilence(watched, today)
	].sort((a, b) => warningWeights[b.code] - warningWeights[a.code]);
	const weight = reasons.reduce((sum, { code }) => sum + warningWeights[code], 0);
	return weight >= warnedFrom ? { weight, reasons } : null;
}

function fromMeetings({ form, foundedOn, legalOn, meetings }: Watched, today: Day): WarningReason[] {
	const due = newestBookYearDue(today);
	const founded = foundedOn ?? legalOn;
	const reasons: WarningReason[] = [];
	const newest = meetings.find(({ bookYear }) => bookYear === due);
	const isNewer = meetings.some(({ bookYear, reportedOn }) => bookYear > due && reportedOn !== null);
	const isOwed = founded === null || Number(founded.slice(0, 4)) <= due;
	if (isOwed && newest && newest.reportedOn === null && !isNewer)
		reasons.push({ code: 'meetingMissed', params: { bookYear: due } });
	const held = meetings.filter(({ heldOn }) => heldOn !== null).sort((a, b) => b.bookYear - a.bookYear)[0];
	if (held?.heldOn && held.heldOn > deadlinesOf(held.bookYear, form).byOffice)
		reasons.push({ code: 'meetingLate', params: { bookYear: held.bookYear, on: held.heldOn } });
	return reasons;
}

function fromBoard({ terms, certificatesUntil }: Watched, today: Day): WarningReason[] {
	const reasons: WarningReason[] = [];
	const ends = terms.map(({ untilOn }) => untilOn);
	const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
	if (last !== null && last < today) reasons.push({ code: 'boardTermEnded', params: { on: last } });
	else if (last !== null && last <= addMonths(today, endingMonths))
		reasons.push({ code: 'boardTermEnding', params: { on: last } });
	const certificate = certificatesUntil.includes(null) ? null : (certificatesUntil.toSorted().at(-1) ?? null);
	if (certificate !== null && certificate < today)
		reasons.push({ code: 'certificateEnded', params: { on: certificate } });
	return reasons;
}

function fromTrends({ figures }: Watched, today: Day): WarningReason[] {
	const [newest, before] = figures.toSorted((a, b) => b.bookYear - a.bookYear);
	if (!newest) return [];
	const reasons: WarningReason[] = [];
	const { bookYear } = newest;
	if (newest.surplus !== null && newest.surplus < 0n) reasons.push({ code: 'loss', params: { bookYear } });
	if (before?.bookYear === bookYear - 1) {
		const span = { fromYear: bookYear - 1, toYear: bookYear };
		// A tenth less, so that the small ups and downs of every year warn of nobody.
		const fell = (now: bigint | null, was: bigint | null) =>
			now !== null && was !== null && was > 0n && (was - now) * 10n >= was;
		if (fell(newest.turnover, before.turnover)) reasons.push({ code: 'turnoverFalling', params: span });
		if (fell(big(newest.members), big(before.members))) reasons.push({ code: 'membersFalling', params: span });
		if (fell(newest.ownCapital, before.ownCapital)) reasons.push({ code: 'capitalShrinking', params: span });
	}
	if (bookYear < newestBookYearDue(today)) reasons.push({ code: 'noAccounts', params: { bookYear } });
	return reasons;
}

const big = (value: number | null): bigint | null => (value === null ? null : BigInt(value));

function fromSilence({ contacts, meetings, hasContact }: Watched, today: Day): WarningReason[] {
	const reasons: WarningReason[] = [];
	const heard = [...contacts, ...meetings.flatMap(({ heldOn, reportedOn }) => [heldOn, reportedOn])]
		.filter((on) => on !== null)
		.sort()
		.at(-1);
	if (heard !== undefined && addMonths(heard, silentMonths) < today)
		reasons.push({ code: 'silent', params: { on: heard } });
	if (!hasContact) reasons.push({ code: 'unreachable', params: {} });
	return reasons;
}

/** How warnings of a past day came true. Shares are null where nobody was to be counted. */
export interface HitRate {
	/** The day that was looked back to, and the day until which what followed was watched. */
	readonly fromOn: Day;
	readonly untilOn: Day;
	/** Neither ill nor in care then, and known well enough to be judged. */
	readonly watched: number;
	readonly warned: number;
	/** Ill or in care at the end. */
	readonly fell: number;
	/** Warned of and fallen ill. */
	readonly hits: number;
}

/** Months over which warnings are followed. */
export const followedMonths = 12;

/**
 * Warns as of a year ago with nothing but what was known then, and counts who has fallen ill or come into care since.
 * A cooperative that was ill or in care then is no early case and is left out, as is one of which too little was known.
 */
export function hitRateOf(all: readonly Watched[], today: Day): HitRate {
	const then = addMonths(today, -followedMonths);
	const early = all
		.map((now) => ({ now, then: asKnownOn(now, then) }))
		.filter((one) => !isInCare(one.then, then) && conditionThen(one.then, then) !== null && !isIllThen(one.then, then));
	const judged = early.map((one) => ({
		warned: warningOf(one.then, then) !== null,
		fell: isIllThen(one.now, today) || one.now.inCare.some(({ fromOn }) => fromOn > then && fromOn <= today)
	}));
	return {
		fromOn: then,
		untilOn: today,
		watched: judged.length,
		warned: judged.filter(({ warned }) => warned).length,
		fell: judged.filter(({ fell }) => fell).length,
		hits: judged.filter(({ warned, fell }) => warned && fell).length
	};
}

/** A part in whole percent, rounded down; null of nothing. */
export const percentOf = (part: number, whole: number): number | null =>
	whole === 0 ? null : Math.floor((part * 100) / whole);

import type { OpeningHours } from '#clinic/offices/hours.ts';
import { addDays, type Day } from '#platform/clock.ts';
import type { Conflict } from './conflicts.ts';

/** Away from a day to a day, both counted. */
export interface Pause {
	readonly fromOn: Day;
	readonly untilOn: Day;
	readonly reason: string;
}

/** A person of a poli as he or she stands today. */
export interface Specialist {
	readonly staffId: string;
	readonly name: string;
	readonly organisation: string | null;
	/** Empty: at the office's own hours. */
	readonly hours: OpeningHours;
	/** Codes of causes; empty: every cause of his or her poli. */
	readonly causes: readonly string[];
	/** Codes of districts; empty: the whole area of the office. */
	readonly districts: readonly string[];
	/** New cases a week, Monday to Sunday; null: no limit. */
	readonly weeklyLimit: number | null;
	/** Taken since Monday, and those that wait for an answer from this very person. */
	readonly thisWeek: number;
	/** Accepted, and not closed. */
	readonly inCare: number;
	readonly pauses: readonly Pause[];
	readonly conflict: Conflict | null;
}

/** What is to be treated, where. */
export interface Need {
	readonly cause: string;
	readonly districtCode: string | null;
	readonly today: Day;
}

export type FitReason =
	| { readonly code: 'roomLeft'; readonly taken: number; readonly limit: number }
	| { readonly code: 'noLimit'; readonly taken: number }
	| { readonly code: 'skilled' }
	| { readonly code: 'near' }
	| { readonly code: 'noConflict' };
export type FitObjection =
	| { readonly code: 'conflict'; readonly conflict: Conflict }
	| { readonly code: 'paused'; readonly untilOn: Day; readonly reason: string }
	| { readonly code: 'full'; readonly taken: number; readonly limit: number }
	| { readonly code: 'notSkilled' }
	| { readonly code: 'farAway' }
	| { readonly code: 'awaySoon'; readonly fromOn: Day; readonly untilOn: Day };

export interface Fit {
	/** Nothing speaks against this person. */
	readonly fits: boolean;
	/** A conflict, a pause and a full week cannot be overruled by whoever refers; distance and skill can. */
	readonly mayBeChosen: boolean;
	readonly reasons: readonly FitReason[];
	readonly objections: readonly FitObjection[];
}

const final: readonly FitObjection['code'][] = ['conflict', 'paused', 'full'];
/** A pause that begins within so many days is told. */
const soon = 7;

/** Whether a person fits a need, with everything that speaks for and against. */
export function fitOf(one: Specialist, need: Need): Fit {
	const reasons: FitReason[] = [];
	const objections: FitObjection[] = [];
	if (one.conflict) objections.push({ code: 'conflict', conflict: one.conflict });
	else reasons.push({ code: 'noConflict' });

	const pause = one.pauses.find(({ fromOn, untilOn }) => fromOn <= need.today && need.today <= untilOn);
	const next = one.pauses.find(({ fromOn }) => need.today < fromOn && fromOn <= addDays(need.today, soon));
	if (pause) objections.push({ code: 'paused', untilOn: pause.untilOn, reason: pause.reason });
	else if (next) objections.push({ code: 'awaySoon', fromOn: next.fromOn, untilOn: next.untilOn });

	const { weeklyLimit: limit, thisWeek: taken } = one;
	if (limit === null) reasons.push({ code: 'noLimit', taken });
	else if (taken >= limit) objections.push({ code: 'full', taken, limit });
	else reasons.push({ code: 'roomLeft', taken, limit });

	if (one.causes.length === 0 || one.causes.includes(need.cause)) reasons.push({ code: 'skilled' });
	else objections.push({ code: 'notSkilled' });

	// Of a cooperative whose district nobody knows nothing can be said.
	if (need.districtCode !== null) {
		if (one.districts.length === 0 || one.districts.includes(need.districtCode)) reasons.push({ code: 'near' });
		else objections.push({ code: 'farAway' });
	}
	return {
		fits: objections.length === 0,
		mayBeChosen: !objections.some(({ code }) => final.includes(code)),
		reasons,
		objections
	};
}

export type Candidate = Specialist & Fit;

/** Who fits first; among these whoever has least to do; then by name, so that the order is always the same. */
export const candidates = (people: readonly Specialist[], need: Need): Candidate[] =>
	people
		.map((one) => ({ ...one, ...fitOf(one, need) }))
		.sort(
			(a, b) =>
				Number(b.fits) - Number(a.fits) ||
				Number(b.mayBeChosen) - Number(a.mayBeChosen) ||
				a.objections.length - b.objections.length ||
				a.thisWeek + a.inCare - (b.thisWeek + b.inCare) ||
				(a.name < b.name ? -1 : 1)
		);

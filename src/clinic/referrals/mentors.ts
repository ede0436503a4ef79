import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { isIll } from '#clinic/cooperatives/health.ts';
import type { Day } from '#platform/clock.ts';

/** How many cooperatives one mentor helps at once. Ours: a board has its own work. */
export const mostAtOnce = 2;

/** A cooperative that recovered from the same cause. */
export interface Recovered {
	readonly cooperativeId: string;
	readonly name: string;
	readonly districtCode: string | null;
	/** As which it had the cause. */
	readonly rank: 'main' | 'side';
	readonly recoveredOn: Day;
	/** Care was taken up again since. */
	readonly isBack: boolean;
	readonly health: HealthCategory | null;
	readonly isSameKind: boolean;
	/** How many it helps now. */
	readonly helps: number;
	/** Its board agreed to help others. */
	readonly hasAgreed: boolean;
	/** Who sits on both boards; null when nobody does. */
	readonly onBoth: string | null;
}

export type MentorReason =
	| { readonly code: 'sameCause'; readonly rank: 'main' | 'side' }
	| { readonly code: 'recovered'; readonly on: Day }
	| { readonly code: 'sameDistrict' }
	| { readonly code: 'sameRegency' }
	| { readonly code: 'sameKind' }
	| { readonly code: 'healthy' }
	| { readonly code: 'agreed' };
export type MentorObjection =
	| { readonly code: 'onBoth'; readonly name: string }
	| { readonly code: 'isBack' }
	| { readonly code: 'ill' }
	| { readonly code: 'busy'; readonly helps: number }
	| { readonly code: 'notAsked' }
	| { readonly code: 'farAway' };

export type Mentor = Recovered & {
	readonly mayHelp: boolean;
	readonly reasons: readonly MentorReason[];
	readonly objections: readonly MentorObjection[];
};

/** A code begins with that of the area in which it lies: 33.14.07 is a district of 33.14. */
const regencyOf = (district: string) => district.split('.').slice(0, 2).join('.');

/** What speaks for a recovered cooperative as a mentor, and what against. Distance alone never forbids. */
export function mentorOf(one: Recovered, districtCode: string | null): Mentor {
	const reasons: MentorReason[] = [
		{ code: 'sameCause', rank: one.rank },
		{ code: 'recovered', on: one.recoveredOn }
	];
	const objections: MentorObjection[] = [];
	if (districtCode !== null && one.districtCode !== null) {
		if (one.districtCode === districtCode) reasons.push({ code: 'sameDistrict' });
		else if (regencyOf(one.districtCode) === regencyOf(districtCode)) reasons.push({ code: 'sameRegency' });
		else objections.push({ code: 'farAway' });
	}
	if (one.isSameKind) reasons.push({ code: 'sameKind' });
	if (one.health !== null) {
		if (isIll(one.health)) objections.push({ code: 'ill' });
		else reasons.push({ code: 'healthy' });
	}
	if (one.onBoth !== null) objections.push({ code: 'onBoth', name: one.onBoth });
	if (one.isBack) objections.push({ code: 'isBack' });
	if (one.helps >= mostAtOnce) objections.push({ code: 'busy', helps: one.helps });
	if (one.hasAgreed) reasons.push({ code: 'agreed' });
	else objections.push({ code: 'notAsked' });
	return { ...one, reasons, objections, mayHelp: objections.every(({ code }) => code === 'farAway') };
}

const nearness = ({ reasons }: Mentor) =>
	reasons.some(({ code }) => code === 'sameDistrict') ? 2 : reasons.some(({ code }) => code === 'sameRegency') ? 1 : 0;
/** What cannot be mended by asking. */
const hindered = ({ objections }: Mentor) =>
	objections.filter(({ code }) => code !== 'notAsked' && code !== 'farAway').length;

/** The nearest first whom nothing hinders; among these who had it as the main cause, is of the same kind, recovered last. */
export const mentors = (recovered: readonly Recovered[], districtCode: string | null): Mentor[] =>
	recovered
		.map((one) => mentorOf(one, districtCode))
		.sort(
			(a, b) =>
				hindered(a) - hindered(b) ||
				nearness(b) - nearness(a) ||
				Number(b.rank === 'main') - Number(a.rank === 'main') ||
				Number(b.isSameKind) - Number(a.isSameKind) ||
				(a.recoveredOn > b.recoveredOn ? -1 : a.recoveredOn < b.recoveredOn ? 1 : a.name < b.name ? -1 : 1)
		);

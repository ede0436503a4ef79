import type { ClinicCode } from '#clinic/offices/poli.ts';
import type { TriageLevel } from './triage.ts';

interface Coded {
	/** The clinic that usually treats it: a hint for the diagnosis, not a diagnosis. Null: no clinic in particular. */
	readonly clinic: ClinicCode | null;
	/** How soon somebody with this complaint should be helped. Ours. */
	readonly level: TriageLevel;
}

const on = (clinic: ClinicCode | null, level: TriageLevel): Coded => ({ clinic, level });

/** What visitors complain of, as codes; their words stand in `ui/words.ts`. The order is that of the form. */
export const complaints = {
	savingsNotPaidOut: on('finance', 'emergency'),
	moneyMissing: on('finance', 'emergency'),
	cashShort: on('finance', 'urgent'),
	badLoans: on('finance', 'urgent'),
	losses: on('finance', 'routine'),
	booksBehind: on('finance', 'routine'),

	noCapablePeople: on('people', 'routine'),
	boardUntrained: on('people', 'routine'),
	boardDoesEverything: on('people', 'routine'),
	noSuccessors: on('people', 'routine'),

	noAnnualMeeting: on('institution', 'urgent'),
	meetingNotReported: on('institution', 'routine'),
	boardTermOver: on('institution', 'routine'),
	boardGone: on('institution', 'urgent'),
	articlesOutdated: on('institution', 'routine'),
	noQuorum: on('institution', 'routine'),
	officeNotFound: on('institution', 'urgent'),

	noBusinessNumber: on('licensing', 'routine'),
	noRegistryNumber: on('licensing', 'routine'),
	noSavingsLicence: on('licensing', 'urgent'),
	permitStuck: on('licensing', 'routine'),
	certificateExpired: on('licensing', 'routine'),
	branchWithoutPermit: on('licensing', 'routine'),
	noTaxNumber: on('licensing', 'routine'),

	boardNotOpen: on('governance', 'urgent'),
	boardQuarrels: on('governance', 'urgent'),
	supervisionIdle: on('governance', 'routine'),
	selfInterest: on('governance', 'urgent'),
	decidedByFew: on('governance', 'routine'),
	surplusUnfair: on('governance', 'routine'),

	membersLeaving: on('membership', 'urgent'),
	membersPassive: on('membership', 'routine'),
	membersPoor: on('membership', 'routine'),
	duesUnpaid: on('membership', 'routine'),
	servesOutsiders: on('membership', 'urgent'),

	businessStopped: on('business', 'urgent'),
	salesFalling: on('business', 'routine'),
	cannotCompete: on('business', 'routine'),
	stockUnsold: on('business', 'routine'),
	collectsOldLoans: on('business', 'routine'),

	policeReport: on('law', 'emergency'),
	courtCase: on('law', 'urgent'),
	promisesHighReturns: on('law', 'emergency'),
	underSanction: on('law', 'urgent'),
	debtsPressing: on('law', 'urgent'),
	bankruptcyAsked: on('law', 'urgent'),
	assetsNotOwned: on('law', 'routine'),

	wantsToFound: on('institution', 'information'),
	asksRules: on(null, 'information')
} as const satisfies Record<string, Coded>;

export type ComplaintCode = keyof typeof complaints;
export const complaintCodes = Object.keys(complaints) as [ComplaintCode, ...ComplaintCode[]];

/** The clinics that the complaints hint at, most named first; equal ones in the order of the form. */
export function clinicsHinted(codes: readonly ComplaintCode[]): readonly ClinicCode[] {
	const counts = new Map<ClinicCode, number>();
	for (const code of complaintCodes) {
		const { clinic } = complaints[code];
		if (clinic !== null && codes.includes(code)) counts.set(clinic, (counts.get(clinic) ?? 0) + 1);
	}
	return [...counts].sort(([, a], [, b]) => b - a).map(([clinic]) => clinic);
}

import type { Reach } from '#clinic/cooperatives/classification.ts';

/**
 * Who supervises a cooperative follows from where its members live: inside one regency or city that regency, across
 * regencies the province, across provinces the ministry (Permenkop UKM 9/2020). The same words name both.
 */
export type Supervisor = Reach;

/** The level of an office, by its code of the home ministry: 33.14 a regency or city, 33 a province. */
export const levelOf = (officeCode: string): Supervisor => (officeCode.includes('.') ? 'regency' : 'province');

export interface OfficialFacts {
	readonly isComplete: boolean;
	readonly isInspector: boolean;
	/** By a numbered letter that holds today and names this cooperative. */
	readonly isAssigned: boolean;
	/** Where its members live; null where the register does not say. */
	readonly reach: Reach | null;
	readonly officeCode: string;
}

export type NotOfficial = 'onlyInspector' | 'incomplete' | CompetenceFault;
export type CompetenceFault = 'reachUnknown' | 'forRegency' | 'forProvince' | 'forMinistry';

/** Why an examination cannot be official here and today; null where it can. Any other result is a clinic check. */
export function whyNotOfficial(facts: OfficialFacts): NotOfficial | null {
	if (!facts.isInspector && !facts.isAssigned) return 'onlyInspector';
	const fault = competenceFault(facts.reach, facts.officeCode);
	if (fault) return fault;
	return facts.isComplete ? null : 'incomplete';
}

const faults: Readonly<Record<Supervisor, CompetenceFault>> = {
	regency: 'forRegency',
	province: 'forProvince',
	nation: 'forMinistry'
};

/** Why a cooperative is not for this office to supervise; null where it is. */
export function competenceFault(reach: Reach | null, officeCode: string): CompetenceFault | null {
	if (reach === null) return 'reachUnknown';
	return reach === levelOf(officeCode) ? null : faults[reach];
}

/** Categories that bear a certificate: at least fairly healthy. */
export const certifiedCategories: readonly string[] = ['healthy', 'fairlyHealthy'];

export type NoCertificate = 'reportOnly' | 'categoryTooLow';

/** Why an examination bears no minutes or certificate; null where it may. */
export function whyNoPaper(
	kind: 'minutes' | 'examinationReport' | 'certificate',
	{ standing, category }: { readonly standing: 'clinicCheck' | 'official'; readonly category: string | null }
): NoCertificate | null {
	if (kind === 'examinationReport') return null;
	if (standing !== 'official') return 'reportOnly';
	return kind === 'minutes' || (category !== null && certifiedCategories.includes(category)) ? null : 'categoryTooLow';
}

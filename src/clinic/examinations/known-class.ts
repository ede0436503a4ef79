import { businessClasses, businessClassOf, type ClassFigures, type ClassJudged } from './business-class.ts';

/**
 * What is known of a cooperative's class of business (KUK): as the national register classes it, or judged here by the
 * newest figures of the register, with the criteria that decided.
 */
export type KnownClass =
	{ readonly class: ClassJudged['class']; readonly from: 'register' } | (ClassJudged & { readonly from: 'figures' });

export interface ClassKnownBy {
	/** The register's own field, empty in most of them. */
	readonly businessClass?: number | null;
	readonly businessFigures?: ClassFigures;
}

/** The register's class is the official one; figures speak only where the register is silent. Null where both are. */
export function knownClass({ businessClass, businessFigures }: ClassKnownBy): KnownClass | null {
	const official = businessClasses.find((one) => one === businessClass);
	if (official !== undefined) return { class: official, from: 'register' };
	const judged = businessFigures ? businessClassOf(businessFigures) : null;
	return judged && { ...judged, from: 'figures' };
}

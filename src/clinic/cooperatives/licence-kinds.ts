import { addMonths, type Day } from '#platform/clock.ts';

/** Licences and certificates of a cooperative. The last three are historic: no office issues them any more. */
export const licenceKinds = [
	'registryCertificate',
	'businessNumber',
	'savingsLicence',
	'standardCertificate',
	'branchPermit',
	'shariaCertificate',
	'shariaRecommendation',
	'other',
	'tradeLicence',
	'placeLicence',
	'companyRegistration'
] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/**
 * Months for which a kind is valid when the paper itself does not say: the certificate of the registry number (NIK) two
 * years, by the practice of offices and the press; no rule with these words was found.
 */
const months: Partial<Record<LicenceKind, number>> = { registryCertificate: 24 };

/** Until when it is valid: as written, else as long as its kind is; null without an end. */
export function validUntil(kind: LicenceKind, issuedOn: Day | null, written: Day | null): Day | null {
	const span = months[kind];
	if (written !== null) return written;
	return span !== undefined && issuedOn !== null ? addMonths(issuedOn, span) : null;
}

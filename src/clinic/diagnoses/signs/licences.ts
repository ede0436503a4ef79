import type { LicenceKind } from '#clinic/cooperatives/licence-kinds.ts';
import type { Evidence, Facts, FindSigns, LicenceFact } from '../facts.ts';

const certificate: readonly LicenceKind[] = ['registryCertificate'];
const savings: readonly LicenceKind[] = ['savingsLicence', 'standardCertificate'];
const business: readonly LicenceKind[] = [...savings, 'businessNumber', 'branchPermit', 'shariaCertificate', 'other'];

const lends = ({ cooperative }: Facts): boolean => cooperative.kind === 'savingsAndLoan' || cooperative.hasSavingsUnit;

/** The newest end of licences of these kinds; null where there are none, `runs` where one has no end. */
function standing(licences: readonly LicenceFact[], kinds: readonly LicenceKind[], today: string) {
	const held = licences.filter(({ kind }) => kinds.includes(kind));
	if (held.length === 0) return null;
	const ends = held.map(({ validUntil }) => validUntil);
	const runs = ends.some((end) => end === null || end >= today);
	return {
		runs,
		on:
			ends
				.filter((end) => end !== null)
				.toSorted()
				.at(-1) ?? null
	};
}

/** Licences and certificates that ran out; and a lending cooperative whose licences are known and do not hold one for it. */
export const licenceSigns: FindSigns = (facts) => {
	const { licences, today } = facts;
	const signs: Evidence[] = [];
	const nik = standing(licences, certificate, today);
	if (nik && !nik.runs) signs.push({ code: 'certificateEnded', params: { on: nik.on! } });
	for (const kind of business) {
		const one = standing(licences, [kind], today);
		if (one && !one.runs) signs.push({ code: 'licenceEnded', params: { on: one.on!, kind } });
	}
	const isListed = licences.some(({ kind }) => business.includes(kind));
	if (lends(facts) && isListed && standing(licences, savings, today) === null)
		signs.push({ code: 'noSavingsLicence', params: {} });
	return [...new Map(signs.map((sign) => [sign.code, sign])).values()];
};

export const soundLicenceSigns: FindSigns = ({ licences, today }) => [
	...(standing(licences, certificate, today)?.runs ? [{ code: 'certificateRuns', params: {} }] : []),
	...(standing(licences, savings, today)?.runs ? [{ code: 'savingsLicenceRuns', params: {} }] : [])
];

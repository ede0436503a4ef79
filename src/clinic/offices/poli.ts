/** The eight groups of causes, each treated by one clinic (poli). */
export const clinicCodes = [
	'finance',
	'people',
	'institution',
	'licensing',
	'governance',
	'membership',
	'business',
	'law'
] as const;
export type ClinicCode = (typeof clinicCodes)[number];

/** What a new office begins with; names and prefixes are its own to change. */
export const usualClinics: readonly { code: ClinicCode; name: string; prefix: string }[] = [
	{ code: 'finance', name: 'Poli Keuangan', prefix: 'K' },
	{ code: 'people', name: 'Poli SDM dan Manajemen', prefix: 'S' },
	{ code: 'institution', name: 'Poli Kelembagaan dan RAT', prefix: 'R' },
	{ code: 'licensing', name: 'Poli Perizinan', prefix: 'P' },
	{ code: 'governance', name: 'Poli Tata Kelola dan Keterbukaan', prefix: 'T' },
	{ code: 'membership', name: 'Poli Keanggotaan', prefix: 'A' },
	{ code: 'business', name: 'Poli Usaha dan Pemasaran', prefix: 'U' },
	{ code: 'law', name: 'Poli Hukum', prefix: 'H' }
];

/** Tickets of visitors who do not know yet which poli they need. */
export const generalPrefix = 'B';

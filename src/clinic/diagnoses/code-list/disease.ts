import type { ClinicCode } from '#clinic/offices/poli.ts';

/** A sentence that belongs to the data, in both languages. */
export interface Said {
	readonly id: string;
	readonly en: string;
}

/**
 * How ill it makes, by itself. Ours; not how soon (triage), not a health category.
 * - light: hinders, can wait for its turn
 * - moderate: makes ill when nothing is done
 * - severe: threatens members' money or the cooperative itself
 */
export const severities = ['light', 'moderate', 'severe'] as const;
export type Severity = (typeof severities)[number];

/** A rule of the table of regulations; `klinik` where it is ours and no rule is known. */
export interface LegalBase {
	readonly regulation: string;
	readonly article?: string;
	/** The article was not compared with the text. */
	readonly isUnread?: true;
}

/** Where a cause was heard of: the two clinics of the press, or the practice of other offices. */
export type NamedBy = 'sragen' | 'buleleng' | 'practice';

/** One disease of cooperatives. What points to it and against it is the matter of a rule (`rules/`). */
export interface Disease {
	readonly code: string;
	/** As it is printed: the letter of its poli and a running number. */
	readonly number: string;
	readonly clinic: ClinicCode;
	readonly severity: Severity;
	readonly namedBy: readonly NamedBy[];
	readonly name: Said;
	readonly definition: Said;
	/** What would disprove it. */
	readonly disproof: Said;
	/** The usual treatment. */
	readonly treatment: Said;
	readonly legal: readonly LegalBase[];
}

/** A published version of the code list: never edited, a correction is a new version. */
export interface CodeList<Entry = Disease> {
	readonly version: string;
	readonly publishedOn: string;
	readonly diseases: readonly Entry[];
}

/** Under which licence the list is given on; the program around it has its own. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

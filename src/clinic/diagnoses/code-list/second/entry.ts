import type { LegalBase, NamedBy, Said, Severity } from '../disease.ts';
import type { CauseCode } from '../names.ts';

/** A disease without its number and name, which stand in `names.ts`. */
export interface Entry {
	readonly severity: Severity;
	readonly namedBy: readonly NamedBy[];
	readonly definition: Said;
	readonly disproof: Said;
	readonly treatment: Said;
	readonly legal: readonly LegalBase[];
}
export type Entries = Readonly<Partial<Record<CauseCode, Entry>>>;

export const said = (id: string, en: string): Said => ({ id, en });

/** Ours: no regulation is known that says it. */
export const ours: readonly LegalBase[] = [{ regulation: 'klinik' }];

/** Articles that were read in a copy of the text or quoted from it; others are cited from general knowledge and marked. */
const read: Readonly<Record<string, readonly string[]>> = {
	'uu-25-1992': ['6', '24', '26', '29', '35', '46', '47'],
	'permenkop-8-2023': ['44', '45', '63', '65', '68'],
	'permenkop-19-2015': ['bab G']
};

export function law(regulation: string, article?: string): LegalBase {
	if (article === undefined) return { regulation };
	const isRead = article.split(/, |-/).every((one) => read[regulation]?.includes(one));
	return isRead ? { regulation, article } : { regulation, article, isUnread: true };
}

import { m } from '#messages';
import { sourceOrBuilt } from '#platform/built.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import { formatDayShort } from '#ui/dates.ts';
import { licence } from '../code-list/disease.ts';
import { codeList } from '../code-list/lists.ts';
import { ruleVersion } from '../rules/second/rules.ts';
import { describedGroups } from '../ui/described.ts';
import { severityWords } from '../ui/words.ts';

const templates = (): URL => sourceOrBuilt(import.meta.url, '../templates/', 'workers/diagnoses/');

/** A published list never changes, so each language is set once. */
const set = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The code list as PDF in the language of the reader; the caller says which, for by it the copy is kept. */
export function booklet(language: 'id' | 'en'): Promise<Uint8Array<ArrayBuffer>> {
	const kept = set.get(language);
	if (kept) return kept;
	const made = typeset({ folder: templates(), template: 'booklet.typ', data: content(language) }).then(
		({ pdf }) => pdf
	);
	set.set(language, made);
	// What failed is tried again by the next who asks.
	made.catch(() => set.delete(language));
	return made;
}

const content = (language: 'id' | 'en') => ({
	language,
	title: m.diagnoses_list_title(),
	lead: m.diagnoses_list_lead({ count: codeList.diseases.length }),
	version: m.diagnoses_list_version({
		version: codeList.version,
		on: formatDayShort(codeList.publishedOn, language),
		rules: ruleVersion
	}),
	source: m.diagnoses_list_source(),
	licence: `${m.diagnoses_list_licence()} ${licence.name} (${licence.url})`,
	publishedOn: codeList.publishedOn,
	words: {
		contents: m.diagnoses_list_groups(),
		signs: m.diagnoses_list_signs(),
		against: m.diagnoses_list_against(),
		disproof: m.diagnoses_disproof(),
		treatment: m.diagnoses_treatment(),
		legal: m.diagnoses_list_legal()
	},
	groups: describedGroups().map(({ name, diseases }) => ({
		name,
		diseases: diseases.map(({ number, name: disease, severity, definition, disproof, treatment, ...rest }) => ({
			number,
			name: disease,
			severity: severityWords[severity](),
			definition,
			disproof,
			treatment,
			signs: rest.signs.map(({ text }) => text),
			against: rest.against.map(({ text }) => text),
			legal: rest.legal.map(({ text, isOurs, isUnconfirmed }) =>
				isOurs
					? `${text} ${m.diagnoses_list_ours()}`
					: isUnconfirmed
						? `${text} ${m.diagnoses_list_unconfirmed()}`
						: text
			)
		}))
	}))
});

import { complaintWords } from '#clinic/cases/ui/words.ts';
import type { ComplaintCode } from '#clinic/cases/complaints.ts';
import type { BoardRole } from '#clinic/cooperatives/kinds.ts';
import { licenceWords } from '#clinic/cooperatives/ui/record-codes.ts';
import { boardRoleWords } from '#clinic/cooperatives/ui/words.ts';
import type { LicenceKind } from '#clinic/cooperatives/licence-kinds.ts';
import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import { formatDecimal, formatRupiah } from '#ui/numbers.ts';
import type { Tone } from '#ui/tone.ts';
import type { Said, Severity } from '../code-list/disease.ts';
import { formerNames, names } from '../code-list/names.ts';
import type { Evidence } from '../facts.ts';
import { measures, statements } from '../signs/names.ts';

/** A sentence of the data in the language of the reader. */
export const inOwnWords = (said: Said): string => said[language()];

/**
 * A cause by its code, as the list of its version names it; one that no version knows is shown as it stands, not hidden.
 */
export function causeWord(code: string, version?: string): string {
	const former = version === '1' ? formerNames[code] : undefined;
	const known = former ?? (names as Readonly<Record<string, Said>>)[code] ?? formerNames[code];
	return known ? inOwnWords(known) : code;
}

/** The number under which a cause is printed: K01; '' for one of no list. */
export const causeNumber = (code: string): string =>
	(names as Readonly<Record<string, { readonly number: string }>>)[code]?.number ?? '';

export const severityWords: Readonly<Record<Severity, () => string>> = {
	light: m.diagnoses_severity_light,
	moderate: m.diagnoses_severity_moderate,
	severe: m.diagnoses_severity_severe
};
export const severityTones: Readonly<Record<Severity, Tone>> = { light: 'plain', moderate: 'warn', severe: 'bad' };

type Params = Evidence['params'];

const units: Readonly<Record<string, () => string>> = {
	percent: () => '%',
	times: () => ` ${m.diagnoses_unit_times()}`,
	days: () => ` ${m.diagnoses_unit_days()}`
};
/** '17,3%', '3,2 kali', '190 hari'. */
const measured = (value: unknown, unit: unknown) =>
	`${formatDecimal(String(value), 1)}${(units[String(unit ?? 'percent')] ?? units['percent']!)()}`;

const instrumentName = (code: unknown) => String(code).toUpperCase();

/** The figures of a line, in the order in which they are read: what was found, the norm, where and when. */
function figures(params: Params, isSound: boolean): string[] {
	const has = (name: string) => params[name] !== undefined;
	const parts: string[] = [];
	if (has('ratio')) {
		const limit = measured(params['limit'], params['unit']);
		parts.push(measured(params['ratio'], params['unit']));
		parts.push(isSound ? m.diagnoses_part_sound({ limit }) : m.diagnoses_part_limit({ limit }));
	}
	if (has('score'))
		parts.push(
			m.diagnoses_part_score({
				score: formatDecimal(String(params['score'])),
				weight: formatDecimal(String(params['weight']))
			})
		);
	if (has('amountRupiah')) parts.push(formatRupiah(BigInt(String(params['amountRupiah']))));
	if (has('percent')) parts.push(measured(params['percent'], 'percent'));
	if (has('entitled'))
		parts.push(m.diagnoses_part_of({ part: String(params['present']), whole: String(params['entitled']) }));
	if (has('fewest'))
		parts.push(m.diagnoses_part_fewest({ members: String(params['members']), fewest: String(params['fewest']) }));
	if (has('from') && has('to')) {
		const say = (value: unknown) => (has('unit') ? measured(value, params['unit']) : formatDecimal(String(value)));
		parts.push(m.diagnoses_part_from_to({ from: say(params['from']), to: say(params['to']) }));
	}
	if (has('roles'))
		parts.push(
			String(params['roles'])
				.split(',')
				.map((role) => boardRoleWords[role as BoardRole]?.() ?? role)
				.join(', ')
		);
	if (has('kind')) parts.push(licenceWords[params['kind'] as LicenceKind]?.() ?? String(params['kind']));
	if (has('on')) parts.push(formatDayShort(String(params['on']), language()));
	if (has('years')) parts.push(m.diagnoses_part_book_year({ year: String(params['years']) }));
	else if (has('count')) parts.push(m.diagnoses_part_count({ count: Number(params['count']) }));
	if (has('instrument')) parts.push(instrumentName(params['instrument']));
	if (has('fromYear')) parts.push(`${params['fromYear']}–${params['toYear']}`);
	else if (has('bookYear')) parts.push(m.diagnoses_part_book_year({ year: String(params['bookYear']) }));
	return parts;
}

/** What a sign is, without its figures; null for a code that this version does not know. */
export function signName(code: string, wording?: unknown): string | null {
	const [sign = '', detail = ''] = code.split(':');
	const known = { ...measures, ...statements } as Readonly<Record<string, Said>>;
	const of = (name: string) => (known[name] ? inOwnWords(known[name]) : null);
	switch (sign) {
		case 'complaint':
			return m.diagnoses_sign_complaint({ complaint: complaintWords[detail as ComplaintCode]?.() ?? detail });
		case 'answeredNo':
			return m.diagnoses_sign_answered_no({ question: String(wording ?? detail) });
		case 'answeredYes':
			return m.diagnoses_sign_answered_yes({ question: String(wording ?? detail) });
		case 'worse':
			return of(detail) && m.diagnoses_sign_worse({ what: of(detail)! });
		case 'fine':
			return of(detail);
		default:
			return of(sign);
	}
}

/** One line of evidence with its figures; a code that this version does not know is shown as it stands. */
export function evidenceText({ code, params }: Evidence): string {
	const name = signName(code, params['wording']);
	if (name === null) return code;
	const { item: _, wording: __, ...told } = params;
	const parts = code.startsWith('answered') ? [] : figures(told, code.startsWith('fine:'));
	return parts.length > 0 ? `${name}: ${parts.join(', ')}` : name;
}

/** Where a line comes from, to look it up: the page of the case that shows it. */
export const evidencePlace = (code: string): 'complaint' | 'examination' | 'register' => {
	const [sign = ''] = code.split(':');
	if (sign === 'complaint') return 'complaint';
	const isMeasured = (name: string) => name in measures;
	const detail = code.slice(sign.length + 1);
	return sign.startsWith('answered') || sign === 'articlesIncomplete' || isMeasured(sign) || isMeasured(detail)
		? 'examination'
		: 'register';
};

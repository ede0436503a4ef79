import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import { formatInteger } from '#ui/numbers.ts';
import type { Tone } from '#ui/tone.ts';
import type { RegisterField } from '../heading-words.ts';
import type { ImportOutcome, KnownBy } from '../import-outcomes.ts';
import type { RowRefusal } from '../import-row.ts';
import type { Kind } from '../kinds.ts';
import type { Note, NoteCode, NoteWeight } from '../notes.ts';
import { kindWords } from './words.ts';

export const fieldWords: Readonly<Record<RegisterField, () => string>> = {
	rowNumber: m.register_field_row_number,
	name: m.register_field_name,
	legalNumber: m.register_field_legal_number,
	legalOn: m.register_field_legal_on,
	foundedOn: m.register_field_founded_on,
	address: m.register_field_address,
	village: m.register_field_village,
	district: m.register_field_district,
	regency: m.register_field_regency,
	registryNumber: m.register_field_registry_number,
	businessNumber: m.register_field_business_number,
	taxNumber: m.register_field_tax_number,
	phone: m.register_field_phone,
	email: m.register_field_email,
	kind: m.register_field_kind,
	pattern: m.register_field_pattern,
	form: m.register_field_form,
	registryStatus: m.register_field_registry_status,
	lastMeetingOn: m.register_field_last_meeting_on,
	bookYear: m.register_field_book_year,
	members: m.register_field_members,
	ownCapital: m.register_field_own_capital,
	outsideCapital: m.register_field_outside_capital,
	assets: m.register_field_assets,
	turnover: m.register_field_turnover,
	netSurplus: m.register_field_net_surplus,
	membersMale: m.register_field_members_male,
	membersFemale: m.register_field_members_female,
	staffMale: m.register_field_staff_male,
	staffFemale: m.register_field_staff_female,
	managersMale: m.register_field_managers_male,
	managersFemale: m.register_field_managers_female,
	group: m.register_field_group,
	sector: m.register_field_sector,
	businessClass: m.register_field_business_class,
	guidedBy: m.register_field_guided_by,
	approver: m.register_field_approver,
	isLarge: m.register_field_is_large,
	savingsUnit: m.register_field_savings_unit,
	seat: m.register_field_seat,
	notary: m.register_field_notary,
	postalCode: m.register_field_postal_code,
	fax: m.register_field_fax,
	website: m.register_field_website,
	remark: m.register_field_remark,
	amendmentNumber: m.register_field_amendment_number,
	amendedOn: m.register_field_amended_on,
	certificateUntil: m.register_field_certificate_until,
	chair: m.register_field_chair,
	secretary: m.register_field_secretary,
	treasurer: m.register_field_treasurer,
	supervisor: m.register_field_supervisor,
	manager: m.register_field_manager,
	latitude: m.register_field_latitude,
	longitude: m.register_field_longitude
};

type Sentence = (parts: { field: string; from: string; to: string }) => string;

const noteSentences: Readonly<Record<NoteCode, Sentence>> = {
	lineBreakRemoved: m.register_note_line_break_removed,
	spacesTidied: m.register_note_spaces_tidied,
	controlCharacterRemoved: m.register_note_control_character_removed,
	numberingRemoved: m.register_note_numbering_removed,
	bracketRemoved: m.register_note_bracket_removed,
	dateSplitOff: m.register_note_date_split_off,
	dateRead: m.register_note_date_read,
	amountRounded: m.register_note_amount_rounded,
	amountScaled: m.register_note_amount_scaled,
	districtFromSection: m.register_note_district_from_section,
	districtSpelling: m.register_note_district_spelling,
	kindGuessed: m.register_note_kind_guessed,
	kindUnknown: m.register_note_kind_unknown,
	kindDisagrees: m.register_note_kind_disagrees,
	namedLikeALender: m.register_note_named_like_a_lender,
	looksLikeAFormula: m.register_note_looks_like_a_formula,
	legalNumberMissing: m.register_note_legal_number_missing,
	legalNumberIsAmendment: m.register_note_legal_number_is_amendment,
	legalNumberYear: m.register_note_legal_number_year,
	legalDateDiffers: m.register_note_legal_date_differs,
	dateLooksLikeADefault: m.register_note_date_looks_like_a_default,
	bookYearAssumed: m.register_note_book_year_assumed,
	districtMissing: m.register_note_district_missing,
	districtUnknown: m.register_note_district_unknown,
	legalNumberRepeats: m.register_note_legal_number_repeats,
	registryNumberRepeats: m.register_note_registry_number_repeats,
	sameNumberElsewhere: m.register_note_same_number_elsewhere,
	sameNameHere: m.register_note_same_name_here,
	spreadsheetError: m.register_note_spreadsheet_error,
	tooLong: m.register_note_too_long,
	legalNumberUnreadable: m.register_note_legal_number_unreadable,
	looksLikeANationalId: m.register_note_looks_like_a_national_id,
	dateIncomplete: m.register_note_date_incomplete,
	dateUnreadable: m.register_note_date_unreadable,
	dateInFuture: m.register_note_date_in_future,
	numberLength: m.register_note_number_length,
	amountUnreadable: m.register_note_amount_unreadable,
	amountAmbiguous: m.register_note_amount_ambiguous,
	countUnreadable: m.register_note_count_unreadable,
	choiceUnknown: m.register_note_choice_unknown,
	bookYearMissing: m.register_note_book_year_missing,
	emailUnreadable: m.register_note_email_unreadable,
	villageUnknown: m.register_note_village_unknown
};

/** What was done to a cell, or is doubtful about it, as a sentence. */
export function noteText({ code, field, from, to }: Note): string {
	return noteSentences[code]({
		field: fieldWords[field as RegisterField](),
		from: valueText(field, from),
		to: valueText(field, to ?? '')
	});
}

/** Values as a person reads them: kinds as words, days and amounts in Indonesian style; what was written stays as written. */
function valueText(field: string, value: string): string {
	if (field === 'kind' && Object.hasOwn(kindWords, value)) return kindWords[value as Kind]();
	if (isDay(value)) return formatDayShort(value, language());
	const [, name, row] = /^(.*) \(#(\d+)\)$/.exec(value) ?? [];
	if (name !== undefined && row !== undefined) return m.register_name_at_row({ name, row });
	if (amountFields.includes(field) && /^-?\d+$/.test(value)) return formatInteger(BigInt(value));
	return value;
}
/** What was not understood may look like a day and be none. */
const isDay = (value: string) =>
	/^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(value).toJSON()?.startsWith(value) === true;
const amountFields = ['ownCapital', 'outsideCapital', 'assets', 'turnover', 'netSurplus'];

type Params = Readonly<Record<string, string | number>>;
type Reason = (params: { name: string; limit: string; district: string; regency: string }) => string;

const refusalSentences: Readonly<Record<RowRefusal, Reason>> = {
	noName: m.register_refused_no_name,
	nameWithoutLetters: m.register_refused_name_without_letters,
	nameTooLong: m.register_refused_name_too_long,
	totalRow: m.register_refused_total_row,
	section: m.register_refused_section,
	repeatedHeading: m.register_refused_repeated_heading,
	otherRegency: m.register_refused_other_regency,
	noHeading: m.register_refused_no_heading
};

/** Why a row was refused, or by what it was known already. */
export function reasonText(reason: RowRefusal | KnownBy, params: Params): string {
	const part = (name: string) => String(params[name] ?? '');
	switch (reason) {
		case 'sameLine':
			return m.register_known_same_line({ name: part('name') });
		case 'sameCooperative':
			return m.register_known_same_cooperative({ name: part('name') });
		case 'earlierRow':
			return part('sheet') === ''
				? m.register_known_earlier_row({ row: part('row') })
				: m.register_known_earlier_row_in({ row: part('row'), sheet: part('sheet') });
		default:
			return refusalSentences[reason]({
				name: part('name'),
				limit: part('limit'),
				district: part('district'),
				regency: part('regency')
			});
	}
}

export const outcomeWords: Readonly<Record<ImportOutcome, () => string>> = {
	imported: m.register_outcome_imported,
	known: m.register_outcome_known,
	refused: m.register_outcome_refused
};
export const outcomeTones: Readonly<Record<ImportOutcome, Tone>> = { imported: 'good', known: 'still', refused: 'bad' };

export const weightWords: Readonly<Record<NoteWeight, () => string>> = {
	corrected: m.register_weight_corrected,
	doubtful: m.register_weight_doubtful,
	notTaken: m.register_weight_not_taken
};
export const weightTones: Readonly<Record<NoteWeight, Tone>> = {
	corrected: 'plain',
	doubtful: 'warn',
	notTaken: 'warn'
};

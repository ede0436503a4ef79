import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import { formatInteger, formatRupiah } from '#ui/numbers.ts';
import type { MeetingPaper } from '../meeting-papers.ts';
import type { Plain } from '../record-changes.ts';
import {
	approverWords,
	educationWords,
	groupWords,
	lifeWords,
	meetingPaperWords,
	meetingWayWords,
	reachWords,
	sectorWords
} from './record-codes.ts';
import { boardRoleWords, kindWords } from './words.ts';

type Show = (value: Exclude<Plain, null>) => string;

const plain: Show = (value) => String(value);
const day: Show = (value) => formatDayShort(String(value), language());
const count: Show = (value) => formatInteger(Number(value));
const rupiah: Show = (value) => formatRupiah(BigInt(String(value)));
const yesNo: Show = (value) => (value === true ? m.record_yes() : m.record_no());
const metres: Show = (value) => m.record_metres({ count: formatInteger(Number(value)) });
const numbered =
	(words: readonly (() => string)[]): Show =>
	(value) => {
		const word = words[Number(value) - 1];
		return word ? m.record_numbered({ number: Number(value), word: word() }) : String(value);
	};
const coded =
	(words: Readonly<Record<string, () => string>>): Show =>
	(value) =>
		words[String(value)]?.() ?? String(value);

const patternWords = { conventional: m.register_pattern_conventional, sharia: m.register_pattern_sharia };
const formWords = { primary: m.register_form_primary, secondary: m.register_form_secondary };

/** Each field of a record: its name, and how a value of it is said. */
const fields: Readonly<Record<string, readonly [label: () => string, show: Show]>> = {
	name: [m.register_field_name, plain],
	kind: [m.register_field_kind, coded(kindWords)],
	pattern: [m.register_field_pattern, coded(patternWords)],
	form: [m.register_field_form, coded(formWords)],
	reach: [m.record_field_reach, coded(reachWords)],
	guidedBy: [m.record_field_guided_by, coded(reachWords)],
	groupCode: [m.record_field_group, numbered(groupWords)],
	sectorCode: [m.record_field_sector, numbered(sectorWords)],
	businessClass: [m.record_field_business_class, (value) => m.record_business_class({ number: Number(value) })],
	isLarge: [m.record_field_is_large, yesNo],
	hasSavingsUnit: [m.record_field_savings_unit, yesNo],
	legalNumber: [m.register_field_legal_number, plain],
	legalOn: [m.register_field_legal_on, day],
	legalApprovedBy: [m.record_field_approved_by, coded(approverWords)],
	seat: [m.record_field_seat, plain],
	notary: [m.record_field_notary, plain],
	foundedOn: [m.register_field_founded_on, day],
	registryNumber: [m.register_field_registry_number, plain],
	businessNumber: [m.register_field_business_number, plain],
	taxNumber: [m.register_field_tax_number, plain],
	address: [m.register_field_address, plain],
	districtCode: [m.register_field_district, plain],
	villageCode: [m.register_field_village, plain],
	postalCode: [m.record_field_postal_code, plain],
	phone: [m.register_field_phone, plain],
	fax: [m.record_field_fax, plain],
	email: [m.register_field_email, plain],
	website: [m.record_field_website, plain],
	note: [m.record_field_note, plain],
	lifeStatus: [m.record_field_life, coded(lifeWords)],
	place: [m.record_field_place, plain],
	placeAccuracyMetres: [m.record_field_accuracy, metres],
	placeConfirmedOn: [m.record_field_confirmed_on, day],
	members: [m.register_field_members, count],
	membersMale: [m.record_field_members_male, count],
	membersFemale: [m.record_field_members_female, count],
	staffMale: [m.record_field_staff_male, count],
	staffFemale: [m.record_field_staff_female, count],
	managersMale: [m.record_field_managers_male, count],
	managersFemale: [m.record_field_managers_female, count],
	ownCapitalRupiah: [m.register_field_own_capital, rupiah],
	outsideCapitalRupiah: [m.register_field_outside_capital, rupiah],
	assetsRupiah: [m.register_field_assets, rupiah],
	turnoverRupiah: [m.register_field_turnover, rupiah],
	netSurplusRupiah: [m.register_field_net_surplus, rupiah],
	heldOn: [m.cooperatives_meetings_held_on, day],
	reportedOn: [m.cooperatives_meetings_reported_on, day],
	way: [m.record_field_way, coded(meetingWayWords)],
	entitled: [m.record_field_entitled, count],
	present: [m.record_field_present, count],
	papers: [
		m.record_field_papers,
		(value) =>
			Array.isArray(value) && value.length > 0
				? value.map((code) => meetingPaperWords[code as MeetingPaper]?.() ?? code).join(', ')
				: m.record_none()
	],
	role: [m.record_field_role, coded(boardRoleWords)],
	fromOn: [m.record_field_from, day],
	untilOn: [m.record_field_until, day],
	education: [m.record_field_education, coded(educationWords)]
};

const lastPart = (field: string) => field.split('.').at(-1) ?? field;

/** "Aset", or "Tahun buku 2024: aset" where the history names it among other years. */
export function fieldWord(field: string): string {
	const parts = field.split('.');
	const label = fields[lastPart(field)]?.[0]() ?? field;
	return parts[0] === 'figures' || parts[0] === 'meetings'
		? m.record_in_year({ year: parts[1] ?? '', field: label })
		: label;
}

/** A value of a field in words; null where it is not known. */
export const valueWord = (field: string, value: Plain): string | null =>
	value === null || value === '' ? null : (fields[lastPart(field)]?.[1] ?? plain)(value);

import { complaintWords } from '#clinic/cases/ui/words.ts';
import type { ComplaintCode } from '#clinic/cases/complaints.ts';
import type { BoardRole } from '#clinic/cooperatives/kinds.ts';
import { boardRoleWords } from '#clinic/cooperatives/ui/words.ts';
import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import { formatDecimal, formatRupiah } from '#ui/numbers.ts';
import type { CauseCode } from '../causes.ts';
import type { Evidence } from '../facts.ts';

const causeWords: Readonly<Record<CauseCode, () => string>> = {
	badLoans: m.diagnoses_cause_bad_loans,
	cashShort: m.diagnoses_cause_cash_short,
	losses: m.diagnoses_cause_losses,
	thinCapital: m.diagnoses_cause_thin_capital,
	booksBehind: m.diagnoses_cause_books_behind,
	tooFewCapable: m.diagnoses_cause_too_few_capable,
	boardUntrained: m.diagnoses_cause_board_untrained,
	officesDoubled: m.diagnoses_cause_offices_doubled,
	meetingNotHeld: m.diagnoses_cause_meeting_not_held,
	meetingNotReported: m.diagnoses_cause_meeting_not_reported,
	boardTermEnded: m.diagnoses_cause_board_term_ended,
	boardGone: m.diagnoses_cause_board_gone,
	articlesOutdated: m.diagnoses_cause_articles_outdated,
	noBusinessNumber: m.diagnoses_cause_no_business_number,
	noRegistryNumber: m.diagnoses_cause_no_registry_number,
	noLicence: m.diagnoses_cause_no_licence,
	boardNotOpen: m.diagnoses_cause_board_not_open,
	boardUnfair: m.diagnoses_cause_board_unfair,
	weakSupervision: m.diagnoses_cause_weak_supervision,
	membersInactive: m.diagnoses_cause_members_inactive,
	membersStruggling: m.diagnoses_cause_members_struggling,
	businessStopped: m.diagnoses_cause_business_stopped,
	turnoverFalling: m.diagnoses_cause_turnover_falling,
	dispute: m.diagnoses_cause_dispute,
	suspectedFraud: m.diagnoses_cause_suspected_fraud
};

/** A cause by its code; one that this version does not know is shown as it stands, not hidden. */
export const causeWord = (code: string): string =>
	(causeWords[code as CauseCode] as (() => string) | undefined)?.() ?? code;

type Params = Evidence['params'];
type Say = (params: Params) => string;

const percent = (value: unknown) => formatDecimal(String(value), 1);
const year = (params: Params) => String(params['bookYear'] ?? '');
const rupiah = (value: unknown) => formatRupiah(BigInt(String(value)));
const roles = ({ roles }: Params) =>
	String(roles)
		.split(',')
		.map((role) => boardRoleWords[role as BoardRole]?.() ?? role)
		.join(', ');

/** A ratio beside its limit. */
const ratio =
	(say: (words: { ratio: string; limit: string; year: string }) => string): Say =>
	(params) =>
		say({ ratio: percent(params['ratio']), limit: formatDecimal(String(params['limit'])), year: year(params) });
const score =
	(say: (words: { score: string; weight: string; year: string }) => string): Say =>
	(params) =>
		say({
			score: formatDecimal(String(params['score'])),
			weight: formatDecimal(String(params['weight'])),
			year: year(params)
		});
const years =
	(say: (words: { years: string }) => string): Say =>
	(params) =>
		say({ years: String(params['years']) });

const signWords: Readonly<Record<string, Say>> = {
	problemLoans: ratio(m.diagnoses_sign_problem_loans),
	reserveThin: ratio(m.diagnoses_sign_reserve_thin),
	riskyLoans: ratio(m.diagnoses_sign_risky_loans),
	capitalRatioLow: ratio(m.diagnoses_sign_capital_ratio_low),
	capitalAdequacyLow: ratio(m.diagnoses_sign_capital_adequacy_low),
	cashRatioLow: ratio(m.diagnoses_sign_cash_ratio_low),
	costsHigh: ratio(m.diagnoses_sign_costs_high),
	selfRelianceLow: ratio(m.diagnoses_sign_self_reliance_low),
	returnLow: ratio(m.diagnoses_sign_return_low),
	participationLow: ratio(m.diagnoses_sign_participation_low),
	managementLow: score(m.diagnoses_sign_management_low),
	identityLow: score(m.diagnoses_sign_identity_low),
	answeredNo: ({ wording }) => m.diagnoses_sign_answered_no({ question: String(wording) }),
	meetingsNotHeld: years(m.diagnoses_sign_meetings_not_held),
	meetingsNotHeldAgain: ({ count }) => m.diagnoses_sign_meetings_not_held_again({ count: Number(count) }),
	meetingsNotReported: years(m.diagnoses_sign_meetings_not_reported),
	meetingsUnknown: years(m.diagnoses_sign_meetings_unknown),
	registryInactive: () => m.diagnoses_sign_registry_inactive(),
	noBusinessNumber: () => m.diagnoses_sign_no_business_number(),
	noRegistryNumber: () => m.diagnoses_sign_no_registry_number(),
	noContact: () => m.diagnoses_sign_no_contact(),
	noBoardOnRecord: () => m.diagnoses_sign_no_board_on_record(),
	boardTermsEnded: ({ on }) => m.diagnoses_sign_board_terms_ended({ on: formatDayShort(String(on), language()) }),
	officesVacant: (params) => m.diagnoses_sign_offices_vacant({ roles: roles(params) }),
	officesDoubled: (params) => m.diagnoses_sign_offices_doubled({ roles: roles(params) }),
	noSupervisor: () => m.diagnoses_sign_no_supervisor(),
	loss: (params) => m.diagnoses_sign_loss({ amount: rupiah(params['amountRupiah']), year: year(params) }),
	lossTwice: ({ fromYear, toYear }) => m.diagnoses_sign_loss_twice({ from: String(fromYear), to: String(toYear) }),
	ownCapitalGone: (params) =>
		m.diagnoses_sign_own_capital_gone({ amount: rupiah(params['amountRupiah']), year: year(params) }),
	ownCapitalThin: (params) =>
		m.diagnoses_sign_own_capital_thin({ percent: percent(params['percent']), year: year(params) }),
	noTurnover: (params) => m.diagnoses_sign_no_turnover({ year: year(params) }),
	turnoverFell: (params) =>
		m.diagnoses_sign_turnover_fell({
			percent: percent(params['percent']),
			from: String(params['fromYear']),
			to: String(params['toYear'])
		}),
	membersFell: ({ from, to, fromYear, toYear }) =>
		m.diagnoses_sign_members_fell({
			before: formatDecimal(String(from)),
			after: formatDecimal(String(to)),
			from: String(fromYear),
			to: String(toYear)
		}),
	tooFewMembers: ({ members, fewest }) =>
		m.diagnoses_sign_too_few_members({ members: String(members), fewest: String(fewest) })
};

/** One line of evidence with its figures; a code that this version does not know is shown as it stands. */
export function evidenceText({ code, params }: Evidence): string {
	const [sign = '', detail = ''] = code.split(':');
	if (sign === 'complaint')
		return m.diagnoses_sign_complaint({ complaint: complaintWords[detail as ComplaintCode]?.() ?? detail });
	return signWords[sign]?.(params) ?? code;
}

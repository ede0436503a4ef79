import { m } from '#messages';
import { conditionWords } from '#clinic/cooperatives/ui/words.ts';
import type { Condition } from '#clinic/cooperatives/condition.ts';
import { mostReasons, type SelfCheckOutcome, type SelfCheckReason } from '../self-check/outcome.ts';
import type {
	Paper,
	SelfCheckGroup,
	SelfCheckOption,
	SelfCheckQuestion,
	selfCheckQuestions
} from '../self-check/questions.ts';

type Options<Of extends SelfCheckQuestion> = (typeof selfCheckQuestions)[Of]['options'];
/** The options of a question that are told as a reason. */
type Ill<Of extends SelfCheckQuestion> = {
	[Option in keyof Options<Of>]: Options<Of>[Option] extends 'well' | 'unknown' ? never : Option;
}[keyof Options<Of>];

interface QuestionWords<Of extends SelfCheckQuestion> {
	readonly ask: () => string;
	readonly hint: (() => string) | null;
	readonly options: Readonly<Record<SelfCheckOption<Of>, () => string>>;
	readonly reasons: Readonly<Record<Ill<Of>, () => string>>;
	/** What the board can do by itself, and what the clinic does with it. */
	readonly todo: () => string;
}

export const selfCheckWords: { readonly [Question in SelfCheckQuestion]: QuestionWords<Question> } = {
	meeting: {
		ask: m.self_check_q_meeting,
		hint: m.self_check_h_meeting,
		options: {
			reported: m.self_check_o_meeting_reported,
			notReported: m.self_check_o_meeting_not_reported,
			missed: m.self_check_o_meeting_missed,
			missedTwice: m.self_check_o_meeting_missed_twice,
			unknown: m.self_check_unknown
		},
		reasons: {
			notReported: m.self_check_r_meeting_not_reported,
			missed: m.self_check_r_meeting_missed,
			missedTwice: m.self_check_r_meeting_missed_twice
		},
		todo: m.self_check_todo_meeting
	},
	board: {
		ask: m.self_check_q_board,
		hint: null,
		options: {
			complete: m.self_check_o_board_complete,
			termOver: m.self_check_o_board_term_over,
			incomplete: m.self_check_o_board_incomplete,
			gone: m.self_check_o_board_gone,
			unknown: m.self_check_unknown
		},
		reasons: {
			termOver: m.self_check_r_board_term_over,
			incomplete: m.self_check_r_board_incomplete,
			gone: m.self_check_r_board_gone
		},
		todo: m.self_check_todo_board
	},
	supervision: {
		ask: m.self_check_q_supervision,
		hint: null,
		options: {
			yes: m.self_check_yes,
			no: m.self_check_no,
			unknown: m.self_check_unknown
		},
		reasons: {
			no: m.self_check_r_supervision_no
		},
		todo: m.self_check_todo_supervision
	},
	openness: {
		ask: m.self_check_q_openness,
		hint: null,
		options: {
			yes: m.self_check_yes,
			no: m.self_check_no,
			unknown: m.self_check_unknown
		},
		reasons: {
			no: m.self_check_r_openness_no
		},
		todo: m.self_check_todo_openness
	},
	dispute: {
		ask: m.self_check_q_dispute,
		hint: null,
		options: {
			none: m.self_check_o_dispute_none,
			inside: m.self_check_o_dispute_inside,
			court: m.self_check_o_dispute_court,
			unknown: m.self_check_unknown
		},
		reasons: {
			inside: m.self_check_r_dispute_inside,
			court: m.self_check_r_dispute_court
		},
		todo: m.self_check_todo_dispute
	},
	members: {
		ask: m.self_check_q_members,
		hint: m.self_check_h_members,
		options: {
			most: m.self_check_o_members_most,
			half: m.self_check_o_members_half,
			few: m.self_check_o_members_few,
			unknown: m.self_check_unknown
		},
		reasons: {
			half: m.self_check_r_members_half,
			few: m.self_check_r_members_few
		},
		todo: m.self_check_todo_members
	},
	skills: {
		ask: m.self_check_q_skills,
		hint: null,
		options: {
			several: m.self_check_o_skills_several,
			one: m.self_check_o_skills_one,
			nobody: m.self_check_o_skills_nobody,
			unknown: m.self_check_unknown
		},
		reasons: {
			one: m.self_check_r_skills_one,
			nobody: m.self_check_r_skills_nobody
		},
		todo: m.self_check_todo_skills
	},
	books: {
		ask: m.self_check_q_books,
		hint: null,
		options: {
			closed: m.self_check_o_books_closed,
			late: m.self_check_o_books_late,
			none: m.self_check_o_books_none,
			unknown: m.self_check_unknown
		},
		reasons: {
			late: m.self_check_r_books_late,
			none: m.self_check_r_books_none
		},
		todo: m.self_check_todo_books
	},
	withdrawals: {
		ask: m.self_check_q_withdrawals,
		hint: m.self_check_h_withdrawals,
		options: {
			always: m.self_check_o_withdrawals_always,
			late: m.self_check_o_withdrawals_late,
			never: m.self_check_o_withdrawals_never,
			noSavings: m.self_check_o_withdrawals_no_savings,
			unknown: m.self_check_unknown
		},
		reasons: {
			late: m.self_check_r_withdrawals_late,
			never: m.self_check_r_withdrawals_never
		},
		todo: m.self_check_todo_withdrawals
	},
	badLoans: {
		ask: m.self_check_q_bad_loans,
		hint: null,
		options: {
			few: m.self_check_o_bad_loans_few,
			some: m.self_check_o_bad_loans_some,
			many: m.self_check_o_bad_loans_many,
			noLoans: m.self_check_o_bad_loans_no_loans,
			unknown: m.self_check_unknown
		},
		reasons: {
			some: m.self_check_r_bad_loans_some,
			many: m.self_check_r_bad_loans_many
		},
		todo: m.self_check_todo_bad_loans
	},
	surplus: {
		ask: m.self_check_q_surplus,
		hint: null,
		options: {
			surplus: m.self_check_o_surplus_surplus,
			loss: m.self_check_o_surplus_loss,
			lossTwice: m.self_check_o_surplus_loss_twice,
			unknown: m.self_check_unknown
		},
		reasons: {
			loss: m.self_check_r_surplus_loss,
			lossTwice: m.self_check_r_surplus_loss_twice
		},
		todo: m.self_check_todo_surplus
	},
	cash: {
		ask: m.self_check_q_cash,
		hint: null,
		options: {
			yes: m.self_check_yes,
			no: m.self_check_no,
			unknown: m.self_check_unknown
		},
		reasons: {
			no: m.self_check_r_cash_no
		},
		todo: m.self_check_todo_cash
	},
	business: {
		ask: m.self_check_q_business,
		hint: null,
		options: {
			runs: m.self_check_o_business_runs,
			falling: m.self_check_o_business_falling,
			stopped: m.self_check_o_business_stopped,
			unknown: m.self_check_unknown
		},
		reasons: {
			falling: m.self_check_r_business_falling,
			stopped: m.self_check_r_business_stopped
		},
		todo: m.self_check_todo_business
	},
	licences: {
		ask: m.self_check_q_licences,
		hint: m.self_check_h_licences,
		options: {
			all: m.self_check_o_licences_all,
			some: m.self_check_o_licences_some,
			none: m.self_check_o_licences_none,
			unknown: m.self_check_unknown
		},
		reasons: {
			some: m.self_check_r_licences_some,
			none: m.self_check_r_licences_none
		},
		todo: m.self_check_todo_licences
	}
};

export const selfCheckGroupWords: Readonly<Record<SelfCheckGroup, () => string>> = {
	lead: m.self_check_group_lead,
	people: m.self_check_group_people,
	money: m.self_check_group_money,
	work: m.self_check_group_work
};

export const selfCheckMeaning: Readonly<Record<Condition, () => string>> = {
	healthy: m.self_check_means_healthy,
	cold: m.self_check_means_cold,
	sick: m.self_check_means_sick,
	dormant: m.self_check_means_dormant
};

export const paperWords: Readonly<Record<Paper, () => string>> = {
	identity: m.self_check_paper_identity,
	deed: m.self_check_paper_deed,
	minutes: m.self_check_paper_minutes,
	boardList: m.self_check_paper_board_list,
	memberList: m.self_check_paper_member_list,
	books: m.self_check_paper_books,
	savingsList: m.self_check_paper_savings_list,
	loansList: m.self_check_paper_loans_list,
	bankBook: m.self_check_paper_bank_book,
	licences: m.self_check_paper_licences,
	letters: m.self_check_paper_letters
};

type Said = Readonly<Record<string, (() => string) | undefined>>;

export const optionWord = (question: SelfCheckQuestion, option: string): string =>
	(selfCheckWords[question].options as Said)[option]?.() ?? '';

export const reasonWord = ({ question, option }: SelfCheckReason): string =>
	(selfCheckWords[question].reasons as Said)[option]?.() ?? '';

/** The outcome as the reason of a visit, as somebody at the desk would write it down. */
export function visitReason({ condition, reasons }: SelfCheckOutcome): string {
	const told = reasons.slice(0, mostReasons).map(reasonWord).join('; ');
	return told === ''
		? m.self_check_reason_for_visit_none({ condition: conditionWords[condition]() })
		: m.self_check_reason_for_visit({ condition: conditionWords[condition](), reasons: told });
}

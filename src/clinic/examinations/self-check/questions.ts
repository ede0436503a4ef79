import type { ClinicCode } from '#clinic/offices/poli.ts';

/**
 * What an answer says: nothing wrong, something to mend, one duty missed, ill by itself, or that nobody knows. The
 * questions and their weights are ours; no regulation knows this check and screens say so.
 */
export type Weight = 'well' | 'light' | 'duty' | 'grave' | 'unknown';

export const papers = [
	'identity',
	'deed',
	'minutes',
	'boardList',
	'memberList',
	'books',
	'savingsList',
	'loansList',
	'bankBook',
	'licences',
	'letters'
] as const;
export type Paper = (typeof papers)[number];

interface Asked {
	/** The clinic (poli) that helps when the answer is not well. */
	readonly clinic: ClinicCode;
	/** What to bring for it, besides what everybody brings. */
	readonly papers: readonly Paper[];
	readonly options: Readonly<Record<string, Weight>>;
}

/**
 * The first version. A code carries answers by their place: neither questions nor options may be added, dropped or
 * moved. A change is a new version beside this one.
 */
export const selfCheckQuestions = {
	meeting: {
		clinic: 'institution',
		papers: ['minutes'],
		options: { reported: 'well', notReported: 'duty', missed: 'duty', missedTwice: 'grave', unknown: 'unknown' }
	},
	board: {
		clinic: 'institution',
		papers: ['boardList', 'minutes'],
		options: { complete: 'well', termOver: 'duty', incomplete: 'duty', gone: 'grave', unknown: 'unknown' }
	},
	supervision: {
		clinic: 'governance',
		papers: ['minutes'],
		options: { yes: 'well', no: 'light', unknown: 'unknown' }
	},
	openness: {
		clinic: 'governance',
		papers: ['books'],
		options: { yes: 'well', no: 'light', unknown: 'unknown' }
	},
	dispute: {
		clinic: 'law',
		papers: ['letters'],
		options: { none: 'well', inside: 'duty', court: 'grave', unknown: 'unknown' }
	},
	members: {
		clinic: 'membership',
		papers: ['memberList'],
		options: { most: 'well', half: 'light', few: 'duty', unknown: 'unknown' }
	},
	skills: {
		clinic: 'people',
		papers: ['boardList'],
		options: { several: 'well', one: 'light', nobody: 'duty', unknown: 'unknown' }
	},
	books: {
		clinic: 'finance',
		papers: ['books'],
		options: { closed: 'well', late: 'light', none: 'duty', unknown: 'unknown' }
	},
	withdrawals: {
		clinic: 'finance',
		papers: ['savingsList', 'bankBook'],
		options: { always: 'well', late: 'duty', never: 'grave', noSavings: 'well', unknown: 'unknown' }
	},
	badLoans: {
		clinic: 'finance',
		papers: ['loansList'],
		options: { few: 'well', some: 'duty', many: 'grave', noLoans: 'well', unknown: 'unknown' }
	},
	surplus: {
		clinic: 'finance',
		papers: ['books'],
		options: { surplus: 'well', loss: 'light', lossTwice: 'duty', unknown: 'unknown' }
	},
	cash: {
		clinic: 'finance',
		papers: ['books', 'bankBook'],
		options: { yes: 'well', no: 'duty', unknown: 'unknown' }
	},
	business: {
		clinic: 'business',
		papers: ['books'],
		options: { runs: 'well', falling: 'light', stopped: 'grave', unknown: 'unknown' }
	},
	licences: {
		clinic: 'licensing',
		papers: ['licences'],
		options: { all: 'well', some: 'light', none: 'duty', unknown: 'unknown' }
	}
} as const satisfies Record<string, Asked>;

export type SelfCheckQuestion = keyof typeof selfCheckQuestions;
export type SelfCheckOption<Of extends SelfCheckQuestion = SelfCheckQuestion> = Of extends SelfCheckQuestion
	? keyof (typeof selfCheckQuestions)[Of]['options'] & string
	: never;
export type SelfCheckAnswers = { readonly [Question in SelfCheckQuestion]: SelfCheckOption<Question> };

export const selfCheckCodes = Object.keys(selfCheckQuestions) as readonly SelfCheckQuestion[];

export const optionsOf = (question: SelfCheckQuestion): readonly string[] =>
	Object.keys(selfCheckQuestions[question].options);

/** What an option says; undefined where the question has no such option. */
export function weightOf(question: SelfCheckQuestion, option: string): Weight | undefined {
	const options: Readonly<Record<string, Weight>> = selfCheckQuestions[question].options;
	return Object.hasOwn(options, option) ? options[option] : undefined;
}

/** How the questions stand on the page. */
export const selfCheckGroups = {
	lead: ['meeting', 'board', 'supervision', 'openness', 'dispute'],
	people: ['members', 'skills'],
	money: ['books', 'withdrawals', 'badLoans', 'surplus', 'cash'],
	work: ['business', 'licences']
} as const satisfies Record<string, readonly SelfCheckQuestion[]>;
export type SelfCheckGroup = keyof typeof selfCheckGroups;

/** Answers as they come in an address: every question answered with one of its options, or what is still open. */
export function readSelfCheck(
	given: ReadonlyMap<string, string>
): { readonly answers: SelfCheckAnswers } | { readonly open: readonly SelfCheckQuestion[] } {
	const open = selfCheckCodes.filter((question) => weightOf(question, given.get(question) ?? '') === undefined);
	if (open.length > 0) return { open };
	return { answers: Object.fromEntries(selfCheckCodes.map((code) => [code, given.get(code)])) as SelfCheckAnswers };
}

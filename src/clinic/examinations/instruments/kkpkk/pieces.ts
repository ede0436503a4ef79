import type {
	Bands,
	Certainty,
	GrowthComponent,
	MarkRule,
	Note,
	PendingComponent,
	Question,
	RatioComponent,
	TurnoverComponent,
	YesShareComponent
} from '../../instrument.ts';
import { agreed, below, noMark, upTo } from '../pieces.ts';

/*
 * KKPKK, the worksheet by which health has been examined since book year 2020. Every indicator gets a mark (nilai) from
 * 1, the best, to 4, and a credit (skor) of 5 less the mark. Numbers and edges agree in two independent copies of the
 * worksheet; the official text has been seen for a few pages only.
 */
export const regulation = 'Permenkop UKM 9/2020, Juknis Deputi Perkoperasian 15/2021';

/** The full credit of one indicator. */
const full = '4';

/** The more the better. Edges begin the band above them. */
export const more = (two: string, three: string, four: string): Bands => below([two, three, four], [4, 3, 2, 1]);
/** The more the better, where the table prints "more than": edges end the band below them. */
export const moreThan = (two: string, three: string, four: string): Bands => upTo([two, three, four], [4, 3, 2, 1]);
/** The less the better. */
export const less = (three: string, two: string, one: string): Bands => below([three, two, one], [1, 2, 3, 4]);
/** The less the better, where the table prints "more than". */
export const lessUpTo = (three: string, two: string, one: string): Bands => upTo([three, two, one], [1, 2, 3, 4]);

export const unconfirmed: MarkRule = { kind: 'unconfirmed' };

type Common = 'weight' | 'unit' | 'readings' | 'zeroDenominator' | 'negativeDenominator' | 'source' | 'certainty';
type Row<Component extends RatioComponent | TurnoverComponent | GrowthComponent> = Omit<Component, Common | 'kind'> &
	Partial<Pick<Component, 'unit' | 'zeroDenominator' | 'negativeDenominator' | 'certainty'>> & {
		readonly place: string;
		readonly rule: MarkRule;
	};

const source = (place: string) => `${regulation}, KKPKK: ${place}`;

const measured = (certainty: Certainty = 'secondary') => ({
	weight: full,
	unit: 'percent' as const,
	zeroDenominator: noMark,
	negativeDenominator: noMark,
	certainty
});

/** A table that no source shows makes the indicator unverified as a whole. */
const certaintyOf = (rule: MarkRule): Certainty => (rule.kind === 'unconfirmed' ? 'unverified' : 'secondary');

export function ratio({ place, rule, ...row }: Row<RatioComponent>): RatioComponent {
	return { ...measured(certaintyOf(rule)), ...row, kind: 'ratio', readings: agreed(rule), source: source(place) };
}

export function turnover({ place, rule, ...row }: Row<TurnoverComponent>): TurnoverComponent {
	return { ...measured(certaintyOf(rule)), ...row, kind: 'turnover', readings: agreed(rule), source: source(place) };
}

export function growth({ place, rule, ...row }: Row<GrowthComponent>): GrowthComponent {
	return { ...measured(certaintyOf(rule)), ...row, kind: 'growth', readings: agreed(rule), source: source(place) };
}

export interface BlockRow {
	readonly code: string;
	readonly place: string;
	readonly wordings: readonly string[];
	readonly note?: Note;
	readonly certainty?: Certainty;
}

const questions = (code: string, wordings: readonly string[]): readonly Question[] =>
	wordings.map((wording, place) => ({ code: `${code}.${place + 1}`, wording }));

/** Of yes answers counts the percentage: more than 75 is 1, more than 50 is 2, more than 25 is 3, the rest 4. */
const yesShare = moreThan('25', '50', '75');

/** The questions are in our own words, after a copy of the worksheet: their number is confirmed, their wording is not. */
export const blocks = (subAspect: string, where: string, rows: readonly BlockRow[]): YesShareComponent[] =>
	rows.map(({ code, place, wordings, certainty = 'secondary', ...rest }) => ({
		...rest,
		kind: 'yes-share',
		code,
		subAspect,
		weight: full,
		items: questions(code, wordings),
		wording: 'unverified',
		rule: yesShare,
		source: source(`${where}, ${place}`),
		certainty
	}));

export const pending = (code: string, subAspect: string, place: string, note: Note): PendingComponent => ({
	kind: 'pending',
	code,
	subAspect,
	weight: full,
	note,
	source: source(place),
	certainty: 'unverified'
});

import { answerField, figureField } from '../field-names.ts';
import { figuresKept } from '../figures-kept.ts';
import type { Kept } from '../record.ts';

/** What somebody says to each item: rupiah as digits, or `yes` or `no`, by the figure's name or the item's code. */
export type Said = ReadonlyMap<string, string>;

/** What a sheet or a record says to each of its items. */
export const saidIn = ({ figures, answers }: Pick<Kept, 'figures' | 'answers'>): Said =>
	new Map([
		...[...figuresKept({ figures })].map(([figure, rupiah]): [string, string] => [figure, String(rupiah)]),
		...Object.entries(answers).map(([item, yes]): [string, string] => [item, yes ? 'yes' : 'no'])
	]);

/** `open`: the officer has not looked yet. `added`, `left`: one of the two says nothing. */
export type Agreement = 'same' | 'differs' | 'added' | 'left' | 'open';

/** How what an officer says stands to what the cooperative says. */
export function agreementOn(item: string, theirs: Said, ours: Said): Agreement {
	const [their, our] = [theirs.get(item), ours.get(item)];
	if (our === undefined) return their === undefined ? 'open' : 'left';
	if (their === undefined) return 'added';
	return their === our ? 'same' : 'differs';
}

export interface Difference {
	readonly item: string;
	readonly theirs: string | null;
	readonly ours: string | null;
}

/** The items on which two differ, in the order given; what neither answers is no difference. */
export const differencesOn = (items: readonly string[], theirs: Said, ours: Said): Difference[] =>
	items
		.filter((item) => theirs.get(item) !== ours.get(item))
		.map((item) => ({ item, theirs: theirs.get(item) ?? null, ours: ours.get(item) ?? null }));

export const isAnswer = (value: string): value is 'yes' | 'no' => value === 'yes' || value === 'no';

/** Said values as the form of an examination sends them. */
export function typedSaid(said: Said): {
	figures: Record<string, string | Record<string, string>>;
	answers: Record<string, string>;
} {
	const figures: Record<string, string | Record<string, string>> = {};
	const answers: Record<string, string> = {};
	for (const [item, value] of said) {
		if (isAnswer(value)) answers[answerField(item).slice('answers.'.length)] = value;
		else {
			const [group = item, line] = figureField(item).slice('figures.'.length).split('.');
			if (line === undefined) figures[group] = value;
			else figures[group] = { ...(figures[group] as Record<string, string> | undefined), [line]: value };
		}
	}
	return { figures, answers };
}

import type { AmountUnit } from '../amounts.ts';
import type { Begun, Beginning } from '../before.ts';
import type { Entries } from '../entries.ts';
import { answerField, figureField, itemOf, readingField } from '../field-names.ts';

/** What stands in the fields of the form: by field name. */
export type FieldValues = ReadonlyMap<string, string>;

/** What the form begins with, as its fields hold it. */
export function beginningValues({ figures, answers, readings }: Beginning): FieldValues {
	const text = <Value>(
		begun: Readonly<Record<string, Begun<Value>>>,
		name: (of: string) => string,
		say: (value: Value) => string
	) => Object.entries(begun).map(([of, { value }]): [string, string] => [name(of), say(value)]);
	return new Map([
		...text(figures, figureField, String),
		...text(answers, answerField, (value) => (value ? 'yes' : 'no')),
		...Object.entries(readings).map(([of, reading]): [string, string] => [readingField(of), reading])
	]);
}

/** Figures that are filled in and questions that are answered. */
export function filledIn(values: FieldValues): { given: Set<string>; answered: Set<string> } {
	const given = new Set<string>();
	const answered = new Set<string>();
	for (const [name, text] of values) {
		if (text.trim() === '') continue;
		if (name.startsWith('figures.')) given.add(name.slice('figures.'.length));
		if (name.startsWith('answers.')) answered.add(itemOf(name.slice('answers.'.length)));
	}
	return { given, answered };
}

/** The values as the server would get them. */
export function entriesOf(values: FieldValues, unit: AmountUnit): Entries {
	const figures: Record<string, string | Record<string, string>> = {};
	const answers: Record<string, string> = {};
	const readings: Record<string, string> = {};
	for (const [name, text] of values) {
		const [part, of = '', line] = name.split('.');
		if (part === 'answers') answers[of] = text;
		else if (part === 'readings') readings[of] = text;
		else if (part === 'figures' && line === undefined) figures[of] = text;
		else if (part === 'figures' && line !== undefined)
			figures[of] = { ...(figures[of] as Record<string, string> | undefined), [line]: text };
	}
	return { unit, figures, answers, readings };
}

/**
 * An action's answer whose errors name their figure: in a summary of many, the same sentence says which one is meant.
 * `labelOf` gives a figure its name.
 */
export function naming(answer: unknown, labelOf: (figure: string) => string): unknown {
	const { errors } = (answer ?? {}) as { errors?: Readonly<Record<string, string>> };
	if (!errors) return answer;
	const named = Object.entries(errors).map(([field, text]) =>
		field.startsWith('figures.') ? [field, `${labelOf(field.slice('figures.'.length))}: ${text}`] : [field, text]
	);
	return { ...(answer as object), errors: Object.fromEntries(named) };
}

import type { Amount, Form, Term } from './instrument.ts';
import { sureness } from './marks.ts';
import { decimal } from './ratio.ts';

/** Sums made ready: each term's figure as a place in `Filled.figures`. */

export interface ReadyForm {
	/** Figure and factor of each term, in one shape. */
	readonly terms: readonly Pick<Term, 'figure' | 'times'>[];
	readonly figures: readonly string[];
	/** The figures' places in `Filled.figures`. */
	readonly places: readonly number[];
	/** Places of figures that are added and taken off as they stand; null where any counts by a factor or a portion. */
	readonly plain: { readonly added: readonly number[]; readonly taken: readonly number[] } | null;
	/** `null` where every factor is 1; else each factor in hundredths. */
	readonly factors: readonly bigint[] | null;
	/** Which terms count by their portion; `null` where none does. */
	readonly shared: readonly boolean[] | null;
	readonly omittedCountsAsZero: boolean;
	readonly sureness: number;
}

/** What was given: undefined is not given, which is never 0. */
export type Figures = readonly (bigint | undefined)[];

export function readyForms(amount: Amount, placeOf: (figure: string) => number): readonly [ReadyForm, ...ReadyForm[]] {
	const readyForm = (form: Form): ReadyForm => {
		const places = form.terms.map(({ figure }) => placeOf(figure));
		const isPlain = form.terms.every(({ times }) => times === '1');
		const isWhole = form.terms.every(({ times, shared }) => !shared && (times === '1' || times === '-1'));
		const byFactor = (factor: string) => places.filter((_, at) => form.terms[at]?.times === factor);
		return {
			terms: form.terms.map(({ figure, times }) => ({ figure, times })),
			figures: form.terms.map(({ figure }) => figure),
			places,
			plain: isWhole ? { added: byFactor('1'), taken: byFactor('-1') } : null,
			factors: isPlain ? null : form.terms.map(({ times }) => decimal(times, 2)),
			shared: form.terms.some(({ shared }) => shared) ? form.terms.map(({ shared }) => shared === true) : null,
			omittedCountsAsZero: form.omittedCountsAsZero === true,
			sureness: sureness(form.certainty)
		};
	};
	const [usual, ...others] = amount;
	return [readyForm(usual), ...others.map(readyForm)];
}

/** Each term's factor in hundredths. */
export const factorsOf = ({ terms }: ReadyForm): bigint[] => terms.map(({ times }) => decimal(times, 2));

/** The form of which a figure was given; the usual one when none was. */
export function formGiven(forms: readonly [ReadyForm, ...ReadyForm[]], figures: Figures): ReadyForm {
	const usual = forms[0];
	if (forms.length === 1) return usual;
	for (const form of forms) if (isGiven(form, figures)) return form;
	return usual;
}

function isGiven({ places }: ReadyForm, figures: Figures): boolean {
	for (const place of places) if (figures[place] !== undefined) return true;
	return false;
}

/** Whether lines that were left out count as 0. */
export const fillsGaps = (form: ReadyForm, figures: Figures): boolean =>
	form.omittedCountsAsZero && isGiven(form, figures);

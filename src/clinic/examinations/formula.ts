import type {
	Amount,
	AskingComponent,
	Component,
	Instrument,
	MeasuredComponent,
	RatioComponent,
	Term
} from './instrument.ts';

/** What of the kinds of formula is the same for all of them: one sum above a line, one below it. */

export const isMeasured = (component: Component): component is MeasuredComponent =>
	component.kind === 'ratio' || component.kind === 'turnover' || component.kind === 'growth';

export const isAsking = (component: Component): component is AskingComponent =>
	component.kind === 'checklist' || component.kind === 'yes-share';

export const componentsOf = ({ aspects }: Pick<Instrument, 'aspects'>): Component[] =>
	aspects.flatMap(({ components }) => components);

export type Quotient = Pick<RatioComponent, 'numerator' | 'denominator'>;

const daysOfYear = '365';

/** A formula as a sum over a sum. */
export function quotientOf(component: MeasuredComponent): Quotient {
	switch (component.kind) {
		case 'ratio':
			return component;
		case 'growth':
			return {
				numerator: plain({ figure: component.now, times: '1' }, { figure: component.before, times: '-1' }),
				denominator: plain({ figure: component.before, times: '1' })
			};
		case 'turnover': {
			const { flow, stock, unit } = component;
			return unit === 'days'
				? { numerator: plain({ figure: stock, times: daysOfYear }), denominator: plain({ figure: flow, times: '1' }) }
				: { numerator: plain({ figure: flow, times: '1' }), denominator: plain({ figure: stock, times: '1' }) };
		}
	}
}

const plain = (...terms: readonly Term[]): Amount => [{ terms }];

/** Every amount that a component is worked out from, those of its portion among them. */
export function amountsOf(component: Component): Amount[] {
	if (!isMeasured(component)) return [];
	const { numerator, denominator } = quotientOf(component);
	const portion = component.kind === 'ratio' ? component.portion : undefined;
	return [
		numerator,
		denominator,
		...(portion ? [plain({ figure: portion.part, times: '1' }), plain({ figure: portion.whole, times: '1' })] : [])
	];
}

/** Whether the instrument can give a total at all: each of its indicators has a confirmed rule, and they add up. */
export const givesTotal = (instrument: Instrument): boolean =>
	instrument.adding !== 'none' &&
	componentsOf(instrument).every(
		(component) =>
			component.kind !== 'pending' &&
			!(isMeasured(component) && component.readings.some(({ rule }) => rule.kind === 'unconfirmed'))
	);

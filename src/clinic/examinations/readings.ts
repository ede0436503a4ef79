import { leastCertain, type Certainty, type Instrument, type Note, type RatioComponent } from './instrument.ts';

/** Which reading holds for each component that the field reads in more than one way. */
export type Readings = Readonly<Record<string, string>>;

/** A component that the field reads in more than one way, with its readings: the printed table first. */
export interface DisputedComponent {
	readonly aspect: string;
	readonly component: string;
	readonly source: string;
	readonly readings: readonly {
		readonly code: string;
		readonly note: Note | null;
		readonly certainty: Certainty;
		/** As the table of the regulation is printed. It holds where nothing else was chosen. */
		readonly isPrinted: boolean;
	}[];
}

export function disputedComponents({ aspects }: Pick<Instrument, 'aspects'>): DisputedComponent[] {
	return aspects.flatMap(({ code, components }) =>
		components
			.filter((component): component is RatioComponent => component.kind === 'ratio' && component.readings.length > 1)
			.map((component) => disputed(code, component))
	);
}

const disputed = (aspect: string, { code, source, certainty, readings }: RatioComponent): DisputedComponent => ({
	aspect,
	component: code,
	source,
	readings: readings.map((reading, place) => ({
		code: reading.code,
		note: reading.note ?? null,
		certainty: leastCertain(certainty, reading.certainty ?? certainty),
		isPrinted: place === 0
	}))
});

/**
 * The readings by which an instrument is used: what was asked for, else what the office has chosen, else the printed
 * table. A reading that this version of the instrument does not have is left out, so that an office's choice for another
 * version never refuses an examination.
 */
export function readingsFor(instrument: Pick<Instrument, 'aspects'>, asked: Readings, chosen: Readings): Readings {
	const own = disputedComponents(instrument).map(({ component, readings }): [string, string] => {
		const [printed] = readings;
		const known = readings.find(({ code }) => code === chosen[component]) ?? printed;
		return [component, known?.code ?? ''];
	});
	// What was asked for stands as it is: a reading that nobody knows is refused later, never replaced.
	const named = Object.entries(asked).filter(([, reading]) => reading !== '');
	return Object.fromEntries([...own, ...named]);
}

export interface ReadingUsed {
	readonly aspect: string;
	readonly component: string;
	readonly note: Note | null;
	readonly code: string;
	readonly certainty: Certainty;
	/** False: another reading than the printed table gave the mark, which has to be said beside it. */
	readonly isPrinted: boolean;
}

/** The readings by which a kept examination was scored, for every component that has more than one. */
export function readingsUsed(instrument: Pick<Instrument, 'aspects'>, kept: Readings): ReadingUsed[] {
	return disputedComponents(instrument).flatMap(({ aspect, component, readings }) => {
		const used = readings.find(({ code }) => code === kept[component]) ?? readings[0];
		return used ? [{ aspect, component, ...used }] : [];
	});
}

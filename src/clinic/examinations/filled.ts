import type { ExaminationRequest, Filled } from './judge.ts';
import type { ReadyReading } from './marks.ts';
import type { ReadyInstrument } from './scales.ts';

/** Brings a request to the places of its instrument. A row of a database comes into this shape as it stands. */
export function filledFrom(ready: ReadyInstrument, { figures, answers, readings }: ExaminationRequest): Filled {
	return {
		figures: ready.figures.map((figure) => figures.get(figure)),
		answers: ready.items.map((item) => answers.get(item)),
		readings: readings.size === 0 ? null : readingsAsked(ready, readings)
	};
}

function readingsAsked({ aspects }: ReadyInstrument, asked: ReadonlyMap<string, string>): Map<string, ReadyReading> {
	const found = new Map<string, ReadyReading>();
	for (const component of aspects.flatMap(({ components }) => components)) {
		if (component.kind !== 'measured') continue;
		const code = asked.get(component.component.code);
		if (code === undefined) continue;
		const reading = component.readings.find((one) => one.reading.code === code);
		if (!reading) throw new RangeError(`${component.component.code} has no reading ${code}`);
		found.set(component.component.code, reading);
	}
	return found;
}

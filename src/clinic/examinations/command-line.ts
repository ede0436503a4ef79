import { NotExactJson, readExactJson } from '#platform/exact-json.ts';
import { instruments } from './catalogue.ts';
import { edgedBands, type Component, type Instrument, type MarkRule } from './instrument.ts';
import { isMeasured } from './formula.ts';
import { readRequest, RequestNotUnderstood } from './request.ts';
import { scoreExamination } from './score.ts';

export interface Answer {
	readonly lines: string[];
	/** 0 when everything was scored, 2 when a request was not understood. */
	readonly exitCode: 0 | 2;
}

/** Answers one request, or one a line (NDJSON): a line that is not understood has its error in its place. */
export function examine(text: string): Answer {
	const requests = requestsIn(text);
	if (requests.length === 0) return { lines: [errorLine('no request was given')], exitCode: 2 };
	let exitCode: 0 | 2 = 0;
	const lines = requests.map((request) => {
		try {
			return JSON.stringify(scoreExamination(readRequest(readExactJson(request))));
		} catch (error) {
			// Whatever else is thrown is a defect of ours, not a request that is not understood.
			if (!(error instanceof RequestNotUnderstood || error instanceof NotExactJson)) throw error;
			exitCode = 2;
			return errorLine(error.message);
		}
	});
	return { lines, exitCode };
}

function errorLine(error: string): string {
	return JSON.stringify({ error });
}

/**
 * A text that is JSON as a whole is one request, on however many lines it stands. Any other text is one request a
 * line, unless it looks like one request spread over lines with a fault in it: then one error is enough.
 */
function requestsIn(text: string): string[] {
	const whole = text.replace(/^\uFEFF/, '').trim();
	const lines = whole.split(/\r?\n/).filter((line) => line.trim() !== '');
	if (lines.length <= 1 || isJson(whole)) return lines.length === 0 ? [] : [whole];
	return isSpreadOut(lines) ? [whole] : lines;
}

/** One object over several lines opens without closing, and no later line begins a request of its own. */
function isSpreadOut(lines: readonly string[]): boolean {
	const first = lines[0]?.trim() ?? '';
	return /^[{[]/.test(first) && /[{[,:]$/.test(first) && !lines.slice(1).some((line) => /^\{./.test(line));
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Every instrument with all its codes, weights, bands, readings and sources, as JSON. */
export function listInstruments(): string {
	return JSON.stringify(instruments.map(listed), null, 2);
}

function listed({ aspects, ...instrument }: Instrument): unknown {
	return {
		...instrument,
		aspects: aspects.map((aspect) => ({ ...aspect, components: aspect.components.map(listedComponent) }))
	};
}

function listedComponent(component: Component): unknown {
	if (component.kind === 'yes-share') return { ...component, rule: listedRule(component.rule) };
	if (!isMeasured(component)) return component;
	return {
		...component,
		readings: component.readings.map((reading, place) => ({
			...reading,
			rule: listedRule(reading.rule),
			...(component.readings.length > 1 ? { default: place === 0 } : {})
		}))
	};
}

/** Bands are listed with both their edges, as a table prints them. */
function listedRule(rule: MarkRule): unknown {
	return rule.kind === 'bands' ? { ...rule, bands: edgedBands(rule.bands) } : rule;
}

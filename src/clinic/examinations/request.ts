import { WrittenNumber } from '#platform/exact-json.ts';
import { findInstrument } from './catalogue.ts';
import { amountsOf, componentsOf, isAsking, isMeasured } from './formula.ts';
import type { Amount, Instrument } from './instrument.ts';
import type { ExaminationRequest } from './judge.ts';

/** A request that says something unknown, or says something twice. Nothing of it is scored. */
export class RequestNotUnderstood extends Error {}

/**
 * Reads a request as `readExactJson` or our own records give it. Nothing unknown is ever ignored: an unknown key,
 * figure, item or reading, a number that is not one, and a figure given in two forms are refused.
 */
export function readRequest(value: unknown): ExaminationRequest {
	const request = members(value, 'a request');
	for (const key of request.keys()) {
		if (!['instrument', 'readings', 'figures', 'answers'].includes(key)) refuse(`unknown key ${quoted(key)}`);
	}
	return readEntries(instrumentNamed(request.get('instrument')), {
		readings: optional(request, 'readings'),
		figures: optional(request, 'figures'),
		answers: optional(request, 'answers')
	});
}

/** What a request says under its instrument. */
export interface RequestEntries {
	readonly readings: unknown;
	readonly figures: unknown;
	readonly answers: unknown;
}

/** The same for an instrument that is known already, in whatever version: an old record is read under the rule of its day. */
export function readEntries(
	instrument: Instrument,
	{ readings, figures, answers }: RequestEntries
): ExaminationRequest {
	const vocabulary = vocabularyOf(instrument);
	return {
		instrument,
		readings: readReadings(readings, vocabulary),
		figures: readFigures(figures, vocabulary),
		answers: readAnswers(answers, vocabulary)
	};
}

function instrumentNamed(code: unknown): Instrument {
	if (code === undefined) refuse('no instrument is named');
	const instrument = typeof code === 'string' ? findInstrument(code) : null;
	return instrument ?? refuse(`unknown instrument ${shown(code)}`);
}

/** What an instrument has names for. */
interface Vocabulary {
	readonly instrument: Instrument;
	readonly readings: ReadonlyMap<string, readonly string[]>;
	readonly figures: ReadonlySet<string>;
	readonly groups: ReadonlySet<string>;
	readonly blocks: ReadonlyMap<string, readonly string[]>;
	readonly items: ReadonlySet<string>;
	/** Amounts that may be given in more than one form: the figures of each form. */
	readonly alternatives: readonly (readonly (readonly string[])[])[];
}

const vocabularies = new WeakMap<Instrument, Vocabulary>();

function vocabularyOf(instrument: Instrument): Vocabulary {
	const before = vocabularies.get(instrument);
	if (before) return before;
	const components = componentsOf(instrument);
	const ratios = components.filter(isMeasured);
	const checklists = components.filter(isAsking);
	const amounts = components.flatMap(amountsOf);
	const figures = new Set(amounts.flatMap(figuresOfForms).flat());
	const dotted = [...figures].filter((figure) => figure.includes('.'));
	const after: Vocabulary = {
		instrument,
		readings: new Map(
			ratios
				.filter(({ readings }) => readings.length > 1)
				.map(({ code, readings }) => [code, readings.map((reading) => reading.code)])
		),
		figures,
		groups: new Set(dotted.map((figure) => figure.slice(0, figure.indexOf('.')))),
		blocks: new Map(checklists.map(({ code, items }) => [code, items.map((item) => item.code)])),
		items: new Set(checklists.flatMap(({ items }) => items.map((item) => item.code))),
		alternatives: amounts.map(figuresOfForms).filter((forms) => forms.length > 1)
	};
	vocabularies.set(instrument, after);
	return after;
}

function figuresOfForms(amount: Amount): readonly (readonly string[])[] {
	return amount.map((form) => form.terms.map(({ figure }) => figure));
}

function readReadings(value: unknown, { readings }: Vocabulary): ReadonlyMap<string, string> {
	const read = new Map<string, string>();
	for (const [component, asked] of members(value, 'readings')) {
		const known = readings.get(component);
		if (!known) refuse(`no component ${quoted(component)} has readings to choose from`);
		if (typeof asked !== 'string' || !known.includes(asked)) {
			refuse(`unknown reading ${shown(asked)} of ${quoted(component)}, which has ${known.map(quoted).join(', ')}`);
		}
		read.set(component, asked);
	}
	return read;
}

function readFigures(value: unknown, { figures, groups, alternatives }: Vocabulary): ReadonlyMap<string, bigint> {
	const read = new Map<string, bigint>();
	for (const [name, given] of members(value, 'figures')) {
		if (groups.has(name)) {
			const lines = members(given, quoted(name));
			if (lines.size === 0) refuse(`${quoted(name)} has no line: at least one is required`);
			for (const [line, amount] of lines) {
				if (!figures.has(`${name}.${line}`)) refuse(`unknown line ${quoted(line)} in ${quoted(name)}`);
				read.set(`${name}.${line}`, wholeNumber(amount, `${name}.${line}`));
			}
		} else {
			// A dotted name is a line: it is known, but has its place inside its group only.
			if (!figures.has(name) || name.includes('.')) refuse(`unknown figure ${quoted(name)}`);
			read.set(name, wholeNumber(given, name));
		}
	}
	for (const forms of alternatives) refuseTwoForms(forms, read);
	return read;
}

function refuseTwoForms(forms: readonly (readonly string[])[], read: ReadonlyMap<string, bigint>): void {
	const given = forms.map((form) => form.find((figure) => read.has(figure))).filter((figure) => figure !== undefined);
	const [first, second] = given;
	if (first !== undefined && second !== undefined)
		refuse(`${quoted(first)} and ${quoted(second)} are two forms of one figure`);
}

function readAnswers(value: unknown, { blocks, items }: Vocabulary): ReadonlyMap<string, boolean> {
	const read = new Map<string, boolean>();
	const answer = (item: string, given: unknown) => {
		if (typeof given !== 'boolean') refuse(`the answer to ${quoted(item)} is neither true nor false: ${shown(given)}`);
		if (read.has(item)) refuse(`${quoted(item)} is answered twice`);
		read.set(item, given);
	};
	for (const [code, given] of members(value, 'answers')) {
		const block = blocks.get(code);
		if (block) {
			if (!Array.isArray(given)) refuse(`the answers to ${quoted(code)} are not a list: ${shown(given)}`);
			if (given.length > block.length) refuse(`${quoted(code)} has ${block.length} items, not ${given.length}`);
			given.forEach((one, place) => answer(block[place] ?? code, one));
		} else {
			if (!items.has(code)) refuse(`unknown item ${quoted(code)}`);
			answer(code, given);
		}
	}
	return read;
}

/** A JSON integer is taken up to 2^53: beyond it other programs would have rounded it before it came here. */
const largestNumber = 2n ** 53n;

/** No amount in rupiah needs more; a longer text is a mistake or an attack on the arithmetic. */
const mostDigits = 60;

/** A whole number of rupiah. It may be below 0 anywhere: what that means is part of each component. */
function wholeNumber(given: unknown, figure: string): bigint {
	if (typeof given === 'bigint') return given;
	const written = given instanceof WrittenNumber;
	const digits = written ? given.digits : given;
	if (typeof digits !== 'string' || !/^-?[0-9]+$/.test(digits)) {
		refuse(`${quoted(figure)} is not a whole number: ${shown(given)}`);
	}
	if (digits.length > mostDigits) refuse(`${quoted(figure)} has more than ${mostDigits} digits`);
	const amount = BigInt(digits);
	if (written && (amount > largestNumber || amount < -largestNumber)) {
		refuse(`${quoted(figure)} is too large for a JSON number, write it as a string: ${digits}`);
	}
	return amount;
}

/** The members of a JSON object; anything else is refused. */
function members(value: unknown, what: string): ReadonlyMap<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof WrittenNumber) {
		return refuse(`${what} is not an object: ${shown(value)}`);
	}
	return new Map(Object.entries(value));
}

/** A part that is left out is empty; one that is there must be what it should be. */
function optional(request: ReadonlyMap<string, unknown>, key: string): unknown {
	return request.has(key) ? request.get(key) : {};
}

function quoted(text: string): string {
	return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function shown(value: unknown): string {
	if (value instanceof WrittenNumber) return value.digits.slice(0, 80);
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function refuse(why: string): never {
	throw new RequestNotUnderstood(why);
}

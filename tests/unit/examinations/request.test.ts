import { describe, expect, test } from 'vitest';
import { readRequest, RequestNotUnderstood } from '#clinic/examinations/request.ts';
import { readExactJson } from '#platform/exact-json.ts';

const read = (request: object) => readRequest(readExactJson(JSON.stringify({ instrument: 'ksp-2016', ...request })));
const written = (members: string) => readRequest(readExactJson(`{ "instrument": "ksp-2016", ${members} }`));
const amount = (text: string) => written(`"figures": { "ownCapital": ${text} }`).figures.get('ownCapital');

describe('amounts', () => {
	test.each([
		['0', 0n],
		['5526955002', 5_526_955_002n],
		['9007199254740992', 2n ** 53n],
		['-9007199254740992', -(2n ** 53n)],
		['-0', 0n],
		['"9007199254740993"', 2n ** 53n + 1n],
		['"-3841123187"', -3_841_123_187n],
		['"007"', 7n],
		['"-0"', 0n],
		[`"${'9'.repeat(60)}"`, 10n ** 60n - 1n]
	])('%s is taken', (text, expected) => {
		expect(amount(text)).toBe(expected);
	});

	test.each([
		['9007199254740993', /too large for a JSON number/],
		['-9007199254740993', /too large for a JSON number/],
		['1e400', /not a whole number: 1e400/],
		['1.5', /not a whole number: 1\.5/],
		['1.0', /not a whole number: 1\.0/],
		['1e3', /not a whole number: 1e3/],
		['"1.5"', /not a whole number/],
		['"1e3"', /not a whole number/],
		['"1.000.000"', /not a whole number/],
		['"1,000"', /not a whole number/],
		['""', /not a whole number: ""/],
		['" 5"', /not a whole number/],
		['"5\\n"', /not a whole number/],
		['"+5"', /not a whole number/],
		['"--5"', /not a whole number/],
		['"-"', /not a whole number/],
		['"0x10"', /not a whole number/],
		['"٣"', /not a whole number/],
		['"NaN"', /not a whole number/],
		['null', /not a whole number: null/],
		['true', /not a whole number: true/],
		['[1]', /not a whole number: a list/],
		['{}', /not a whole number: an object/],
		[`"${'9'.repeat(61)}"`, /more than 60 digits/]
	])('%s is refused', (text, why) => {
		expect(() => amount(text)).toThrow(RequestNotUnderstood);
		expect(() => amount(text)).toThrow(why);
	});
});

describe('nothing unknown is ignored', () => {
	test.each([
		['an unknown instrument', { instrument: 'ksp-2017' }, /unknown instrument "ksp-2017"/],
		['an instrument that is no text', { instrument: 2016 }, /unknown instrument 2016/],
		['an inherited name for an instrument', { instrument: 'toString' }, /unknown instrument/],
		['an unknown key', { notes: 'x' }, /unknown key "notes"/],
		['an unknown figure', { figures: { ownCapitl: '1' } }, /unknown figure "ownCapitl"/],
		['an inherited name for a figure', { figures: { constructor: '1' } }, /unknown figure "constructor"/],
		['a figure of another instrument', { figures: { inventory: '1' } }, /unknown figure "inventory"/],
		['a line outside its group', { figures: { 'capitalLines.savings': '1' } }, /unknown figure "capitalLines.savings"/],
		['an unknown line', { figures: { capitalLines: { cash: '1' } } }, /unknown line "cash" in "capitalLines"/],
		['a group that is no object', { figures: { capitalLines: '1' } }, /"capitalLines" is not an object/],
		['a group without a line', { figures: { assetLines: {} } }, /"assetLines" has no line: at least one is required/],
		['an unknown item', { answers: { 'general.13': true } }, /unknown item "general.13"/],
		['an item counted from 0', { answers: { 'general.0': true } }, /unknown item/],
		['an item with a leading 0', { answers: { 'general.01': true } }, /unknown item/],
		['an unknown block', { answers: { growth: [true] } }, /unknown item "growth"/],
		['a block with too many answers', { answers: { capital: Array(6).fill(true) } }, /"capital" has 5 items, not 6/],
		['a block that is no list', { answers: { general: true } }, /not a list/],
		['an answer of 1', { answers: { 'general.1': 1 } }, /neither true nor false: 1/],
		['an answer of "ya"', { answers: { 'general.1': 'ya' } }, /neither true nor false: "ya"/],
		['a hole in a list', { answers: { general: [true, null] } }, /"general.2" is neither true nor false: null/],
		['an unknown reading', { readings: { 'problem-loan-risk': 'shifted' } }, /unknown reading "shifted"/],
		['the reading of 2009', { readings: { 'own-capital-to-risky-loans': 'shifted' } }, /has "table", "narrative"/],
		['a reading of what is read in one way', { readings: { 'cash-ratio': 'table' } }, /no component "cash-ratio"/],
		['a reading of nothing', { readings: { 'no-such': 'table' } }, /no component "no-such"/],
		['a reading that is no text', { readings: { 'problem-loan-risk': ['table'] } }, /unknown reading a list/],
		['figures that are a list', { figures: [] }, /figures is not an object/],
		['figures that are null', { figures: null }, /figures is not an object: null/],
		['answers that are text', { answers: 'ya' }, /answers is not an object/],
		['readings that are a number', { readings: 1 }, /readings is not an object: 1/]
	])('%s is refused', (_what, request, why) => {
		expect(() => read(request)).toThrow(RequestNotUnderstood);
		expect(() => read(request)).toThrow(why);
	});

	test.each([['null'], ['[]'], ['"ksp-2016"'], ['5'], ['true']])('a request that is %s is refused', (text) => {
		expect(() => readRequest(readExactJson(text))).toThrow(/a request is not an object/);
	});

	test('a request that names no instrument is refused', () => {
		expect(() => readRequest(readExactJson('{ "figures": {} }'))).toThrow(/no instrument is named/);
	});

	test('a refusal never repeats a long text in full', () => {
		const long = 'x'.repeat(5000);
		expect(() => read({ figures: { [long]: '1' } })).toThrow(/^.{0,120}$/);
		expect(() => read({ figures: { cash: long } })).toThrow(/^.{0,140}$/);
	});
});

describe('nothing is said twice', () => {
	test.each([
		[{ weightedCapital: '1', capitalLines: { savings: '1' } }],
		[{ riskWeightedAssets: '1', assetLines: { cash: '1' } }],
		[{ problemLoanRisk: '1', lossLoans: '1' }],
		[{ problemLoans: '1', substandardLoans: '1' }]
	])('%j are two forms of one figure', (figures) => {
		expect(() => read({ figures })).toThrow(/are two forms of one figure/);
	});

	test.each([
		[{ problemLoanRisk: '1', problemLoans: '1' }],
		[{ capitalLines: { savings: '1' }, riskWeightedAssets: '1' }],
		[{ capitalLines: { principalSavings: '1' }, principalSavings: '1' }]
	])('%j are different figures', (figures) => {
		expect(() => read({ figures })).not.toThrow();
	});

	test('an item in its block and by itself is answered twice, also with the same answer', () => {
		expect(() => read({ answers: { general: [true], 'general.1': true } })).toThrow(/"general.1" is answered twice/);
		expect(() => read({ answers: { 'general.1': true, general: [true] } })).toThrow(/"general.1" is answered twice/);
		expect(read({ answers: { general: [true], 'general.2': false } }).answers.size).toBe(2);
	});

	test('a key that stands twice is refused, however it is written', () => {
		expect(() => written('"figures": { "cash": 1, "cash": "1" }')).toThrow(/"cash" stands twice/);
		expect(() => written('"figures": { "cash": 1, "\\u0063ash": 2 }')).toThrow(/"cash" stands twice/);
		expect(() => written('"instrument": "ksp-2009"')).toThrow(/"instrument" stands twice/);
	});
});

test('the readings of 2009 are its own', () => {
	const reading = (code: string) => read({ instrument: 'ksp-2009', readings: { 'own-capital-to-risky-loans': code } });
	expect(reading('shifted').readings.get('own-capital-to-risky-loans')).toBe('shifted');
	expect(() => reading('table')).toThrow(/has "shifted", "narrative"/);
});

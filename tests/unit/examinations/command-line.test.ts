import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { examine, listInstruments } from '#clinic/examinations/command-line.ts';
import { best, result } from './requests.ts';

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8');
const ownCapital = (amount: string) => `{"instrument":"ksp-2016","figures":{"ownCapital":${amount},"totalAssets":2}}`;
const errorOf = (line: string | undefined) => (JSON.parse(line ?? '') as { error: unknown }).error;
const isScored = (line: string | undefined) => 'aspects' in (JSON.parse(line ?? '') as object);

test('the golden requests give the golden results, byte for byte', () => {
	// The results were compared with a second, independent implementation of the rule before they were written down.
	const { lines, exitCode } = examine(golden('requests.ndjson'));
	expect(`${lines.join('\n')}\n`).toBe(golden('results.ndjson'));
	expect(exitCode).toBe(2);
});

test.each([
	['kkpkk-2021-real', 10],
	['kkpkk-2021-ksp', 10],
	['pearls', 7]
])('the golden requests of %s give their golden results, byte for byte', (instrument, count) => {
	const { lines, exitCode } = examine(golden(`${instrument}.requests.ndjson`));
	expect(`${lines.join('\n')}\n`).toBe(golden(`${instrument}.results.ndjson`));
	expect(lines).toHaveLength(count);
	// Among them are requests that are not understood.
	expect(exitCode).toBe(2);
	expect(lines.filter(isScored).length).toBeGreaterThan(5);
});

describe('one request', () => {
	test('is answered by one line and exit 0', () => {
		expect(examine(JSON.stringify(best()))).toEqual({ lines: [JSON.stringify(result(best()))], exitCode: 0 });
	});

	test('may stand on many lines, with a byte order mark and Windows line ends', () => {
		const text = `\uFEFF${JSON.stringify(best(), null, 2).replaceAll('\n', '\r\n')}\r\n`;
		expect(examine(text)).toEqual(examine(JSON.stringify(best())));
	});

	test('that is incomplete is scored all the same', () => {
		expect(examine('{"instrument":"ksp-2016"}')).toMatchObject({ exitCode: 0 });
	});

	test('on many lines with one fault has one error', () => {
		const text = JSON.stringify(best(), null, 2);
		for (const broken of [text.slice(0, -2), text.replace('"500",', '"500"'), text.replace('500"', '500')]) {
			const { lines, exitCode } = examine(broken);
			expect([lines.length, exitCode]).toEqual([1, 2]);
			expect(errorOf(lines[0])).toBe('not JSON');
		}
	});

	test.each([
		['', 'no request was given'],
		[' \n\n', 'no request was given'],
		['nonsense', 'not JSON'],
		['[]', 'a request is not an object: a list'],
		['{"instrument":"pearl"}', 'unknown instrument "pearl"'],
		['{"instrument":"ksp-2016","figures":{"cash":1,"cash":2}}', 'the key "cash" stands twice in one object'],
		[
			ownCapital('9007199254740993'),
			'"ownCapital" is too large for a JSON number, write it as a string: 9007199254740993'
		],
		[ownCapital('1.5'), '"ownCapital" is not a whole number: 1.5']
	])('%j is not understood', (text, error) => {
		expect(examine(text)).toEqual({ lines: [JSON.stringify({ error })], exitCode: 2 });
	});
});

describe('one request a line', () => {
	test('all good is exit 0, in order', () => {
		const { lines, exitCode } = examine(`${ownCapital('1')}\n${ownCapital('2')}\n`);
		expect(exitCode).toBe(0);
		expect(
			lines.map((line) => (JSON.parse(line) as ReturnType<typeof result>).aspects[0]?.components[0])
		).toMatchObject([{ ratio: '50.000' }, { ratio: '100.000' }]);
	});

	test.each([['nonsense'], ['{"instrument":'], ['{"instrument":"x"}'], ['[]'], ['5'], ['{"instrument":"ksp-2016",']])(
		'a bad line %j has its error in its place, wherever it stands',
		(bad) => {
			const good = ownCapital('1');
			for (const place of [0, 1, 2]) {
				const requests = [good, good];
				requests.splice(place, 0, bad);
				const { lines, exitCode } = examine(requests.join('\n'));
				expect(exitCode).toBe(2);
				expect(lines.map(isScored)).toEqual(requests.map((request) => request === good));
				expect(errorOf(lines[place])).toEqual(expect.any(String));
			}
		}
	);

	test('bad lines only are so many errors', () => {
		expect(examine('nonsense\nnonsense\n').lines).toHaveLength(2);
		expect(examine('{"instrument":"x"}\n{"instrument":"y"}\n').lines.map(errorOf)).toEqual([
			'unknown instrument "x"',
			'unknown instrument "y"'
		]);
	});

	test('blank lines are no requests', () => {
		expect(examine(`\n${ownCapital('1')}\n\n${ownCapital('1')}\n\n`)).toMatchObject({
			exitCode: 0,
			lines: { length: 2 }
		});
	});
});

test('the list of instruments has every code, weight, band with both edges, reading, source and question', () => {
	const listed = JSON.parse(listInstruments()) as {
		code: string;
		version: string;
		aspects: { code: string; components: Record<string, unknown>[] }[];
	}[];
	expect(listed.map(({ code, version }) => [code, version])).toEqual([
		['ksp-2009', '1'],
		['ksp-2016', '1'],
		['kkpkk-2021-real', '1'],
		['kkpkk-2021-ksp', '1'],
		['pearls', '1']
	]);
	const components = listed[1]?.aspects.flatMap((aspect) => aspect.components) ?? [];
	expect(components.find(({ code }) => code === 'operational-self-reliance')).toMatchObject({
		weight: '4',
		unit: 'percent',
		numerator: [{ terms: [{ figure: 'netParticipation', times: '1' }] }],
		readings: [
			{
				code: 'table',
				rule: {
					bands: [
						{ upTo: '100', mark: 0 },
						{ above: '100', mark: 100 }
					]
				}
			}
		],
		zeroDenominator: { outcome: 'endless', certainty: 'unverified' },
		source: expect.stringContaining('kemandirian operasional'),
		certainty: 'secondary'
	});
	expect(components.find(({ code }) => code === 'problem-loan-risk')).toMatchObject({
		readings: [
			{ code: 'table', default: true, note: { id: expect.any(String) } },
			{ code: 'narrative', default: false, note: { id: expect.any(String) }, rule: { kind: 'steps' } }
		]
	});
	const questions = components.filter(({ kind }) => kind === 'checklist').flatMap(({ items }) => items as unknown[]);
	expect(questions).toHaveLength(38);
	expect(questions[0]).toEqual({ code: 'general.1', wording: expect.stringContaining('visi') });
});

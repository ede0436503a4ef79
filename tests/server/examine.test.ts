import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { ensureMessages, ensureParts } from '../../bin/prepare.mjs';

const checkout = resolve(import.meta.dirname, '../..');
const golden = (name: string) => readFileSync(join(checkout, 'tests/unit/examinations/golden', name), 'utf8');
const dataFolder = join(tmpdir(), 'klinik-examine-touches-no-database');

// So that nothing is prepared, and told about, within a test.
beforeAll(async () => {
	await ensureParts();
	await ensureMessages();
});

/** Runs the command as the README says it. */
async function klinik(args: string[], input = '') {
	const child = spawn('npm', ['run', '-s', 'klinik', '--', ...args], {
		cwd: checkout,
		env: { ...process.env, DATA_DIR: dataFolder }
	});
	child.stdin.end(input);
	const [out, err, code] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		new Promise<number | null>((tell) => child.on('close', tell))
	]);
	return { code, err, lines: out.split('\n').slice(0, -1), endsWithLine: out === '' || out.endsWith('\n') };
}
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('npm run -s klinik -- examine', () => {
	test('scores a file of requests line by line, to the last character as the golden results say', async () => {
		const { code, lines, endsWithLine, err } = await klinik(['examine'], golden('requests.ndjson'));
		expect(lines.join('\n')).toBe(golden('results.ndjson').trimEnd());
		// Among the golden requests are three that are not understood.
		expect({ code, endsWithLine, err }).toEqual({ code: 2, endsWithLine: true, err: '' });
	});

	test('reads one request over many lines', async () => {
		const request = { instrument: 'ksp-2009', figures: { ownCapital: '3841123187', totalAssets: 5_526_955_002 } };
		const { code, lines } = await klinik(['examine'], JSON.stringify(request, null, 2));
		expect(code).toBe(0);
		expect(parsed(lines)).toMatchObject([
			{
				instrument: 'ksp-2009',
				version: '1',
				complete: false,
				total: null,
				category: null,
				aspects: [
					{
						code: 'capital',
						weight: '15',
						score: null,
						components: [
							{
								code: 'own-capital-to-assets',
								status: 'scored',
								ratio: '69.498',
								unit: 'percent',
								mark: '50',
								weight: '6',
								score: '3.00'
							},
							{ status: 'missing', missing: ['riskyLoans'] },
							{ status: 'missing' }
						]
					},
					{},
					{},
					{},
					{},
					{},
					{}
				]
			}
		]);
	});

	test('puts an error in the place of a line that is not understood, scores the others and ends with 2', async () => {
		const good = '{"instrument":"ksp-2016"}';
		const bad = [
			'{"instrument":"ksp-2031"}',
			'{"instrument":"ksp-2016","figures":{"goodwill":1}}',
			'{"instrument":"ksp-2016","figures":{"cash":1.5}}',
			'{"instrument":"ksp-2016","answers":{"general.13":true}}',
			'{"instrument":"ksp-2016","readings":{"problem-loan-risk":"guess"}}',
			'not json'
		];
		const { code, lines } = await klinik(['examine'], [good, ...bad, good].join('\r\n'));
		const results = parsed(lines);
		expect(code).toBe(2);
		expect(results.map((result) => Object.keys(result)[0])).toEqual([
			'instrument',
			...bad.map(() => 'error'),
			'instrument'
		]);
		for (const result of results.slice(1, -1)) expect(Object.keys(result)).toEqual(['error']);
	});

	test('ends with 2 and one error where there is no request', async () => {
		const { code, lines } = await klinik(['examine']);
		expect(code).toBe(2);
		expect(parsed(lines)).toEqual([{ error: 'no request was given' }]);
	});

	test('loses nothing of a long file', async () => {
		const count = 20_000;
		const requests = Array.from({ length: count }, (_, at) => `{"instrument":"ksp-2016","figures":{"cash":"${at}"}}`);
		const { code, lines } = await klinik(['examine'], requests.join('\n'));
		expect(code).toBe(0);
		expect(lines).toHaveLength(count);
		expect(parsed(lines.slice(-1))[0]).toMatchObject({ instrument: 'ksp-2016' });
	});
});

describe('npm run -s klinik -- instruments', () => {
	test('lists every instrument with its codes, weights, bands and sources', async () => {
		const { code, lines } = await klinik(['instruments']);
		const listed = JSON.parse(lines.join('\n')) as {
			code: string;
			adding?: string;
			aspects: { components: Record<string, unknown>[] }[];
		}[];
		expect(code).toBe(0);
		expect(listed.map((one) => one.code)).toEqual(instruments.map((one) => one.code));
		for (const { adding, aspects } of listed)
			for (const component of aspects.flatMap((aspect) => aspect.components))
				expect(component).toMatchObject({
					code: expect.any(String),
					// A benchmark adds nothing up.
					weight: adding === 'none' ? null : expect.any(String),
					source: expect.any(String),
					certainty: expect.stringMatching(/^(official|secondary|unverified)$/)
				});
	});
});

test('no database is touched', () => {
	expect(existsSync(dataFolder)).toBe(false);
});

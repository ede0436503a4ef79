import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageKey } from '#platform/web/words.ts';
import { root, sources } from './source.ts';

const load = (language: string) =>
	JSON.parse(readFileSync(join(root, `messages/${language}.json`), 'utf8')) as Record<string, string>;
const indonesian = load('id');
const english = load('en');
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const code = sources(['src', 'bin', 'tests']);
const refusals = new Set(
	code
		.filter(({ file }) => file.startsWith('src/'))
		.flatMap(({ text }) => [...text.matchAll(/new Refusal\(\s*'([^']+)'/g)].map(([, name]) => name!))
);

describe('what a person reads', () => {
	it('stands in both languages, with the same places to fill', () => {
		expect(Object.keys(english).sort()).toEqual(Object.keys(indonesian).sort());
		const uneven = Object.keys(indonesian).filter(
			(key) => placeholders(indonesian[key]!).join() !== placeholders(english[key]!).join()
		);
		expect(uneven).toEqual([]);
	});

	it('is never empty and never a key', () => {
		const bad = [...Object.entries(indonesian), ...Object.entries(english)].filter(
			([key, text]) => !text.trim() || text === key
		);
		expect(bad).toEqual([]);
	});

	it('is used: no word that nobody says', () => {
		const all = code.map(({ text }) => text).join('\n');
		// Built from codes: refusals, what is wrong with a field, milestones of the stops.
		const built = /^(refusal|field|milestone)_/;
		const unused = Object.keys(indonesian).filter((key) => !built.test(key) && !new RegExp(`\\b${key}\\b`).test(all));
		expect(unused).toEqual([]);
	});
});

describe('every refusal', () => {
	it('is found in the sources', () => {
		expect(refusals.size).toBeGreaterThan(10);
	});

	it('has words', () => {
		expect([...refusals].filter((name) => !(messageKey('refusal', name) in indonesian))).toEqual([]);
	});

	it('has a test that expects it', () => {
		const tests = code
			.filter(({ file }) => file.startsWith('tests/') && !file.startsWith('tests/architecture/'))
			.map(({ text }) => text)
			.join('\n');
		// A table of cases may leave the stop's name to its loop: 'tooLarge' for 'sheets.tooLarge'.
		const isExpected = (name: string) =>
			new RegExp(`'${name}[' ]`).test(tests) || tests.includes(`'${name.split('.').at(-1)}'`);
		expect([...refusals].filter((name) => !isExpected(name))).toEqual([]);
	});
});

describe('every command', () => {
	const commands = code.flatMap(({ file, text }) =>
		file.startsWith('src/') ? [...text.matchAll(/export const (\w+) = command\(/g)].map(([, name]) => name!) : []
	);
	it('has a test that does it', () => {
		const tests = code
			.filter(({ file }) => /^tests\/db\//.test(file))
			.map(({ text }) => text)
			.join('\n');
		expect(commands.length).toBeGreaterThan(10);
		expect(commands.filter((name) => !new RegExp(`\\b${name}\\b`).test(tests))).toEqual([]);
	});
});

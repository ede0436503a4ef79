import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NotExactJson, readExactJson, WrittenNumber } from '#platform/exact-json.ts';

test('a number keeps the digits it was written with', () => {
	expect(readExactJson('[9007199254740993, -0, 1.50, 1e400, {"a": 7}]')).toEqual([
		new WrittenNumber('9007199254740993'),
		new WrittenNumber('-0'),
		new WrittenNumber('1.50'),
		new WrittenNumber('1e400'),
		{ a: new WrittenNumber('7') }
	]);
	expect(readExactJson('12')).toEqual(new WrittenNumber('12'));
});

test('everything else is read as usual', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const asUsual = (value: unknown): unknown => {
				if (value instanceof WrittenNumber) return Number(value.digits);
				if (Array.isArray(value)) return value.map(asUsual);
				if (typeof value !== 'object' || value === null) return value;
				return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asUsual(one)]));
			};
			expect(JSON.stringify(asUsual(readExactJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
		})
	);
});

describe('a key that stands twice', () => {
	test.each([
		['{"a":1,"a":1}', 'a'],
		['{"a":1,"\\u0061":2}', 'a'],
		['{"b":{"a":1,"c":[{"x":1,"x":2}]}}', 'x'],
		['{"":1,"":2}', ''],
		['{"__proto__":1,"__proto__":2}', '__proto__']
	])('%s is refused', (text, key) => {
		expect(() => readExactJson(text)).toThrow(
			new NotExactJson(`the key ${JSON.stringify(key)} stands twice in one object`)
		);
	});

	test.each([['{"a":{"a":1},"b":[{"a":1},{"a":2}]}'], ['{"x":"a\\":1,\\"a","a":"{"}'], ['{"a":"a","b":"a"}']])(
		'%s names none twice',
		(text) => {
			expect(() => readExactJson(text)).not.toThrow();
		}
	);
});

test.each([[''], ['{'], ['{"a":01}'], ["{'a':1}"], ['{"a":1,}'], ['NaN'], ['[1] [2]'], ['['.repeat(100_000)]])(
	'what is no JSON is refused',
	(text) => {
		expect(() => readExactJson(text)).toThrow(new NotExactJson('not JSON'));
	}
);

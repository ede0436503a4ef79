import { describe, expect, it } from 'vitest';
import { currentHref, shellOf } from '#ui/shell.ts';

const at = (path: string) => new URL(path, 'http://clinic.example');
const nav = [{ href: '/' }, { href: '/antrean' }, { href: '/kasus' }, { href: '/kasus/papan' }];

describe('where one is', () => {
	it.each([
		['/', '/'],
		['/antrean', '/antrean'],
		['/antrean?poli=keuangan', '/antrean'],
		['/kasus/018f', '/kasus'],
		['/kasus/papan', '/kasus/papan'],
		['/kasus/papan/lama', '/kasus/papan'],
		['/kasusku', null],
		['/lain', null]
	])('%s lies under %s', (path, href) => expect(currentHref(nav, at(path))).toBe(href));

	it('tells tabs apart that differ in their question only', () => {
		const tabs = [{ href: '/rujukan' }, { href: '/rujukan?kotak=keluar' }];
		expect(currentHref(tabs, at('/rujukan?kotak=keluar'))).toBe('/rujukan?kotak=keluar');
		expect(currentHref(tabs, at('/rujukan'))).toBe('/rujukan');
	});

	it('believes an entry that says it is the one', () => {
		expect(currentHref([{ href: '/a' }, { href: '/b', current: true }], at('/a'))).toBe('/b');
	});

	it('does without a shell', () => {
		expect(shellOf({})).toBeNull();
		expect(shellOf({ shell: null })).toBeNull();
	});
});

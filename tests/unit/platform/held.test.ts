import { beforeAll, describe, expect, it } from 'vitest';
import { ownPath, pageAddress } from '#platform/web/address.ts';
import { heldForm, holdForm, openText, sealText } from '#platform/web/held.ts';

beforeAll(() => {
	process.env.MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
});
const now = new Date('2026-03-02T01:00:00Z');
const form = (fields: [string, string | File][]) => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
};

describe('a form sent from a locked screen', () => {
	it('comes back as it was, lists and line breaks and all', () => {
		const sealed = holdForm(
			'/kasus/1?/keluhan',
			form([
				['keluhan', 'Rapat\nbelum "ada"'],
				['kode[]', 'a'],
				['kode[]', 'b']
			]),
			now
		);
		expect(heldForm(sealed, now)).toEqual({
			action: '/kasus/1?/keluhan',
			fields: [
				['keluhan', 'Rapat\nbelum "ada"'],
				['kode[]', 'a'],
				['kode[]', 'b']
			],
			hadFiles: false
		});
	});

	it('cannot be read in the page, nor changed', () => {
		const sealed = holdForm('/kasus/1', form([['keluhan', 'rahasia']]), now)!;
		expect(Buffer.from(sealed.slice(2), 'base64url').toString('latin1')).not.toContain('rahasia');
		expect(heldForm(`${sealed.slice(0, -2)}AA`, now)).toBeNull();
		for (const text of ['', 'entah', '1.entah', null, undefined, 7]) expect(heldForm(text, now)).toBeNull();
	});

	it('leaves passwords and files behind, and says so of files', () => {
		const sealed = holdForm(
			'/akun/sandi',
			form([
				['password', 'x'],
				['currentPassword', 'x'],
				['account.password', 'x'],
				['sandi', 'x'],
				['nama', 'Tri'],
				['berkas', new File(['isi'], 'a.pdf')]
			]),
			now
		);
		expect(heldForm(sealed, now)).toEqual({ action: '/akun/sandi', fields: [['nama', 'Tri']], hadFiles: true });
		const none = holdForm('/a', form([['berkas', new File([], '')]]), now);
		expect(heldForm(none, now)?.hadFiles).toBe(false);
	});

	it('is kept for a day, and up to some size', () => {
		const sealed = holdForm('/a', form([['b', 'c']]), now);
		expect(heldForm(sealed, new Date(now.getTime() + 86_400_000))).not.toBeNull();
		expect(heldForm(sealed, new Date(now.getTime() + 86_400_001))).toBeNull();
		expect(holdForm('/a', form([['b', 'x'.repeat(200_001)]]), now)).toBeNull();
	});

	it('goes nowhere but to us', () => {
		expect(heldForm(holdForm('https://contoh.id/a', form([]), now), now)?.action).toBe('/');
	});

	it('opens for its own purpose only', () => {
		expect(openText(sealText('x', 'totp.1'), 'totp.1')).toBe('x');
		expect(openText(sealText('x', 'totp.1'), 'totp.2')).toBeNull();
	});
});

describe('where to go on', () => {
	it.each([
		['/antrean', '/antrean'],
		['/kasus/1?tab=2', '/kasus/1?tab=2'],
		['/kasus/../akun', '/akun'],
		['//contoh.id', '/x'],
		['/\\contoh.id', '/x'],
		['/\t/contoh.id', '/x'],
		['https://contoh.id/a', '/x'],
		['javascript:alert(1)', '/x'],
		['antrean', '/x'],
		['', '/x'],
		[null, '/x'],
		[`/${'a'.repeat(2000)}`, '/x']
	])('%s leads to %s', (to, path) => expect(ownPath(to, '/x')).toBe(path));

	it('is the page itself, not the deed that was asked of it', () => {
		expect(pageAddress(new URL('http://a/kasus/1?/simpan&tab=2'))).toBe('/kasus/1?tab=2');
		expect(pageAddress(new URL('http://a/kasus/1?/simpan'))).toBe('/kasus/1');
	});
});

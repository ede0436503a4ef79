import { describe, expect, it } from 'vitest';
import { BadInput } from '#platform/command.ts';
import { requireStrong, weaknessOf } from '#platform/sign-in/strength.ts';

const about = ['Sari Wulandari', 'sari.w@sragenkab.go.id'];

describe('a password', () => {
	it.each([
		['pendek 9!', 'passwordTooShort'],
		['x'.repeat(129), 'passwordTooLong'],
		['Koperasi2026', 'passwordWeak'],
		['qwertyuiop123', 'passwordWeak'],
		['aaaaaaaaaaaaaaaa', 'passwordWeak'],
		['payung wulandari biru laut', 'passwordNamesYou'],
		['payung W-u-l-a-n-d-a-r-i biru', 'passwordNamesYou'],
		['gajah sragenkab ungu terbang', 'passwordNamesYou'],
		['sariwsragenkabgoid', 'passwordNamesYou'],
		['kucing hitam naik sepeda', null],
		['gunung-kelapa-ombak-7', null]
	])('%s: %s', async (password, weakness) => {
		expect(await weaknessOf(password, about)).toBe(weakness);
	});

	it('of ten characters can be enough, of nine cannot', async () => {
		expect(await weaknessOf('q7#Lw9vX!z', about)).toBeNull();
		expect(await weaknessOf('q7#Lw9vX!', about)).toBe('passwordTooShort');
	});

	it('may hold the short words of a name: "Adi" stands in many words', async () => {
		expect(await weaknessOf('menjadi payung ungu terbang', ['Adi'])).toBeNull();
	});

	it('that is too weak is refused on its field', async () => {
		await expect(requireStrong('Koperasi2026', about, 'newPassword')).rejects.toEqual(
			new BadInput({ newPassword: 'passwordWeak' })
		);
		await expect(requireStrong('kucing hitam naik sepeda', about)).resolves.toBeUndefined();
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '#clinic/cooperatives/fold.ts';
import { foldCooperativeName } from '#clinic/cooperatives/names.ts';

const core = (name: string) => foldCooperativeName(name).core;

describe('spellings that a reader takes for one another', () => {
	it.each([
		['Sri Rejeki', 'Sri Redjeki', 'SRI  REZEKI'],
		['Jaya', 'Djaja', 'JAYA'],
		['Sumber', 'Soember'],
		['Bakti Pertiwi', 'Bhakti Pertiwi'],
		['Mulia', 'Mulya'],
		['Setia', 'Setya', 'Sétia'],
		['Soleh', 'Sholeh'],
		['Achmad', 'Ahmad', 'Akhmad'],
		['Cipta', 'Tjipta'],
		['Nyai', 'Njai'],
		['Syukur', 'Sjukur', 'Sjoekoer'],
		['Taufik', 'Taufiq', 'Topik'],
		['Al-Falaah', 'Al Falah', "AL FALA'H"],
		['Karya', 'Karja', 'KARYA'],
		['K P R I', 'KPRI', 'K.P.R.I.', '( K P R I )'],
		['Koppas II', 'KOPPAS 2'],
		['Good Year', 'Good  year ']
	])('%s = %s', (...spellings) => {
		expect(new Set(spellings.map(foldName)).size).toBe(1);
	});

	it.each([
		['Karya Mandiri', 'Karsa Mandiri'],
		['Melati I', 'Melati II'],
		['SMAN 1', 'SMAN 11'],
		['Usaha 999', 'Usaha 9'],
		['A Yani', 'Ayani'],
		['Rejeki', 'Reki']
	])('%s is not %s', (a, b) => {
		expect(foldName(a)).not.toBe(foldName(b));
	});
});

describe('folding', () => {
	const words = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: fc.constantFrom(...'adeijkostuyzhcfvxq .()-I2') }),
		fc
			.array(fc.constantFrom('Koperasi', 'KSP', 'Jasa', 'Tjipta', 'II', 'K', 'PT', 'Soedjaja', 'disingkat'))
			.map((list) => list.join(' '))
	);

	it('once is enough', () => {
		fc.assert(
			fc.property(words, (name) => foldName(foldName(name)) === foldName(name)),
			{ numRuns: 3_000 }
		);
	});

	it('looks neither at case nor at what stands between the words', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 5 }), (list) => {
				expect(foldName(` ${list.join(' - ').toUpperCase()}.`)).toBe(foldName(list.join(' ')));
			})
		);
	});

	it('leaves letters, digits and single spaces', () => {
		fc.assert(fc.property(words, (name) => /^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u.test(foldName(name))));
	});

	it('of a name with a letter or a digit never leaves nothing', () => {
		fc.assert(
			fc.property(words, (name) => {
				const folded = foldCooperativeName(name);
				if (foldName(name) === '') expect(folded).toEqual({ core: '', kindWords: [], norm: '' });
				else expect(folded.core).not.toBe('');
			})
		);
	});

	it('of a core gives the core again, unless it is nothing but kind words', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 4 }), (list) => {
				const once = core(`Koperasi Serba Usaha ${list.join(' ')}`);
				expect(core(once)).toBe(once);
			})
		);
	});
});

describe('the words of the kind are taken off', () => {
	it.each<[string, string, string[]]>([
		['KSU Sri Redjeki', 'sri reyeki', ['ksu']],
		['Koperasi Serba Usaha Sri Rejeki', 'sri reyeki', ['ksu']],
		['kop sri rejeki', 'sri reyeki', []],
		['Koperasi Simpan Pinjam KSP Keluarga Bahagia', 'keluarga bahagya', ['ksp']],
		['KSP. "DANA SUMA"', 'dana suma', ['ksp']],
		['Koperasi Simpan Pinjam dan Pembiayaan Syariah Baytul Ikhtiar', 'baytul ihtyar', ['kspps']],
		['KSPPS BMT Binaul Ummah', 'binol umah', ['kspps', 'bmt']],
		['Koperasi Pegawai Negeri Dewi Sri', 'dewi sri', ['kpri']],
		['KPN Dewi Sri', 'dewi sri', ['kpri']],
		['K P R I Dewi Sri', 'dewi sri', ['kpri']],
		['KOPERASI KONSUMEN KPRI PASCAPANEN', 'pascapanen', ['consumer', 'kpri']],
		['Kopkar PT Askes', 'askes', ['kopkar']],
		['Koperasi Karyawan Askes', 'askes', ['kopkar']],
		['KOPERASI JASA KARYAWAN TELKOM', 'telkom', ['service', 'kopkar']],
		['Koperasi Jasa Keuangan Syariah As Salam', 'as salam', ['kjks']],
		['Koperasi Konsumen Pembiayaan Ekonomi Kelurahan Rahayu Disingkat Kpek Rahayu', 'rahayu', ['consumer', 'kpek']],
		['Primer Koperasi Kartika Garuda', 'kartika garuda', ['primkop']],
		['Pusat Koperasi Pegawai Republik Indonesia PKPRI Kota Bogor', 'kota bogor', ['pkpri']],
		['Pusat Koperasi Wanita Jawa Barat', 'yawa barat', ['secondary', 'kopwan']],
		['Wijaya Koperasi Setia', 'wyaya setya', []]
	])('%s', (name, expected, kindWords) => {
		const folded = foldCooperativeName(name);
		expect(folded.core).toBe(expected);
		expect(folded.kindWords).toEqual(kindWords);
		expect(folded.norm).toBe([...kindWords, expected].join(' '));
	});

	it.each([
		['KPRI Jasa Karya', 'yasa karya'],
		['Koperasi Karyawan Jasa Mandiri', 'yasa mandiri'],
		['Koperasi Bina Wanita Mandiri', 'bina wanita mandiri'],
		['Koperasi Pegawai Republik Indonesia Usaha Bersama', 'usaha bersama'],
		['KOPERASI SUBUR MAKMUR', 'subur makmur']
	])('but not where they are the name: %s', (name, expected) => {
		expect(core(name)).toBe(expected);
	});

	it('a name of nothing else keeps them', () => {
		expect(core('KOPERASI KARYAWAN')).toBe('koperasi karyawan');
		expect(core('KUD')).toBe('kud');
	});
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sniffDelimiter } from '#platform/sheets/csv.ts';
import { allCells, allRows, bytes, refusal } from './reading.ts';

const register = fileURLToPath(new URL('../../world/register-kota-bogor.csv', import.meta.url));

describe('the register of Kota Bogor', () => {
	it('is read whole, by path and by bytes alike', async () => {
		const rows = await allRows(register);
		expect(rows).toHaveLength(251);
		expect(rows[0]).toEqual({
			sheet: '',
			number: 1,
			cells: ['No', 'Nama Koperasi', 'Nomor Badan Hukum', 'Alamat', 'Kecamatan']
		});
		expect(rows[3]?.cells[1]).toBe('Koperasi Pegawai Republik Indonesia Madrasah Tsanawiah \nNegeri Bogor AL AMANAH');
		expect(rows[250]?.cells[0]).toBe('251');
		expect(await allRows(new Uint8Array(readFileSync(register)))).toEqual(rows);
	});
});

describe('delimiters', () => {
	it.each([
		[';', 'No;Nama;Alamat\n1;A;Jl. B, No. 1, RT 2\n2;C;Jl. D, No. 2, RT 3\n'],
		[',', 'No,Nama,Alamat\n1,A,"Jl. B; No. 1"\n2,C,"Jl. D; No. 2"\n'],
		['\t', 'No\tNama\tAlamat\n1\tA\tJl. B, No. 1\n'],
		['|', 'No|Nama|Alamat\n1|A|Jl. B, No. 1\n']
	])('%j is found', (delimiter, text) => {
		expect(sniffDelimiter(text)).toBe(delimiter);
	});

	it('is not misled by titles above the heading', () => {
		expect(sniffDelimiter('DAFTAR KOPERASI, KOTA BOGOR\nTahun 2026\nNo;Nama;Alamat\n1;A;B\n2;C;D\n')).toBe(';');
	});

	it('is not misled by what stands in quotation marks, line breaks included', () => {
		expect(sniffDelimiter('No,Nama\n1,"A;B;C;\nD;E"\n2,"F;G;H;\nI"\n3,"J;;;"\n')).toBe(',');
	});

	it('takes the one that a sheet names in its first line, which is no row', async () => {
		expect(await allRows(bytes('sep=|\r\nNo|Nama\r\n1|A;B;C\r\n'))).toEqual([
			{ sheet: '', number: 2, cells: ['No', 'Nama'] },
			{ sheet: '', number: 3, cells: ['1', 'A;B;C'] }
		]);
	});

	it('keeps a single column whole', async () => {
		expect(await allCells(bytes('Nama Koperasi\nSri Rejeki\n'))).toEqual([['Nama Koperasi'], ['Sri Rejeki']]);
	});
});

describe('encodings', () => {
	it('reads UTF-8 without its mark', async () => {
		expect(await allCells(bytes('\uFEFFNo;Nama\n1;Café – “Maju”\n'))).toEqual([
			['No', 'Nama'],
			['1', 'Café – “Maju”']
		]);
	});

	it('reads what Windows writes when it is no UTF-8, curly quotation marks and dash included', async () => {
		const windows = new Uint8Array([
			...bytes('No;Nama\n1;Caf'),
			0xe9,
			0x20,
			0x96,
			0x20,
			0x93,
			...bytes('Maju'),
			0x94,
			0x0a
		]);
		expect(await allCells(windows)).toEqual([
			['No', 'Nama'],
			['1', 'Café – “Maju”']
		]);
	});

	it('decides on the whole file: one Windows letter at the far end decides for the beginning', async () => {
		const long = `No;Nama\n${'1;Sri Rejeki\n'.repeat(20_000)}2;Caf`;
		const rows = await allCells(new Uint8Array([...bytes(long), 0xe9]));
		expect(rows.at(-1)).toEqual(['2', 'Café']);
	});

	it('reads the Unicode text that Excel writes, little and big end first', async () => {
		const text = '\uFEFFNo\tNama\r\n1\tSri Rejeki\r\n';
		const little = Buffer.from(text, 'utf16le');
		const big = Buffer.from(text, 'utf16le').swap16();
		for (const file of [little, big]) {
			expect(await allCells(new Uint8Array(file))).toEqual([
				['No', 'Nama'],
				['1', 'Sri Rejeki']
			]);
		}
	});

	it('does not tear a letter that two pieces of the file share', async () => {
		const name = 'é'.repeat(200_000);
		const rows = await allCells(bytes(`a;${name.slice(0, 30_000)}\nb;${name.slice(0, 30_000)}\n`));
		expect(rows.every((row) => /^é{30000}$/.test(row[1] ?? ''))).toBe(true);
	});
});

describe('rows', () => {
	it('are numbered as a spreadsheet shows them, empty ones counted but not given', async () => {
		expect(await allRows(bytes('a;b\n\n;;\nc;d\n'))).toEqual([
			{ sheet: '', number: 1, cells: ['a', 'b'] },
			{ sheet: '', number: 4, cells: ['c', 'd'] }
		]);
	});

	it('may be of unequal length, and keep quotation marks inside a name', async () => {
		expect(await allCells(bytes('a;b;c\nKPEK "KPS" Jaya;x\n1;2;3;4\n'))).toEqual([
			['a', 'b', 'c'],
			['KPEK "KPS" Jaya', 'x'],
			['1', '2', '3', '4']
		]);
	});

	it('keep what begins like a formula', async () => {
		expect(await allCells(bytes('a;b\n=HYPERLINK("x");-1\n+62;@x\n'))).toEqual([
			['a', 'b'],
			['=HYPERLINK("x")', '-1'],
			['+62', '@x']
		]);
	});
});

describe('what is refused', () => {
	it.each<[string, string, string]>([
		['a quotation mark that is never closed', 'a;b\n1;"Koperasi\n2;c\n', 'sheets.brokenAt 2'],
		['nothing', '', 'sheets.empty'],
		['only blanks', ' ;\n;;\n\n', 'sheets.empty'],
		['a web page that calls itself a sheet', '<html><table><tr><td>1</td></tr></table></html>', 'sheets.oldFormat'],
		['the XML of 2003', '<?xml version="1.0"?><Workbook></Workbook>', 'sheets.oldFormat'],
		['a PDF', '%PDF-1.7 …', 'sheets.notASheet'],
		['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'sheets.notASheet']
	])('%s', async (_, text, code) => {
		expect(await refusal(bytes(text))).toBe(code);
	});

	it('more rows, columns, letters or bytes than the limit, and not one less', async () => {
		const rows = bytes('a;b\n'.repeat(3));
		expect(await refusal(rows, { maxRows: 3 })).toBe('read 3 rows');
		expect(await refusal(rows, { maxRows: 2 })).toBe('sheets.tooLarge rows');
		expect(await refusal(rows, { maxColumns: 2 })).toBe('read 3 rows');
		expect(await refusal(rows, { maxColumns: 1 })).toBe('sheets.tooLarge columns');
		expect(await refusal(rows, { maxFileBytes: 12 })).toBe('read 3 rows');
		expect(await refusal(rows, { maxFileBytes: 11 })).toBe('sheets.tooLarge file');
		expect(await refusal(bytes('a;bcd\n'), { maxCellChars: 3 })).toBe('read 1 rows');
		expect(await refusal(bytes('a;bcd\n'), { maxCellChars: 2 })).toBe('sheets.tooLarge cell');
	});

	it('a row without end', async () => {
		expect(await refusal(bytes('x'.repeat(2_000_000)))).toBe('sheets.brokenAt 1');
	});
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSheet } from '#platform/sheets/read.ts';
import { allRows, bytes, refusal } from './reading.ts';
import { inline, workbook, workbookParts, zip, type Part } from './workbook.ts';

const register = fileURLToPath(new URL('../../world/register-kota-bogor.xlsx', import.meta.url));

/** The parts of a workbook with one sheet, that sheet replaced. */
const withSheet = (content: string | Uint8Array, more: Partial<Part> = {}): Uint8Array =>
	zip(
		workbookParts({ sheets: [''] }).map((part) =>
			part.path.endsWith('sheet1.xml') ? { ...part, content, ...more } : part
		)
	);

const oldContainer = (...texts: string[]) => {
	const header = Buffer.alloc(1536);
	Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
	texts.forEach((text, index) => Buffer.from(text, 'utf16le').copy(header, 1024 + index * 128));
	return new Uint8Array(header);
};

describe('bombs', () => {
	const zeros = '<worksheet><sheetData>' + '<row><c><v>0</v></c></row>'.repeat(200_000);

	it('that say their size are refused before a byte of them is inflated', async () => {
		const file = withSheet('<worksheet/>', { declaredSize: 3_000_000_000 });
		expect(await refusal(file)).toBe('sheets.tooLarge inflated');
	});

	it('that hide their size are stopped where they pass it', async () => {
		expect(await refusal(withSheet(zeros, { declaredSize: 100 }))).toBe('sheets.broken');
	});

	it('that stay just below the declared limit are counted as they come', async () => {
		const whole = `${zeros}</sheetData></worksheet>`;
		expect(await refusal(withSheet(whole), { maxInflatedBytes: whole.length + 2_000 })).toBe('read 200000 rows');
		expect(await refusal(withSheet(whole), { maxInflatedBytes: whole.length })).toBe('sheets.tooLarge inflated');
		expect(await refusal(withSheet(whole), { maxRows: 199_999 })).toBe('sheets.tooLarge rows');
	});

	it('of one endless text, tag or depth', async () => {
		const endless = 'x'.repeat(5_000_000);
		expect(
			await refusal(
				withSheet(`<worksheet><sheetData><row><c t="str"><v>${endless}</v></c></row></sheetData></worksheet>`)
			)
		).toBe('sheets.tooLarge cell');
		expect(await refusal(withSheet(`<worksheet a="${endless}"></worksheet>`))).toBe('sheets.tooLarge cell');
		expect(await refusal(withSheet(`<worksheet>${'<c>'.repeat(100_000)}`))).toBe('sheets.broken');
	});

	it('of entities', async () => {
		const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row>${inline('&b;')}</row></sheetData></worksheet>`;
		expect(await refusal(withSheet(laughs))).toBe('sheets.broken');
		expect(await refusal(withSheet(`<worksheet><sheetData><row>${inline('&b;')}</row></sheetData></worksheet>`))).toBe(
			'sheets.broken'
		);
	});

	it('of shared texts', async () => {
		const sharedStrings = `<sst>${'<si><t>abcdefghij</t></si>'.repeat(1_000)}</sst>`;
		const file = workbook({ sharedStrings, sheets: [`<row>${inline('a')}</row>`] });
		expect(await refusal(file, { maxSharedStrings: 1_000, maxSharedStringChars: 10_000 })).toBe('read 1 rows');
		expect(await refusal(file, { maxSharedStrings: 999 })).toBe('sheets.tooLarge strings');
		expect(await refusal(file, { maxSharedStringChars: 9_999 })).toBe('sheets.tooLarge strings');
	});

	it('of parts, columns and letters', async () => {
		const parts = workbookParts({ sheets: [`<row>${inline('a', 'ZZ1')}</row>`] });
		expect(await refusal(zip(parts), { maxParts: parts.length })).toBe('read 1 rows');
		expect(await refusal(zip(parts), { maxParts: parts.length - 1 })).toBe('sheets.tooLarge parts');
		expect(await refusal(zip(parts), { maxColumns: 702 })).toBe('read 1 rows');
		expect(await refusal(zip(parts), { maxColumns: 701 })).toBe('sheets.tooLarge columns');
		const long = workbook({ sheets: [`<row>${inline('abc')}${inline('abc')}</row>`] });
		expect(await refusal(long, { maxCellChars: 3, maxRowChars: 6 })).toBe('read 1 rows');
		expect(await refusal(long, { maxCellChars: 2 })).toBe('sheets.tooLarge cell');
		expect(await refusal(long, { maxRowChars: 5 })).toBe('sheets.tooLarge row');
	});
});

describe('time and memory', () => {
	const many = bytes('a;b;c\n'.repeat(1_000_000));

	it('a file that takes too long is stopped, and the server goes on meanwhile', async () => {
		let ticks = 0;
		const ticking = setInterval(() => (ticks += 1), 5);
		expect(await refusal(many, { maxSeconds: 0.2, maxRows: 10_000_000 })).toBe('sheets.tooLarge time');
		clearInterval(ticking);
		expect(ticks).toBeGreaterThan(5);
	});

	it('a slow caller is not the file’s fault', async () => {
		let count = 0;
		for await (const _ of readSheet(bytes('a;b\n'.repeat(2_000)), { maxSeconds: 1.5 })) {
			count += 1;
			if (count % 500 === 1) await new Promise((resolve) => setTimeout(resolve, 500));
		}
		expect(count).toBe(2_000);
	});

	it('a file that takes too much memory ends its thread, not the process', async () => {
		const sharedStrings = `<sst>${Array.from({ length: 400_000 }, (_, index) => `<si><t>nama ${index}</t></si>`).join('')}</sst>`;
		const file = workbook({ sharedStrings, sheets: [`<row>${inline('a')}</row>`] });
		expect(await refusal(file)).toBe('read 1 rows');
		expect(await refusal(file, { maxMemoryMb: 12 })).toBe('sheets.tooLarge memory');
	});

	it('a loop that is left early leaves no thread behind', async () => {
		const ports = () => process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;
		const before = ports();
		for await (const _ of readSheet(many)) {
			expect(ports()).toBeGreaterThan(before);
			break;
		}
		expect(ports()).toBe(before);
	});
});

describe('files that are something else, or no longer whole', () => {
	it('a workbook cut anywhere', async () => {
		const whole = new Uint8Array(readFileSync(register));
		for (const share of [0.01, 0.3, 0.6, 0.9, 0.999]) {
			expect(await refusal(whole.subarray(0, Math.floor(whole.length * share)))).toBe('sheets.broken');
		}
	});

	it('a workbook with bytes turned over', async () => {
		const whole = new Uint8Array(readFileSync(register));
		for (let at = 400; at < whole.length - 400; at += 1_777) {
			const hurt = whole.slice();
			hurt.fill(0xff, at, at + 40);
			expect(await refusal(hurt)).toMatch(/^sheets\.(broken|notASheet|tooLarge)|^read \d+ rows$/);
		}
	});

	it.each<[string, Uint8Array, string]>([
		['an old .xls', oldContainer('Root Entry', 'Workbook'), 'sheets.oldFormat'],
		[
			'a workbook behind a password',
			oldContainer('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
			'sheets.encrypted'
		],
		['a zip behind a password', withSheet('<worksheet/>', { flags: 1 }), 'sheets.encrypted'],
		['any zip', zip([{ path: 'foto.jpg', content: 'x' }]), 'sheets.notASheet'],
		['an empty zip', zip([]), 'sheets.notASheet'],
		[
			'a workbook of empty sheets',
			workbook({ sheets: ['', '<row><c t="inlineStr"><is><t> </t></is></c></row>'] }),
			'sheets.empty'
		],
		['a workbook of no sheets', workbook({ sheets: [] }), 'sheets.empty'],
		['a text that is not there', workbook({ sheets: ['<row r="4"><c t="s"><v>9</v></c></row>'] }), 'sheets.brokenAt 4'],
		['a row at no place', workbook({ sheets: [`<row r="x">${inline('a')}</row>`] }), 'sheets.broken'],
		['a cell at no place', workbook({ sheets: [`<row r="4">${inline('a', '4')}</row>`] }), 'sheets.brokenAt 4'],
		['XML that is none', withSheet('<worksheet><sheetData><row>'), 'sheets.broken'],
		['letters that are none', withSheet(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xff])), 'sheets.broken'],
		['an empty part', withSheet(''), 'sheets.broken']
	])('%s', async (_, file, code) => {
		expect(await refusal(file)).toBe(code);
	});

	it('a text document in the same container', async () => {
		const document = workbookParts({ sheets: [] }).map((part) =>
			part.path === 'xl/workbook.xml' ? { ...part, content: '<document><body/></document>' } : part
		);
		expect(await refusal(zip(document))).toBe('sheets.notASheet');
	});

	it('two parts of one name', async () => {
		const parts = workbookParts({ sheets: [`<row>${inline('a')}</row>`] });
		expect(await refusal(zip([...parts, parts.at(-1)!]))).toBe('sheets.broken');
	});

	it('a file that is not there is a fault of ours, not of the file', async () => {
		await expect(allRows('/nowhere/register.xlsx')).rejects.toThrow(/ENOENT/);
	});
});

it('the caller keeps its bytes', async () => {
	const file = bytes('a;b\n');
	await allRows(file);
	expect(new TextDecoder().decode(file)).toBe('a;b\n');
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSheet } from '#platform/sheets/read.ts';
import { allCells, allRows } from './reading.ts';
import { inline, relationships, workbook, workbookParts, zip } from './workbook.ts';

const world = (name: string) => fileURLToPath(new URL(`../../world/${name}`, import.meta.url));

const styles = `<styleSheet>
	<numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="&quot;Rp dasar &quot;#,##0"/>
	<numFmt numFmtId="166" formatCode="0000000"/><numFmt numFmtId="167" formatCode="[Red]#,##0;[h]:mm"/></numFmts>
	<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
	<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="167"/></cellXfs>
</styleSheet>`;

const number = (value: string, style: number) => `<c s="${style}"><v>${value}</v></c>`;

it('the workbook of Kota Bogor holds what its csv holds', async () => {
	expect(await allCells(world('register-kota-bogor.xlsx'))).toEqual(await allCells(world('register-kota-bogor.csv')));
});

describe('places', () => {
	it('are counted where rows and cells do not say them', async () => {
		const file = workbook({ sheets: [`<row>${inline('a')}${inline('b')}</row><row/><row>${inline('c')}</row>`] });
		expect(await allRows(file)).toEqual([
			{ sheet: 'Lembar 1', number: 1, cells: ['a', 'b'] },
			{ sheet: 'Lembar 1', number: 3, cells: ['c'] }
		]);
	});

	it('are taken where they are said, and counted on from there', async () => {
		const file = workbook({
			sheets: [`<row r="7">${inline('a', 'C7')}${inline('b')}${inline('c', 'AA7')}</row><row>${inline('d')}</row>`]
		});
		const [first, second] = await allRows(file);
		expect(first?.number).toBe(7);
		expect(first?.cells).toHaveLength(27);
		expect(first?.cells.slice(0, 4)).toEqual(['', '', 'a', 'b']);
		expect(first?.cells[26]).toBe('c');
		expect(second).toEqual({ sheet: 'Lembar 1', number: 8, cells: ['d'] });
	});
});

describe('texts', () => {
	it('come from the shared ones, runs joined, reading aids left out', async () => {
		const file = workbook({
			sharedStrings: `<sst><si><t>Sri</t></si><si><r><t>Re</t></r><r><t xml:space="preserve">jeki </t></r><rPh sb="0" eb="1"><t>xxx</t></rPh></si></sst>`,
			sheets: ['<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"/></row>']
		});
		expect(await allCells(file)).toEqual([['Rejeki ', 'Sri']]);
	});

	it('come from the cell itself, whatever its type', async () => {
		const file = workbook({
			sheets: [
				`<row>${inline('A &amp; B')}<c t="str"><f>X()</f><v>hasil</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2020-05-01T00:00:00Z</v></c><c><f>A1</f></c></row>`
			]
		});
		expect(await allCells(file)).toEqual([['A & B', 'hasil', 'TRUE', '#REF!', '2020-05-01']]);
	});

	it('lose the escapes of a workbook', async () => {
		expect(await allCells(workbook({ sheets: [`<row>${inline('a_x000D_\nb_x0041_')}</row>`] }))).toEqual([['a\r\nbA']]);
	});

	it('survive a prefix on every tag', async () => {
		const parts = workbookParts({ sheets: [''] }).map((part) =>
			part.path.endsWith('sheet1.xml')
				? {
						...part,
						content:
							'<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
					}
				: part
		);
		expect(await allCells(zip(parts))).toEqual([['a']]);
	});
});

describe('numbers', () => {
	const cells = async (...row: string[]) =>
		(await allCells(workbook({ styles, sheets: [`<row>${row.join('')}</row>`] })))[0];

	it('with a date style are days, with a time only where there is one', async () => {
		expect(await cells(number('33560', 1), number('39600', 2), number('44197.5', 5), number('0.25', 5))).toEqual([
			'1991-11-18',
			'2008-06-01',
			'2021-01-01 12:00:00',
			'06:00:00'
		]);
	});

	it('know the 29 February 1900 that never was', async () => {
		expect(await cells(number('1', 1), number('59', 1), number('61', 1))).toEqual([
			'1900-01-01',
			'1900-02-28',
			'1900-03-01'
		]);
	});

	it('with a currency are no days, though Rp dasar holds a d', async () => {
		expect(await cells(number('33560', 3), number('1190916827', 3))).toEqual(['33560', '1190916827']);
	});

	it('keep the zeros that their style shows, and only those', async () => {
		expect(await cells(number('2868', 4), number('12345678', 4), number('-5', 4), number('2868', 0))).toEqual([
			'0002868',
			'12345678',
			'-5',
			'2868'
		]);
	});

	it('are written out in full, without the traces of their storage', async () => {
		expect(
			await cells(
				number('3275070060001', 0),
				number('1.5E+15', 0),
				number('0.10000000000000001', 0),
				number('1E+22', 0)
			)
		).toEqual(['3275070060001', '1500000000000000', '0.1', '10000000000000000000000']);
	});

	it('count from 1904 where the workbook says so', async () => {
		const file = workbook({
			styles,
			workbookPr: '<workbookPr date1904="1"/>',
			sheets: [`<row>${number('32098', 1)}</row>`]
		});
		expect(await allCells(file)).toEqual([['1991-11-18']]);
	});

	it('that are none come as they are, and a style that does not exist is none', async () => {
		expect(await cells(number('abc', 1), number('5', 99))).toEqual(['abc', '5']);
	});
});

describe('sheets', () => {
	it('are read one after the other under their names; hidden ones are named and not read', async () => {
		const reading = readSheet(
			workbook({ sheets: ['a', 'b', 'c'].map((text) => `<row>${inline(text)}</row>`), hidden: [1] })
		);
		const rows = [];
		for await (const row of reading) rows.push(row);
		expect(rows).toEqual([
			{ sheet: 'Lembar 1', number: 1, cells: ['a'] },
			{ sheet: 'Lembar 3', number: 1, cells: ['c'] }
		]);
		expect(reading.hiddenSheets).toEqual(['Lembar 2']);
	});

	it('that hold a chart only are passed over', async () => {
		const parts = workbookParts({ sheets: [`<row>${inline('a')}</row>`, ''] }).map((part) =>
			part.path === 'xl/_rels/workbook.xml.rels'
				? {
						...part,
						content: relationships([
							['s0', 'worksheet', 'worksheets/sheet1.xml'],
							['s1', 'chartsheet', 'x.xml']
						])
					}
				: part
		);
		expect(await allCells(zip(parts))).toEqual([['a']]);
	});
});

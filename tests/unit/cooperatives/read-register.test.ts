import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRegister, type RegisterEvent, type RegisterRow } from '#clinic/cooperatives/read-register.ts';
import { readSheet } from '#platform/sheets/read.ts';

const context = { today: '2026-11-21', regency: 'Kota Bogor' };

async function events(rows: AsyncIterable<RegisterRow>): Promise<RegisterEvent[]> {
	const list: RegisterEvent[] = [];
	for await (const event of readRegister(rows, context)) list.push(event);
	return list;
}

async function* sheets(...list: [sheet: string, rows: string[][]][]): AsyncGenerator<RegisterRow> {
	for (const [sheet, rows] of list)
		for (const [index, cells] of rows.entries()) yield { sheet, number: index + 1, cells };
}

/** What became of each row: `taken`, `known as N`, or why it was refused. */
const outcomes = (list: RegisterEvent[]) =>
	list.flatMap((event) => {
		if (event.event === 'heading') return [];
		if (event.read.outcome === 'refused') return [event.read.reason];
		return [event.found && 'same' in event.found ? `known as ${event.found.same}` : 'taken'];
	});

describe('the register of Kota Bogor', () => {
	const file = (name: string) => fileURLToPath(new URL(`../../world/${name}`, import.meta.url));

	it.each(['register-kota-bogor.csv', 'register-kota-bogor.xlsx'])(
		'%s: of each of the 250 rows is said what becomes of it',
		async (name) => {
			const list = await events(readSheet(file(name)));
			const rows = outcomes(list);
			expect(rows).toHaveLength(250);
			expect(rows.filter((row) => row === 'taken')).toHaveLength(249);
			// KSPPS Kebajikan Ikamatabagsel Sejahtera, its number, its district: the register has it twice.
			expect(rows.flatMap((row, index) => (row === 'taken' ? [] : [`${index + 1} ${row}`]))).toEqual([
				'243 known as 70'
			]);
		}
	);

	it('cooperatives that a number or a name makes alike are taken, and the likeness is said', async () => {
		const list = await events(readSheet(file('register-kota-bogor.csv')));
		const number = (position: number) => {
			const event = list.find((one) => one.event === 'row' && one.position === position);
			return event?.event === 'row' ? event.row.cells[0] : undefined;
		};
		const alike = list.flatMap((event) =>
			event.event === 'row' && event.found && 'perhaps' in event.found
				? event.found.perhaps.map(({ row, doubt }) => `${event.row.cells[0]} ${doubt} ${number(row)}`)
				: []
		);
		expect(alike).toEqual([
			'81 sameNumberElsewhere 39',
			'135 legalNumberRepeats 50',
			'146 legalNumberRepeats 58',
			'153 sameNameHere 81',
			'164 sameNameHere 145',
			'166 legalNumberRepeats 140',
			'167 legalNumberRepeats 139',
			'168 legalNumberRepeats 142',
			'169 legalNumberRepeats 136',
			'207 legalNumberRepeats 126',
			'231 sameNameHere 207',
			'241 legalNumberRepeats 149'
		]);
	});
});

describe('sheets', () => {
	const heading = ['No', 'Nama Koperasi', 'Alamat', 'Kecamatan'];

	it('have each their heading, titles above it left out of the rows', async () => {
		const list = await events(
			sheets(
				['Satu', [['DAFTAR KOPERASI'], heading, ['1', 'KSP A', 'Jl. 1', 'X']]],
				[
					'Dua',
					[
						['Nama Koperasi', 'Kecamatan'],
						['KSP B', 'X']
					]
				]
			)
		);
		expect(outcomes(list)).toEqual(['taken', 'taken']);
		expect(
			list.flatMap((event) => (event.event === 'heading' ? [`${event.sheet} ${event.heading?.rows}`] : []))
		).toEqual(['Satu 2', 'Dua 1']);
	});

	it('without a heading are refused row by row, not passed over', async () => {
		const list = await events(
			sheets(['Catatan', [['dicetak 2026'], ['oleh dinas']]], ['Data', [heading, ['1', 'KSP A', 'Jl. 1', 'X']]])
		);
		expect(outcomes(list)).toEqual(['noHeading', 'noHeading', 'taken']);
	});

	it('divided by lines that name the district lend it to the rows below, to the end of the sheet', async () => {
		const plain = ['No', 'Nama Koperasi', 'Alamat'];
		const list = await events(
			sheets(
				[
					'Satu',
					[
						plain,
						['', 'Kecamatan Bogor Utara', ''],
						['1', 'KSP A', 'Jl. 1'],
						['', 'KEC. BOGOR BARAT', ''],
						['2', 'KSP B', 'Jl. 2']
					]
				],
				['Dua', [plain, ['1', 'KSP C', 'Jl. 3']]]
			)
		);
		expect(outcomes(list)).toEqual(['section', 'taken', 'section', 'taken', 'taken']);
		const districts = list.flatMap((event) =>
			event.event === 'row' && event.read.outcome === 'taken' ? [event.read.fields.district] : []
		);
		expect(districts).toEqual(['Bogor Utara', 'BOGOR BARAT', null]);
	});

	it('longer than the rows held back for the heading lose none', async () => {
		const many = Array.from({ length: 200 }, (_, index) => [String(index + 1), `KSP Nama ${index + 1}`, 'Jl. 1', 'X']);
		const list = await events(sheets(['Satu', [heading, ...many]], ['Dua', [heading, ...many]]));
		const rows = list.flatMap((event) => (event.event === 'row' ? [event] : []));
		expect(rows.map((row) => row.position)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
		expect(rows.slice(0, 200).map((row) => row.row.cells[0])).toEqual(many.map((cells) => cells[0]));
		expect(outcomes(list).slice(200)).toEqual(many.map((_, index) => `known as ${index + 1}`));
	});

	it('the reading ends with the loop that asks for it', async () => {
		let isClosed = false;
		async function* rows(): AsyncGenerator<RegisterRow> {
			try {
				yield* sheets(['Satu', [heading, ...Array.from({ length: 100 }, () => ['1', 'KSP A', 'Jl. 1', 'X'])]]);
			} finally {
				isClosed = true;
			}
		}
		for await (const event of readRegister(rows(), context)) if (event.event === 'row') break;
		expect(isClosed).toBe(true);
	});
});

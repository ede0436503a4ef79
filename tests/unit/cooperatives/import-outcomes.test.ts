import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOutcomes, decideRows, type Known, type Registered } from '#clinic/cooperatives/import-outcomes.ts';
import { placer, type Area } from '#clinic/cooperatives/placing.ts';
import { readRegister, type RegisterRow } from '#clinic/cooperatives/read-register.ts';
import { gatherRegister } from '#clinic/cooperatives/register-read.ts';
import { identityOf } from '#clinic/cooperatives/same-cooperative.ts';

const areas: Area[] = [
	{ code: '32.71.01', name: 'Bogor Utara', parentCode: '32.71', level: 3 },
	{ code: '32.71.02', name: 'Tanah Sareal', parentCode: '32.71', level: 3 },
	{ code: '32.71.02.1001', name: 'Kedung Badak', parentCode: '32.71.02', level: 4 }
];
const nothingKnown: Known = { lines: new Map(), alike: new Map() };

async function decide(rows: string[][], known = nothingKnown) {
	async function* lines(): AsyncGenerator<RegisterRow> {
		for (const [index, cells] of rows.entries()) yield { sheet: '', number: index + 1, cells };
	}
	const context = { today: '2026-03-02', regency: null };
	const register = await gatherRegister(readRegister(lines(), context));
	const placeOf = placer(areas);
	let made = 0;
	return decideRows(
		register.rows,
		({ fields }) => placeOf(fields),
		known,
		() => `new ${(made += 1)}`
	);
}

const heading = ['Nama Koperasi', 'Nomor Badan Hukum', 'Kecamatan'];
const registered = (name: string, legalNumberNorm: string, district: string): Registered => ({
	id: 'held',
	name,
	identity: identityOf({
		core: name,
		norm: name,
		legalNumberNorm,
		registryNumber: null,
		district,
		address: null
	})
});

describe('what becomes of a row', () => {
	it('a new cooperative, where nothing is known of it', async () => {
		const [row] = await decide([heading, ['KSP Satu', '12/BH/2001', 'tanah sereal']]);
		expect(row).toMatchObject({
			outcome: 'imported',
			reason: null,
			cooperativeId: 'new 1',
			place: { districtCode: '32.71.02', district: 'Tanah Sareal' },
			weight: 'corrected'
		});
	});

	it('known, where its line came before', async () => {
		const lines = new Map([[1, { id: 'held', name: 'KSP Nama Baru' }]]);
		const [row] = await decide([heading, ['KSP Satu', '12/BH/2001', 'Bogor Utara']], { lines, alike: new Map() });
		expect(row).toMatchObject({ outcome: 'known', reason: 'sameLine', cooperativeId: 'held', notes: [] });
	});

	it('known, where its cooperative is registered in the same district, though spelled otherwise', async () => {
		const held = registered('satu', '12/BH/2001', 'Tanah Sareal');
		const same = [heading, ['KSP Satu', '12/BH/2001', 'Tanah sereal']];
		const [row] = await decide(same, { lines: new Map(), alike: new Map([[1, [held]]]) });
		expect(row).toMatchObject({ outcome: 'known', reason: 'sameCooperative', cooperativeId: 'held' });
		const [elsewhere] = await decide([heading, ['KSP Satu', '12/BH/2001', 'Bogor Utara']], {
			lines: new Map(),
			alike: new Map([[1, [held]]])
		});
		expect(elsewhere).toMatchObject({ outcome: 'imported' });
		expect(elsewhere!.notes).toContainEqual({
			code: 'sameNumberElsewhere',
			field: 'legalNumber',
			from: 'satu',
			to: null
		});
	});

	it('known, where it stood earlier in the file, by whatever that row became', async () => {
		const line = ['KSP Satu', '12/BH/2001', 'Bogor Utara'];
		const rows = await decide([heading, line, ['KUD Dua', '', ''], line], {
			lines: new Map([[1, { id: 'held', name: 'KSP Satu' }]]),
			alike: new Map()
		});
		expect(rows.map(({ outcome, cooperativeId }) => [outcome, cooperativeId])).toEqual([
			['known', 'held'],
			['imported', 'new 1'],
			['known', 'held']
		]);
		expect(rows[2]!.params).toEqual({ row: 2, sheet: '' });
	});

	it('known, where more equal rows came before than are remembered', async () => {
		const line = ['KSP Satu', '', 'Bogor Utara'];
		const others = Array.from({ length: 80 }, (_, at) => ['KSP Satu', `${at}/BH/2001`, 'Bogor Utara']);
		const rows = await decide([heading, ...others, line, line]);
		expect(rows.at(-2)).toMatchObject({ outcome: 'imported' });
		expect(rows.at(-1)).toMatchObject({ outcome: 'known', reason: 'earlierRow' });
	});

	it('nothing is dropped: every row has one outcome, whatever the file holds', async () => {
		const cell = fc.constantFrom(
			'',
			'KSP Satu',
			'KUD Dua',
			'Jumlah',
			'12/BH/2001',
			'13/BH/2001',
			'Bogor Utara',
			'=1+1',
			'123'
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 }),
				async (rows) => {
					const filled = rows.filter((cells) => cells.some((text) => text !== ''));
					fc.pre(filled.length > 0);
					const decided = await decide([heading, ...filled]);
					const counts = countOutcomes(decided);
					expect(counts.read).toBe(filled.length);
					expect(counts.imported + counts.known + counts.refused).toBe(counts.read);
					for (const { outcome, cooperativeId, reason } of decided) {
						expect(cooperativeId === null).toBe(outcome === 'refused');
						expect(reason === null).toBe(outcome === 'imported');
					}
				}
			)
		);
	});
});

describe('where a row lies', () => {
	const place = placer(areas);
	it.each([
		['Kec. Bogor Utara', null, '32.71.01', null, []],
		['tanahsareal', 'Kedungbadak', '32.71.02', '32.71.02.1001', []],
		['Tanah Sereal', 'Kedung Badag', '32.71.02', '32.71.02.1001', ['districtSpelling', 'districtSpelling']],
		['Bogor Utara', 'Kedung Badak', '32.71.01', null, ['villageUnknown']],
		['Mars', 'Kedung Badak', null, null, ['districtUnknown', 'villageUnknown']],
		[null, null, null, null, []]
	])('%s, %s', (district, village, districtCode, villageCode, codes) => {
		const found = place({ district, village });
		expect([found.districtCode, found.villageCode]).toEqual([districtCode, villageCode]);
		expect(found.notes.map(({ code }) => code)).toEqual(codes);
		expect(found.district).toBe(districtCode ? areas.find(({ code }) => code === districtCode)!.name : district);
	});
});

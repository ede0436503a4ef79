import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readLegalNumber } from '#clinic/cooperatives/legal-numbers.ts';

const norm = (written: string) => readLegalNumber(written)?.norm ?? null;

describe('one number in many spellings', () => {
	it.each([
		[
			'8091/BH/KWK-10/22',
			'8091/BH/KWK.10/22',
			'8091/bh/KWK10/22',
			'8091/BH/KWK.10.22',
			'No. 8091/B.H/KWK.10/22',
			'8091./BH/KWK 10/22'
		],
		['009192/BH/M.KUKM.2/VII/2018', '9192/BH/M.KUKM/2/VII/2018', '009192//BH/M.KUKM.2.VII/2018'],
		['64/BH/KDK.1022/XII/2000', '64/BH/KDK.1022XII/2000', '64/BH/KDK.10/22/XII/00', '64/BH/KDK-1022/12/2000'],
		['8038/BH/PAD/KWK.10/VI/1996', '8038/BH/PAD/KWK.10/VI/96', '8038/BHP/PAG.KWK.10/VI-1996'],
		['2017/BH/IX-9/12-67', '2017/BH/IX-9/12-1967', '2017/BH/IX.9/XII/1967'],
		['66/BH/XIII.5/Kankop', '66/BH/XIII.5/KOP', '66/BH/XIII.5/kop'],
		['518/06/BH.DIPERINDGKOP', '518/6/BH/DISPERINDAGKOP', '518/06/BH/perindagkop', '518/06/BH/PERINDANGKOP'],
		['11.306/BH/KWK.10/22', '11306/BH/KWK.10/22'],
		['2106/B/BH/KWK-10/22', '2106B/BH/KWK-10/22', '2106.B/BH/KWK-10/22'],
		['III/BH/KWK.10/VIII/1996', '111/BH/KWK.10/VIII/96'],
		['AHU-0007286.AH.01.26.TAHUN 2020', 'AHU-7286.AH.01.26.Tahun2020', 'AHU-0007286.AH.01.26.TH 2020']
	])('%s', (...spellings) => {
		expect(new Set(spellings.map(norm)).size).toBe(1);
	});
});

describe('different numbers stay different', () => {
	it.each([
		['01/BH/KDK.1022/I/2001', '01/BH/KDK.1022/I/2000'],
		['67/BH/XII.5/KANKOP', '67/BH/XIII.5/KANKOP'],
		['538A/BH/IX-9/12-67', '538/BH/IX-9/12-67'],
		['518/08/BH/PERINDAGKOP', '518/08/PAD/PERINDAGKOP'],
		['518/18/BH/PERINDAGKOP', '518/18/BH/KANKOP'],
		['18/KEP/KDK.1022/IX/1998', '18/BH/KDK.1022/IX/1998'],
		['AHU-0003726.AH.01.26.TAHUN 2020', 'AHU-0003726.AH.01.29.TAHUN 2020'],
		['9647/BH/KWK.10/22', '9647/BH/KWK.10/5']
	])('%s is not %s', (a, b) => {
		expect(norm(a)).not.toBe(norm(b));
	});
});

describe('what a number says', () => {
	it.each<[string, { year: number; month: number | null } | null]>([
		['009192/BH/M.KUKM.2/VII/2018', { year: 2018, month: 7 }],
		['65/BH/KDK.1022/IV/99', { year: 1999, month: 4 }],
		['7/BH/KDK.10/III/00', { year: 2000, month: 3 }],
		['7/BH/KDK.10/III/39', { year: 2039, month: 3 }],
		['7/BH/KDK.10/III/40', { year: 1940, month: 3 }],
		['2835./BH/9-12-1967', { year: 1967, month: 12 }],
		['AHU-0000246.AH.01.26.TAHUN 2019', { year: 2019, month: null }],
		['519/19/BH/PERINDAGKOP/2003', { year: 2003, month: null }],
		// 10 and 22 are the regions of an office, no month and year.
		['8091/BH/KWK-10/22', null],
		['6467/BH/DK-10/3', null],
		['91/BH/KDK.1022/IV', null]
	])('%s', (written, issued) => {
		expect(readLegalNumber(written)?.issued).toEqual(issued);
	});

	it('whether it is an amendment, wherever that stands', () => {
		expect(readLegalNumber('4716/BH/XVI.10/PAD/II/2009')?.isAmendment).toBe(true);
		expect(readLegalNumber('05/PAD/KDK.1022/XI/2000')?.isAmendment).toBe(true);
		expect(readLegalNumber('4716/BH/XVI.10/II/2009')?.isAmendment).toBe(false);
	});
});

it.each(['', '-', 'belum ada', 'dalam proses', '///'])('%j is no number', (written) => {
	expect(readLegalNumber(written)).toBeNull();
});

it('every number of the register of Kota Bogor is read, and read the same again', () => {
	const rows: string[][] = parse(readFileSync(new URL('../../world/register-kota-bogor.csv', import.meta.url)), {
		delimiter: ';',
		from: 2
	});
	expect(rows).toHaveLength(250);
	for (const [, , written] of rows) {
		const once = norm(written!);
		expect(once).toMatch(/^[A-Z0-9]+(\/[A-Z0-9]+)+$/);
		expect(norm(once!)).toBe(once);
	}
});

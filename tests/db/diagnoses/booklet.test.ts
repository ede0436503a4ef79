import { describe, expect, it } from 'vitest';
import { booklet } from '#clinic/diagnoses/server/booklet.ts';
import { causes } from '#clinic/diagnoses/causes.ts';
import { describedGroups } from '#clinic/diagnoses/ui/described.ts';
import { pdfText } from '../../pdf-text.ts';

describe('the code list as a booklet', () => {
	it('is a PDF that names every disease, and is set once', async () => {
		const pdf = await booklet('id');
		expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		const text = pdfText(pdf);
		for (const { number } of causes) expect(text).toContain(number);
		expect(await booklet('id')).toBe(pdf);
	});

	it('says every sign in words, with the edges of the instruments', () => {
		const texts = describedGroups().flatMap(({ diseases }) =>
			diseases.flatMap(({ signs, against, legal }) => [...signs, ...against, ...legal].map(({ text }) => text))
		);
		expect(texts.filter((text) => /undefined|NaN|^answered|^complaint|^worse|^fine/.test(text))).toEqual([]);
		expect(texts).toContain(
			'Pinjaman bermasalah dari semua pinjaman: di atas 10% (KSP); di atas 10% (KKPKK); di atas 5% (PEARLS)'
		);
		expect(texts).toContain('Lama piutang tertagih: mulai 180 hari (KKPKK)');
	});
});

import { examine, people, sickFigures, soundFigures } from './steps.ts';
import { expect, lookAt, signIn, test } from './story.ts';
import type { Page } from '@playwright/test';

const name = 'KSP Bengawan Artha';

/** So ill that only the rule of 2009 has the word for it. */
const figures = {
	...sickFigures,
	'Modal sendiri': '50.000.000',
	'Beban usaha': '90.000.000',
	'Biaya karyawan': '160.000.000',
	'Promosi ekonomi anggota': '0'
};

/** The office reads the risk of problem loans in the rule of 2009 as its table (0) or its narrative (1). */
async function readAs(page: Page, reading: 0 | 1): Promise<void> {
	await signIn(page, people.administrator);
	await page.goto('/pengaturan/pembacaan');
	await lookAt(page, 'cara-baca');
	const form = page.locator('form').filter({ has: page.locator('input[name="instrument"][value="ksp-2009"]') });
	await form.locator('input[name="readings.problem-loan-risk"]').nth(reading).check();
	await form.getByRole('button').click();
	await expect(page.getByText('Perubahan sudah disimpan.')).toBeVisible();
}

/** What the result says of each aspect: marks, bands, figures, and the questions as they were asked. */
const scored = async (page: Page): Promise<string[]> => {
	await page.goto(`${new URL(page.url()).pathname}?buka=semua`);
	return page.locator('main details').allInnerTexts();
};

test('an old examination by the rule of 2009 reopens as it was scored, whatever came after it', async ({ page }) => {
	await readAs(page, 1);
	await signIn(page, people.adviser);
	await page.goto('/kasus');
	// On a phone the board shows one column at a time.
	const card = page.getByRole('link', { name, includeHidden: true }).first();
	const caseId = (await card.getAttribute('href'))!.split('/').at(-1)!;

	await examine(page, caseId, figures, 'Tidak', '?tahun=2012');
	await expect(page.getByText('Permenkop 14/2009').first()).toBeVisible();
	await expect(page.getByText('Kurang sehat').first()).toBeVisible();
	await expect(page.getByText('Berbeda dari tabel tercetak')).toHaveCount(1);
	const old = new URL(page.url()).pathname;
	const before = await scored(page);
	expect(before.join('\n')).toContain('Ada visi, misi, dan tujuan');

	// Years later: another rule, another reading, a cooperative that is well.
	await examine(page, caseId, soundFigures, 'Ya', '?tahun=2025');
	await expect(page.getByText('Sehat', { exact: true }).first()).toBeVisible();
	await readAs(page, 0);

	await signIn(page, people.adviser);
	await page.goto(old);
	await expect(page.getByText('Kurang sehat').first()).toBeVisible();
	await expect(page.getByText('Berbeda dari tabel tercetak')).toHaveCount(1);
	expect(await scored(page)).toEqual(before);
	await lookAt(page, 'pemeriksaan-lama');
});

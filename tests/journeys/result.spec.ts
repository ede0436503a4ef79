import type { Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';
import { people } from './steps.ts';

/** The newest examination of a cooperative that the demonstration has examined over three book years. */
async function openResult(page: Page): Promise<void> {
	await signIn(page, people.adviser);
	await page.goto(`/register?${new URLSearchParams({ cari: 'KSP Ngudi Rahayu' })}`);
	await page.getByRole('table').getByRole('link', { name: 'KSP Ngudi Rahayu' }).first().click();
	await expect(page).toHaveURL(/\/register\/[0-9a-f-]{36}/);
	await page.locator('a[href^="/pemeriksaan/"]').first().click();
	await expect(page.getByRole('heading', { name: /Hasil pemeriksaan KSP Ngudi Rahayu/ })).toBeVisible();
}

test('a result shows its years, what would lift it, and what other figures would come to', async ({ page }) => {
	await openResult(page);
	await expect(
		page.getByRole('img', { name: /Dari tahun ke tahun: .*\(2022\) → .*\(2023\) → .*\(2024\)/ }).first()
	).toBeVisible();
	const lift = page.getByRole('region', { name: 'Apa yang mengangkatnya?' });
	await expect(lift.getByText(/Kurang 5,20 lagi untuk menjadi Cukup sehat/)).toBeVisible();
	await expect(lift.getByRole('listitem').first()).toContainText(
		/Tambah Kas Rp[\d.]+.*Nilai menjadi 68,30: Cukup sehat/s
	);
	const amount = /menjadi Rp([\d.]+)/.exec(await lift.getByRole('listitem').first().innerText())![1]!;
	await lookAt(page, 'hasil-periksa');

	// What it says is true: the amount it names, typed in, gives that score.
	await page.getByText('Coba dengan angka lain').click();
	const cash = page.getByLabel('Kas', { exact: true });
	await cash.fill(amount);
	await expect(page.getByText('Dengan angka ini 68,30: Cukup sehat')).toBeVisible();
	await cash.fill('kira-kira lima juta');
	await expect(page.getByText('Tulis angka bulat dalam rupiah')).toBeVisible();
	await page.getByLabel('Geser Kas').fill('1000');
	await expect(page.getByText('Dengan angka ini 68,30: Cukup sehat')).toBeVisible();
	await lookAt(page, 'hasil-periksa-coba');
});

test('other figures can be tried without script', async ({ browser, baseURL, viewport }) => {
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL!, viewport, locale: 'id-ID' });
	const page = await plain.newPage();
	await openResult(page);
	await page.getByText('Coba dengan angka lain').click();
	await page.getByLabel('Beban usaha', { exact: true }).fill('1');
	await page.getByText(/Pertanyaan yang dijawab/).click();
	await page.getByRole('checkbox').first().check();
	await page.getByRole('button', { name: 'Hitung nilainya' }).click();
	// Less expense: operating cost from 1 to 4 points, self-reliance from 0 to 4; one question of general management more.
	await expect(page.getByText('Dengan angka ini 68,05: Cukup sehat')).toBeVisible();
	await expect(page.getByLabel('Beban usaha', { exact: true })).toHaveValue('1');
	await expect(page.getByRole('checkbox').first()).toBeChecked();
	await page.getByRole('link', { name: 'Kembali ke angka semula' }).click();
	await expect(page.getByText(/Dengan angka ini/)).toHaveCount(0);
	await plain.close();
});

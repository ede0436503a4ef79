import type { Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';
import { people } from './steps.ts';

const compare = (page: Page) => page.getByRole('link', { name: /^Bandingkan .+ dan / });

test('two records of one cooperative are found, compared, merged, and two again', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register');
	await page.getByRole('link', { name: 'Data ganda' }).click();
	// The program looks by itself once a week; nobody has to wait for it.
	await page.getByRole('button', { name: 'Periksa register sekarang' }).click();
	await expect(page.getByText(/Terakhir diperiksa .+ koperasi\./)).toBeVisible({ timeout: 30_000 });
	await expect(compare(page).first()).toBeVisible();
	await lookAt(page, 'data-ganda');

	await compare(page).first().click();
	await expect(page.getByRole('heading', { name: 'Bandingkan dua catatan' })).toBeVisible();
	await lookAt(page, 'data-ganda-banding');
	const names = await page.getByRole('heading', { level: 2 }).getByRole('link').allInnerTexts();
	await page.getByLabel('Catatan penggabungan').fill('Menurut akta dan pengurusnya');
	await page.getByRole('button', { name: 'Gabungkan menjadi satu' }).click();
	await expect(page).toHaveURL(/digabung=/);
	await expect(page.getByText(`${names[1]} sudah digabung ke catatan ini`)).toBeVisible();
	await expect(page.getByRole('heading', { name: names[0]!, exact: true }).first()).toBeVisible();
	await lookAt(page, 'koperasi-gabungan');

	const stays = new URL(page.url()).pathname;
	const merged = new URL(page.url()).searchParams.get('digabung')!;
	await page.goto(`/register/${merged}`);
	await expect(page, 'the old address leads to the record that stays').toHaveURL(new RegExp(stays));
	await page.getByRole('button', { name: 'Batalkan penggabungan' }).click();
	await expect(page.getByText('Kedua catatan berdiri sendiri lagi.')).toBeVisible();
	await page.goto(`/register/${merged}`);
	await expect(page.getByRole('heading', { name: names[1]!, exact: true }).first()).toBeVisible();
});

test('two that are not one are told apart, and the list remembers it', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register/ganda?kelompok=review');
	if (!(await compare(page).first().isVisible())) {
		await page.getByRole('button', { name: 'Periksa register sekarang' }).click();
		await expect(compare(page).first()).toBeVisible({ timeout: 30_000 });
	}
	const told = await compare(page).first().getAttribute('aria-label');
	await compare(page).first().click();
	await page.getByRole('button', { name: 'Simpan: bukan sama' }).click();
	await expect(page.getByRole('alert')).toContainText('Isian ini wajib diisi.');
	await page.getByLabel('Mengapa bukan koperasi yang sama?').fill('Pengurus dan anggotanya lain');
	await page.getByRole('button', { name: 'Simpan: bukan sama' }).click();
	await expect(page).toHaveURL(/\/register\/ganda$/);
	await page.goto('/register/ganda?kelompok=review');
	await expect(page.getByRole('link', { name: told!, exact: true })).toHaveCount(0);
	await page.goto('/register/ganda?kelompok=dismissed');
	await expect(page.getByText('Pengurus dan anggotanya lain')).toBeVisible();
	await lookAt(page, 'data-ganda-bukan-sama');
	await page.getByRole('button', { name: 'Buka kembali' }).first().click();
	await expect(page.getByText('Tidak ada pasangan di kelompok ini')).toBeVisible();
});

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { people } from './steps.ts';
import { expect, lookAt, signIn, test } from './story.ts';

const openMore = async (page: Page) => {
	const more = page.locator('details', { hasText: 'Saringan lain' });
	if (!(await more.evaluate((one: HTMLDetailsElement) => one.open))) await page.getByText('Saringan lain').click();
};

test('a list is filtered, kept under a name, shared, and taken away again', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register');
	await page.getByLabel('Jenis', { exact: true }).selectOption({ label: 'Konsumen' });
	await openMore(page);
	await page.getByRole('checkbox', { name: /^Laporan RAT tahun buku/ }).check();
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	await expect(page).toHaveURL(/jenis=consumer/);
	await expect(page).toHaveURL(/rat=belum/);
	const chips = page.getByRole('list', { name: 'Saringan yang dipakai' });
	await expect(chips.getByRole('listitem')).toHaveCount(2);
	await lookAt(page, 'register-saringan');

	const name = `Belum RAT ${page.viewportSize()!.width}`;
	await page.getByText('Simpan tampilan ini').click();
	await page.getByLabel('Nama tampilan').fill(name);
	await page.getByRole('checkbox', { name: /^Bagikan kepada semua/ }).check();
	await lookAt(page, 'register-simpan-tampilan');
	await page.getByRole('button', { name: 'Simpan', exact: true }).click();
	await expect(page.getByText('Tampilan sudah disimpan.')).toBeVisible();

	await chips.getByRole('link', { name: /^Hapus saringan Jenis/ }).click();
	await expect(page).not.toHaveURL(/jenis=consumer/);
	await page.getByRole('link', { name: 'Hapus semua' }).click();
	await expect(chips).toHaveCount(0);

	await signIn(page, people.adviser);
	await page.goto('/register');
	await page.getByRole('link', { name: `${name} (dari Siti Aminah)` }).click();
	await expect(chips.getByRole('listitem')).toHaveCount(2);

	await signIn(page, people.desk);
	await page.goto('/register');
	await page.getByText('Atur tampilan saya').click();
	await page.getByRole('button', { name: `Hapus tampilan ${name}` }).click();
	await expect(page.getByText(`Tampilan “${name}” sudah dihapus.`)).toBeVisible();
	await expect(page.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveCount(0);
});

test('pages follow one another and lead back to the start', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register');
	const names = () => page.getByRole('row').getByRole('link').allInnerTexts();
	const first = await names();
	await page.getByRole('link', { name: 'Berikutnya' }).click();
	await expect(page).toHaveURL(/setelah=/);
	await expect.poll(names).not.toEqual(first);
	expect((await names()).filter((name) => first.includes(name))).toEqual([]);
	await page.getByRole('link', { name: 'Sebelumnya' }).click();
	await expect.poll(names).toEqual(first);
});

test('a filtered list is downloaded', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register?status=inactive');
	await page.getByRole('link', { name: 'Unduh daftar' }).click();
	await expect(page.getByText('Status: ', { exact: false })).toBeVisible();
	await lookAt(page, 'register-unduh');
	const lead = await page.getByText(/koperasi akan diunduh/).innerText();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Unduh sebagai CSV' }).click()
	]);
	expect(file.suggestedFilename()).toMatch(/^register-\d{4}-\d{2}-\d{2}\.csv$/);
	const lines = readFileSync(await file.path(), 'utf8')
		.trimEnd()
		.split('\r\n');
	expect(lead).toContain(`${lines.length - 1} koperasi`);
	expect(lines.slice(1).every((line) => line.includes('Tidak Aktif'))).toBe(true);
});

test('several cooperatives are changed at once, after a look at what changes', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register?kuk=unknown');
	const boxes = page.getByRole('checkbox', { name: /^Pilih / });
	await boxes.nth(0).check();
	await boxes.nth(1).check();
	await page.getByRole('button', { name: 'Ubah yang dipilih' }).click();
	await expect(page.getByText('2 koperasi dipilih.')).toBeVisible();
	await lookAt(page, 'register-ubah-banyak');
	await page
		.getByRole('combobox', { name: 'Apa yang diubah?' })
		.selectOption({ label: 'Klasifikasi usaha (KUK): KUK 3' });
	await page.getByRole('button', { name: 'Lihat dulu perubahannya' }).click();
	await expect(page.getByRole('heading', { name: '2 koperasi akan berubah' })).toBeVisible();
	await lookAt(page, 'register-ubah-banyak-lihat');
	await page.getByRole('button', { name: 'Ubah 2 koperasi' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByLabel('Alasan perubahan').fill('Menurut daftar klasifikasi tahun 2026');
	await page.getByRole('button', { name: 'Ubah 2 koperasi' }).click();
	await expect(page.getByText('2 koperasi sudah diubah.')).toBeVisible();
	await lookAt(page, 'register-ubah-banyak-selesai');
});

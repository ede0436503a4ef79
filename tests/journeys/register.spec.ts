import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, lookAt, signIn, test } from './story.ts';

const people = { bogor: 'dian@bogor.contoh.id', desk: 'siti@sragen.contoh.id' };
const bogor = (kind: 'csv' | 'xlsx') => join(import.meta.dirname, `../world/register-kota-bogor.${kind}`);
const figure = (page: Page, label: string) =>
	page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd[1]');

async function send(page: Page, file: string): Promise<void> {
	await page.goto('/register/impor');
	await page.getByLabel('Berkas daftar koperasi').setInputFiles(file);
	await page.getByRole('button', { name: 'Periksa berkas' }).click();
}

test('the register of a city goes in through the browser, and only once', async ({ page }) => {
	await signIn(page, people.bogor);
	await page.goto('/register');
	await expect(page.getByText('Register masih kosong')).toBeVisible();
	await lookAt(page, 'register-kosong');
	await page.getByRole('link', { name: 'Muat dari berkas' }).click();
	await expect(page.getByText('Belum ada berkas yang dimuat')).toBeVisible();
	await lookAt(page, 'impor');

	await send(page, bogor('csv'));
	await expect(page.getByRole('heading', { name: 'Periksa sebelum dimuat' })).toBeVisible();
	await expect(figure(page, 'Dibaca')).toHaveText('250');
	await expect(figure(page, 'Akan dimuat')).toContainText('249');
	await expect(figure(page, 'Sudah ada')).toContainText('1');
	await lookAt(page, 'impor-periksa');
	await page.getByRole('link', { name: /^Sudah ada/ }).click();
	await expect(page.getByText('Sama dengan baris 71 di berkas ini.')).toBeVisible();
	await page.goto('/register');
	await expect(page.getByText('Register masih kosong'), 'nothing is written before the yes').toBeVisible();

	await send(page, bogor('csv'));
	await page.getByRole('button', { name: 'Muat 249 koperasi' }).click();
	await expect(page.getByText('249 koperasi sudah masuk register')).toBeVisible();
	await lookAt(page, 'impor-hasil');
	await page.getByRole('link', { name: 'Buka register' }).click();
	await expect(page.getByText('249 koperasi tercatat.')).toBeVisible();

	await send(page, bogor('xlsx'));
	await expect(page.getByText('Tidak ada koperasi baru di berkas ini')).toBeVisible();
	await expect(figure(page, 'Sudah ada')).toContainText('250');
	await expect(page.getByRole('button', { name: /^Muat/ })).toHaveCount(0);
});

test('a file that is no register is refused in one sentence', async ({ page }) => {
	await signIn(page, people.bogor);
	await page.goto('/register/impor');
	const bytes = (text: string) => ({ name: 'daftar.xlsx', mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.getByLabel('Berkas daftar koperasi').setInputFiles(bytes('Kepada Yth.\nBapak Ketua\n'));
	await page.getByRole('button', { name: 'Periksa berkas' }).click();
	await expect(page.getByRole('alert')).toContainText('Berkas ini tidak punya kolom nama koperasi.');
	await lookAt(page, 'impor-ditolak');
});

test('the desk finds a cooperative by a bad spelling, registers one only after a search, and puts it right', async ({
	page
}) => {
	await signIn(page, people.desk);
	await page.goto('/register/baru');
	await expect(page, 'only who has searched comes here').toHaveURL(/\/register$/);
	await page.getByLabel('Nama atau nomor', { exact: true }).fill('kop sri rezeki');
	await page.getByRole('button', { name: 'Cari', exact: true }).click();
	await expect(page.getByRole('link', { name: 'KSU Sri Redjeki Makmur' })).toBeVisible();
	await lookAt(page, 'register-cari');
	await page.getByRole('link', { name: 'Daftarkan koperasi baru' }).click();
	await expect(page.getByText('Mungkin salah satu dari ini?')).toBeVisible();
	await lookAt(page, 'register-baru');

	await page.getByLabel('Nama', { exact: true }).fill('KSU Sri Redjeki Makmur');
	await page.getByRole('button', { name: 'Daftarkan koperasi' }).click();
	await expect(page.getByRole('alert')).toContainText('Sudah ada koperasi yang mirip: KSU Sri Redjeki Makmur.');
	await page.getByLabel('Mengapa ini koperasi lain?').fill('Pengurus dan alamatnya lain');
	await page.getByRole('button', { name: 'Daftarkan koperasi' }).click();
	await expect(page).toHaveURL(/\/register\/[0-9a-f-]{36}$/);

	await page.getByRole('link', { name: 'Data lengkap koperasi' }).click();
	await page.getByRole('link', { name: 'Ubah data' }).click();
	await page.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByRole('alert')).toContainText('Isian ini wajib diisi.');
	await lookAt(page, 'register-ubah');
	await page.getByLabel('Nama', { exact: true }).fill('KSU Sri Redjeki Mulia');
	await page.getByLabel('Alasan perubahan').fill('Salah tulis di meja depan');
	await page.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByRole('heading', { name: 'KSU Sri Redjeki Mulia' })).toBeVisible();
});

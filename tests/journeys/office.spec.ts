import type { Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';

const people = {
	administrator: 'wahyu@sragen.contoh.id',
	head: 'slamet@sragen.contoh.id',
	receptionist: 'siti@sragen.contoh.id',
	province: 'agus@jateng.contoh.id'
};
const saved = (page: Page) => expect(page.getByText('Perubahan sudah disimpan.')).toBeVisible();

test('a chairman who has never been here finds the office, its hours and what to bring', async ({ page }) => {
	await page.goto('/');
	await lookAt(page, 'depan');
	await page.getByRole('searchbox', { name: 'Nama kabupaten, kota, atau kantor' }).fill('sragen');
	await page.getByRole('button', { name: 'Cari' }).click();
	await page.getByRole('link', { name: 'Bina Serasi' }).click();
	await expect(page.getByRole('heading', { name: 'Bina Serasi', level: 1 })).toBeVisible();
	await expect(page.getByText('Sekarang buka, sampai pukul 15.30 WIB')).toBeVisible();
	await expect(page.getByText('Rabu, 18 Maret 2026')).toBeVisible();
	await expect(page.getByText('Tidak punya semuanya? Datang saja.')).toBeVisible();
	await lookAt(page, 'kantor');
	await page.getByRole('link', { name: 'Peraturan yang dipakai' }).click();
	await expect(page.getByText('Undang-Undang Nomor 25 Tahun 1992 tentang Perkoperasian')).toBeVisible();
	await lookAt(page, 'peraturan');
	await page.goto('/?q=tidakada');
	await expect(page.getByText('Tidak ada kantor yang cocok')).toBeVisible();
	expect((await page.goto('/k/99.99'))?.status()).toBe(404);
});

test('an administrator puts the office in order', async ({ page }) => {
	await signIn(page, people.administrator);
	await page.goto('/pengaturan');
	await lookAt(page, 'pengaturan');

	await page.goto('/pengaturan/kantor');
	await page.getByLabel('Telepon kantor').fill('abc');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByRole('alert')).toContainText('Tulis nomor telepon yang lengkap');
	await lookAt(page, 'pengaturan-kantor');
	await page.getByLabel('Telepon kantor').fill('0271-000-1022');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await saved(page);
	const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle cx="2" cy="2" r="2"/></svg>';
	const crest = { name: 'lambang.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) };
	await page.getByLabel('Gambar lambang').setInputFiles(crest);
	await page.getByRole('button', { name: 'Pasang lambang' }).click();
	await expect(page.getByAltText('Lambang yang dipakai sekarang')).toBeVisible();
	const answer = await page.request.get('/lambang/33.14');
	expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
	await page.getByRole('button', { name: 'Lepas lambang' }).click();
	await expect(page.getByText('Belum ada lambang.')).toBeVisible();

	await page.goto('/pengaturan/jam');
	await page.locator('[name="hours.6.opens"]').fill('08:00');
	await page.locator('[name="hours.6.closes"]').fill('');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByRole('alert')).toContainText('Isi jam buka dan jam tutup');
	await lookAt(page, 'pengaturan-jam');
	await page.locator('[name="hours.6.closes"]').fill('11:00');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await saved(page);

	await page.goto('/pengaturan/libur');
	await lookAt(page, 'pengaturan-libur');
	await page.getByLabel('Tanggal').fill('2026-05-26');
	await page.getByLabel('Nama hari libur').fill('Hari jadi Sragen');
	await page.getByRole('button', { name: 'Simpan' }).click();
	const holiday = page.getByRole('row').filter({ hasText: 'Hari jadi Sragen' });
	await expect(holiday).toContainText('ditetapkan kantor');
	await holiday.locator('summary').click();
	await holiday.getByRole('button', { name: 'Hapus' }).click();
	await expect(holiday).toHaveCount(0);

	await page.goto('/pengaturan/ruang');
	await lookAt(page, 'pengaturan-ruang');
	const add = page.getByRole('region', { name: 'Tambah ruang' });
	await add.getByRole('textbox').fill('Ruang Konsultasi');
	await add.getByRole('button').click();
	await expect(page.getByRole('alert')).toContainText('sudah ada. Pilih nama lain.');

	await page.goto('/pengaturan/poli');
	await lookAt(page, 'pengaturan-poli');
	const law = page.getByRole('region', { name: 'Poli Hukum' });
	await law.getByLabel('Huruf tiket').fill('k');
	await law.getByRole('button').click();
	await expect(page.getByRole('alert')).toContainText('sudah dipakai Poli Keuangan');
});

test('a new colleague comes in by the invitation, and is gone when the service ends', async ({ page, browser }) => {
	await signIn(page, people.administrator);
	await page.goto('/pengaturan/petugas');
	await lookAt(page, 'petugas');
	await page.getByRole('link', { name: 'Tambah petugas' }).click();
	await page.getByLabel('Nama lengkap').fill('Tri Handayani');
	await page.getByRole('checkbox', { name: /^Penyuluh/ }).check();
	await lookAt(page, 'petugas-baru');
	await page.getByRole('button', { name: 'Tambah petugas' }).click();
	await page.getByRole('button', { name: 'Buat undangan' }).click();
	await expect(page.getByText('Tautan ini hanya tampil sekarang.')).toBeVisible();
	await lookAt(page, 'petugas-undangan');
	const link = await page.getByText(/\/undangan\//).innerText();
	const stranger = await browser.newContext();
	expect((await stranger.request.get(link.trim())).status()).toBe(200);

	await page.reload();
	await expect(page.getByText('Undangan sudah dibuat dan berlaku sampai')).toBeVisible();
	await expect(page.getByText(/\/undangan\//)).toHaveCount(0);
	await page.getByRole('link', { name: 'Berhenti bertugas' }).click();
	await lookAt(page, 'petugas-berhenti');
	await page.getByRole('button', { name: 'Ya, akhiri tugasnya' }).click();
	await expect(page).toHaveURL(/\/petugas$/);
	expect((await stranger.request.get(link.trim())).status()).toBe(410);
	await stranger.close();
});

test('the head of office names somebody to act for some days', async ({ page }) => {
	await signIn(page, people.head);
	await page.goto('/pengaturan/pelaksana');
	await lookAt(page, 'pelaksana');
	await page.getByLabel('Siapa').selectOption({ label: 'Endang Lestari, Kepala Bidang Koperasi' });
	await page.getByLabel('Sampai tanggal').fill('2026-03-05');
	await page.getByRole('button', { name: 'Tunjuk', exact: true }).click();
	await expect(page.getByText('Sen, 2 Mar 2026 sampai Kam, 5 Mar 2026')).toBeVisible();
	await page.getByRole('button', { name: /^Akhiri.*Endang Lestari/ }).click();
	await expect(page.getByText('Belum ada yang ditunjuk')).toBeVisible();
});

test('an observer reads the figures of the own area, and of no other', async ({ page }) => {
	await signIn(page, people.province);
	await page.goto('/pantau');
	await lookAt(page, 'pantau');
	await expect(page.getByRole('link', { name: 'Klinik Koperasi', exact: true })).toHaveCount(0);
	await page.getByRole('link', { name: 'Bina Serasi', exact: true }).last().click();
	await expect(page.getByRole('region', { name: 'Koperasi dalam daftar' })).toContainText('1.200');
	await lookAt(page, 'pantau-kantor');
	for (const code of ['51.08', '99.99']) expect((await page.goto(`/pantau/${code}`))?.status()).toBe(404);
	expect((await page.goto('/cari?q=makmur'))?.status()).toBe(403);
});

test('the one search box finds cooperatives, cases and people', async ({ page }) => {
	await signIn(page, people.receptionist);
	await page.goto('/cari?q=sri+rezeki+makmur');
	await expect(page.getByRole('link', { name: 'KSU Sri Redjeki Makmur' })).toBeVisible();
	await lookAt(page, 'cari');
	await page.goto('/cari?q=2026-001');
	await page.getByRole('region', { name: 'Kasus' }).getByRole('link').click();
	await expect(page).toHaveURL(/\/kasus\//);
	await page.goto('/cari?q=zzqqxx');
	await expect(page.getByText('Tidak ada yang cocok dengan')).toBeVisible();
});

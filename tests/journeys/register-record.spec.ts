import type { Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';

const people = { desk: 'siti@sragen.contoh.id', adviser: 'ratna@sragen.contoh.id', head: 'slamet@sragen.contoh.id' };
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Bagian data koperasi' }).getByRole('link', { name, exact: true });

/** Opens the record of a cooperative by its name. @returns the path of its chart */
async function openRecord(page: Page, name: string): Promise<string> {
	await page.goto(`/register?${new URLSearchParams({ cari: name })}`);
	await page.getByRole('table').getByRole('link').first().click();
	await expect(page).toHaveURL(/\/register\/[0-9a-f-]{36}$/);
	const path = new URL(page.url()).pathname;
	await page.getByRole('link', { name: 'Data lengkap koperasi' }).click();
	return path;
}

test('a record is completed, part by part, and each value tells who changed it', async ({ page }) => {
	await signIn(page, people.desk);
	const path = await openRecord(page, 'tani sri rukun');
	await expect(page.getByText(/Data koperasi ini \d+% lengkap/)).toBeVisible();
	await page.getByRole('link', { name: 'kelompok dan sektor usaha' }).click();

	await page.getByLabel('Kelompok').selectOption('16');
	await page.getByLabel('Sektor usaha').selectOption('7');
	await page.getByRole('textbox', { name: 'Telepon' }).fill('0271 555 0101');
	await page.getByLabel('Alasan perubahan').fill('Menurut papan nama kantor');
	await button(page, 'Simpan perubahan').click();
	await expect(page).toHaveURL(/\/profil$/);
	await expect(page.getByRole('definition').filter({ hasText: '16. Serba usaha' })).toBeVisible();
	await page.getByText('Riwayat (1)').first().click();
	await expect(page.getByText('Sebab: Menurut papan nama kantor').first()).toBeVisible();
	await lookAt(page, 'data-koperasi');

	await tab(page, 'Pengurus').click();
	await page.getByLabel('Nama lengkap').fill('Suparmi');
	await page.getByLabel('Jabatan').selectOption({ label: 'Pengawas' });
	await page.getByLabel('Mulai menjabat').fill('2025-01-01');
	await page.getByLabel('Sampai dengan').fill('2027-12-31');
	await button(page, 'Simpan').click();
	await expect(page.getByText('Suparmi').first()).toBeVisible();
	await lookAt(page, 'data-pengurus');

	await tab(page, 'Anggota & angka').click();
	await page.getByLabel('Anggota laki-laki').fill('180');
	await page.getByLabel('Anggota perempuan').fill('232');
	await page.getByRole('textbox', { name: /^Aset/ }).fill('1.450.000.000');
	await page.getByRole('textbox', { name: /^Volume usaha/ }).fill('900.000.000');
	await button(page, 'Simpan angka').click();
	await expect(page.getByRole('cell', { name: 'Rp1.450.000.000' })).toBeVisible();
	await lookAt(page, 'data-angka');

	await tab(page, 'Letak').click();
	await page.getByLabel('Lintang').fill('110,95');
	await page.getByLabel('Bujur').fill('-7,42');
	await button(page, 'Simpan letak').click();
	await expect(page.getByText(/Titik ini di luar Indonesia/).first()).toBeVisible();
	await page.getByLabel('Lintang').fill('-7,42');
	await page.getByLabel('Bujur').fill('110,95');
	await button(page, 'Simpan letak').click();
	await expect(page.getByRole('definition').filter({ hasText: '-7.42, 110.95' })).toBeVisible();
	await lookAt(page, 'data-letak');

	await tab(page, 'Data').click();
	await expect(page.getByText('titik di peta')).toHaveCount(0);
	await page.goto(`${path}/status`);
	await expect(page.getByRole('heading', { name: 'Lima ukuran, masing-masing sendiri' })).toBeVisible();
	await expect(button(page, 'Simpan keputusan'), 'the desk decides nothing').toHaveCount(0);
});

test('two officers at one record: nothing is lost, and the later one is told', async ({ page, browser, baseURL }) => {
	await signIn(page, people.desk);
	const path = await openRecord(page, 'tani sri rukun');
	await page.goto(`${path}/ubah`);
	await page.getByRole('textbox', { name: 'Alamat' }).fill('Jalan Mawar 9');
	await page.getByLabel('Alasan perubahan').fill('Pindah kantor');

	const meanwhile = await browser.newPage({ baseURL: baseURL! });
	await signIn(meanwhile, people.adviser);
	await meanwhile.goto(`${path}/ubah`);
	await meanwhile.getByRole('textbox', { name: 'Alamat' }).fill('Jalan Melati 3');
	await meanwhile.getByLabel('Kode pos').fill('57253');
	await meanwhile.getByLabel('Alasan perubahan').fill('Kunjungan lapangan');
	await button(meanwhile, 'Simpan perubahan').click();
	await expect(meanwhile).toHaveURL(/\/profil$/);
	await meanwhile.close();

	await button(page, 'Simpan perubahan').click();
	await expect(page.getByText(/Sementara itu Ratna .* juga mengubah isian ini/).first()).toBeVisible();
	await expect(page.getByText('Sementara Anda mengisi, orang lain mengubah data ini')).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Alamat' }), 'what was typed stays').toHaveValue('Jalan Mawar 9');
	await lookAt(page, 'data-berbarengan');
	await button(page, 'Simpan perubahan').click();
	await expect(page).toHaveURL(/\/profil$/);
	const values = page.getByRole('definition');
	await expect(values.filter({ hasText: /^Jalan Mawar 9/ })).toBeVisible();
	await expect(values.filter({ hasText: /^57253/ }), 'the other’s change stays').toBeVisible();
});

test('a request for a business number runs from the papers to the number', async ({ page }) => {
	await signIn(page, people.desk);
	const path = await openRecord(page, 'tani sri rukun');
	await page.goto(`${path}/perizinan`);
	await page.getByRole('radio', { name: /^NIB/ }).check();
	await button(page, 'Mulai').click();
	await expect(page).toHaveURL(/\/register\/perizinan\//);
	const request = new URL(page.url()).pathname;
	await page.getByRole('checkbox', { name: /^NPWP koperasi/ }).check();
	await page.getByRole('checkbox', { name: /^Akta pendirian/ }).check();
	await button(page, 'Catat berkas').click();
	await expect(page.getByText(/^Diserahkan/)).toHaveCount(2);
	await lookAt(page, 'perizinan');

	await page.getByRole('radio', { name: 'Terbit' }).check();
	await button(page, 'Simpan langkah').click();
	await expect(page.getByText('Isian ini wajib diisi.').first(), 'what is granted has a number').toBeVisible();
	await page.getByLabel('Nomor yang terbit').fill('0220009876543');
	await button(page, 'Simpan langkah').click();
	await expect(page.getByText('Terbit: 0220009876543')).toBeVisible();
	await page.goto(`${path}/izin`);
	await expect(page.getByText('0220009876543')).toBeVisible();
	await lookAt(page, 'data-izin');
	await page.goto('/register/perizinan?lihat=selesai');
	await expect(page.getByRole('main').locator(`a[href="${request}"]`)).toBeVisible();
});

test('the calendar shows who falls due and who falls ill, and a reminder is ticked off', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register');
	await page.getByRole('link', { name: 'Kalender jatuh tempo' }).click();
	await page.getByLabel('Apa', { exact: true }).selectOption({ label: 'Sertifikat NIK' });
	await button(page, 'Tampilkan').click();
	await expect(page.getByRole('link', { name: 'Sertifikat NIK habis' }).first()).toBeVisible();
	await lookAt(page, 'kalender');
	await page.getByRole('link', { name: /^Siapa akan sakit triwulan depan/ }).click();
	await expect(page.getByText(/koperasi ini memburuk/)).toBeVisible();
	await lookAt(page, 'kalender-sakit');
	await page.getByRole('link', { name: /^Perlu diingatkan/ }).click();
	await button(page, 'Perbarui sekarang').click();
	await expect(page.getByText('Tersimpan.')).toBeVisible();
	const first = page.getByRole('listitem').filter({ hasText: 'Sudah diingatkan' }).first();
	await first.getByText('Sudah diingatkan').click();
	await first.getByLabel('Bagaimana').fill('Telepon ketua');
	await first.getByRole('button', { name: 'Tandai selesai' }).click();
	await expect(page.getByText('Tersimpan.')).toBeVisible();
	await lookAt(page, 'kalender-ingat');
	await page.goto('/register/mutu');
	await expect(page.getByRole('heading', { name: 'Data lengkap per kecamatan' })).toBeVisible();
	await lookAt(page, 'mutu-data');
});

test('the life status moves by the head’s decision with a document', async ({ page }) => {
	await signIn(page, people.head);
	const path = await openRecord(page, 'tani sri rukun');
	await page.goto(`${path}/status`);
	await page.getByRole('radio', { name: 'Aktif', exact: true }).check();
	await button(page, 'Simpan keputusan').click();
	await expect(page.getByText('Isian ini wajib diisi.').first()).toBeVisible();
	await page.getByLabel('Nomor surat keputusan').fill('518/77/2026');
	await page.getByLabel('Tanggal surat').fill('2026-02-27');
	await page.getByLabel('Alasan', { exact: true }).fill('Usaha dan rapat anggota berjalan lagi');
	await button(page, 'Simpan keputusan').click();
	await expect(page.getByText('Tidak aktif → Aktif')).toBeVisible();
	await lookAt(page, 'data-status');
});

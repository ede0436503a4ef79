import { join } from 'node:path';
import { newFolder, removeFolder, startServer } from './servers.ts';
import { expect, lookAt, test } from './story.ts';

const register = join(import.meta.dirname, '../world/register-kota-bogor.csv');

test('an office begins for real: its name, hours, rooms and register on the first morning', async ({ page }) => {
	const folder = newFolder('real');
	const { address, said, end } = await startServer(folder, '--real');
	try {
		const first = said.match(/http:\/\/localhost:\d+\/awal\/\S+/)![0];
		await page.goto(first);
		await expect(page.getByText('Ini peragaan'), 'no demonstration here').toHaveCount(0);
		await page.getByLabel('Provinsi', { exact: true }).selectOption('Jawa Barat');
		await page.getByRole('button', { name: 'Pilih provinsi' }).click();
		await page.getByLabel('Kabupaten atau kota').selectOption('Kota Bogor');
		await lookAt(page, 'awal');
		await page.getByLabel('Nama dinas').fill('Dinas Koperasi Kota Bogor');
		await page.getByLabel('Nama klinik bagi masyarakat').fill('Klinik Koperasi Bogor');
		await page.getByLabel('Alamat kantor').fill('Jalan Dadali 3, Bogor');
		await page.getByLabel('Nama lengkap').fill('Dian Permata');
		await page.getByLabel('Alamat surel').fill('dian@kotabogor.go.id');
		await page.getByLabel(/^Kata sandi/).fill('lumbung padi ungu 71');
		await page.getByRole('button', { name: 'Dirikan kantor dan masuk' }).click();

		await expect(page.getByRole('heading', { name: 'Siapkan kantor Anda' })).toBeVisible();
		await expect(page.getByText('1 dari 8')).toBeVisible();
		await lookAt(page, 'siapkan-kantor');
		for (const [step, button] of [
			['Jam buka', 'Simpan'],
			['Poli', 'Simpan Poli Keuangan']
		] as const) {
			await page.getByRole('main').getByRole('link', { name: step, exact: true }).last().click();
			await page.getByRole('button', { name: button, exact: true }).click();
			await expect(page.getByText('Perubahan sudah disimpan.')).toBeVisible();
			await page.goto(`${address}/pengaturan`);
		}
		await page.goto(`${address}/pengaturan/ruang`);
		await page.getByRole('region', { name: 'Tambah ruang' }).getByLabel('Nama ruang').fill('Ruang Dadali');
		await page.getByRole('button', { name: 'Tambah ruang' }).click();
		await expect(page.getByRole('region', { name: 'Ruang Dadali' })).toBeVisible();

		await page.goto(`${address}/register/impor`);
		await page.getByLabel('Berkas daftar koperasi').setInputFiles(register);
		await page.getByRole('button', { name: 'Periksa berkas' }).click();
		await page.getByRole('button', { name: 'Muat 249 koperasi' }).click();
		await expect(page.getByText('249 koperasi sudah masuk register')).toBeVisible();

		await page.goto(`${address}/pengaturan`);
		await page.getByRole('button', { name: 'Selesai, mulai bekerja' }).click();
		await expect(page).not.toHaveURL(/pengaturan/);
		// The link has done its work.
		expect((await page.request.get(first)).status()).toBe(410);
	} finally {
		await end();
		removeFolder(folder);
	}
});

import type { Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';
import { people } from './steps.ts';

const cooperative = /Sri Redjeki Makmur/i;
const toVisitor = `/kunjungan/baru?${new URLSearchParams({ cari: 'Sri Redjeki Makmur' })}`;

const answer = (page: Page, question: RegExp, option: string) =>
	page.getByRole('group', { name: question }).getByRole('radio', { name: option, exact: true }).check();

test('a self-check at home becomes a visit at the desk', async ({ browser, baseURL, page: watching, viewport }) => {
	// Neither the chairman's telephone nor the computer at the desk needs script for this; axe does, on the same addresses.
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL!, viewport, locale: 'id-ID' });
	const page = await plain.newPage();
	const look = async (screen: string) => {
		await watching.goto(page.url());
		await lookAt(watching, screen);
	};
	await page.goto('/k/33.14');
	await page.getByRole('link', { name: 'Mulai cek kesehatan' }).click();
	await expect(page.getByRole('heading', { name: 'Cek kesehatan koperasi' })).toBeVisible();
	await look('cek-kesehatan');

	await answer(page, /rapat anggota tahunan/, 'Satu kali terlewat');
	await answer(page, /mengambil simpanannya/, 'Tidak dapat');
	await page.getByRole('button', { name: 'Lihat hasilnya' }).click();
	// What is open is named, what was answered still stands.
	await expect(page.getByRole('alert').getByRole('link')).toHaveCount(12);
	await expect(page.getByRole('radio', { name: 'Satu kali terlewat' })).toBeChecked();
	await look('cek-kesehatan-belum-lengkap');

	await answer(page, /pengurus lengkap/, 'Ada jabatan yang kosong');
	await answer(page, /pengawas memeriksa/, 'Ya');
	await answer(page, /melihat laporan keuangan/, 'Ya');
	await answer(page, /perselisihan/, 'Tidak ada');
	await answer(page, /masih aktif/, 'Sebagian besar');
	await answer(page, /mampu mengerjakan/, 'Tidak tahu');
	await answer(page, /pembukuan tahun lalu/, 'Sudah');
	await answer(page, /sepuluh orang yang meminjam/, 'Dua atau tiga orang');
	await answer(page, /untung atau rugi/, 'Rugi');
	await answer(page, /cocok dengan catatan/, 'Ya');
	await answer(page, /usaha koperasi berjalan/, 'Berjalan');
	await answer(page, /izin koperasi lengkap/, 'Lengkap');
	await page.getByRole('button', { name: 'Lihat hasilnya' }).click();

	await expect(page.getByText('Sakit', { exact: true })).toBeVisible();
	await expect(page.getByRole('listitem').getByRole('heading')).toHaveText([
		'Anggota tidak dapat mengambil simpanannya',
		'Pengurus tidak lengkap',
		'Dua atau tiga dari sepuluh peminjam menunggak'
	]);
	await expect(page.getByText('Jalan Diponegoro Nomor 12, Sragen')).toBeVisible();
	await look('cek-kesehatan-hasil');
	const [code] = /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/.exec(await page.getByRole('main').innerText())!;

	await page.getByRole('link', { name: 'Ubah jawaban' }).click();
	await expect(page.getByRole('radio', { name: 'Ada jabatan yang kosong' })).toBeChecked();

	await signIn(page, people.desk);
	await page.goto(toVisitor);
	await page.getByRole('link', { name: cooperative }).first().click();
	await page.getByLabel('Nama tamu').fill('Ibu Karsinem');
	const field = page.getByLabel('Kode cek kesehatan');
	await field.fill(code!.replace(/.$/, (last) => (last === 'X' ? 'W' : 'X')));
	await page.getByRole('button', { name: 'Baca kode' }).click();
	await expect(page.getByRole('alert').getByText(/Kode ini tidak cocok/)).toBeVisible();
	await expect(page.getByLabel('Nama tamu')).toHaveValue('Ibu Karsinem');

	await field.fill(code!.toLowerCase());
	await page.getByRole('button', { name: 'Baca kode' }).click();
	await expect(page.getByRole('heading', { name: 'Cek kesehatan mandiri' })).toBeVisible();
	await expect(page.getByLabel('Nama tamu')).toHaveValue('Ibu Karsinem');
	await expect(page.getByLabel('Alasan datang')).toHaveValue(
		'Cek kesehatan mandiri: Sakit. Anggota tidak dapat mengambil simpanannya; Pengurus tidak lengkap; Dua atau tiga dari sepuluh peminjam menunggak'
	);
	await page.getByRole('radio', { name: 'Pengurus' }).check();
	await page.getByRole('radio', { name: /^Konsultasi/ }).check();
	await page.getByRole('button', { name: 'Terbitkan tiket' }).click();
	await expect(page.getByText(`Kode ${code}`)).toBeVisible();

	// The adviser reads it in the case.
	await signIn(page, people.adviser);
	await page.goto('/antrean');
	await page.goto(`/kasus?${new URLSearchParams({ cari: 'Sri Redjeki Makmur' })}`);
	await page.getByRole('link', { name: cooperative }).first().click();
	await expect(page.getByRole('heading', { name: 'Cek kesehatan mandiri' })).toBeVisible();
	await page.getByText('Semua jawaban').click();
	await expect(page.getByText('Satu kali terlewat')).toBeVisible();
	await plain.close();
});

test('with script the code fills the form on the spot', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto(toVisitor);
	await page.getByRole('link', { name: cooperative }).first().click();
	await page.getByLabel('Nama tamu').fill('Pak Sukarto');
	await page.getByLabel('Kode cek kesehatan').fill('336 e98 h9p');
	await page.getByRole('button', { name: 'Baca kode' }).click();
	await expect(page.getByRole('heading', { name: 'Cek kesehatan mandiri' })).toBeVisible();
	await expect(page.getByLabel('Nama tamu')).toHaveValue('Pak Sukarto');
	await expect(page.getByLabel('Alasan datang')).toHaveValue(/^Cek kesehatan mandiri: Sakit\. RAT tidak diadakan/);
	await lookAt(page, 'kunjungan-dengan-kode');
});

import type { Locator, Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { people } from './steps.ts';
import { expect, lookAt, signIn, test } from './story.ts';

const name = 'KSP Ngudi Rahayu';

/** The annual report of a cooperative as its treasurer keeps it: two sheets, and a name that the chart does not have. */
const report = async () =>
	Buffer.from(
		await writeXlsx({
			sheets: [
				{
					name: 'Neraca',
					rows: [
						['KSP NGUDI RAHAYU', '', ''],
						['NERACA PER 31 DESEMBER', '', ''],
						['Uraian', '2025', '2024'],
						['AKTIVA LANCAR', '', ''],
						['1. Kas', 45_000_000, 40_000_000],
						['2. Bank', 155_000_000, 120_000_000],
						['3. Pinjaman yang diberikan', 1_500_000_000, 1_400_000_000],
						['4. Penyisihan piutang tak tertagih', -50_000_000, -40_000_000],
						['Jumlah aktiva lancar', 1_650_000_000, 1_520_000_000],
						['AKTIVA TETAP', '', ''],
						['Inventaris', 100_000_000, 100_000_000],
						['Akumulasi penyusutan', -30_000_000, -20_000_000],
						['JUMLAH AKTIVA', 1_720_000_000, 1_600_000_000],
						['KEWAJIBAN', '', ''],
						['Tabungan Lebaran', 60_000_000, 50_000_000],
						['Simpanan sukarela', 940_000_000, 870_000_000],
						['EKUITAS', '', ''],
						['Simpanan pokok', 120_000_000, 120_000_000],
						['Simpanan wajib', 480_000_000, 440_000_000],
						['Cadangan', 90_000_000, 90_000_000],
						['SHU tahun berjalan', 30_000_000, 30_000_000]
					]
				},
				{
					name: 'PHU',
					rows: [
						['Uraian', '2025', '2024'],
						['Pendapatan jasa pinjaman', 180_000_000, 170_000_000],
						['Jasa simpanan', 50_000_000, 48_000_000],
						['Gaji karyawan', 80_000_000, 75_000_000],
						['Biaya RAT', 20_000_000, 17_000_000]
					]
				}
			]
		})
	);

async function send(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Ambil dari berkas Excel atau CSV' }).click();
	await expect(page.getByRole('heading', { name: 'Unggah neraca' })).toBeVisible();
	await lookAt(page, 'neraca-unggah');
	await page
		.getByLabel('Berkas neraca')
		.setInputFiles({ name: 'laporan.xlsx', mimeType: 'application/octet-stream', buffer: await report() });
	await page.getByRole('button', { name: 'Baca berkas ini' }).click();
	await expect(page.getByRole('heading', { name: 'Cocokkan baris neraca' })).toBeVisible();
}
const accountOf = (page: Page, label: string): Locator =>
	page.getByRole('combobox', { name: `Akun untuk ${label}`, exact: true });

/** On a phone the board's columns are folded: the card is there and not seen. */
async function caseOf(page: Page): Promise<string> {
	await page.goto('/kasus');
	const card = page.locator('a[href^="/kasus/"]').filter({ hasText: name }).first();
	return (await card.getAttribute('href'))!.split('/')[2]!;
}

test('a balance sheet goes in from a file, and the examination begins with what follows from it', async ({ page }) => {
	await signIn(page, people.adviser);
	const caseId = await caseOf(page);
	await page.goto(`/kasus/${caseId}/pemeriksaan`);
	await page.getByRole('link', { name: /^(Isi|Ubah) neraca$/ }).click();
	await expect(page.getByRole('heading', { name: 'Neraca dan hasil usaha' })).toBeVisible();
	await lookAt(page, 'neraca-kosong');

	await send(page);
	await expect(accountOf(page, '1. Kas')).toHaveValue('1 Kas');
	await expect(accountOf(page, 'Simpanan sukarela')).toHaveValue('38 Tabungan/simpanan anggota');
	await expect(page.getByText('Jumlah dari baris lain, tidak diambil.').first()).toBeVisible();
	await lookAt(page, 'neraca-cocokkan');
	await accountOf(page, 'Tabungan Lebaran').fill('entah');
	await page.getByRole('button', { name: 'Ambil angkanya' }).click();
	await expect(page.getByText('Pilih akun dari daftar').first()).toBeVisible();
	await accountOf(page, 'Tabungan Lebaran').fill('38');
	await page.getByRole('button', { name: 'Ambil angkanya' }).click();

	// Both halves to the rupiah; what is subtracted came in with a minus and stands without it.
	await expect(page).toHaveURL(/\/pemeriksaan\/angka\?tahun=2025/);
	const cash = page.getByLabel('Kas 2025', { exact: true });
	await expect(cash).toHaveValue('45.000.000');
	await expect(page.getByLabel('Penyisihan pinjaman yang tidak tertagih 2025')).toHaveValue('50.000.000');
	await expect(page.getByRole('row', { name: /^Selisih seimbang seimbang/ })).toBeVisible();
	await cash.fill('45.000.001');
	await expect(page.getByRole('row', { name: /^Selisih .*Rp1\b/ })).toBeVisible();
	await cash.fill('(45)x');
	await page.getByRole('button', { name: 'Simpan neraca' }).click();
	await expect(page.getByRole('link', { name: /^Kas 2025: Tulis angkanya/ })).toBeVisible();
	await cash.fill('45.000.000');
	await page.getByText('Hutang jangka pendek').click();
	await page.getByLabel('Hutang pajak 2025').fill('0');
	await page.getByRole('button', { name: 'Simpan neraca' }).click();
	await expect(page.getByText('Neraca tersimpan.')).toBeVisible();
	await lookAt(page, 'neraca');

	await page.getByRole('link', { name: 'Lanjut ke pemeriksaan' }).click();
	await expect(page.getByRole('heading', { name: 'Pemeriksaan kesehatan' })).toBeVisible();
	const assets = page.getByRole('textbox', { name: 'Total aset (harta)', exact: true });
	await expect(assets).toHaveValue('1.720.000.000');
	await expect(page.getByText('Dari neraca tahun buku 2025.').first()).toBeVisible();
	await expect(page.getByText('Ambil dari daftar pinjaman.').first()).toBeVisible();
	const field = page.locator('div', { has: assets }).filter({ hasText: 'Asal angka ini' }).last();
	await field.getByText('Asal angka ini').click();
	await expect(field.getByText('-Rp30.000.000')).toBeVisible();
	await lookAt(page, 'pemeriksaan-dari-neraca');

	// What was said of a name holds for the next file.
	await page.goto(`/kasus/${caseId}/pemeriksaan/angka?tahun=2025`);
	await send(page);
	await expect(accountOf(page, 'Tabungan Lebaran')).toHaveValue('38 Tabungan/simpanan anggota');
});

test('what was typed into a long form is offered again after the page was closed', async ({ page }) => {
	await signIn(page, people.adviser);
	const form = `/kasus/${await caseOf(page)}/pemeriksaan/angka?tahun=2019`;
	await page.goto(form);
	await page.getByLabel('Kas 2019', { exact: true }).fill('77.000.000');
	await expect(page.getByText('Isian tersimpan di perangkat ini')).toBeVisible();
	await page.goto('/antrean');
	await page.goto(form);
	await expect(page.getByLabel('Kas 2019', { exact: true })).toHaveValue('');
	await lookAt(page, 'neraca-isian-lama');
	await page.getByRole('button', { name: 'Lanjutkan isian itu' }).click();
	await expect(page.getByLabel('Kas 2019', { exact: true })).toHaveValue('77.000.000');
	await page.getByRole('button', { name: 'Simpan neraca' }).click();
	await expect(page.getByText('Neraca tersimpan.')).toBeVisible();
	await page.goto(form);
	await expect(page.getByLabel('Kas 2019', { exact: true })).toHaveValue('77.000.000');
	await expect(page.getByText('yang belum dikirim')).toHaveCount(0);
});

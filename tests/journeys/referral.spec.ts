import type { Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';

const people = {
	desk: 'sriani@buleleng.contoh.id',
	adviser: 'made@buleleng.contoh.id',
	specialist: 'resmi@buleleng.contoh.id'
} as const;
const button = (page: Page, text: string) => page.getByRole('button', { name: text, exact: true });

/** From the search to the case that is open. */
async function openCase(page: Page): Promise<{ caseId: string; cooperativeId: string }> {
	await page.goto('/cari?q=amerta+jaya');
	await page
		.getByRole('link', { name: /Amerta Jaya/i })
		.first()
		.click();
	await expect(page).toHaveURL(/\/register\//);
	const cooperativeId = new URL(page.url()).pathname.split('/')[2]!;
	const href = await page.locator('a[href^="/kasus/"]').first().getAttribute('href');
	return { caseId: href!.split('/')[2]!.split('#')[0]!, cooperativeId };
}

async function ask(page: Page, caseId: string, cause: string, whom: RegExp, question: string): Promise<void> {
	await page.goto(`/kasus/${caseId}/rujukan`);
	const tab = page.getByRole('link', { name: cause, exact: true });
	if (await tab.isVisible()) await tab.click();
	await page.getByRole('radio', { name: whom }).check();
	await page.getByLabel('Pertanyaan kepada poli').fill(question);
	await button(page, 'Kirim rujukan').click();
	await expect(page.getByText('Rujukan terkirim')).toBeVisible();
}

async function openMine(page: Page, email: string): Promise<void> {
	await signIn(page, email);
	await page.goto('/rujukan');
	await page
		.getByRole('link', { name: /Amerta Jaya/i })
		.first()
		.click();
	await expect(page).toHaveURL(/\/rujukan\/[0-9a-f-]{36}/);
}

test('a referral is refused, a tie keeps its specialist away, and another takes the case', async ({ page }) => {
	await signIn(page, people.adviser);
	const { caseId } = await openCase(page);
	await page.goto(`/kasus/${caseId}/rujukan`);
	await expect(page.getByText(/Jawaban ditunggu sampai .* \(3 hari kerja\)/)).toBeVisible();
	await lookAt(page, 'rujukan-usulan');
	await ask(page, caseId, 'Usaha merugi', /Ni Komang Resmi/, 'Mengapa dua tahun rugi?');

	await openMine(page, people.specialist);
	await button(page, 'Tolak').click();
	await expect(page.getByText('Isian ini wajib diisi').first()).toBeVisible();
	await page.getByLabel('Pesan kepada petugas').fill('Koperasi saya meminjamkan uang kepada mereka.');
	await button(page, 'Tolak').click();
	await expect(page).toHaveURL(/\/rujukan$/);

	// The reason is a tie: it is written down, and nobody can choose her any more.
	await signIn(page, people.adviser);
	await page.goto(`/kasus/${caseId}/rujukan`);
	await expect(page.getByText('Koperasi saya meminjamkan uang kepada mereka.')).toBeVisible();
	await page.getByText('Catat hubungan seorang petugas').click();
	await page.getByLabel('Petugas yang mana?').selectOption({ label: 'Ni Komang Resmi' });
	await page.getByRole('radio', { name: 'Pemberi pinjaman' }).check();
	await page.getByLabel('Dengan kata-kata').fill('KSP Werdhi Artha memberi pinjaman');
	await button(page, 'Simpan hubungan').click();
	await expect(page.getByText('Pemberi pinjaman: KSP Werdhi Artha memberi pinjaman').first()).toBeVisible();
	await expect(page.getByRole('radio', { name: /Ni Komang Resmi/ })).toHaveCount(0);
	await lookAt(page, 'rujukan-hubungan');
	await ask(page, caseId, 'Usaha merugi', /Siapa saja/, 'Mengapa dua tahun rugi?');

	// On the poli's common list she finds the question, and nothing of the file.
	await openMine(page, people.specialist);
	await expect(page.getByText('Anda tidak boleh menangani koperasi ini')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Pemeriksaan terakhir' })).toHaveCount(0);
	await lookAt(page, 'rujukan-tertutup');

	await openMine(page, people.adviser);
	await button(page, 'Terima kasus ini').click();
	await expect(page.getByRole('textbox', { name: 'Temuan', exact: true })).toBeVisible();
});

test('somebody from outside sees the chosen pages until the cooperative says no', async ({ page }) => {
	await signIn(page, people.adviser);
	const { caseId, cooperativeId } = await openCase(page);
	await page.goto(`/kasus/${caseId}/rujukan/luar`);
	await lookAt(page, 'spesialis-luar');
	await page.getByLabel('Nama lengkap').fill('Gede Artawan');
	await page.getByLabel('Lembaga atau koperasi asalnya').fill('Universitas Pendidikan');
	await page.getByRole('radio', { name: 'Akademisi' }).check();
	await page.getByRole('checkbox', { name: /^Diagnosis/ }).check();
	await page.getByRole('checkbox', { name: /^Keluhan/ }).check();
	await page.getByLabel('Apa yang ditanyakan?').fill('Apakah toko ini masih layak diteruskan?');
	await page.getByLabel('Siapa yang menyetujui?').fill('Ketua');
	await page.getByRole('radio', { name: /Lisan/ }).check();
	await page.getByRole('checkbox', { name: /menyatakan bukan pengurus/ }).check();
	await button(page, 'Undang').click();
	await expect(page.getByRole('main')).toContainText('/tamu/');
	const guestAddress = /https?:\/\/\S+\/tamu\/\S+/.exec(await page.getByRole('main').innerText())![0];

	await page.context().clearCookies();
	await page.goto(guestAddress);
	await expect(page.getByRole('heading', { name: 'Salam, Gede Artawan' })).toBeVisible();
	await expect(page.getByText('Usaha merugi').first()).toBeVisible();
	// The name was not chosen, nor was the result.
	await expect(page.getByText(/Amerta Jaya/i)).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Hasil pemeriksaan' })).toHaveCount(0);
	await expect(page.locator('svg.watermark')).toContainText('Gede Artawan');
	await lookAt(page, 'tamu');
	await page
		.getByRole('textbox', { name: 'Saran', exact: true })
		.fill('Tutup dua rak yang paling merugi, lalu hitung lagi.');
	await button(page, 'Kirim saran').click();
	await expect(page.getByText('Saran Anda sudah sampai')).toBeVisible();
	// Nothing by guessing: the case itself asks for a sign-in, another token is none, and a page beside this one is missing.
	await page.goto(`/kasus/${caseId}`);
	await expect(page).toHaveURL(/\/masuk/);
	for (const guessed of [
		`${guestAddress.slice(0, -4)}aaaa`,
		`/tamu/${caseId}`,
		guestAddress.replace('/tamu/', '/t/')
	]) {
		const answer = await page.goto(guessed);
		expect(answer!.status()).toBe(404);
		await expect(page.getByText('Tautan ini tidak dikenal')).toBeVisible();
	}

	await signIn(page, people.desk);
	await page.goto(`/register/${cooperativeId}/tautan`);
	await page
		.getByRole('button', { name: /Buat tautan|Ganti tautan/ })
		.first()
		.click();
	await expect(page).toHaveURL(/kertas=/);
	const boardAddress = /https?:\/\/\S+\/t\/\S+/.exec(await page.getByRole('main').innerText())![0];
	await page.context().clearCookies();
	await page.goto(boardAddress);
	await page.getByRole('link', { name: 'Lihat siapa' }).click();
	await lookAt(page, 'halaman-tamu-pengurus');
	await button(page, 'Tarik persetujuan').click();
	await expect(page.getByText('Orang ini tidak dapat melihat apa pun lagi')).toBeVisible();
	const closed = await page.goto(guestAddress);
	expect(closed!.status()).toBe(410);
	await expect(page.getByText(/Tautan ini sudah dicabut/)).toBeVisible();

	await signIn(page, people.adviser);
	await page.goto(`/kasus/${caseId}/rujukan/luar`);
	await expect(page.getByText('Persetujuan ditarik').first()).toBeVisible();
	await expect(page.getByText(/Dibuka [1-9]\d* kali/)).toBeVisible();
	await page.getByLabel('Apa yang dilakukan dengan saran ini?').fill('Dibahas dengan bendahara');
	await button(page, 'Catat sudah dibaca').click();
	await expect(page.getByText('Dibahas dengan bendahara')).toBeVisible();
});

test('a difficult case goes to a conference, which leaves minutes', async ({ page }) => {
	await signIn(page, people.adviser);
	const { caseId } = await openCase(page);
	await page.goto(`/kasus/${caseId}/rujukan/konferensi`);
	await lookAt(page, 'konferensi-undang');
	await page.getByLabel('Apa yang harus diputuskan?').fill('Toko ditutup atau diteruskan?');
	await page.getByLabel('Tanggal').fill('2026-03-02');
	await page.getByLabel('Tempat').fill('Ruang rapat');
	await page.getByLabel('Agenda').fill('Angka dua tahun\nPendapat pengurus');
	await page.getByRole('checkbox', { name: /I Gede Wirawan/ }).check();
	await button(page, 'Simpan undangan').click();
	await expect(page).toHaveURL(/\/konferensi\/[0-9a-f-]{36}/);
	await lookAt(page, 'konferensi');
	for (const stance of await page.getByLabel('Sikap').all()) await stance.selectOption({ label: 'Setuju' });
	await page.getByLabel('Keputusan').fill('Diteruskan sampai Juni dengan dua rak.');
	await page.getByLabel('Apa', { exact: true }).first().fill('Hitung laba tiap rak');
	await page.getByLabel('Siapa', { exact: true }).first().fill('Bendahara');
	await page.getByLabel('Paling lambat').first().fill('2026-04-01');
	await button(page, 'Simpan hasil konferensi').click();
	await expect(page.getByRole('heading', { name: 'Keputusan' })).toBeVisible();
	await button(page, 'Susun notulen').click();
	await expect(page.getByText(/Konsep/).first()).toBeVisible();
	await expect(page.getByRole('link', { name: /^Lihat/ }).first()).toBeVisible({ timeout: 30_000 });
	await lookAt(page, 'konferensi-hasil');
});

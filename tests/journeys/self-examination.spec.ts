import type { Browser, Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';
import { people, soundFigures } from './steps.ts';

const name = 'KSP Bengawan Artha';
const button = (page: Page, label: string | RegExp) =>
	page.getByRole('button', { name: label, exact: typeof label === 'string' });

/** A cheap telephone: 360 px, and no script at all. */
async function telephone(browser: Browser, address: string): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		javaScriptEnabled: false,
		hasTouch: true,
		locale: 'id-ID',
		baseURL: address
	});
	return context.newPage();
}

/** Axe needs script: what the telephone shows is looked at with one, on the same page. */
async function lookAsWell(page: Page, phone: Page, screen: string): Promise<void> {
	await page.goto(phone.url());
	await lookAt(page, screen);
}

async function fillPage(page: Page): Promise<void> {
	for (const [label, amount] of Object.entries(soundFigures)) {
		const field = page.getByRole('textbox', { name: label, exact: true });
		if (await field.count()) await field.first().fill(amount);
	}
	for (const yes of await page.getByRole('radio', { name: 'Ya', exact: true }).all()) await yes.check();
}

async function boardLink(page: Page, caseId: string): Promise<string> {
	await page.goto(`/kasus/${caseId}/pemeriksaan/isian`);
	await page
		.getByRole('link', { name: /tautan/ })
		.first()
		.click();
	await button(page, /Buat tautan|Ganti tautan/)
		.first()
		.click();
	await expect(page).toHaveURL(/kertas=/);
	return /https?:\/\/\S+\/t\/\S+/.exec(await page.getByRole('main').innerText())![0];
}

test('a cooperative fills the sheet in by phone, the officer verifies it, a colleague judges blind', async ({
	page,
	browser,
	baseURL
}) => {
	await signIn(page, people.adviser);
	await page.goto('/kasus?tampilan=tabel');
	const file = page.getByRole('main').getByRole('link', { name }).first();
	const caseId = (await file.getAttribute('href'))!.split('/')[2]!;
	await page.goto(`/kasus/${caseId}/pemeriksaan`);
	await page.getByRole('link', { name: 'Minta koperasi mengisi dulu' }).click();
	await lookAt(page, 'isian-minta');
	await button(page, 'Minta koperasi mengisi').click();
	await expect(page.getByText('Menunggu kiriman')).toBeVisible();
	await lookAt(page, 'isian-menunggu');
	const link = await boardLink(page, caseId);

	// The board, without an account and without script.
	let phone = await telephone(browser, baseURL!);
	await phone.goto(link);
	await phone.getByRole('link', { name: 'Isi lembar pemeriksaan' }).click();
	await lookAsWell(page, phone, 'lembar');
	await button(phone, 'Pakai satuan ini').click();
	await expect(phone.getByText('Halaman 1 dari')).toBeVisible();
	await fillPage(phone);
	await phone.getByRole('textbox', { name: 'Modal sendiri' }).fill('lima ratus juta');
	await button(phone, 'Simpan dan lanjut').click();
	await expect(phone.getByText('ada yang belum dapat dibaca').first()).toBeVisible();
	await expect(phone.getByRole('textbox', { name: 'Modal sendiri' })).toHaveValue('lima ratus juta');
	await lookAsWell(page, phone, 'lembar-salah');
	await phone.getByRole('textbox', { name: 'Modal sendiri' }).fill('500.000.000');
	await button(phone, 'Simpan dan lanjut').click();
	await fillPage(phone);
	await button(phone, 'Simpan dan kembali').click();
	await expect(phone.getByText('Halaman 1 dari')).toBeVisible();

	// The telephone dies. The office still sees nothing; another telephone goes on by the same link.
	await phone.context().close();
	await signIn(page, people.adviser);
	await page.goto(`/kasus/${caseId}/pemeriksaan/isian`);
	await expect(page.getByText('belum dapat dilihat siapa pun di dinas')).toBeVisible();
	phone = await telephone(browser, baseURL!);
	await phone.goto(link);
	await phone.getByRole('link', { name: 'Lanjutkan mengisi' }).click();
	await lookAsWell(page, phone, 'lembar-terisi');
	await phone.getByRole('link', { name: 'Lanjutkan mengisi' }).click();
	await expect(phone.getByText('Halaman 3 dari')).toBeVisible();
	await lookAsWell(page, phone, 'lembar-pertanyaan');
	while (/lembar\/\d+$/.test(phone.url())) {
		await fillPage(phone);
		await button(phone, 'Simpan dan lanjut').click();
	}
	await expect(phone.getByText('Semua sudah terisi')).toBeVisible();
	await lookAsWell(page, phone, 'lembar-kirim');
	await phone.getByLabel('Catatan untuk petugas').fill('Angka dari laporan RAT.');
	await button(phone, 'Kirim ke dinas').click();
	await expect(phone.getByText('Lembar sudah dikirim')).toBeVisible();
	await lookAsWell(page, phone, 'lembar-terkirim');
	await phone.context().close();

	// The officer, item by item.
	await signIn(page, people.adviser);
	await page.goto(`/kasus/${caseId}/pemeriksaan`);
	await page.getByRole('link', { name: 'Periksa isian' }).click();
	await expect(page.getByText('Angka dari laporan RAT.')).toBeVisible();
	await lookAt(page, 'isian-periksa');
	await button(page, /Setuju.*: Modal sendiri/).click();
	const own = page.locator('#butir-ownCapital');
	await expect(own.getByText('Sama')).toBeVisible();
	const assets = page.locator('#butir-totalAssets');
	await assets.getByRole('textbox', { name: 'Nilai petugas: Total aset (harta)' }).fill('900.000.000');
	await assets.getByText('Tambah bukti').click();
	await assets.getByLabel('Unggah berkas baru').setInputFiles({
		name: 'Laporan RAT.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.4 laporan')
	});
	await assets.getByLabel('Halaman').fill('12');
	await assets.getByRole('button', { name: 'Simpan bukti' }).click();
	await expect(assets.getByText('Beda', { exact: true })).toBeVisible();
	await expect(assets.getByRole('link', { name: 'Laporan RAT.pdf' })).toBeVisible();
	await lookAt(page, 'isian-bukti');
	const paper = await page.request.get(
		(await assets.getByRole('link', { name: 'Laporan RAT.pdf' }).getAttribute('href'))!
	);
	expect(await paper.text()).toBe('%PDF-1.4 laporan');
	expect(paper.headers()['x-content-type-options']).toBe('nosniff');

	while (!page.url().endsWith('/simpan')) {
		const before = page.url();
		const all = button(page, 'Setuju semua di bagian ini');
		if (await all.isVisible()) {
			await all.click();
			await expect(all).toBeHidden();
		}
		await button(page, /Simpan dan lanjut|Ke penutup pemeriksaan/).click();
		await expect(page).not.toHaveURL(before);
	}
	await expect(page.getByText('Semua butir sudah diperiksa')).toBeVisible();
	await lookAt(page, 'isian-tutup');
	await button(page, 'Simpan pemeriksaan').click();
	await expect(page).toHaveURL(/\/pemeriksaan\/[0-9a-f-]{36}/);
	const table = page.getByRole('table', { name: 'Beda isian koperasi dan petugas' });
	await expect(table.getByText('Rp100.000.000 kurang')).toBeVisible();
	await expect(table.getByRole('link', { name: 'Laporan RAT.pdf' })).toBeVisible();
	await lookAt(page, 'hasil-beda');
	const first = page.url();

	// A colleague scores it again and cannot see the first, not even by its address.
	await page.getByText('Minta pendapat kedua').click();
	await page.getByLabel('Kepada siapa').selectOption({ label: 'Endang Lestari' });
	await button(page, 'Minta pendapat').click();
	await expect(page.getByText('Menunggu Endang Lestari')).toBeVisible();
	await signIn(page, people.division);
	expect((await page.goto(first))!.status()).toBe(404);
	await page.goto('/kasus');
	await lookAt(page, 'pendapat-diminta');
	await page.getByRole('link', { name: 'Beri pendapat' }).first().click();
	await expect(page.getByRole('link', { name: 'Laporan RAT.pdf' })).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('900.000.000');
	await lookAt(page, 'pendapat-isi');
	for (const [label, amount] of Object.entries(soundFigures))
		await page.getByRole('textbox', { name: label, exact: true }).first().fill(amount);
	for (const no of await page.getByRole('radio', { name: 'Tidak', exact: true }).all()) await no.check();
	await button(page, 'Simpan pemeriksaan').click();
	await expect(page).toHaveURL(/\/pemeriksaan\/[0-9a-f-]{36}/);
	const opinion = page.getByRole('region', { name: 'Pendapat kedua' }).first();
	await expect(opinion.getByText('selisih')).toBeVisible();
	await lookAt(page, 'pendapat-beda');
	await page.goto(first);
	await expect(page.getByRole('region', { name: 'Pendapat kedua' }).first().getByText('selisih')).toBeVisible();
});

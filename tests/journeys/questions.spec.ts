import type { Browser, Page } from '@playwright/test';
import { people } from './steps.ts';
import { expect, lookAt, signIn, test } from './story.ts';

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

const question = 'Bendahara kami berhenti. Siapa yang boleh menandatangani pengambilan uang di bank?';
const inside = 'Koperasi ini pernah ditegur tahun lalu, hati-hati.';

/** The same page once more, with script: axe needs one. */
async function lookAsWell(page: Page, phone: Page, screen: string): Promise<void> {
	await page.goto(phone.url());
	await lookAt(page, screen);
}

test('a board asks by phone without an account, the desk passes it on, the officer drafts, the desk sends', async ({
	page,
	browser,
	baseURL
}) => {
	const phone = await telephone(browser, baseURL!);
	await phone.goto('/k/33.14');
	await phone.getByRole('link', { name: 'Mulai bertanya' }).click();
	await expect(phone.getByRole('heading', { name: 'Sebelum mulai: apa yang kami simpan' })).toBeVisible();
	await lookAsWell(page, phone, 'tanya');
	await button(phone, 'Mulai bertanya').click();
	await expect(phone.getByText('Beri tanda setuju dahulu.').first()).toBeVisible();
	await phone.getByRole('checkbox', { name: 'Saya sudah membaca dan setuju' }).check();
	await button(phone, 'Mulai bertanya').click();

	await phone.getByLabel('Pertanyaan Anda').fill(question);
	await lookAsWell(page, phone, 'tanya-isi');
	await button(phone, 'Lanjut').click();
	await phone.getByLabel('Nama koperasi').fill('Koperasi Serba Usaha Maju');
	await button(phone, 'Lanjut').click();
	await lookAsWell(page, phone, 'tanya-siapa');
	await phone.getByLabel('Nama Anda').fill('Pak Darmo');
	await phone.getByLabel(/^Sebagai/).selectOption('board');
	await button(phone, 'Lanjut').click();
	await phone.getByLabel('Nomor telepon').fill('0812 5555 1234');
	await button(phone, 'Lanjut').click();
	await phone.getByLabel('Foto atau berkas').setInputFiles({
		name: 'surat bank.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.4 surat')
	});
	await button(phone, 'Simpan dan lanjut').click();
	await expect(phone.getByText('surat bank.pdf').first()).toBeVisible();
	await phone.getByRole('link', { name: 'Lanjut' }).click();
	await expect(phone.getByText('Pak Darmo, Pengurus')).toBeVisible();
	await lookAsWell(page, phone, 'tanya-periksa');
	await button(phone, 'Kirim pertanyaan').click();
	await expect(phone.getByText('Pertanyaan Anda sudah kami terima')).toBeVisible();
	await expect(phone.getByText(/Kami menjawab paling lambat/)).toBeVisible();
	const shown = await phone.getByRole('main').innerText();
	const number = /\d{4}-\d{5}/.exec(shown)![0];
	const [, code, pin] = /Kode pelacakan\s+(\S+)\s+PIN\s+(\d{6})/.exec(shown)!;
	await lookAsWell(page, phone, 'tanya-terkirim');

	// The desk: a note that stays inside, and on to the officer.
	await signIn(page, people.desk);
	await page.goto('/konsultasi');
	await lookAt(page, 'konsultasi');
	await page.getByRole('link', { name: /Bendahara kami berhenti/ }).click();
	await expect(page.getByText('Catatan internal: tidak pernah dikirim ke penanya')).toBeVisible();
	await page.getByLabel('Catatan untuk rekan kerja').fill(inside);
	await button(page, 'Simpan catatan internal').click();
	await expect(page.getByText('Catatan internal Siti')).toBeVisible();
	await lookAt(page, 'konsultasi-satu');
	await page.getByRole('link', { name: 'Teruskan', exact: true }).click();
	const officers = page.getByLabel('Petugas', { exact: true });
	await expect(officers).toBeVisible();
	const names = await officers.locator('option').allInnerTexts();
	await officers.selectOption({ label: names.find((name) => name.startsWith('Bagus'))! });
	await page.getByLabel('Pertanyaan Anda kepada petugas').fill('Mohon dasar hukumnya.');
	await button(page, 'Teruskan ke petugas').click();
	await expect(page.getByText(/Ditanyakan kepada .*Bagus/)).toBeVisible();
	const place = new URL(page.url()).pathname;

	await signIn(page, 'bagus@sragen.contoh.id');
	await page.goto(place);
	await page.getByLabel('Usulan jawaban').fill('Ketua bersama pengurus lain yang ditunjuk rapat pengurus.');
	await button(page, 'Serahkan ke meja tanya jawab').click();
	await expect(page.getByText(/Usulan jawaban dari Bagus/)).toBeVisible();

	await signIn(page, people.desk);
	await page.goto(place);
	const answer = page.getByLabel('Jawaban', { exact: true });
	await expect(answer).toHaveValue(/Ketua bersama pengurus lain/);
	await answer.fill(`Baik Pak. ${inside}`);
	await button(page, 'Kirim ke Pak Darmo lewat halaman web').click();
	await expect(page.getByText('Jawaban ini memuat catatan internal secara utuh.').first()).toBeVisible();
	await lookAt(page, 'konsultasi-ditolak');
	await answer.fill('Yth. Pak Darmo, ketua bersama pengurus yang ditunjuk rapat pengurus.');
	await button(page, 'Kirim ke Pak Darmo lewat halaman web').click();
	await expect(page.getByText('Jawaban, dikirim Siti')).toBeVisible();

	// The board comes back with code and PIN, from any telephone.
	const other = await telephone(browser, baseURL!);
	await other.goto('/tanya/lacak');
	await other.getByLabel('Kode pelacakan').fill(code!.toLowerCase());
	await other.getByRole('textbox', { name: 'PIN' }).fill('000001');
	await button(other, 'Buka').click();
	await expect(other.getByText('Kode dan PIN ini tidak cocok.').first()).toBeVisible();
	await other.getByRole('textbox', { name: 'PIN' }).fill(pin!);
	await button(other, 'Buka').click();
	await expect(other.getByRole('heading', { name: new RegExp(number) })).toBeVisible();
	await expect(other.getByText('Yth. Pak Darmo')).toBeVisible();
	expect(await other.content()).not.toContain('ditegur tahun lalu');
	await other.getByLabel('Pesan Anda').fill('Terima kasih, Pak.');
	await button(other, 'Kirim balasan').click();
	await expect(other.getByText('Terima kasih, Pak.')).toBeVisible();
	await lookAsWell(page, other, 'tanya-jawaban');
});

import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Page } from '@playwright/test';
import { worldPassword } from '../world/offices.ts';
import { expect, lookAt, signIn, test } from './story.ts';

const password = (page: Page) => page.getByRole('textbox', { name: /^Kata sandi/ });
/** Presses the first save button and waits for the answer. */
const save = async (page: Page) => {
	const answered = page.waitForResponse(
		(response) => response.request().method() === 'POST' && response.status() !== 307
	);
	await page.getByRole('button', { name: 'Simpan' }).first().click();
	await answered;
};
const menu = (page: Page) => page.locator('summary.who-button');

test('a screen locks in the middle of a form, and nothing typed is lost', async ({ page }) => {
	await signIn(page, 'wahyu@sragen.contoh.id');
	await page.goto('/pengaturan/kantor');
	const address = page.getByRole('textbox', { name: /^Alamat/ });
	const before = await address.inputValue();
	await address.fill('Jalan Kenanga 7');

	// Somebody locks the screen in another window of the same browser.
	const other = await page.context().newPage();
	await other.goto('/akun');
	await menu(other).click();
	await other.getByRole('button', { name: 'Kunci layar' }).click();
	await expect(other.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
	await lookAt(other, 'lock');
	await other.close();

	await save(page);
	const cover = page.getByRole('dialog', { name: 'Layar terkunci' });
	await expect(cover).toBeVisible();
	await cover.getByLabel('Kata sandi').fill('bukan kata sandi saya');
	await cover.getByRole('button', { name: 'Buka kunci' }).click();
	await expect(cover.getByRole('alert')).toHaveText('Kata sandi ini tidak cocok. Coba lagi.');
	await cover.getByLabel('Kata sandi').fill(worldPassword);
	await cover.getByRole('button', { name: 'Buka kunci' }).click();
	await expect(cover).toBeHidden();
	await expect(address).toHaveValue('Jalan Kenanga 7');
	await save(page);
	await page.reload();
	await expect(address).toHaveValue('Jalan Kenanga 7');
	await address.fill(before);
	await save(page);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('signing in waits after five wrong passwords, and says how long', async ({ page }) => {
		await page.goto('/antrean');
		for (let wrong = 0; wrong < 6; wrong++) {
			await page.getByRole('textbox', { name: 'Alamat surel' }).fill('joko@sragen.contoh.id');
			await password(page).fill('bukan kata sandi saya');
			await page.getByRole('button', { name: 'Masuk', exact: true }).click();
			if (wrong < 5) await expect(page.getByText('Alamat surel atau kata sandi tidak cocok.')).toBeVisible();
		}
		await expect(page.getByText('Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.')).toBeVisible();
	});

	test('a form from a locked screen is kept, and sent after the password', async ({ page }) => {
		await signIn(page, 'wahyu@sragen.contoh.id');
		await page.goto('/pengaturan/kantor');
		const address = page.getByRole('textbox', { name: /^Alamat/ });
		const before = await address.inputValue();
		await address.fill('Jalan Melati 3');
		const other = await page.context().newPage();
		await other.goto('/akun');
		await menu(other).click();
		await other.getByRole('button', { name: 'Kunci layar' }).click();
		// Only now is it locked: a window that closes sooner takes its request with it.
		await expect(other.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
		await other.close();
		await page.bringToFront();

		await save(page);
		await expect(page.getByText('Isian Anda tersimpan: buka kunci, lalu kirim.')).toBeVisible();
		await password(page).fill(worldPassword);
		await page.getByRole('button', { name: 'Buka kunci' }).click();
		await page.getByRole('button', { name: 'Kirim sekarang' }).click();
		await page.goto('/pengaturan/kantor');
		await expect(address).toHaveValue('Jalan Melati 3');
		await address.fill(before);
		await save(page);

		await menu(page).click();
		await page.getByRole('button', { name: 'Keluar' }).click();
		await expect(page.getByText('Anda sudah keluar.')).toBeVisible();
		await page.goto('/antrean');
		await expect(page).toHaveURL(/\/masuk\?lanjut=%2Fantrean/);
	});
});

test('the second step: set up by a picture, asked at every sign-in, taken off by the password', async ({ page }) => {
	await page.goto('/masuk');
	await lookAt(page, 'sign-in');
	await signIn(page, 'nyoman@buleleng.contoh.id');
	await page.goto('/akun');
	await lookAt(page, 'account');
	await page.getByRole('link', { name: 'Pasang langkah kedua' }).click();
	await password(page).fill(worldPassword);
	await page.getByRole('button', { name: 'Mulai' }).click();
	await expect(page.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' })).toBeVisible();
	await lookAt(page, 'second-step');
	const key = (await page.getByText(/^([A-Z2-7]{4} ?)+$/).innerText()).replaceAll(' ', '');
	const code = () => createOTP(new TextDecoder().decode(base32.decode(key))).totp();
	await page.getByRole('textbox', { name: 'Kode' }).fill(await code());
	await page.getByRole('button', { name: 'Nyalakan langkah kedua' }).click();
	await expect(page.getByText('Langkah kedua menyala.')).toBeVisible();

	await page.context().clearCookies();
	await page.goto('/masuk');
	await page.getByRole('textbox', { name: 'Alamat surel' }).fill('nyoman@buleleng.contoh.id');
	await password(page).fill(worldPassword);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Langkah kedua' })).toBeVisible();
	await lookAt(page, 'second-step-code');
	await page.getByRole('textbox', { name: 'Kode' }).fill(await code());
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page).not.toHaveURL(/\/masuk/);

	await page.goto('/akun/langkah-kedua');
	await password(page).fill(worldPassword);
	await page.getByRole('button', { name: 'Matikan langkah kedua' }).click();
	await expect(page.getByText('Langkah kedua sudah dimatikan.')).toBeVisible();
});

test('an invited colleague makes an account; the link opens once', async ({ page }) => {
	await signIn(page, 'wahyu@sragen.contoh.id');
	await page.goto('/pengaturan/petugas/baru');
	const name = `Retno Palupi ${test.info().project.name}`;
	await page.getByRole('textbox', { name: /^Nama/ }).first().fill(name);
	await page.getByRole('checkbox', { name: /Penyuluh/ }).check();
	await page
		.getByRole('button', { name: /Simpan|Tambah/ })
		.last()
		.click();
	await page.goto('/pengaturan/petugas');
	await page.getByRole('link', { name }).click();
	await page.getByRole('button', { name: /undangan/i }).click();
	const link = await page
		.getByText(/\/undangan\/[\w-]{43}/)
		.first()
		.innerText();
	const path = /\/undangan\/[\w-]{43}/.exec(link)![0];

	await page.context().clearCookies();
	await page.goto(path);
	await lookAt(page, 'invitation');
	await page.getByRole('textbox', { name: 'Alamat surel' }).fill(`retno.${test.info().project.name}@sragen.contoh.id`);
	await page.getByRole('textbox', { name: 'Kata sandi baru' }).fill('Koperasi2026');
	await page.getByRole('button', { name: 'Buat akun dan masuk' }).click();
	await expect(page.getByText('Kata sandi ini mudah ditebak.').first()).toBeVisible();
	await page.getByRole('textbox', { name: 'Kata sandi baru' }).fill('gajah ungu terbang rendah');
	await page.getByRole('button', { name: 'Buat akun dan masuk' }).click();
	await expect(page).toHaveURL(/\/antrean/);

	const answer = await page.goto(path);
	expect(answer?.status()).toBe(410);
	await lookAt(page, 'link-used');
});

import type { Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';

const desk = 'siti@sragen.contoh.id';
const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: typeof name === 'string' });
const letGo = (page: Page) => page.getByRole('button', { name: 'Tidak jadi, lepaskan jam ini' });

test('a visitor without an account books, moves and cancels by the link; the desk tells him', async ({ page }) => {
	await page.goto('/k/33.14');
	await page.getByRole('link', { name: 'Buat janji temu' }).click();
	await lookAt(page, 'janji-keperluan');
	await page.getByRole('link', { name: /Konsultasi kesehatan koperasi/ }).click();
	await lookAt(page, 'janji-cara');
	await page.getByRole('link', { name: /Datang ke kantor/ }).click();
	await lookAt(page, 'janji-hari');
	// A day further on, and a time of it.
	await page
		.getByRole('link', { name: /waktu kosong/ })
		.nth(3)
		.click();
	await lookAt(page, 'janji-jam');
	await page.getByRole('region', { name: /2026/ }).getByRole('button').first().click();

	await expect(page).toHaveURL(/\/j\/[\w-]{43}$/);
	await expect(page.getByText('Jam ini kami simpan untuk Anda sampai pukul 09.10 WIB')).toBeVisible();
	await expect(letGo(page)).toBeVisible();
	await button(page, 'Tegaskan janji temu').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByLabel('Nama', { exact: true }).fill('Tumini Wulandari');
	await page.getByLabel('Nomor telepon').fill('0813 5555 1234');
	await page.getByRole('textbox', { name: /^Koperasi/ }).fill('KSP Ngudi Rahayu');
	await page.getByRole('radio', { name: 'Pengurus' }).check();
	await page.getByLabel('Yang ingin dibicarakan').fill('Pinjaman macet');
	await lookAt(page, 'janji-data');
	await button(page, 'Tegaskan janji temu').click();
	await expect(page.getByRole('heading', { name: 'Janji temu Anda sudah tercatat' })).toBeVisible();
	await lookAt(page, 'janji-tercatat');
	const link = page.url();
	const calendar = await page.request.get(`${link}/janji.ics`);
	expect(calendar.headers()['content-type']).toContain('text/calendar');
	expect(await calendar.text()).toMatch(/DTSTART:2026\d{4}T\d{6}Z/);

	await page.getByRole('link', { name: 'Pindah ke waktu lain' }).click();
	await page
		.getByRole('link', { name: /waktu kosong/ })
		.nth(5)
		.click();
	await lookAt(page, 'janji-pindah');
	await page.getByRole('region', { name: /2026/ }).getByRole('button').last().click();
	await expect(page.getByRole('heading', { name: 'Janji temu Anda sudah tercatat' })).toBeVisible();
	await page.getByText('Batalkan janji ini').click();
	await button(page, 'Ya, batalkan').click();
	await expect(page.getByText('Dibatalkan')).toBeVisible();
	await lookAt(page, 'janji-dibatalkan');

	// The desk: the notices wait in the outbox, prepared for the officer's own WhatsApp.
	await signIn(page, desk);
	await page.goto('/kotak-keluar');
	await lookAt(page, 'kotak-keluar');
	const told = page.getByRole('listitem').filter({ hasText: 'Tumini Wulandari' });
	const open = told.getByRole('link', { name: 'Buka di WhatsApp saya' });
	expect(await open.getAttribute('href')).toMatch(/^https:\/\/wa\.me\/6281355551234\?text=/);
	await told.getByRole('button', { name: 'Sudah saya kirim' }).click();
	await expect(told).toHaveCount(0);
	await page.goto('/kotak-keluar?isi=left');
	await expect(page.getByText('Dikirim sendiri oleh Siti Aminah')).toBeVisible();
});

test('the desk keeps the calendar: a visitor arrives, another does not, an officer is ill', async ({ page }) => {
	await signIn(page, desk);
	await page.goto('/janji-temu');
	await lookAt(page, 'janji-temu');
	await page.getByRole('link', { name: 'Menurut ruang' }).click();
	await lookAt(page, 'janji-temu-ruang');
	await page.goto('/janji-temu?rentang=minggu');
	await lookAt(page, 'janji-temu-minggu');
	await page.goto('/janji-temu');
	await page.getByRole('link', { name: 'Buat janji temu' }).click();
	await lookAt(page, 'janji-temu-baru');
	await page.getByLabel('Nama', { exact: true }).fill('Rini Astuti');
	await page.getByLabel('Nomor telepon').fill('0813 5555 9876');
	await page.getByRole('radio', { name: 'Pengurus' }).check();
	await page.getByLabel('Yang ingin dibicarakan').fill('RAT tertunda');
	await button(page, 'Simpan janji temu').click();
	await expect(page.getByText(/Janji temu tersimpan, kode/)).toBeVisible();
	await lookAt(page, 'janji-temu-satu');
	await button(page, 'Tamu datang').click();
	await expect(page).toHaveURL(/\/kunjungan\/[0-9a-f-]{36}/);
	await expect(page.getByText('Rini Astuti').first()).toBeVisible();
	// Three presses for a visitor who stands here: the button, another time, save.
	await page.getByRole('link', { name: 'Buat janji temu' }).click();
	await page.getByRole('radio', { name: /WIB/ }).nth(4).check();
	await button(page, 'Simpan janji temu').click();
	await expect(page.getByText(/Janji temu tersimpan, kode/)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Rini Astuti' })).toBeVisible();

	await page.goto('/janji-temu');
	await button(page, 'Tidak datang').first().click();
	await expect(page.getByText('Tidak datang').first()).toBeVisible();
	await page.goto('/janji-temu/berhalangan');
	await lookAt(page, 'janji-temu-berhalangan');
	await page.goto('/janji-temu/kalender');
	await button(page, 'Buat alamat').first().click();
	await lookAt(page, 'janji-temu-kalender');
	const address = /http:\S+\/kalender\/[\w-]+/.exec(await page.getByRole('main').innerText())![0];
	const stranger = await page.context().browser()!.newContext();
	const feed = await stranger.request.get(address);
	expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT/);
	await button(page, 'Cabut').first().click();
	await expect(button(page, 'Ganti alamat')).toHaveCount(0);
	expect((await stranger.request.get(address)).status()).toBe(410);
	await stranger.close();

	await signIn(page, 'wahyu@sragen.contoh.id');
	await page.goto('/pengaturan/janji-temu');
	await lookAt(page, 'pengaturan-janji-temu');
});

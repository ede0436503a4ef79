import type { Browser, Page } from '@playwright/test';
import { expect, lookAt, signIn, test } from './story.ts';

const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: typeof name === 'string' });

/** A screen of its own: a machine, or a visitor's telephone. */
async function screen(browser: Browser, baseURL: string, width: number, height: number): Promise<Page> {
	const context = await browser.newContext({
		baseURL,
		viewport: { width, height },
		locale: 'id-ID',
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	// What prints and what sounds is not looked at here.
	await page.addInitScript(() => {
		window.print = () => {};
	});
	return page;
}

/** A machine is added at the administrator's page and paired by its code. */
async function paired(page: Page, machine: Page, kind: RegExp, name: string): Promise<void> {
	await page.goto('/pengaturan/perangkat');
	await page.getByRole('radio', { name: kind }).check();
	await page.getByLabel('Nama').fill(name);
	await button(page, 'Tambah perangkat').click();
	const code = page.getByRole('region', { name }).getByText(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/);
	await expect(code).toBeVisible();
	await lookAt(page, 'pengaturan-perangkat');
	await machine.goto('/pasang');
	await lookAt(machine, 'pasang');
	await machine.getByLabel('Kode').fill(await code.innerText());
	await button(machine, 'Pasangkan').click();
}

const done = async (page: Page, text: RegExp) =>
	expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
async function numberOn(page: Page): Promise<string> {
	const number = page.locator('.number').first();
	await expect(number).toHaveText(/^[A-Z]+-\d{3}$/);
	return number.innerText();
}

test('a day at the desk: numbers, calls, an absent visitor, a break, a transfer, a cut line, the end of the day', async ({
	page,
	browser,
	baseURL
}) => {
	const tv = await screen(browser, baseURL!, 1920, 1080);
	const kiosk = await screen(browser, baseURL!, 1080, 1200);
	const phone = await screen(browser, baseURL!, 360, 740);
	await tv.clock.install({ time: new Date('2026-03-02T02:00:00Z') });

	await signIn(page, 'wahyu@sragen.contoh.id');
	await paired(page, tv, /^Papan/, `TV ${page.viewportSize()?.width}`);
	await paired(page, kiosk, /^Kios/, `Pintu ${page.viewportSize()?.width}`);
	await page.goto('/pengaturan/antrean');
	await lookAt(page, 'pengaturan-antrean');

	// A room and its officer; whoever was called before the story began is done.
	await signIn(page, 'ratna@sragen.contoh.id');
	await page.goto('/antrean/tutup');
	await lookAt(page, 'tutup-hari');
	await button(page, 'Tutup hari ini').click();
	await expect(page.getByText('Antrean hari ini sudah ditutup')).toBeVisible();
	await kiosk.reload();
	await expect(kiosk.getByText('Nomor untuk hari ini tidak tersedia lagi')).toBeVisible();
	await button(page, 'Buka lagi').click();
	await expect(page.getByText('Antrean hari ini sudah ditutup')).toHaveCount(0);

	// Three come: at the kiosk, by telephone from outside, and by telephone inside.
	await kiosk.goto('/kios');
	await lookAt(kiosk, 'kios');
	await button(kiosk, /Poli Keuangan/).click();
	const first = await numberOn(kiosk);
	expect(first).toMatch(/^K-\d{3}$/);
	await lookAt(kiosk, 'kios-nomor');
	await phone.goto('/a/33.14');
	await lookAt(phone, 'ambil-nomor');
	await phone.getByRole('radio', { name: /Poli Keuangan/ }).check();
	await button(phone, 'Ambil nomor').click();
	const second = await numberOn(phone);
	await expect(phone.getByText('Belum hadir')).toBeVisible();
	await page.goto('/antrean');
	await expect(page.getByRole('region', { name: 'Menunggu' }).getByText(second)).toHaveCount(0);
	await phone.getByLabel(/Kode di layar/).fill(await tv.locator('#kode').innerText());
	await button(phone, 'Saya sudah di ruang tunggu').click();
	await expect(phone.getByText('1 orang')).toBeVisible();
	await lookAt(phone, 'tiket-telepon');
	// The officers' list has heard of it by itself.
	await expect(page.getByRole('region', { name: 'Menunggu' }).getByText(second)).toBeVisible();

	// The button names the number; the board shows it; taken back, it is gone again.
	await button(page, `Panggil berikutnya: ${first}`).click();
	await done(page, /dipanggil/);
	await expect(tv.locator('.call .number')).toHaveText(first);
	await lookAt(tv, 'papan-tv');
	await lookAt(page, 'antrean-dipanggil');
	await button(page, 'Urungkan').click();
	await expect(tv.locator('.number', { hasText: first })).toHaveCount(0);
	await button(page, `Panggil berikutnya: ${first}`).click();
	await button(page, 'Tidak hadir').click();
	await done(page, /tidak hadir/);
	await expect(tv.locator('#tidak-hadir')).toContainText(first);

	// A break: the room calls nobody, and the board says so.
	const room = page.getByRole('region', { name: 'Ruang Konsultasi' });
	await room.getByLabel('Tindakan untuk Ruang Konsultasi').click();
	await button(page, 'Istirahat 10 menit').click();
	await expect(room.getByText('Istirahat sampai 09.10 WIB')).toBeVisible();
	await expect(tv.getByText('istirahat')).toBeVisible();
	await button(page, 'Mulai lagi').click();
	await expect(button(page, `Panggil berikutnya: ${second}`)).toBeVisible();

	// It is the telephone's turn; then its visitor is sent on to another poli and waits there.
	await button(page, `Panggil berikutnya: ${second}`).click();
	await expect(phone.getByText('Giliran Anda')).toBeVisible();
	await lookAt(phone, 'tiket-giliran');
	await button(page, 'Sudah di ruang').click();
	await expect(phone.getByText('Sedang dilayani')).toBeVisible();
	await room.getByLabel(`Tindakan lain untuk ${second}`).click();
	await button(page, 'Poli Hukum').click();
	await expect(phone.getByText('Poli Hukum')).toBeVisible();
	await expect(page.getByText('dari Poli Keuangan')).toBeVisible();

	// The line is cut for a minute: the kiosk goes on by itself, the board says how old it is, and both come back.
	await kiosk.context().setOffline(true);
	await tv.context().setOffline(true);
	await kiosk.goto('/kios');
	await button(kiosk, /Poli Perizinan/).click();
	const own = await numberOn(kiosk);
	expect(own).toMatch(/^K[A-Z]-001$/);
	await expect(kiosk.getByText('Jaringan sedang putus')).toBeVisible();
	await tv.clock.fastForward(66_000);
	await tv.clock.fastForward(31_000);
	await expect(tv.getByText(/Jaringan putus. Yang tampil adalah keadaan pukul/)).toBeVisible();
	await kiosk.context().setOffline(false);
	await tv.context().setOffline(false);
	// Rows keep still under a pointer: it goes elsewhere.
	await page.mouse.move(1, 1);
	// The kiosk hears of the line at once, and tries again each quarter of a minute.
	await expect(page.getByRole('region', { name: 'Menunggu' }).getByText(own)).toBeVisible({ timeout: 25_000 });
	await tv.clock.fastForward(61_000);
	await expect(tv.getByText(/Jaringan putus/)).toBeHidden();

	// A visitor with an appointment comes: booked by the officer, received with a ticket that carries its time.
	await page.goto('/janji-temu/baru');
	await page.getByLabel('Nama', { exact: true }).fill('Wagiyem Hartini');
	await page.getByLabel('Nomor telepon').fill(`0813 6666 ${1000 + (page.viewportSize()?.width ?? 0)}`);
	await page.getByRole('radio', { name: 'Pengurus' }).check();
	await page.getByLabel('Yang ingin dibicarakan').fill('RAT tertunda');
	await button(page, 'Simpan janji temu').click();
	await expect(page.getByText(/Janji temu tersimpan, kode/)).toBeVisible();
	await button(page, 'Tamu datang').click();
	await expect(page).toHaveURL(/\/kunjungan\/[0-9a-f-]{36}/);
	await page.goto('/antrean');
	await expect(
		page
			.getByRole('listitem')
			.filter({ hasText: 'Wagiyem Hartini' })
			.getByText(/janji \d\d\.\d\d/)
	).toBeVisible();

	await page.goto('/antrean/catatan');
	await lookAt(page, 'catatan-antrean');
	await page.goto('/antrean/tutup');
	await button(page, 'Tutup hari ini').click();
	await expect(phone.getByText('Terlewat')).toBeVisible();
	await lookAt(phone, 'tiket-terlewat');
	// The other stories need the desk.
	await button(page, 'Buka lagi').click();
	await expect(page.getByText('Antrean hari ini sudah ditutup')).toHaveCount(0);
	for (const one of [tv, kiosk, phone]) await one.context().close();
});

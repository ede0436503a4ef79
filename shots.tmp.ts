import { chromium } from '@playwright/test';
const base = process.env.BASE ?? 'http://localhost:4711';
const want = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--disable-gpu'] });
const sign = async (email: string, width: number) => {
	const context = await browser.newContext({ viewport: { width, height: width === 360 ? 740 : 800 }, locale: 'id-ID', reducedMotion: 'reduce' });
	const page = await context.newPage();
	page.setDefaultTimeout(90000);
	await page.goto(`${base}/masuk`);
	await page.getByLabel('Alamat surel').fill(email);
	await page.getByLabel('Kata sandi', { exact: true }).fill('koperasi-sehat-2026');
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await page.waitForURL((u) => !u.pathname.startsWith('/masuk'));
	return page;
};
for (const width of [1280, 360]) {
	const page = await sign('ratna@sragen.contoh.id', width);
	const shot = async (name: string, full = true) => { await page.screenshot({ path: `/tmp/diag-${name}-${width}.png`, fullPage: full }); console.log(name, width, await page.evaluate(() => document.documentElement.scrollWidth)); };
	if (want.includes('work')) { await page.goto(`${base}/kasus/kerja`); await shot('work'); }
	if (want.includes('form')) {
		await page.goto(`${base}/kasus?tampilan=tabel`);
		await page.getByRole('link', { name: 'KSP Ngudi Rahayu' }).click();
		await page.waitForURL(/\/kasus\/[0-9a-f-]{36}/);
		const url = page.url();
		await page.goto(`${url}/diagnosis`); await shot('form');
		await page.goto(`${url}/keluhan`); await shot('complaint');
	}
	if (want.includes('list')) { await page.goto(`${base}/penyakit`); await page.locator('details').nth(0).evaluate((d: any) => (d.open = true)); await shot('list'); }
	if (want.includes('warn')) { await page.goto(`${base}/register/peringatan`); await shot('warn'); }
	if (want.includes('rules')) { const head = await sign('endang@sragen.contoh.id', width); await head.goto(`${base}/kasus/aturan`); await head.screenshot({ path: `/tmp/diag-rules-${width}.png`, fullPage: true }); }
}
await browser.close();

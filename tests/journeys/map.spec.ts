import { expect, lookAt, signIn, test } from './story.ts';
import { people } from './steps.ts';

// The moving map needs WebGL; where no graphics are, Chromium reckons it by itself.
test.use({
	launchOptions: {
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
	}
});

const counts = /^(\d[\d.]*) koperasi: (\d[\d.]*) di peta, (\d[\d.]*) belum punya titik\.$/;

test('the office looks at where its cooperatives are, and opens one from the map', async ({ page, baseURL }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	const refused: string[] = [];
	page.on('console', (message) => {
		if (/content security policy/i.test(message.text())) refused.push(message.text());
	});
	await signIn(page, people.desk);
	await page.goto('/register');
	await page.getByRole('link', { name: 'Peta koperasi' }).click();
	await expect(page.getByRole('heading', { name: 'Peta koperasi' })).toBeVisible();
	const [, total, placed, unplaced] = counts
		.exec(await page.getByText(counts).innerText())!
		.map((text) => Number(text.replaceAll('.', '')));
	expect(placed! + unplaced!).toBe(total);
	expect(placed).toBeGreaterThan(30);

	await expect(page.getByText(/^Terlihat sekarang: [1-9]\d* kumpulan/)).toBeVisible({ timeout: 60_000 });
	await lookAt(page, 'sebaran');
	expect(asked.filter((url) => !url.startsWith(baseURL!) && !/^(data|blob):/.test(url))).toEqual([]);
	expect(refused).toEqual([]);

	// Where a district has one alone, it stands in the middle of its map.
	const alone = page.locator('section section').filter({ has: page.locator('ul > li:only-child > a') });
	const district = await alone.getByRole('heading', { level: 3 }).first().innerText();
	await page.getByLabel('Kecamatan', { exact: true }).selectOption(district);
	await page.getByRole('button', { name: 'Tampilkan' }).click();
	await expect(page.getByText('Terlihat sekarang: 0 kumpulan dan 1 koperasi sendiri.')).toBeVisible({
		timeout: 60_000
	});
	const name = await page.locator('section section li > a').first().innerText();
	await page.getByRole('region', { name: 'Sebaran koperasi' }).locator('canvas').click();
	await lookAt(page, 'sebaran-satu');
	await page.locator('.maplibregl-popup').getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { name })).toBeVisible();
	await expect(page).toHaveURL(/\/register\/[0-9a-f-]{36}$/);
});

test('a cooperative without a point is given one and is on the map', async ({ page }) => {
	await signIn(page, people.desk);
	await page.goto('/register/sebaran?titik=belum');
	const before = await page.getByText(counts).innerText();
	await lookAt(page, 'sebaran-belum-punya-titik');
	await page
		.getByRole('link', { name: /^Isi titik/ })
		.first()
		.click();
	await page.getByLabel('Lintang').fill('-7,4251');
	await page.getByLabel('Bujur').fill('110,9012');
	await page.getByRole('button', { name: 'Simpan letak' }).click();
	await expect(page.getByText('Tersimpan.')).toBeVisible();
	await page.goto('/register/sebaran');
	const numbers = (text: string) =>
		counts
			.exec(text)!
			.slice(1)
			.map((part) => Number(part.replaceAll('.', '')));
	const [total, placed, unplaced] = numbers(before);
	expect(numbers(await page.getByText(counts).innerText())).toEqual([total, placed! + 1, unplaced! - 1]);
});

test('the administrator gives the map its boundaries, and takes them away again', async ({ page }) => {
	await signIn(page, people.administrator);
	await page.goto('/pengaturan/batas-wilayah');
	const give = async (name: string, text: string) => {
		await page
			.getByLabel('Berkas GeoJSON')
			.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
		await page.getByRole('button', { name: 'Unggah', exact: true }).click();
	};
	await give('batas.kml', '<kml></kml>');
	await expect(page.getByRole('alert')).toContainText('tidak dapat dibaca sebagai GeoJSON');
	await lookAt(page, 'batas-wilayah-ditolak');
	const ring = [
		[110.8, -7.5],
		[111.1, -7.5],
		[111.1, -7.3],
		[110.8, -7.5]
	];
	await give('batas.geojson', JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
	await expect(page.getByRole('img', { name: 'Gambar 1 wilayah' })).toBeVisible();
	await lookAt(page, 'batas-wilayah');
	await page.goto('/register/sebaran');
	await expect(page.getByText('Garis wilayah berasal dari berkas')).toBeVisible();
	await page.goto('/pengaturan/batas-wilayah');
	await page.getByRole('button', { name: 'Hapus batas wilayah' }).click();
	await expect(page.getByText('Belum ada batas wilayah')).toBeVisible();
});

test('without script the map is a drawing, and the list says the same', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
	const page = await context.newPage();
	await signIn(page, people.desk);
	await page.goto('/register/sebaran');
	await expect(page.getByRole('img', { name: /^Gambar peta dengan \d+ koperasi/ })).toBeVisible();
	await page.getByLabel('Keadaan', { exact: true }).selectOption('dormant');
	await page.getByRole('button', { name: 'Tampilkan' }).click();
	const list = page.getByRole('region', { name: 'Daftar koperasi' });
	await expect(list.getByText('Mati suri').first()).toBeVisible();
	await expect(list.getByText(/^(Sehat|Masuk angin|Sakit)$/)).toHaveCount(0);
	await context.close();
});

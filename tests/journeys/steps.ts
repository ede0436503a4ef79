import type { Page } from '@playwright/test';
import { expect, lookAt, signIn } from './story.ts';

// The steps of the journey as people do them, found by role and label.

export const people = {
	desk: 'siti@sragen.contoh.id',
	adviser: 'ratna@sragen.contoh.id',
	specialist: 'sulastri@sragen.contoh.id',
	division: 'endang@sragen.contoh.id',
	head: 'slamet@sragen.contoh.id',
	administrator: 'wahyu@sragen.contoh.id'
} as const;

const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: typeof name === 'string' });

/** Step 2: somebody comes; the name is typed badly. Gives the ticket's number. */
export async function walkIn(page: Page, typed: string, name: string): Promise<string> {
	await signIn(page, people.desk);
	await page.goto('/kunjungan/baru');
	await lookAt(page, 'kunjungan-cari');
	await page.getByLabel('Nama atau nomor koperasi').fill(typed);
	await button(page, 'Cari').click();
	await lookAt(page, 'kunjungan-hasil');
	await page.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click();
	await expect(page.getByRole('heading', { name })).toBeVisible();
	await lookAt(page, 'kunjungan-baru');
	// Each cooperative sends somebody of its own: one person holds one number.
	await page.getByLabel('Nama tamu').fill(`Ketua ${name}`);
	await page.getByLabel('Nomor telepon').fill('0812 0000 4321');
	await page.getByRole('radio', { name: 'Pengurus' }).check();
	await page.getByRole('radio', { name: /^Konsultasi/ }).check();
	await page.getByLabel('Alasan datang').fill('Banyak pinjaman macet');
	await button(page, 'Terbitkan tiket').click();
	await expect(page).toHaveURL(/\/kunjungan\/[0-9a-f-]{36}/);
	await lookAt(page, 'tiket');
	const ticket = /[A-Z]-\d{3}/.exec(await page.getByRole('main').innerText());
	return ticket![0];
}

/** Step 3: the adviser calls until it is this ticket's turn. Step 4: the chart. */
export async function callAndOpen(page: Page, ticket: string, name: string): Promise<string> {
	await signIn(page, people.adviser);
	await page.goto('/antrean');
	await lookAt(page, 'antrean');
	for (let turn = 0; turn < 12; turn++) {
		const next = button(page, /Panggil berikutnya/).first();
		if (await next.isVisible()) {
			const isOurs = (await next.innerText()).includes(ticket);
			await next.click();
			await expect(page.getByRole('status').filter({ hasText: 'dipanggil' })).toBeVisible();
			if (isOurs) break;
		}
		await button(page, 'Selesai').first().click();
		await expect(page.getByText(/selesai\./)).toBeVisible();
	}
	await page
		.getByRole('link', { name: /Buka kasus/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/kasus\//);
	await expect(page.getByText(name).first()).toBeVisible();
	await lookAt(page, 'kasus');
	return new URL(page.url()).pathname.split('/')[2]!;
}

/** Step 5. */
export async function complain(page: Page, caseId: string, words: string, code: string): Promise<void> {
	await page.goto(`/kasus/${caseId}/keluhan`);
	await page.getByLabel('Keluhan, dengan kata-kata tamu').fill(words);
	await page.getByLabel(code).check();
	await button(page, 'Simpan keluhan').click();
	await expect(page.getByText(/Gawat|Mendesak|Biasa/).first()).toBeVisible();
	await lookAt(page, 'keluhan');
}

export const soundFigures: Readonly<Record<string, string>> = {
	'Modal sendiri': '500.000.000',
	'Total aset (harta)': '1.000.000.000',
	'Pinjaman yang berisiko': '100.000.000',
	'Modal tertimbang': '500.000.000',
	'Aktiva tertimbang menurut risiko (ATMR)': '800.000.000',
	'Seluruh pinjaman yang diberikan': '800.000.000',
	'Pinjaman kepada anggota': '760.000.000',
	'Pinjaman kurang lancar': '10.000.000',
	'Pinjaman diragukan': '0',
	'Pinjaman macet': '0',
	'Cadangan risiko': '10.000.000',
	'Beban operasi anggota': '80.000.000',
	'Partisipasi bruto': '150.000.000',
	'Beban usaha': '30.000.000',
	'SHU kotor': '90.000.000',
	'Biaya karyawan': '30.000.000',
	Kas: '20.000.000',
	Bank: '40.000.000',
	'Kewajiban lancar': '450.000.000',
	'Dana yang diterima': '460.000.000',
	'SHU sebelum pajak': '110.000.000',
	'SHU bagian anggota': '40.000.000',
	'Partisipasi neto': '130.000.000',
	'Beban perkoperasian': '10.000.000',
	'Pendapatan dari bukan anggota': '5.000.000',
	'Promosi ekonomi anggota': '30.000.000',
	'Simpanan pokok': '50.000.000',
	'Simpanan wajib': '200.000.000'
};
/** The same cooperative with a third of its loans lost. */
export const sickFigures = {
	...soundFigures,
	'Pinjaman macet': '280.000.000',
	'Cadangan risiko': '5.000.000',
	Bank: '0',
	'SHU bagian anggota': '2.000.000',
	'SHU sebelum pajak': '(20.000.000)'
};

/**
 * Step 6: figures and the 38 questions.
 * @param asked what the address asks for: `?tahun=2012`
 */
export async function examine(
	page: Page,
	caseId: string,
	figures: Readonly<Record<string, string>>,
	answers: 'Ya' | 'Tidak',
	asked = '',
	isOfficial = false
): Promise<void> {
	await page.goto(`/kasus/${caseId}/pemeriksaan${asked}`);
	await lookAt(page, 'pemeriksaan');
	for (const [label, amount] of Object.entries(figures))
		await page.getByRole('textbox', { name: label, exact: true }).first().fill(amount);
	const radios = page.getByRole('radio', { name: answers, exact: true });
	expect(await radios.count()).toBe(38);
	for (const radio of await radios.all()) await radio.check();
	if (isOfficial) await page.getByRole('radio', { name: /^Pemeriksaan resmi/ }).check();
	await button(page, 'Simpan pemeriksaan').click();
	await expect(page).toHaveURL(/\/pemeriksaan\/[0-9a-f-]{36}/);
	await lookAt(page, 'hasil-pemeriksaan');
}

/** Step 7. */
export async function diagnose(page: Page, caseId: string, cause: string, seen?: string): Promise<void> {
	await page.goto(`/kasus/${caseId}/diagnosis`);
	await lookAt(page, 'diagnosis');
	const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: cause, exact: true }) });
	if (!(await row.isVisible())) await page.locator('details').filter({ has: row }).locator('summary').first().click();
	await row.getByRole('radio', { name: 'Utama' }).check();
	if (seen) {
		await row.getByText('Tulis apa yang Anda lihat').click();
		await row.getByRole('textbox').fill(seen);
	}
	await button(page, 'Simpan diagnosis').click();
	await expect(page).toHaveURL(/\/rujukan$/);
}

/** Step 8: referred by the adviser, accepted by the specialist from outside, who writes a note. */
export async function refer(page: Page, caseId: string, name: string): Promise<void> {
	await page.goto(`/kasus/${caseId}/rujukan`);
	await lookAt(page, 'rujukan');
	await page.getByLabel('Pertanyaan kepada poli').fill('Bagaimana menagih pinjaman yang macet?');
	await button(page, 'Kirim rujukan').click();
	await expect(page.getByText('Rujukan terkirim')).toBeVisible();

	await signIn(page, people.specialist);
	await page.goto('/rujukan');
	await lookAt(page, 'rujukan-untuk-saya');
	await page.getByRole('link', { name }).first().click();
	await expect(page.getByRole('heading', { name: 'Jawaban Anda' })).toBeVisible();
	await lookAt(page, 'berkas-rujukan');
	await button(page, 'Terima kasus ini').click();
	await page.getByRole('textbox', { name: 'Keluhan', exact: true }).fill('Anggota tidak membayar angsuran');
	await page
		.getByRole('textbox', { name: 'Temuan', exact: true })
		.fill('Pinjaman macet Rp280 juta dari Rp800 juta, tanpa agunan');
	await page
		.getByRole('textbox', { name: 'Penilaian', exact: true })
		.fill('Penagihan tidak berjalan sejak bendahara berganti');
	await page
		.getByRole('textbox', { name: 'Langkah berikutnya', exact: true })
		.fill('Susun daftar tunggakan dan jadwal penagihan');
	await button(page, 'Simpan catatan').click();
	await expect(page.getByRole('heading', { name: 'Catatan Anda' })).toBeVisible();
}

/** Step 9: proposed by the specialist from the built-in template, approved by the head of division. */
export async function plan(page: Page, name: string): Promise<void> {
	await page.getByLabel('Mulai dari contoh rencana').selectOption({ index: 1 });
	await button(page, 'Pakai contoh').click();
	await expect(page.getByLabel('Apa yang ingin dicapai?')).toHaveValue(/Pinjaman macet turun/);
	await page.getByLabel('Apa yang dikerjakan').first().fill('Susun daftar tunggakan per anggota');
	await button(page, 'Usulkan rencana').click();
	await expect(page.getByText('menunggu persetujuan kepala bidang')).toBeVisible();
	await lookAt(page, 'berkas-rujukan-rencana');

	await signIn(page, people.division);
	await page.goto('/persetujuan');
	await lookAt(page, 'persetujuan');
	await page.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click();
	await lookAt(page, 'persetujuan-rencana');
	await button(page, 'Setujui rencana').click();
	await expect(page).not.toHaveURL(/\/rencana\//);
}

/** The smallest picture there is. */
const photo = (name: string) => ({
	name,
	mimeType: 'image/png',
	buffer: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
		'base64'
	)
});

/** A talk of two: the adviser writes the note, the specialist agrees to it. */
export async function talkOfTwo(page: Page, caseId: string): Promise<void> {
	await signIn(page, people.adviser);
	await page.goto(`/kasus/${caseId}/rencana`);
	await lookAt(page, 'rencana');
	await page.getByRole('textbox', { name: 'Keluhan', exact: true }).fill('Penagihan sulit');
	await page.getByRole('textbox', { name: 'Temuan', exact: true }).fill('Sepuluh penunggak terbesar sudah didatangi');
	await page.getByRole('textbox', { name: 'Penilaian', exact: true }).fill('Arah sudah benar');
	await page.getByRole('textbox', { name: 'Langkah berikutnya', exact: true }).fill('Lanjutkan sampai panen');
	await page.getByLabel('Bersama petugas').selectOption({ label: 'Sulastri · Praktisi simpan pinjam' });
	await page.getByLabel('Termasuk pertemuan untuk tindakan').selectOption({ index: 1 });
	await button(page, 'Simpan catatan').click();
	await expect(page.getByText('Menunggu persetujuan Sulastri')).toBeVisible();
	await expect(page.getByText('1 dari 3 pertemuan').first()).toBeVisible();

	await signIn(page, people.specialist);
	await page.goto('/rujukan');
	await page.getByRole('link', { name: 'Catatan bersama' }).click();
	await lookAt(page, 'catatan-bersama');
	await button(page, /^Setuju dengan catatan ini/)
		.first()
		.click();
	await expect(page.getByText('Tidak ada catatan yang menunggu')).toBeVisible();
}

/** Step 9, the board's part: by the link printed at the desk, without an account. */
export async function tickByLink(page: Page, cooperativeId: string): Promise<void> {
	await signIn(page, people.desk);
	await page.goto(`/register/${cooperativeId}/tautan`);
	await lookAt(page, 'tautan');
	await button(page, /Buat tautan|Ganti tautan/)
		.first()
		.click();
	await expect(page).toHaveURL(/kertas=/);
	await lookAt(page, 'tautan-kertas');
	const address = /https?:\/\/\S+\/t\/\S+/.exec(await page.getByRole('main').innerText())![0];
	await page.context().clearCookies();
	await page.goto(address);
	await lookAt(page, 'halaman-pengurus');
	await expect(page.getByRole('link', { name: /Resep/ })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Siapa membuka berkas kami' })).toBeVisible();
	await page.getByRole('link', { name: 'Lihat semuanya' }).click();
	await expect(page.getByText('Untuk memutuskan rencana koperasi Anda')).toBeVisible();
	await lookAt(page, 'siapa-membuka');
	await page.goto(address);
	await page
		.getByRole('link', { name: /^Kirim foto bukti/ })
		.first()
		.click();
	await page.getByLabel('Foto atau berkas PDF').setInputFiles([photo('satu.png'), photo('dua.png')]);
	await expect(page.getByText(/^2 berkas siap dikirim/)).toBeVisible();
	await button(page, 'Kirim').click();
	await expect(page.getByRole('link', { name: 'Bukti 2' })).toBeVisible();
	await lookAt(page, 'bukti');
	await page.goto(address);
	await button(page, /Tandai selesai|Sudah selesai/)
		.first()
		.click();
	await expect(
		page.getByRole('status').filter({ hasText: 'Tersimpan' }).or(page.getByText('Semua tugas')).first()
	).toBeVisible();
}

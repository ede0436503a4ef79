import { readFileSync } from 'node:fs';
import { pdfText } from '../pdf-text.ts';
import { expect, lookAt, signIn, test } from './story.ts';
import { callAndOpen, complain, examine, people, soundFigures, walkIn } from './steps.ts';

const name = 'KSP Karya Sembodo';

test('an official is sent by letter, finalises the examination, and the certificate gets its number', async ({
	page
}) => {
	const ticket = await walkIn(page, 'karya sembodo', name);
	const caseId = await callAndOpen(page, ticket, name);
	await complain(page, caseId, 'Pengurus ingin tahu kesehatan koperasinya.', 'Banyak pinjaman macet');

	// The head of division drafts the letter and types its number.
	await signIn(page, people.division);
	await page.goto(`/kasus/${caseId}/surat-tugas`);
	await lookAt(page, 'surat-tugas');
	await page.getByLabel('Ratna Anggraini').check();
	await page.getByLabel('Sampai tanggal').fill('2026-03-06');
	await page.getByRole('button', { name: 'Buat konsep surat tugas' }).click();
	await expect(page.getByRole('link', { name: /Lihat/ })).toBeVisible({ timeout: 20_000 });
	await lookAt(page, 'surat-tugas-konsep');
	await page.getByLabel('Nomor surat').fill('800/12/2026');
	await page.getByRole('button', { name: 'Beri nomor' }).click();
	await expect(page.getByText('Sudah bernomor')).toBeVisible();

	// The adviser, sent by that letter, finalises.
	await signIn(page, people.adviser);
	await examine(page, caseId, soundFigures, 'Ya', '', true);
	await page.getByRole('link', { name: 'Buka surat-surat' }).click();
	await expect(page.getByRole('heading', { name: 'Surat-surat pemeriksaan' })).toBeVisible();
	await lookAt(page, 'surat-pemeriksaan');

	const certificate = page.locator('section').filter({
		has: page.getByRole('heading', { name: 'Sertifikat pemeriksaan kesehatan' })
	});
	await certificate.getByRole('button', { name: /Buat surat/ }).click();
	await expect(certificate.getByRole('link', { name: /Lihat/ })).toBeVisible({ timeout: 20_000 });
	await certificate.getByLabel('Nomor surat').fill('518/01/2026');
	await certificate.getByRole('button', { name: 'Beri nomor' }).click();
	await expect(certificate.getByText('Nomor 518/01/2026')).toBeVisible();
	await expect(certificate.getByRole('link', { name: /Unduh/ })).toBeVisible({ timeout: 20_000 });
	await lookAt(page, 'surat-bernomor');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		certificate.getByRole('link', { name: /Unduh/ }).click()
	]);
	expect(download.suggestedFilename()).toBe('sertifikat 518-01-2026.pdf');
	const text = pdfText(readFileSync(await download.path()));
	expect(text).toContain('518/01/2026');
	expect(text).toContain(name);
});

import { expect, lookAt, signIn, test } from './story.ts';
import { callAndOpen, complain, diagnose, people, walkIn } from './steps.ts';

const name = 'KOPERASI PEDAGANG PASAR BAKTI PLUPUH';

test('a dormant cooperative is beyond recovery and is proposed for closure', async ({ page }) => {
	const ticket = await walkIn(page, 'pedagang pasar bakti pluph', name);
	const caseId = await callAndOpen(page, ticket, name);
	await complain(page, caseId, 'Koperasi sudah lama tidak berjalan.', 'Usaha berhenti');

	// Nobody has books to examine: the case goes on from what was seen.
	await diagnose(page, caseId, 'Usaha berhenti', 'Kios kosong, tidak ada kegiatan sejak 2019.');
	await page.goto(`/kasus/${caseId}/hasil`);
	await page.getByRole('radio', { name: /Tiga tahun berturut-turut tanpa rapat anggota/ }).check();
	await page.getByLabel('Uraian').fill('Sudah dikunjungi tiga kali, pengurus tidak ditemukan, kios kosong.');
	await lookAt(page, 'usul-pembubaran');
	await page.getByRole('button', { name: 'Kirim usul ke kepala dinas' }).click();
	await expect(page.getByText('Usul pembubaran menunggu kepala dinas')).toBeVisible();

	await signIn(page, people.head);
	await page.goto('/persetujuan');
	await page.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click();
	await expect(page.getByText('Baca dulu sebelum memutuskan')).toBeVisible();
	await lookAt(page, 'persetujuan-usul');
	await page.getByRole('button', { name: 'Setuju, usulkan pembubaran' }).click();

	await page.goto('/kasus');
	await lookAt(page, 'papan-kasus');
	await page.goto(`/kasus/${caseId}`);
	await expect(page.getByText('Usul pembubaran').first()).toBeVisible();
});

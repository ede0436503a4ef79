import { expect, lookAt, signIn, test } from './story.ts';
import { callAndOpen, complain, diagnose, people, walkIn } from './steps.ts';

const name = 'KOPERASI PEDAGANG PASAR BAKTI PLUPUH';

test('a dormant cooperative is beyond recovery and is proposed for closure', async ({ page }) => {
	const ticket = await walkIn(page, 'pedagang pasar bakti pluph', name);
	const caseId = await callAndOpen(page, ticket, name);
	await complain(page, caseId, 'Koperasi sudah lama tidak berjalan.', 'Usaha berhenti');

	// Its kind has no instrument yet: the page says so and leads on.
	await page.goto(`/kasus/${caseId}/pemeriksaan`);
	await expect(page.getByText('Belum ada alat periksa untuk koperasi ini')).toBeVisible();
	await lookAt(page, 'pemeriksaan-tanpa-alat');

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

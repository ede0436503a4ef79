import { expect, lookAt, signIn, test } from './story.ts';
import {
	callAndOpen,
	complain,
	diagnose,
	examine,
	people,
	plan,
	refer,
	sickFigures,
	soundFigures,
	tickByLink,
	walkIn
} from './steps.ts';

const name = 'KSP GUYUB SANTOSO';

test('a savings cooperative with bad loans comes, is treated and recovers', async ({ page }) => {
	const ticket = await walkIn(page, 'kop gujub santosa', name);
	const caseId = await callAndOpen(page, ticket, name);

	await page.getByRole('link', { name }).first().click();
	await expect(page).toHaveURL(/\/register\//);
	const cooperativeId = new URL(page.url()).pathname.split('/')[2]!;
	await lookAt(page, 'rekam-koperasi');

	await complain(page, caseId, 'Anggota banyak yang tidak membayar angsuran.', 'Banyak pinjaman macet');
	await examine(page, caseId, sickFigures, 'Tidak');
	await expect(page.getByText('Dalam pengawasan').first()).toBeVisible();
	await diagnose(page, caseId, 'Pinjaman bermasalah tinggi');
	await refer(page, caseId, name);
	await plan(page, name);
	await tickByLink(page, cooperativeId);

	// Step 10: a follow-up with a re-examination, then recovered.
	await signIn(page, people.adviser);
	await examine(page, caseId, soundFigures, 'Ya');
	await expect(page.getByText('Sehat').first()).toBeVisible();
	await page.goto(`/kasus/${caseId}/kontrol`);
	await lookAt(page, 'kontrol');
	await page.getByLabel('Apa yang ditemukan?').fill('Pinjaman macet sudah tertagih, kas cukup.');
	await page.getByLabel('Pemeriksaan pada kontrol ini').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Simpan hasil kontrol' }).click();
	await expect(page.getByText('Tersimpan.')).toBeVisible();

	await page.goto(`/kasus/${caseId}/hasil`);
	await lookAt(page, 'hasil');
	await page.getByLabel('Alasan', { exact: true }).fill('Pinjaman macet tertagih, RAT dilaporkan, nilai sehat.');
	await page.getByRole('button', { name: 'Nyatakan pulih' }).click();
	await expect(page.getByText('Koperasi ini sudah pulih')).toBeVisible();
	await lookAt(page, 'hasil-pulih');

	await page.goto(`/register/${cooperativeId}`);
	await expect(page.getByText('Pulih').first()).toBeVisible();
	await lookAt(page, 'rekam-pulih');
});

import { expect, lookAt, signIn, test } from './story.ts';
import { callAndOpen, complain, diagnose, people, walkIn } from './steps.ts';

const name = 'KOPERASI WANITA ANGGREK KEDAWUNG';
const institution = 'bagus@sragen.contoh.id';

test('a dormant cooperative meets again, reports, and is revived', async ({ page }) => {
	const ticket = await walkIn(page, 'wanita anggrek kedawung', name);
	const caseId = await callAndOpen(page, ticket, name);
	const cooperative = page.getByRole('link', { name }).first();
	const register = (await cooperative.getAttribute('href'))!;
	await complain(
		page,
		caseId,
		'Rapat anggota sudah lama tidak diadakan.',
		'Rapat anggota tahunan (RAT) tidak diadakan'
	);
	await diagnose(page, caseId, 'RAT tidak diadakan');
	await page.goto(`/kasus/${caseId}/rujukan`);
	await page.getByLabel('Pertanyaan kepada poli').fill('Mohon dampingi RAT.');
	await page.getByRole('button', { name: 'Kirim rujukan' }).click();
	await expect(page.getByText('Rujukan terkirim')).toBeVisible();

	await signIn(page, institution);
	await page.goto('/rujukan');
	await page.getByRole('link', { name }).first().click();
	await page.getByRole('button', { name: 'Terima kasus ini' }).click();
	await page.goto(`/kasus/${caseId}/rencana?templat=builtIn.meetingNotHeld`);
	await lookAt(page, 'rencana-dari-contoh');
	await page.getByRole('button', { name: 'Usulkan rencana' }).click();
	await signIn(page, people.division);
	await page.goto('/persetujuan');
	await page.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click();
	await page.getByRole('button', { name: 'Setujui rencana' }).click();
	await expect(page).not.toHaveURL(/\/rencana\//);

	// The officer's next tasks, looked at before they are made.
	await signIn(page, institution);
	await page.goto(`/kasus/${caseId}/langkah?urutan=annualMeeting`);
	await lookAt(page, 'langkah');
	await page.getByRole('checkbox', { name: 'Hadiri RAT' }).uncheck();
	await page.getByRole('button', { name: 'Buat tugas yang dicentang' }).click();
	await expect(page.getByText('Sepakati tanggal RAT dengan pengurus')).toBeVisible();
	await expect(page.getByText('Hadiri RAT')).toHaveCount(0);
	await page.goto(`/kasus/${caseId}/kontrol`);
	await page.getByText('Rencanakan rangkaian kontrol').click();
	await page.getByRole('button', { name: 'Rencanakan semuanya' }).click();
	await expect(page.getByText('Tersimpan.')).toBeVisible();

	// The meeting was held and reported: the cause is gone.
	await page.goto(`${register}/rat?tahun=2024`);
	await page.getByLabel('Tanggal RAT').fill('2026-02-20');
	await page.getByLabel('Tanggal laporan').fill('2026-02-27');
	await page
		.getByRole('button', { name: /Simpan/ })
		.first()
		.click();
	await page.goto(`/kasus/${caseId}/hasil`);
	await page.getByLabel('Alasan', { exact: true }).fill('RAT diadakan dan dilaporkan, pengurus lengkap.');
	await page.getByRole('button', { name: 'Nyatakan pulih' }).click();
	await expect(page.getByText('Koperasi ini sudah pulih')).toBeVisible();
});

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
	talkOfTwo,
	tickByLink,
	walkIn
} from './steps.ts';

const name = 'KSP GUYUB SANTOSO';

test('a savings cooperative with bad loans comes, is treated by two, recovers, and falls ill again', async ({
	page
}) => {
	// The longest of the stories: a whole year of care.
	test.setTimeout(300_000);
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
	await talkOfTwo(page, caseId);
	await tickByLink(page, cooperativeId);

	// Step 10: a follow-up with a re-examination, then recovered.
	await signIn(page, people.adviser);
	await examine(page, caseId, soundFigures, 'Ya');
	await expect(page.getByText('Sehat').first()).toBeVisible();
	await page.goto(`/kasus/${caseId}/kontrol`);
	await lookAt(page, 'kontrol');
	const asked = (question: string) => page.getByRole('group', { name: new RegExp(`^${question}`) });
	await asked('Tindakan dalam rencana berjalan').getByRole('radio', { name: 'Ya', exact: true }).check();
	await asked('Uang kas cocok').getByRole('radio', { name: 'Sebagian', exact: true }).check();
	await page.getByLabel('Apa yang ditemukan?').fill('Pinjaman macet sudah tertagih, kas cukup.');
	await page.getByLabel('Pemeriksaan pada kontrol ini').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Simpan hasil kontrol' }).click();
	await expect(page.getByText('Tersimpan.')).toBeVisible();
	// At the next control the last answers stand there.
	await expect(asked('Uang kas cocok').getByRole('radio', { name: 'Masih benar' })).toBeVisible();
	await page.getByText('Rencanakan rangkaian kontrol').click();
	await page.getByRole('button', { name: 'Rencanakan semuanya' }).click();
	await expect(page.getByText(/2 Maret 2027/).first()).toBeVisible();
	await page.goto(`/kasus/${caseId}/banding`);
	// The clock of a story stands still: neither examination is later than the treatment, and the page does not pretend.
	await expect(page.getByText('Belum ada dua pemeriksaan yang sebanding')).toBeVisible();
	await lookAt(page, 'banding');

	await page.goto(`/kasus/${caseId}/hasil`);
	await lookAt(page, 'hasil');
	await page.getByLabel('Alasan', { exact: true }).fill('Pinjaman macet tertagih, RAT dilaporkan, nilai sehat.');
	await page.getByRole('button', { name: 'Nyatakan pulih' }).click();
	await expect(page.getByText('Koperasi ini sudah pulih')).toBeVisible();
	await lookAt(page, 'hasil-pulih');

	await page.goto(`/register/${cooperativeId}`);
	await expect(page.getByText('Pulih').first()).toBeVisible();
	await lookAt(page, 'rekam-pulih');

	// Ill again within the year: a case of its own, linked to this one, and counted.
	await page.goto(`/kasus/${caseId}/hasil`);
	await page.getByText('Koperasi sakit lagi?').click();
	await page.getByLabel('Apa yang terjadi?').fill('Tunggakan naik lagi.');
	await page.getByRole('button', { name: 'Nyatakan kambuh' }).click();
	await expect(page).toHaveURL(/\/keluhan$/);
	const again = new URL(page.url()).pathname.split('/')[2]!;
	expect(again).not.toBe(caseId);
	await page.goto(`/kasus/${again}/hasil`);
	await expect(page.getByText('Kambuh 0 bulan sesudah pulih')).toBeVisible();
	await page.goto('/pantauan?daftar=kambuh');
	await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
	await lookAt(page, 'pantauan-kambuh');
	for (const list of ['tugas', 'kartu', 'kontrol', 'diam']) {
		await page.goto(`/pantauan?daftar=${list}`);
		await lookAt(page, `pantauan-${list}`);
	}
});

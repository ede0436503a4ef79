import { expect, lookAt, signIn, test } from './story.ts';
import { people } from './steps.ts';

test('an officer moves: the successor accepts every case, one by one and then all', async ({ page }) => {
	// The inspector has handed his cases over yesterday; the adviser finds them waiting.
	await signIn(page, people.adviser);
	await page.goto('/serah-terima');
	await lookAt(page, 'serah-terima');
	const offer = page.getByRole('main');
	await expect(offer.getByRole('heading', { name: 'Dari Bagus Wicaksono' })).toBeVisible();
	const accept = offer.getByRole('button', { name: /^Terima(?! semuanya)/ });
	const waiting = await accept.count();
	expect(waiting).toBeGreaterThan(1);
	await accept.first().click();
	await expect(accept).toHaveCount(waiting - 1);
	await offer.getByRole('button', { name: /^Terima semuanya/ }).click();
	await expect(page.getByText('Tidak ada kasus yang menunggu Anda terima')).toBeVisible();

	// Whoever gave them sees that all were accepted.
	await signIn(page, 'bagus@sragen.contoh.id');
	await page.goto('/serah-terima');
	await expect(page.getByText(`${waiting} dari ${waiting} diterima`)).toBeVisible();
	await expect(page.getByText('Anda tidak memegang kasus yang berjalan.')).toBeVisible();
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import { worldPassword } from '../world/offices.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A story: each width on the server of its own. */
export const test = base.extend({
	baseURL: async ({ baseURL: _ }, use, info) => {
		await use(process.env[`KLINIK_${info.project.name.toUpperCase()}`]!);
	}
});
export { expect };

/** A person of the demonstration signs in; whoever was signed in before is gone. */
export async function signIn(page: Page, email: string): Promise<void> {
	await page.context().clearCookies();
	await page.goto('/masuk');
	await page.getByLabel('Alamat surel').fill(email);
	await page.getByLabel('Kata sandi').fill(worldPassword);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page).not.toHaveURL(/\/masuk/);
}

const looked = new Set<string>();

/** A button that wakes up after sending fades to its colour: contrast is judged when nothing moves any more. */
async function settled(page: Page): Promise<void> {
	await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
	const still = page.evaluate(() =>
		Promise.allSettled(
			document
				.getAnimations()
				.filter((moving) => Number.isFinite(moving.effect?.getComputedTiming().endTime ?? 0))
				.map((moving) => moving.finished)
		)
	);
	// In a page without script, or behind another, what moves may never be told to have come to rest.
	await Promise.race([still, page.waitForTimeout(1_000)]);
}

/**
 * What axe finds, and how many pixels scroll sideways. A page that hears of a change loads itself anew, also under this
 * look, which then begins again.
 */
async function faultsOn(page: Page, tries = 3): Promise<{ violations: string[]; sideways: number }> {
	try {
		await settled(page);
		await page.evaluate(axeSource);
		return await page.evaluate(async () => {
			// @ts-expect-error axe came with the line above
			const { violations } = await window.axe.run(document, {
				runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
			});
			return {
				violations: violations.map(
					(one: { id: string; nodes: { html: string }[] }) => `${one.id}: ${one.nodes[0]?.html}`
				),
				sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth
			};
		});
	} catch (error) {
		if (tries === 1 || !/context was destroyed|reading 'run'/.test(String(error))) throw error;
		await page.waitForLoadState();
		return faultsOn(page, tries - 1);
	}
}

/** Axe on this screen, once in each width: WCAG 2.2 A and AA. Nothing may scroll sideways either. */
export async function lookAt(page: Page, screen: string): Promise<void> {
	const name = `${screen} ${page.viewportSize()?.width}`;
	if (looked.has(name)) return;
	looked.add(name);
	const { violations, sideways } = await faultsOn(page);
	expect(violations, `axe on ${name}`).toEqual([]);
	expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
	if (process.env.PICTURES)
		await page.screenshot({
			path: `${process.env.PICTURES}/${screen}-${page.viewportSize()?.width}.png`,
			fullPage: true
		});
}

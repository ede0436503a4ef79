import { defineConfig } from '@playwright/test';

/**
 * Journeys through the real program: each width has a server, a database and a demonstration world of its own, with the
 * clock fixed. Chromium is the system's.
 */
export default defineConfig({
	testDir: 'tests/journeys',
	globalSetup: './tests/journeys/servers.ts',
	// One desk, one queue: two stories at once would call each other’s tickets. It is no slower, Chromium fills both cores.
	workers: 1,
	fullyParallel: false,
	retries: 0,
	timeout: 180_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	outputDir: 'test-results',
	use: {
		launchOptions: {
			executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
			args: [
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		},
		actionTimeout: 30_000,
		locale: 'id-ID',
		// Colours are judged as they stand, never halfway through a fade.
		contextOptions: { reducedMotion: 'reduce' },
		trace: 'off'
	},
	projects: [
		{ name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
		{ name: 'desk', use: { viewport: { width: 1280, height: 800 } } }
	]
});

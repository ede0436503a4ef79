import { defineConfig } from 'vitest/config';

// Files of one worker share the loaded modules: loading them anew for each file took longer than most of the tests.
const shared = { environment: 'node', restoreMocks: true, isolate: false, env: { LOG_LEVEL: 'error' } } as const;

export default defineConfig({
	test: {
		projects: [
			{ test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			{
				test: {
					...shared,
					name: 'db',
					include: ['tests/db/**/*.test.ts'],
					globalSetup: ['tests/database/cluster.ts'],
					testTimeout: 20_000,
					hookTimeout: 60_000
				}
			},
			{
				// What needs other servers of Debian: `npm run test:servers`.
				test: {
					...shared,
					name: 'servers',
					include: ['tests/servers/**/*.test.ts'],
					globalSetup: ['tests/database/cluster.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{ test: { ...shared, name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 60_000 } },
			{
				test: {
					...shared,
					name: 'server',
					// Each starts programs of its own and ends them; what one leaves behind must not reach the next.
					isolate: true,
					include: ['tests/server/**/*.test.ts'],
					globalSetup: ['tests/server/filled.ts'],
					fileParallelism: false,
					testTimeout: 180_000,
					hookTimeout: 180_000
				}
			}
		]
	}
});

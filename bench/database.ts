import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReference } from '#clinic/offices/server/reference.ts';
import { openDatabase, type Database } from '#platform/database/client.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startPostgres } from '#platform/postgres/start.ts';

/** A database of the bench's own, durable as in use; `end` takes it away. */
export async function benchDatabase(
	connections: number
): Promise<{ database: Database; ownerUrl: string; appUrl: string; superUrl: string; end: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'klinik-bench-'));
	const server = await startPostgres({ dataDir, log: () => {} });
	await migrate(server.ownerUrl, 'klinik_app');
	await loadReference(server.ownerUrl);
	process.env.MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
	const database = openDatabase(server.appUrl, connections);
	return {
		database,
		ownerUrl: server.ownerUrl,
		appUrl: server.appUrl,
		superUrl: server.superUrl,
		end: async () => {
			await database.close();
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

import { existsSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Settings } from '#env';
import { PlainFailure } from '#platform/plain-failure.ts';
import { APP_ROLE } from '#platform/postgres/roles.ts';
import { startPostgres } from '#platform/postgres/start.ts';
import { canReach, newDataFolder, ownFolder, userOf } from '#platform/system-user.ts';
import { checkExternal } from './external.ts';

export const checkout = resolve(import.meta.dirname, '..');

/** A database server that answers; what is in it is not yet looked at. */
export interface DatabaseServer {
	readonly ownerUrl: string;
	readonly appUrl: string;
	readonly appRole: string;
	readonly external: boolean;
	readonly dataDir: string;
	/** Lets go of the embedded server; the last process that uses it stops it. */
	close(): Promise<void>;
}

/** The server that the settings name, or the embedded one, started where needed. */
export async function databaseServer(settings: Settings, say: (line: string) => void): Promise<DatabaseServer> {
	const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = settings;
	if ((appUrl === undefined) !== (ownerUrl === undefined))
		throw new PlainFailure(
			'DATABASE_URL (peran terbatas) dan DATABASE_OWNER_URL (peran pemilik) harus diisi keduanya atau tidak sama sekali.'
		);
	const dataDir = dataFolder(settings, say);
	if (appUrl && ownerUrl) {
		const appRole = await checkExternal(ownerUrl, appUrl);
		ownFolder(userOf(dataDir), dataDir);
		return { appUrl, ownerUrl, appRole, external: true, dataDir, close: async () => {} };
	}
	const postgres = await startPostgres({ dataDir, log: say });
	return { ...postgres, appRole: APP_ROLE, external: false, dataDir, close: postgres.stop };
}

/**
 * Where the data are. When root stands in a closed folder (below /root, say), the system user could not reach data in it:
 * they then go to a folder of his, and `data` here becomes a link to it.
 */
function dataFolder(settings: Settings, say: (line: string) => void): string {
	const wanted = resolve(checkout, settings.DATA_DIR);
	const user = userOf(`${wanted}/postgres`);
	if (existsSync(wanted)) {
		const real = realpathSync(wanted);
		if (user && !canReach(user, dirname(real), 'x')) throw closed(wanted, user.name);
		if (real !== wanted) say(`Data berada di ${real}.`);
		return real;
	}
	let parent = dirname(wanted);
	while (!existsSync(parent)) parent = dirname(parent);
	if (!user || canReach(user, parent, 'x')) return wanted;
	if (settings.DATA_DIR !== 'data') throw closed(wanted, user.name);
	const elsewhere = newDataFolder();
	symlinkSync(elsewhere, wanted);
	say(`Folder ini tertutup bagi pengguna sistem "${user.name}", maka program dan data ditaruh di ${elsewhere}.`);
	return elsewhere;
}

const closed = (folder: string, user: string) =>
	new PlainFailure(
		`Pengguna sistem "${user}" tidak dapat mencapai folder data ${folder}. Pilih folder lain dengan DATA_DIR, misalnya di /var/lib.`
	);

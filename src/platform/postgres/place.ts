import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from '../plain-failure.ts';
import type { SystemUser } from '../system-user.ts';

/** Where one embedded server lives. */
export interface Place {
	/** The cluster itself (PGDATA). */
	readonly cluster: string;
	/** Private folder of the Unix socket. */
	readonly socket: string;
	readonly log: string;
}

/** A socket's whole name fits into 107 bytes; `/.s.PGSQL.5432.lock` takes 19 of them. */
const LONGEST = 85;

/** Every process that works on a data folder comes to the same place, whatever its temporary folder is. */
export function placeOf(dataDir: string, user: SystemUser | undefined): Place {
	const folder = realpathSync(dataDir);
	const inside = join(folder, 'socket');
	const socket =
		Buffer.byteLength(inside) <= LONGEST
			? inside
			: `/tmp/klinik-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
	ownPrivateFolder(socket, user);
	return { cluster: join(folder, 'postgres'), socket, log: join(folder, 'postgres.log') };
}

/** Anybody may make a folder in /tmp beforehand: one that is not ours alone is refused. */
function ownPrivateFolder(folder: string, user: SystemUser | undefined): void {
	const mine = user?.uid ?? process.getuid?.() ?? 0;
	try {
		mkdirSync(folder, { mode: 0o700 });
		if (user) chownSync(folder, user.uid, user.gid);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		const there = lstatSync(folder);
		if (!there.isDirectory() || there.uid !== mine || (there.mode & 0o077) !== 0)
			throw new PlainFailure(
				`Folder ${folder} bukan milik program ini sendiri. Hapuslah folder itu, lalu jalankan lagi.`
			);
	}
}

/** How to reach a database of this server as a role. Environment variables such as PGPORT or PGSSLMODE have no say. */
export const urlOf = (place: Place, role: string, database: string): string =>
	`postgres://${role}@localhost/${database}?host=${encodeURIComponent(place.socket)}&port=5432&sslmode=disable`;

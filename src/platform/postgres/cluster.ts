import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explainServerText } from './failures.ts';
import { PlainFailure } from '../plain-failure.ts';
import { runAs, type SystemUser } from '../system-user.ts';
import { MAJOR } from './native.ts';
import type { Place } from './place.ts';

/**
 * Makes the cluster when there is none. It is made under another name and moved into place when it is whole, so that a
 * start cut short leaves nothing half-made, and of two starts at once one wins and the other uses its result.
 * @returns whether this call made it
 */
export async function ensureCluster(place: Place, native: string, user: SystemUser | undefined): Promise<boolean> {
	if (existsSync(place.cluster)) {
		refuseForeign(place, user);
		return false;
	}
	removeUnfinished(place);
	const unfinished = `${place.cluster}.new-${process.pid}`;
	// The builtin locale sorts and folds alike on every machine, whatever LANG says there.
	const locale = [
		'--locale-provider=builtin',
		'--builtin-locale=C.UTF-8',
		`--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`
	];
	const flags = ['-D', unfinished, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions', ...locale];
	const { code, text } = await run(join(native, 'bin/initdb'), flags, dirname(place.cluster), user);
	if (code !== 0) {
		rmSync(unfinished, { recursive: true, force: true });
		throw explainServerText(text, dirname(place.cluster));
	}
	try {
		renameSync(unfinished, place.cluster);
		return true;
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		if (!existsSync(place.cluster)) throw error;
		return false;
	}
}

function refuseForeign(place: Place, user: SystemUser | undefined): void {
	const owner = statSync(place.cluster).uid;
	const mine = user?.uid ?? process.getuid?.() ?? owner;
	if (owner !== mine)
		throw new PlainFailure(
			`Basis data di ${place.cluster} milik pengguna lain (nomor ${owner}). Jalankan program ini sebagai pengguna itu atau sebagai root.`
		);
	let version;
	try {
		version = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
	} catch {
		throw new PlainFailure(
			`Folder ${place.cluster} bukan basis data PostgreSQL. Pindahkan folder itu, lalu jalankan lagi.`
		);
	}
	if (version !== MAJOR)
		throw new PlainFailure(
			`Basis data di ${place.cluster} dibuat oleh PostgreSQL ${version}, sedangkan program ini membawa PostgreSQL ${MAJOR}. ` +
				'Pakailah versi program yang membuatnya, atau pindahkan datanya lebih dahulu.'
		);
}

/** What earlier starts left that were cut short. */
function removeUnfinished(place: Place): void {
	const folder = dirname(place.cluster);
	for (const name of readdirSync(folder)) {
		const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1];
		if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(folder, name), { recursive: true, force: true });
	}
}

function run(
	file: string,
	args: string[],
	cwd: string,
	user: SystemUser | undefined
): Promise<{ code: number | null; text: string }> {
	return new Promise((resolve, reject) => {
		const child = spawn(file, args, {
			cwd,
			...runAs(user),
			env: serverEnvironment(),
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let text = '';
		const keep = (chunk: Buffer) => (text += chunk.toString());
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, text }));
	});
}

/** The server gets nothing of our environment but the way to programs: no PGDATA, no master key. English texts, so that we can read them. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainFailure } from './plain-failure.ts';

/** An operating-system user other than root. */
export interface SystemUser {
	readonly name: string;
	readonly uid: number;
	readonly gid: number;
}

/** Where root puts what an ordinary user must reach, when the program itself stands in a closed folder. */
const HOME = '/var/lib/klinik-koperasi';
const NAME = 'klinik-koperasi';

export const isRoot = (): boolean => process.getuid?.() === 0;

let chosen: SystemUser | undefined;

/**
 * The user as whom the database and the web server run when root starts them: PostgreSQL refuses root, and a web
 * server has no need of it. Undefined when we are an ordinary user already.
 */
export function systemUser(): SystemUser | undefined {
	if (!isRoot()) return undefined;
	if (!chosen) {
		chosen = lookUp(NAME);
		if (!chosen) {
			spawnSync('useradd', [
				'--system',
				'--user-group',
				'--no-create-home',
				'--home-dir',
				HOME,
				'--shell',
				'/usr/sbin/nologin',
				NAME
			]);
			chosen = lookUp(NAME) ?? lookUp('nobody');
		}
	}
	if (!chosen)
		throw new PlainFailure(
			`Pengguna sistem "${NAME}" tidak dapat dibuat. Jalankan program ini sebagai pengguna biasa.`
		);
	return chosen;
}

/** Whoever owns what is already there goes on with it; otherwise the system user. */
export function userOf(path: string): SystemUser | undefined {
	const owner = isRoot() && existsSync(path) ? statSync(path) : undefined;
	return owner && owner.uid > 0 ? { name: `#${owner.uid}`, uid: owner.uid, gid: owner.gid } : systemUser();
}

function lookUp(name: string): SystemUser | undefined {
	const [uid, gid] = ['-u', '-g'].map((flag) => {
		const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
		return status === 0 ? Number(stdout) : 0;
	}) as [number, number];
	return uid > 0 && gid > 0 ? { name, uid, gid } : undefined;
}

/** Asks the kernel, not the permission bits: closed parent folders and access lists count too. */
export function canReach(user: SystemUser | undefined, path: string, want: 'r' | 'x' = 'r'): boolean {
	if (!user) return existsSync(path);
	return spawnSync('/bin/sh', ['-c', `test -${want} "$0"`, path], { ...runAs(user), cwd: '/' }).status === 0;
}

/** A fresh data folder for a program that stands where the system user cannot go. */
export function newDataFolder(): string {
	mkdirSync(HOME, { recursive: true, mode: 0o755 });
	return mkdtempSync(join(HOME, 'data-'));
}

/**
 * The folder itself when the user can read `probe` in it; else a copy that he can, made once per `version`.
 * Copies belong to root, so that the program cannot change its own code.
 */
export function reachableCopy(
	user: SystemUser | undefined,
	folder: string,
	probe: string,
	name: string,
	version: string
): string {
	if (canReach(user, join(folder, probe))) return folder;
	const copy = join(HOME, `${name}-${version}`);
	if (!existsSync(copy)) {
		mkdirSync(HOME, { recursive: true, mode: 0o755 });
		const unfinished = mkdtempSync(join(HOME, '.copy-'));
		cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
		spawnSync('chmod', ['-R', 'a+rX,go-w', unfinished]);
		rename(unfinished, copy);
		removeOldCopies(name);
	}
	if (!canReach(user, join(copy, probe)))
		throw new PlainFailure(
			`Pengguna sistem "${user?.name}" tidak dapat membaca ${copy}. Bukalah folder itu untuk dibaca (chmod a+rx).`
		);
	return copy;
}

function rename(unfinished: string, copy: string): void {
	try {
		renameSync(unfinished, copy);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		// Another start finished the same copy first.
		if (!existsSync(copy)) throw error;
	}
}

/** Keeps the newest few: an older program may still be running from its copy. */
function removeOldCopies(name: string): void {
	const copies = readdirSync(HOME)
		.filter((entry) => entry.startsWith(`${name}-`))
		.map((entry) => ({ path: join(HOME, entry), age: statSync(join(HOME, entry)).ctimeMs }))
		.sort((a, b) => b.age - a.age);
	for (const { path } of copies.slice(4)) rmSync(path, { recursive: true, force: true });
}

/**
 * Makes sure that the folder exists and is the user's own. A folder of root's that holds something else is never taken
 * over: someone may have named /var by mistake.
 */
export function ownFolder(user: SystemUser | undefined, folder: string): void {
	const there = existsSync(folder);
	try {
		makeFolder(folder, 0o700);
	} catch {
		throw new PlainFailure(
			`Folder data ${folder} tidak dapat dibuat. Periksa izin foldernya, atau pilih folder lain dengan DATA_DIR.`
		);
	}
	if (user && statSync(folder).uid !== user.uid) {
		if (there && readdirSync(folder).length > 0 && !existsSync(join(folder, 'postgres')))
			throw new PlainFailure(`Folder ${folder} sudah berisi hal lain. Pilih folder kosong untuk data dengan DATA_DIR.`);
		chownSync(folder, user.uid, user.gid);
		chmodSync(folder, 0o700);
	}
	if (!isWritable(user, folder))
		throw new PlainFailure(
			`Folder data ${folder} tidak dapat ditulis oleh pengguna "${user?.name ?? process.env.USER ?? process.getuid?.()}". ` +
				'Periksa pemilik dan izin foldernya, atau pilih folder lain dengan DATA_DIR.'
		);
}

/** Step by step: where the kernel allows no folder at all (in /proc), Node's own recursive way never ends. */
function makeFolder(folder: string, mode: number): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder), 0o755);
	mkdirSync(folder, { mode });
}

/** What a child process needs to be told to run as the user; nothing when we are that user ourselves by now. */
export const runAs = (user: SystemUser | undefined): { uid: number; gid: number } | object =>
	user && isRoot() ? { uid: user.uid, gid: user.gid } : {};

function isWritable(user: SystemUser | undefined, folder: string): boolean {
	return (
		spawnSync('/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', folder], { ...runAs(user), cwd: '/' }).status === 0
	);
}

/** Gives up root for good. Everything that only root may read must have been read before. */
export function becomeUser(user: SystemUser): void {
	process.setgroups!([user.gid]);
	process.setgid!(user.gid);
	process.setuid!(user.uid);
	process.env.HOME = HOME;
	process.env.USER = process.env.LOGNAME = user.name;
}

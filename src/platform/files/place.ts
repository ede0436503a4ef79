import { randomBytes } from 'node:crypto';
import { chownSync, type Dirent } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where bytes lie: a folder here, a bucket elsewhere. Names are `office/id`. */
export interface FilePlace {
	/** Returns when the bytes would survive a power cut. */
	put(name: string, bytes: Uint8Array): Promise<void>;
	/** Null: there is no such file. */
	get(name: string): Promise<Uint8Array | null>;
	remove(name: string): Promise<void>;
	offices(): Promise<string[]>;
	/** Ids of one office's files that are older than a moment. */
	olderThan(office: string, before: Date): AsyncIterable<string>;
}

const isId = /^[0-9a-f-]{36}$/;
const absent = (error: unknown) => (error as { code?: unknown }).code === 'ENOENT';
const orNone = <T>(error: unknown, none: T): T => {
	if (absent(error)) return none;
	throw error;
};
const entries = (folder: string): Promise<Dirent[]> =>
	readdir(folder, { withFileTypes: true }).catch((error: unknown) => orNone(error, []));

/** Files in a folder: `<folder>/<office>/<last two of the id>/<id>`, so that no folder holds too many. */
export function folderPlace(folder: string): FilePlace {
	const pathOf = (name: string) => {
		const [office = '', id = ''] = name.split('/');
		if (!isId.test(office) || !isId.test(id)) throw new Error('not a name of a file');
		return join(folder, office, id.slice(-2), id);
	};
	return {
		async put(name, bytes) {
			const path = pathOf(name);
			await makeOwn(folder, dirname(path));
			const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
			const file = await open(unfinished, 'wx', 0o600);
			try {
				await file.writeFile(bytes);
				await file.sync();
			} finally {
				await file.close();
			}
			await giveToOwner(folder, unfinished);
			await rename(unfinished, path);
			await syncFolder(dirname(path));
		},
		get: (name) => readFile(pathOf(name)).catch((error: unknown) => orNone(error, null)),
		remove: (name) => rm(pathOf(name), { force: true }),
		offices: async () => (await entries(folder)).map((one) => one.name).filter((name) => isId.test(name)),
		async *olderThan(office, before) {
			for (const shard of await entries(join(folder, office)))
				for (const file of await entries(join(folder, office, shard.name))) {
					const path = join(folder, office, shard.name, file.name);
					const found = await stat(path).catch((error: unknown) => orNone(error, null));
					if (!found || found.mtime >= before) continue;
					// Half a file, of a program that was killed while writing it.
					if (file.name.length > 36) await rm(path, { force: true });
					else yield file.name;
				}
		}
	};
}

async function makeOwn(folder: string, wanted: string): Promise<void> {
	const first = await mkdir(wanted, { recursive: true, mode: 0o700 });
	if (first === undefined) return;
	for (let made = wanted; made.length >= first.length; made = dirname(made)) {
		await giveToOwner(folder, made);
		await syncFolder(dirname(made));
	}
}

/** A program that root runs (the first start, the terminal) leaves nothing that the server could not read. */
async function giveToOwner(folder: string, path: string): Promise<void> {
	if (process.getuid?.() !== 0) return;
	const { uid, gid } = await stat(dirname(folder));
	if (uid !== 0) chownSync(path, uid, gid);
}

async function syncFolder(folder: string): Promise<void> {
	// Windows knows no handle of a folder.
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

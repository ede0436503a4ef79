import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { reachableCopy, type SystemUser } from '../system-user.ts';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';
/** What the makers' names for kinds of machine end in. */
const abis: Readonly<Record<string, readonly string[]>> = {
	linux: ['-gnu', '-musl', '-gnueabihf'],
	win32: ['-msvc'],
	darwin: ['']
};

/** The folder of the compiler that npm brought for this machine. */
function installed(): { folder: string; file: string; version: string } {
	const from = createRequire(import.meta.url);
	for (const abi of abis[process.platform] ?? []) {
		let entry;
		try {
			// The sort of machine is part of the name: only one of them is installed.
			entry = from.resolve(`${PACKAGE}-${process.platform}-${process.arch}${abi}/package.json`);
		} catch {
			continue;
		}
		const folder = dirname(entry);
		const file = readdirSync(folder).find((name) => name.endsWith('.node'));
		const { version } = JSON.parse(readFileSync(entry, 'utf8')) as { version: string };
		if (file) return { folder, file, version };
	}
	throw new Error(`no compiler of papers for ${process.platform}-${process.arch}`);
}

/** Where the compiler is: handed over by start, or beside the sources. */
export function compilerAddon(): string {
	const handed = process.env.TYPESETTING_ADDON;
	if (handed) return handed;
	const { folder, file } = installed();
	return join(folder, file);
}

/** The compiler where `user` can read it: the program may stand in a folder that is closed to him. */
export function reachableAddon(user: SystemUser | undefined): string {
	const { folder, file, version } = installed();
	return join(reachableCopy(user, folder, file, 'typesetting', version), file);
}

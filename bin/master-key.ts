import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Settings } from '#env';
import { PlainFailure } from '#platform/plain-failure.ts';

/** Whether there is a key to take, and where one would be made. */
export interface KeyPlace {
	readonly given: string | undefined;
	readonly file: string;
	/** Whether a person chose the file. */
	readonly chosen: boolean;
}

/** Beside the data folder and not in it: a copy of the data alone must not open them. */
export const keyPlace = (settings: Settings, dataDir: string, checkout: string): KeyPlace => ({
	given: settings.MASTER_KEY,
	file: settings.MASTER_KEY_FILE ? resolve(checkout, settings.MASTER_KEY_FILE) : `${dataDir}.key`,
	chosen: settings.MASTER_KEY_FILE !== undefined
});

/** The key, made when there is none yet and `mayMake` allows it. */
export function masterKey(place: KeyPlace, mayMake: boolean): string {
	if (place.given) return place.given;
	if (existsSync(place.file)) {
		const key = readFileSync(place.file, 'utf8').trim();
		if (Buffer.from(key, 'base64').length !== 32)
			throw new PlainFailure(`Berkas kunci utama ${place.file} rusak. Kembalikan dari salinannya.`);
		return key;
	}
	if (!mayMake)
		throw new PlainFailure(
			`Kunci utama tidak ditemukan di ${place.file}. Tanpa kunci itu data pribadi tidak dapat dibaca. ` +
				'Kembalikan berkasnya dari salinan, atau isi MASTER_KEY.'
		);
	return makeKey(place.file);
}

function makeKey(file: string): string {
	const key = randomBytes(32).toString('base64');
	const handle = openSync(file, 'wx', 0o600);
	writeSync(handle, `${key}\n`);
	fsyncSync(handle);
	closeSync(handle);
	return key;
}

/** Tells later whether a key is the one the database was begun with, without telling the key. */
export const fingerprintOf = (key: string): string =>
	createHmac('sha256', Buffer.from(key, 'base64')).update('klinik.fingerprint').digest('base64url').slice(0, 22);

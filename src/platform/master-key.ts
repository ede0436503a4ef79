import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a key is for: two purposes never share one. */
type Purpose = 'wrap' | 'find' | 'signIn' | 'link' | 'throttle' | 'held' | 'file' | 'device' | 'present';

const derived = new Map<string, Uint8Array>();

/** A key for one purpose. Start puts the master key (32 bytes, base64) into the environment, from the setting or from its file. */
export function keyFor(purpose: Purpose): Uint8Array {
	const given = process.env.MASTER_KEY;
	const bytes = given ? Buffer.from(given, 'base64') : null;
	if (bytes?.length !== 32) throw new Error('the master key is missing or not 32 bytes');
	const name = `${given}.${purpose}`;
	let key = derived.get(name);
	if (!key) derived.set(name, (key = new Uint8Array(hkdfSync('sha256', bytes, '', `klinik.${purpose}`, 32))));
	return key;
}

/** Keyed hash: the same text gives the same value, and nobody without the key can tell which text it was. */
export const keyedHash = (purpose: Purpose, text: string): string =>
	createHmac('sha256', keyFor(purpose)).update(text).digest('base64url');

/** AES-256-GCM; the text form is `1.<base64url of nonce, tag and ciphertext>`. `bound` ties it to its place. */
export function encrypt(key: Uint8Array, plain: Uint8Array, bound: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

export function decrypt(key: Uint8Array, sealed: string, bound: string): Buffer {
	if (!sealed.startsWith('1.')) throw new Error('sealed value of an unknown form');
	const bytes = Buffer.from(sealed.slice(2), 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound));
	decipher.setAuthTag(bytes.subarray(12, 28));
	return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

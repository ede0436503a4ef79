import { gunzipSync, gzipSync } from 'node:zlib';
import { decrypt, encrypt, keyFor } from '#platform/master-key.ts';
import { RegisterRead } from '../register-read.ts';

/** A register that was read, packed for the hours in which it waits for a person's yes. */
export const pack = ({ sheets, rows }: RegisterRead): Buffer =>
	gzipSync(
		JSON.stringify({ sheets, rows }, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)),
		{ level: 4 }
	);

/** Far more than the largest register that is taken through the browser. */
const MAX_UNPACKED = 400_000_000;

export function unpack(packed: Uint8Array): RegisterRead {
	const text = gunzipSync(packed, { maxOutputLength: MAX_UNPACKED }).toString();
	const { sheets, rows } = JSON.parse(text, (key, part: unknown) =>
		key.endsWith('Rupiah') && typeof part === 'string' ? BigInt(part) : part
	) as RegisterRead;
	return new RegisterRead(sheets, rows);
}

/** The file of a kept upload, sealed to it: a register carries more of people than the clinic keeps. */
export const sealFile = (uploadId: string, file: Uint8Array): string => encrypt(keyFor('file'), file, uploadId);
export const openFile = (uploadId: string, sealed: string): Uint8Array => decrypt(keyFor('file'), sealed, uploadId);

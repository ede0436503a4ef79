/** From a server that answers to a database that the application can work on: of this version, of a known mode, filled. */
import { loadReference } from '#clinic/offices/server/reference.ts';
import type { Settings } from '#env';
import { now } from '#platform/clock.ts';
import { migrate, NewerDatabase } from '#platform/database/migrate.ts';
import { PlainFailure } from '#platform/plain-failure.ts';
import { checkout, type DatabaseServer } from './database.ts';
import { fillDemonstration } from './first-run.ts';
import { Installation } from './installation.ts';
import { fingerprintOf, keyPlace, masterKey } from './master-key.ts';
import { decideMode, type Mode } from './mode.ts';

export interface Wish {
	readonly settings: Settings;
	readonly server: Omit<DatabaseServer, 'close'>;
	readonly asked: Mode | undefined;
}

/** What the application reads from its environment; from here on it knows the restricted role only. */
export interface Handed {
	readonly DATABASE_URL: string;
	readonly MASTER_KEY: string;
	readonly KLINIK_MODE: Mode;
	readonly DATA_DIR: string;
}

export async function makeReady({ settings, server, asked }: Wish, say: (line: string) => void): Promise<Handed> {
	const installation = await Installation.open(server.ownerUrl, () =>
		say('Menunggu proses lain yang sedang menyiapkan basis data …')
	);
	try {
		const mode = decideMode({ asked, stored: await installation.get('mode'), external: server.external });
		if (mode === 'real' && settings.FIXED_NOW)
			throw new PlainFailure('FIXED_NOW hanya untuk pengujian; kosongkan dalam mode nyata.');
		if (mode === 'demo' && settings.ORIGIN)
			throw new PlainFailure(
				'Mode peragaan hanya untuk komputer ini sendiri: kosongkan ORIGIN, atau mulai dengan --real pada folder data baru.'
			);
		const known = await installation.get('keyFingerprint');
		const key = rightKey(settings, server, mode, known);
		const cutShort = (await installation.get('world')) === 'begun';
		if (cutShort) await installation.empty();
		await migrateHonestly(server);
		await loadReference(server.ownerUrl);
		const handed = handOver({
			DATABASE_URL: server.appUrl,
			MASTER_KEY: key,
			KLINIK_MODE: mode,
			DATA_DIR: server.dataDir
		});
		if (known === undefined || cutShort) {
			const facts = { mode, keyFingerprint: fingerprintOf(key), firstStartAt: now().toISOString() };
			await installation.put(mode === 'demo' ? { ...facts, world: 'begun' } : facts);
			if (mode === 'demo') {
				await fillDemonstration({ appUrl: server.appUrl, say });
				await installation.put({ world: 'done' });
			}
		}
		return handed;
	} finally {
		await installation.close();
	}
}

async function migrateHonestly(server: Wish['server']): Promise<void> {
	try {
		await migrate(server.ownerUrl, server.appRole);
	} catch (error) {
		if (!(error instanceof NewerDatabase)) throw error;
		throw new PlainFailure(
			'Basis data ini dibuat oleh versi program yang lebih baru. Perbarui program ini; basis datanya tidak diubah.'
		);
	}
}

function rightKey(settings: Settings, server: Wish['server'], mode: Mode, known: string | undefined): string {
	const place = keyPlace(settings, server.dataDir, checkout);
	if (mode === 'real' && server.external && !place.given && !place.chosen)
		throw new PlainFailure(
			'Basis data luar dalam mode nyata perlu kunci utama sendiri: isi MASTER_KEY atau MASTER_KEY_FILE.'
		);
	const key = masterKey(place, known === undefined);
	if (known !== undefined && known !== fingerprintOf(key))
		throw new PlainFailure(
			'Kunci utama ini bukan kunci yang dipakai basis data ini. Kembalikan kunci yang lama; data tidak diubah.'
		);
	return key;
}

export function handOver(handed: Handed): Handed {
	Object.assign(process.env, handed);
	delete process.env.DATABASE_OWNER_URL;
	return handed;
}

import { PlainFailure } from '#platform/plain-failure.ts';

export type Mode = 'demo' | 'real';

const words: Readonly<Record<Mode, string>> = { demo: 'peragaan', real: 'nyata' };

export interface Wishes {
	/** What the command line asks for; undefined: whatever the database is. */
	readonly asked: Mode | undefined;
	/** What the database was made for; undefined: it is empty. */
	readonly stored: Mode | undefined;
	/** Whether DATABASE_URL names the database. */
	readonly external: boolean;
}

/** A database serves one mode for good: demonstration people and real people never meet in it. */
export function decideMode({ asked, stored, external }: Wishes): Mode {
	if (stored && asked && stored !== asked)
		throw new PlainFailure(
			`Basis data ini dibuat untuk mode ${words[stored]} dan tidak dapat dipakai dalam mode ${words[asked]}. ` +
				`Pakailah dalam mode ${words[stored]}, atau pilih folder data lain dengan DATA_DIR.`
		);
	const mode = stored ?? asked ?? (external ? undefined : 'demo');
	if (!mode)
		throw new PlainFailure(
			'Basis data luar ini masih kosong. Pilih --real untuk dipakai sungguhan, atau --demo untuk mengisinya dengan data peragaan.'
		);
	if (mode === 'demo' && external && asked !== 'demo')
		throw new PlainFailure('Basis data luar ini berisi data peragaan. Tambahkan --demo bila memang itu yang dimaksud.');
	return mode;
}

/** `klinik duplicates`: looks through one office's register, or every office's, for records that are one cooperative. */
import { sweepRegister } from '#clinic/cooperatives/server/commands/duplicates.ts';
import { sweepNation } from '#clinic/cooperatives/server/commands/sweep-nation.ts';
import { registerAreaOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { systemActor } from '#platform/actor.ts';
import { now } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { openDatabase } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { PlainFailure } from '#platform/plain-failure.ts';

interface Terminal {
	readonly say: (line: string) => void;
	readonly print: (line: string) => void;
}

interface Wanted {
	/** Code of one office; null: every office. */
	readonly office: string | null;
	/** Every office behind this code: where an earlier run ended. */
	readonly after: string | null;
}

/** @returns the exit code */
export async function findDuplicates(
	url: string,
	{ office, after }: Wanted,
	{ say, print }: Terminal
): Promise<number> {
	const database = openDatabase(url, 2);
	const line = (code: string, { cooperatives, pairs }: { cooperatives: number; pairs: number }) =>
		print(`${code}: ${cooperatives} koperasi, ${pairs} pasangan mungkin ganda`);
	try {
		if (office === null) {
			await sweepNation(database, { now, after, onOffice: line });
			say('Selesai. Hasilnya ada di halaman Data ganda setiap dinas.');
			return 0;
		}
		const area = await registerAreaOf(database, office);
		if (!area) throw new PlainFailure(`Tidak ada dinas dengan kode ${office}. Contoh kode: 32.71.`);
		const actor = systemActor('klinik duplicates', area.officeId, ['register.edit']);
		line(office, await perform({ database, actor, now: now(), commandId: newId() }, sweepRegister, {}));
		return 0;
	} finally {
		await database.close();
	}
}

import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { importRegister } from '#clinic/cooperatives/server/commands/import-register.ts';
import { readRegisterFile } from '#clinic/cooperatives/server/reads/register-file.ts';
import { createOffice } from '#clinic/offices/server/commands/office.ts';
import { allPermissions } from '#clinic/offices/roles.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import type { Database } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { smallNow, smallToday } from '#world/small.ts';

export const bogorFile = (kind: 'csv' | 'xlsx') =>
	new Uint8Array(readFileSync(new URL(`../../world/register-kota-bogor.${kind}`, import.meta.url)));

/** An empty office of a city, for imports. */
export async function emptyOffice(database: Database, code = '32.71'): Promise<Actor> {
	const officeId = newId<'Office'>();
	const actor = systemActor('test', officeId, allPermissions);
	await perform({ database, actor, now: smallNow, commandId: newId() }, createOffice, {
		id: officeId,
		code,
		name: `Dinas Koperasi ${code}`,
		brand: 'Klinik Koperasi',
		address: 'Jalan Dadali Nomor 3',
		zone: 'Asia/Jakarta'
	});
	return actor;
}

/** A text file as a register. */
export const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

/** A workbook of several sheets. */
export const workbook = (sheets: { name: string; rows: string[][] }[]) => writeXlsx({ sheets });

export const readFile = (file: Uint8Array, regency: string | null = 'Kota Bogor', maxRows?: number) =>
	readRegisterFile(file, { today: smallToday, regency, ...(maxRows !== undefined && { maxRows }) });

interface Over {
	readonly fileName?: string;
	readonly commandId?: string;
	readonly importId?: Id<'Import'>;
	readonly regency?: string | null;
}

/** Reads and imports a file, as the command line does. */
export async function importFile(database: Database, actor: Actor, file: Uint8Array, over: Over = {}) {
	const { register, fileHash } = await readFile(file, over.regency === undefined ? 'Kota Bogor' : over.regency);
	return perform({ database, actor, now: smallNow, commandId: over.commandId ?? newId() }, importRegister, {
		importId: over.importId ?? newId<'Import'>(),
		fileName: over.fileName ?? 'daftar.csv',
		fileHash,
		register
	});
}

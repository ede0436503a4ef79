/** `klinik import`: takes a register into an office's from the terminal. Talk to stderr, rows and counts to stdout. */
import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SheetColumns } from '#clinic/cooperatives/register-read.ts';
import { importRegister } from '#clinic/cooperatives/server/commands/import-register.ts';
import {
	headingMeanings,
	importRowsOf,
	registerAreaOf,
	type ImportRow,
	type RegisterArea
} from '#clinic/cooperatives/server/reads/imports.ts';
import { readRegisterFile } from '#clinic/cooperatives/server/reads/register-file.ts';
import { fieldWords, noteText, outcomeWords, reasonText } from '#clinic/cooperatives/ui/import-words.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { dayOf, now } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { openDatabase, read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { PlainFailure } from '#platform/plain-failure.ts';
import { Refusal } from '#platform/refusal.ts';
import { refusalText } from '#platform/web/words.ts';

export interface Terminal {
	readonly say: (line: string) => void;
	readonly print: (line: string) => void;
}

interface Wanted {
	readonly file: string;
	/** Code of the office, 32.71. */
	readonly office: string;
}

const REFUSED = 2;

/** Whether the file can be opened at all, asked before anything is started. */
export async function refuseClosedFile(file: string, { say }: Terminal): Promise<number | null> {
	try {
		await access(file, constants.R_OK);
		return null;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		say(code === 'ENOENT' ? `Berkas ${file} tidak ditemukan.` : `Berkas ${file} tidak dapat dibuka (${code}).`);
		return REFUSED;
	}
}

/** @returns the exit code */
export async function importFromTerminal(url: string, wanted: Wanted, terminal: Terminal): Promise<number> {
	const database = openDatabase(url, 2);
	try {
		const area = await registerAreaOf(database, wanted.office);
		if (!area) throw new PlainFailure(`Tidak ada dinas dengan kode ${wanted.office}. Contoh kode: 32.71.`);
		return await importInto(database, area, wanted.file, terminal);
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		terminal.say(refusalText(problem));
		return REFUSED;
	} finally {
		await database.close();
	}
}

async function importInto(database: Database, area: RegisterArea, file: string, terminal: Terminal): Promise<number> {
	const { say, print } = terminal;
	const actor = systemActor('klinik import', area.officeId, ['register.import', 'register.view']);
	say(`Membaca ${basename(file)} …`);
	const { register, fileHash } = await readRegisterFile(file, {
		today: dayOf(now(), area.zone),
		regency: area.regency,
		meanings: await read(database, actor, (reader) => headingMeanings(reader, actor)),
		onRow: (position) => position % 10_000 === 0 && say(`  ${position.toLocaleString('id-ID')} baris dibaca`)
	});
	for (const sheet of register.sheets) say(sheetLine(sheet));
	say(`Memuat ${register.rows.length.toLocaleString('id-ID')} baris …`);
	const { importId, ...counts } = await perform({ database, actor, now: now(), commandId: newId() }, importRegister, {
		importId: newId<'Import'>(),
		fileName: basename(file).slice(0, 200),
		fileHash,
		register
	});
	await printRows(database, actor, importId, print);
	print(`dibaca ${counts.read} = dimuat ${counts.imported} + sudah ada ${counts.known} + ditolak ${counts.refused}`);
	return 0;
}

function sheetLine({ sheet, columns, unused, isHidden }: SheetColumns): string {
	const name = sheet === '' ? 'Berkas' : `Lembar ${sheet}`;
	if (isHidden) return `${name}: tersembunyi, tidak dibaca.`;
	if (columns === null) return `${name}: tanpa kolom nama koperasi, semua barisnya ditolak.`;
	const taken = columns.map(({ heading, field }) => `${heading} → ${fieldWords[field]()}`).join('; ');
	return `${name}: ${taken}${unused.length > 0 ? `; tidak dipakai: ${unused.join(', ')}` : ''}.`;
}

const PAGE = 5_000;

/** Every row about which something is to be said: refused, known already, tidied or doubtful. */
async function printRows(database: Database, actor: Actor, importId: string, print: Terminal['print']): Promise<void> {
	for (let after = 0; ;) {
		const rows = await read(database, actor, (reader) =>
			importRowsOf(reader, actor, importId, { after, withWords: true, limit: PAGE })
		);
		for (const row of rows) print(rowLine(row));
		if (rows.length < PAGE) return;
		after = rows.at(-1)!.position;
	}
}

function rowLine({ sheet, rowNumber, outcome, reason, reasonParams, notes }: ImportRow): string {
	const where = sheet === '' ? `baris ${rowNumber}` : `${sheet}, baris ${rowNumber}`;
	const why = reason ? [reasonText(reason, reasonParams ?? {})] : [];
	// Line breaks of a cell would tear the line apart.
	const words = [...why, ...notes.map(noteText)].join(' ').replace(/\s+/g, ' ');
	return `${where}: ${outcomeWords[outcome]().toLowerCase()}. ${words}`;
}

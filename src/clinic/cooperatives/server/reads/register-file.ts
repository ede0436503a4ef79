import { createHash } from 'node:crypto';
import type { Day } from '#platform/clock.ts';
import { sheetLimits } from '#platform/sheets/limits.ts';
import { readSheet } from '#platform/sheets/read.ts';
import { chunksOf, type SheetFile } from '#platform/sheets/source.ts';
import type { Meanings } from '../../headings.ts';
import { readRegister } from '../../read-register.ts';
import { gatherRegister, MAX_ROWS, RegisterRead } from '../../register-read.ts';

export interface ReadFile {
	readonly register: RegisterRead;
	/** SHA-256 of the file. */
	readonly fileHash: string;
}

interface Asked {
	readonly today: Day;
	/** Name of the office's regency or city; null for a province. */
	readonly regency: string | null;
	readonly maxRows?: number;
	readonly maxBytes?: number;
	readonly onRow?: (position: number) => void;
	/** What the office's people said that headings mean. */
	readonly meanings?: Meanings;
	/** A person can be asked what the headings mean. */
	readonly mayAsk?: boolean;
}

/** Reads a file (.xlsx or .csv) as a register, before any transaction. @throws Refusal when it is none */
export async function readRegisterFile(file: SheetFile, asked: Asked): Promise<ReadFile> {
	const { today, regency, maxRows = MAX_ROWS, maxBytes = sheetLimits.maxFileBytes, onRow, mayAsk, meanings } = asked;
	const reading = readSheet(file, { maxFileBytes: maxBytes });
	const { sheets, rows } = await gatherRegister(
		readRegister(reading, { today, regency, ...(meanings && { meanings }) }),
		{
			maxRows,
			onRow,
			mayAsk
		}
	);
	const hidden = reading.hiddenSheets.map((sheet) => ({ sheet, columns: null, unused: [], isHidden: true }));
	return { register: new RegisterRead([...sheets, ...hidden], rows), fileHash: await hashOf(file) };
}

async function hashOf(file: SheetFile): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of chunksOf(file)) hash.update(chunk);
	return hash.digest('hex');
}

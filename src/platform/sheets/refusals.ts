import { Refusal } from '#platform/refusal.ts';

/** What about a file was more than we read: told to the log and to those who run the import, not needed to act on it. */
export type Excess =
	'file' | 'inflated' | 'parts' | 'strings' | 'rows' | 'columns' | 'cell' | 'row' | 'time' | 'memory';

export const tooLarge = (what: Excess, limit: number) => new Refusal('sheets.tooLarge', { what, limit });

export const broken = (row?: number) => (row === undefined ? new Refusal('sheets.broken') : brokenAt(row));
const brokenAt = (row: number) => new Refusal('sheets.brokenAt', { row });

export const encrypted = () => new Refusal('sheets.encrypted');
export const oldFormat = () => new Refusal('sheets.oldFormat');
export const notASheet = () => new Refusal('sheets.notASheet');
export const empty = () => new Refusal('sheets.empty');

/** Runs a library on the file; what it throws is the file's fault, what we refuse stays as it is. */
export async function readingPart<T>(step: () => Promise<T>): Promise<T> {
	try {
		return await step();
	} catch (error) {
		throw asRefusal(error);
	}
}

export function asRefusal(error: unknown): Error {
	if (error instanceof Refusal || isFileError(error)) return error;
	return broken();
}

/** The file could not be opened at all: not the sender's fault, so no refusal. */
function isFileError(error: unknown): error is Error {
	return error instanceof Error && 'syscall' in error;
}

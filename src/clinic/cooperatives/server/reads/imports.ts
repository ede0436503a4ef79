import { and, asc, count, desc, eq, gt, isNotNull, ne, or, sql } from 'drizzle-orm';
import { areas, offices, staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Zone } from '#platform/clock.ts';
import { read, type Database, type Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import type { Meanings } from '../../headings.ts';
import type { ImportOutcome } from '../../import-outcomes.ts';
import type { NoteWeight } from '../../notes.ts';
import { unpack } from '../packing.ts';
import { importRows, imports, importUploads } from '../tables.ts';
import { importHeadings } from '../tables/import-headings.ts';

/** For which area an office keeps its register. */
export interface RegisterArea {
	readonly officeId: Id<'Office'>;
	readonly code: string;
	readonly zone: Zone;
	/** "Kota Bogor"; null for a province, whose register has rows of many. */
	readonly regency: string | null;
}

const areaShown = {
	officeId: offices.id,
	code: offices.code,
	zone: offices.zone,
	name: areas.name,
	level: areas.level
};
const withoutLevel = ({ name, level, ...office }: Omit<RegisterArea, 'regency'> & { name: string; level: number }) => ({
	...office,
	regency: level === 2 ? name : null
});

export async function registerArea(reader: Pick<Reader, 'select'>, actor: Actor): Promise<RegisterArea> {
	const [office] = await reader
		.select(areaShown)
		.from(offices)
		.innerJoin(areas, eq(areas.code, offices.code))
		.where(eq(offices.id, actor.officeId as never));
	return withoutLevel(found(office));
}

/** The office with this code, asked without an actor: which offices there are is public. */
export const registerAreaOf = (database: Database, code: string): Promise<RegisterArea | null> =>
	read(database, { officeId: null, userId: null }, async (reader) => {
		const [office] = await reader
			.select(areaShown)
			.from(offices)
			.innerJoin(areas, eq(areas.code, offices.code))
			.where(eq(offices.code, code));
		return office ? withoutLevel(office) : null;
	});

/** What the office's people said that headings mean. */
export async function headingMeanings(reader: Pick<Reader, 'select'>, actor: Actor): Promise<Meanings> {
	const rows = await reader
		.select({ heading: importHeadings.heading, field: importHeadings.field })
		.from(importHeadings)
		.where(eq(importHeadings.officeId, actor.officeId as never));
	return new Map(rows.map(({ heading, field }) => [heading, field]));
}

/** A register that was read and waits for a yes. @throws Refusal when it waited too long */
export async function keptUploadOf(reader: Pick<Reader, 'select'>, actor: Actor, uploadId: string, now: Date) {
	const [row] = await reader
		.select()
		.from(importUploads)
		.where(and(eq(importUploads.id, uploadId as never), eq(importUploads.officeId, actor.officeId as never)));
	const { packed, ...upload } = found(row);
	if (upload.expiresAt < now) throw new Refusal('cooperatives.uploadGone');
	return { ...upload, register: unpack(packed) };
}

const importShown = {
	id: imports.id,
	fileName: imports.fileName,
	columns: imports.columns,
	read: imports.readCount,
	imported: imports.importedCount,
	known: imports.knownCount,
	refused: imports.refusedCount,
	createdAt: imports.createdAt,
	/** Null: the program itself, on the command line. */
	by: staff.name,
	undoneAt: imports.undoneAt,
	undoneByName: imports.undoneByName
};

/** Past imports of the office, newest first. */
export const importsOf = (reader: Pick<Reader, 'select'>, actor: Actor, limit = 20) =>
	reader
		.select(importShown)
		.from(imports)
		.leftJoin(staff, eq(sql`${staff.id}::text`, imports.createdBy))
		.where(eq(imports.officeId, actor.officeId as never))
		.orderBy(desc(imports.createdAt), desc(imports.id))
		.limit(limit);
export type PastImport = Awaited<ReturnType<typeof importsOf>>[number];

/** One import with how many of its rows carry notes, by the weightiest. @throws Refusal missing */
export async function importOf(reader: Pick<Reader, 'select'>, actor: Actor, importId: string) {
	const [row] = await reader
		.select(importShown)
		.from(imports)
		.leftJoin(staff, eq(sql`${staff.id}::text`, imports.createdBy))
		.where(and(eq(imports.id, importId as never), eq(imports.officeId, actor.officeId as never)));
	const told = found(row);
	const weights = await reader
		.select({ weight: importRows.weight, rows: count() })
		.from(importRows)
		.where(and(eq(importRows.importId, told.id), isNotNull(importRows.weight)))
		.groupBy(importRows.weight);
	const of = (weight: NoteWeight) => weights.find((one) => one.weight === weight)?.rows ?? 0;
	return { ...told, weights: { corrected: of('corrected'), doubtful: of('doubtful'), notTaken: of('notTaken') } };
}

export interface RowsWanted {
	readonly outcome?: ImportOutcome | null;
	readonly weight?: NoteWeight | null;
	/** Rows behind this position. */
	readonly after?: number;
	/** Only rows about which something is to be said. */
	readonly withWords?: boolean;
	readonly skip?: number;
	readonly limit: number;
}

/** Rows of an import in the order of the file, with what became of each. */
export const importRowsOf = (
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	importId: string,
	{ outcome, weight, after = 0, withWords = false, skip = 0, limit }: RowsWanted
) =>
	reader
		.select({
			position: importRows.position,
			sheet: importRows.sheet,
			rowNumber: importRows.rowNumber,
			outcome: importRows.outcome,
			reason: importRows.reason,
			reasonParams: importRows.reasonParams,
			notes: importRows.notes,
			weight: importRows.weight,
			cells: importRows.cells,
			cooperativeId: importRows.cooperativeId
		})
		.from(importRows)
		.where(
			and(
				eq(importRows.importId, importId as never),
				eq(importRows.officeId, actor.officeId as never),
				gt(importRows.position, after),
				outcome ? eq(importRows.outcome, outcome) : undefined,
				weight ? eq(importRows.weight, weight) : undefined,
				withWords ? or(isNotNull(importRows.weight), ne(importRows.outcome, 'imported')) : undefined
			)
		)
		.orderBy(asc(importRows.position))
		.limit(limit)
		.offset(skip);
export type ImportRow = Awaited<ReturnType<typeof importRowsOf>>[number];

import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { countOutcomes, type Decided, type ImportOutcome } from '../../import-outcomes.ts';
import type { NoteWeight } from '../../notes.ts';
import { decideAgainstRegister } from './import-decisions.ts';
import { keptUploadOf, registerArea, type ImportRow } from './imports.ts';

export interface PreviewWanted {
	readonly outcome: ImportOutcome | null;
	readonly weight: NoteWeight | null;
	readonly skip: number;
	readonly limit: number;
}

/** What would become of each row of a kept upload, were it imported now. Changes nothing. */
export async function uploadPreview(
	reader: Reader,
	actor: Actor,
	uploadId: string,
	now: Date,
	{ outcome, weight, skip, limit }: PreviewWanted
) {
	const { register, fileName, expiresAt } = await keptUploadOf(reader, actor, uploadId, now);
	const { code } = await registerArea(reader, actor);
	const decided = await decideAgainstRegister(reader, actor, code, register.rows);
	const carrying = (wanted: NoteWeight) => decided.filter((row) => row.weight === wanted).length;
	const shown = decided.filter(
		(row) => (outcome === null || row.outcome === outcome) && (weight === null || row.weight === weight)
	);
	return {
		fileName,
		expiresAt,
		sheets: register.sheets,
		counts: countOutcomes(decided),
		weights: { corrected: carrying('corrected'), doubtful: carrying('doubtful'), notTaken: carrying('notTaken') },
		isForeign: looksForeign(decided),
		total: shown.length,
		rows: shown.slice(skip, skip + limit).map(previewed)
	};
}

/** Most of its new cooperatives lie in no district of the office: the file may be another's. */
function looksForeign(decided: readonly Decided[]): boolean {
	const imported = decided.filter(({ outcome }) => outcome === 'imported');
	const strange = imported.filter(({ notes }) => notes.some(({ code }) => code === 'districtUnknown'));
	return strange.length * 2 > imported.length;
}

/** As the import would keep it; what is not imported yet has no cooperative to open. */
const previewed = ({ row, outcome, reason, params, notes, weight, cooperativeId }: Decided): ImportRow => ({
	position: row.position,
	sheet: row.sheet,
	rowNumber: row.number,
	outcome,
	reason,
	reasonParams: { ...params },
	notes: [...notes],
	weight,
	cells: [...row.cells],
	cooperativeId: outcome === 'known' && reason !== 'earlierRow' ? (cooperativeId as ImportRow['cooperativeId']) : null
});

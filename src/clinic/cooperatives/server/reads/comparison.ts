import { count, eq, inArray } from 'drizzle-orm';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { scorePair } from '../../duplicates/score.ts';
import { usualRarity } from '../../duplicates/usual-words.ts';
import { fieldState, mergeFieldNames, type FieldState, type MergeField } from '../../merge-fields.ts';
import { annualMeetings, boardTerms, cooperativeFigures, cooperatives } from '../tables.ts';
import { pairOf } from './duplicates.ts';
import { registeredAs } from './identity.ts';
import { profilesAmong } from './profiles.ts';
import { sameCooperative } from './same.ts';

/** Nobody chooses between two records' health, so it is not told here. */
type Row = Omit<typeof cooperatives.$inferSelect, 'healthCategory' | 'healthOn'> & {
	readonly district: string | null;
	readonly village: string | null;
};

/** One of two records side by side, with how much is known under it. */
export interface Compared {
	readonly row: Row;
	readonly meetings: number;
	readonly figures: number;
	readonly board: number;
}

export interface Comparison {
	readonly winner: Compared;
	readonly loser: Compared;
	readonly fields: readonly { readonly field: MergeField; readonly state: FieldState }[];
	/** How alike the two are: as the last sweep found, else reckoned now. */
	readonly percent: number;
	readonly reasons: Awaited<ReturnType<typeof reckoned>>['reasons'];
	readonly dismissed: { readonly at: Date; readonly by: string; readonly why: string } | null;
}

/** Two records of the office side by side. @throws Refusal missing, also for another office's */
export async function comparison(reader: Reader, actor: Actor, winnerId: string, loserId: string): Promise<Comparison> {
	const winner = await compared(reader, actor, winnerId);
	const loser = await compared(reader, actor, loserId);
	const pair = await pairOf(reader, actor, winner.row.id, loser.row.id);
	const { percent, reasons } = pair ?? (await reckoned(reader, actor, winner.row.id, loser.row.id));
	return {
		winner,
		loser,
		fields: mergeFieldNames.map((field) => ({ field, state: fieldState(field, winner.row, loser.row) })),
		percent,
		reasons,
		dismissed: pair?.dismissedAt
			? { at: pair.dismissedAt, by: pair.dismissedBy ?? '', why: pair.dismissedWhy ?? '' }
			: null
	};
}

async function compared(reader: Reader, actor: Actor, asked: string): Promise<Compared> {
	const id = await registeredAs(reader, actor, asked);
	const [row] = await reader.select().from(cooperatives).where(eq(cooperatives.id, id));
	const { healthCategory: _, healthOn: _on, ...held } = found(row);
	const codes = [held.districtCode, held.villageCode].filter((code) => code !== null);
	const named = await reader
		.select({ code: areas.code, name: areas.name })
		.from(areas)
		.where(inArray(areas.code, codes));
	const nameOf = (code: string | null) => named.find((area) => area.code === code)?.name ?? null;
	const same = sameCooperative(reader, id);
	const [meetings] = await reader
		.select({ rows: count() })
		.from(annualMeetings)
		.where(inArray(annualMeetings.cooperativeId, same));
	const [figures] = await reader
		.select({ rows: count() })
		.from(cooperativeFigures)
		.where(inArray(cooperativeFigures.cooperativeId, same));
	const [board] = await reader
		.select({ rows: count() })
		.from(boardTerms)
		.where(inArray(boardTerms.cooperativeId, same));
	return {
		row: { ...held, district: nameOf(held.districtCode) ?? held.districtText, village: nameOf(held.villageCode) },
		meetings: meetings?.rows ?? 0,
		figures: figures?.rows ?? 0,
		board: board?.rows ?? 0
	};
}

async function reckoned(reader: Reader, actor: Actor, oneId: string, otherId: string) {
	const [a, b] = await profilesAmong(reader, actor, [oneId, otherId]);
	return scorePair(found(a), found(b), usualRarity);
}

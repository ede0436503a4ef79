import { asc } from 'drizzle-orm';
import type * as v from 'valibot';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { Bearers, type Bearer } from '../../duplicates/bearers.ts';
import type { Profile } from '../../duplicates/profile.ts';
import { worthALook, type Score } from '../../duplicates/score.ts';
import { usualRarity } from '../../duplicates/usual-words.ts';
import type { pairsElsewhere } from '../../merge-forms.ts';
import { identifiersOf } from '../reads/identifiers.ts';
import { profilesAmong } from '../reads/profiles.ts';
import { noteDuplicatesElsewhere, sweepRegister } from './duplicates.ts';

interface Office {
	readonly id: string;
	readonly code: string;
}

export interface NationSweep {
	readonly now: () => Date;
	/** Code of the office after which to go on; null begins anew. */
	readonly after?: string | null;
	/** Called after each office with its code: where to go on from, if this ends here. */
	readonly onOffice?: (code: string, swept: { cooperatives: number; pairs: number }) => Promise<void> | void;
}

/** The program in one office. It enters one after the other, as any actor does, and carries no value from one into another. */
const sweeper = (officeId: string): Actor => systemActor('sweep', officeId, ['register.edit', 'register.sweep']);

export const everyOffice = (database: Database): Promise<Office[]> =>
	read(database, { officeId: null, userId: null }, (reader) =>
		reader.select({ id: offices.id, code: offices.code }).from(offices).orderBy(asc(offices.code))
	);

/** While one office's register is read or written, another's is compared. */
const ABREAST = 2;

/** Sweeps every office's register, each in a transaction of its own, then looks for records in two offices' registers. */
export async function sweepNation(database: Database, { now, after = null, onOffice }: NationSweep): Promise<void> {
	const all = await everyOffice(database);
	const left = all.filter(({ code }) => after === null || code > after);
	const sweep = ({ id }: Office) =>
		perform({ database, actor: sweeper(id), now: now(), commandId: newId() }, sweepRegister, {});
	for (let at = 0; at < left.length; at += ABREAST) {
		const some = left.slice(at, at + ABREAST);
		const swept = await Promise.all(some.map(sweep));
		for (const [index, { code }] of some.entries()) await onOffice?.(code, swept[index]!);
	}
	await sweepAcross(database, all, now());
}

/**
 * Records of two offices that bear one number of the organisation itself. Each of the two offices gets a line that says
 * where the other stands; values stay where they are. Office by office, so that a ministry that keeps a register of all of
 * them needs no more memory than a regency.
 */
export async function sweepAcross(database: Database, all: readonly Office[], now: Date): Promise<number> {
	const bearers = new Bearers();
	const noted = new Set<string>();
	for (const { id } of all) {
		const own = await read(database, sweeper(id), (reader) => identifiersOf(reader, sweeper(id)));
		for (const { id: record, keys } of own.identifiers) bearers.add(id, record, keys);
		if (own.hasNotes) noted.add(id);
	}
	let pairs = 0;
	for (const some of bearers.pairs()) {
		const found = await scored(database, some);
		pairs += found.length;
		for (const [officeId, notes] of notesByOffice(found)) {
			noted.add(officeId);
			await note(database, officeId, { pairs: notes, isLast: false }, now);
		}
	}
	for (const officeId of noted) await note(database, officeId, { pairs: [], isLast: true }, now);
	return pairs;
}

const note = (database: Database, officeId: string, said: v.InferInput<typeof pairsElsewhere>, now: Date) =>
	perform({ database, actor: sweeper(officeId), now, commandId: newId() }, noteDuplicatesElsewhere, said);

function notesByOffice(pairs: readonly Across[]) {
	const notes = pairs.flatMap(({ a, b, percent, band, reasons }) =>
		[
			[a, b],
			[b, a]
		].map(([own, other]) => ({
			officeId: own!.officeId,
			note: {
				firstId: own!.id,
				secondId: other!.id,
				elsewhereId: other!.officeId,
				percent,
				band,
				reasons: [...reasons]
			}
		}))
	);
	return [...Map.groupBy(notes, ({ officeId }) => officeId)].map(
		([officeId, own]) => [officeId, own.map((one) => one.note)] as const
	);
}

interface Across extends Score {
	readonly band: NonNullable<Score['band']>;
	readonly a: Bearer;
	readonly b: Bearer;
}

async function scored(database: Database, pairs: readonly (readonly [Bearer, Bearer])[]): Promise<Across[]> {
	const wanted = Map.groupBy(new Set(pairs.flat()), ({ officeId }) => officeId);
	const profiles = new Map<string, Profile>();
	for (const [officeId, own] of wanted) {
		const ids = own.map(({ id }) => id);
		const found = await read(database, sweeper(officeId), (reader) => profilesAmong(reader, sweeper(officeId), ids));
		// In another office's area every district is another.
		for (const profile of found) profiles.set(profile.id, { ...profile, district: null });
	}
	return pairs.flatMap(([a, b]) => {
		const [one, other] = [profiles.get(a.id), profiles.get(b.id)];
		const score = one && other && worthALook(one, other, usualRarity);
		return score ? [{ ...score, a, b }] : [];
	});
}

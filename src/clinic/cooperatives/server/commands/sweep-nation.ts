import { asc } from 'drizzle-orm';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { identifiersOf, type Identifiers } from '../reads/identifiers.ts';
import { profilesAmong } from '../reads/profiles.ts';
import type { Profile } from '../../duplicates/profile.ts';
import { scorePair, type Score } from '../../duplicates/score.ts';
import { usualRarity } from '../../duplicates/usual-words.ts';
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

interface Across extends Score {
	readonly band: NonNullable<Score['band']>;
	readonly a: Identifiers;
	readonly b: Identifiers;
}

/**
 * Records of two offices that bear one number of the organisation itself. Each of the two offices gets a line that says
 * where the other stands; values stay where they are.
 */
export async function sweepAcross(database: Database, all: readonly Office[], now: Date): Promise<number> {
	const identifiers: Identifiers[] = [];
	const noted = new Set<string>();
	for (const { id } of all) {
		const own = await read(database, sweeper(id), (reader) => identifiersOf(reader, sweeper(id)));
		for (const one of own.identifiers) identifiers.push(one);
		if (own.hasNotes) noted.add(id);
	}
	const pairs = await scored(database, sharing(identifiers));
	const byOffice = Map.groupBy(
		pairs.flatMap((pair) => [
			{ own: pair.a, other: pair.b, pair },
			{ own: pair.b, other: pair.a, pair }
		]),
		({ own }) => own.officeId
	);
	for (const officeId of new Set([...noted, ...byOffice.keys()])) {
		const found = (byOffice.get(officeId) ?? []).map(({ own, other, pair: { percent, band, reasons } }) => ({
			firstId: own.id,
			secondId: other.id,
			elsewhereId: other.officeId,
			percent,
			band,
			reasons: [...reasons]
		}));
		await perform({ database, actor: sweeper(officeId), now, commandId: newId() }, noteDuplicatesElsewhere, {
			pairs: found
		});
	}
	return pairs.length;
}

/** A number in the registers of more offices than this is a slip of the pen that many copied. */
const MOST = 12;

function sharing(identifiers: readonly Identifiers[]): [Identifiers, Identifiers][] {
	const first = new Map<string, number>();
	const more = new Map<string, number[]>();
	identifiers.forEach(({ keys }, index) => {
		for (const key of keys) {
			const alone = first.get(key);
			if (alone === undefined) first.set(key, index);
			else more.set(key, [...(more.get(key) ?? [alone]), index]);
		}
	});
	const pairs = new Map<string, [Identifiers, Identifiers]>();
	for (const block of more.values()) {
		if (block.length > MOST) continue;
		for (let at = 1; at < block.length; at++)
			for (let before = 0; before < at; before++) {
				const [a, b] = [identifiers[block[before]!]!, identifiers[block[at]!]!];
				if (a.officeId !== b.officeId) pairs.set(`${a.id} ${b.id}`, [a, b]);
			}
	}
	return [...pairs.values()];
}

async function scored(database: Database, pairs: readonly [Identifiers, Identifiers][]): Promise<Across[]> {
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
		if (!one || !other) return [];
		const { band, ...score } = scorePair(one, other, usualRarity);
		return band ? [{ ...score, band, a, b }] : [];
	});
}

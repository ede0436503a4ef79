import { and, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { profileOf } from '../../duplicates/profile.ts';
import { scorePair, type Reason } from '../../duplicates/score.ts';
import { usualRarity } from '../../duplicates/usual-words.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';
import { cooperatives } from '../tables.ts';
import { profilesAmong } from './profiles.ts';
import { candidatesNamed, searchCooperatives, type Candidate } from './search.ts';

/** What somebody has typed of a cooperative so far; empty where nothing yet. */
export interface TypedCooperative {
	readonly name: string;
	readonly legalNumber: string;
	readonly registryNumber: string;
	readonly address: string;
	/** Code of the district. */
	readonly district: string;
}

export interface LikelyCandidate extends Candidate {
	/** How sure it is that what is typed is this one, in percent, and why. */
	readonly percent: number;
	readonly reasons: readonly Reason[];
}

/** So many are scored; more are hardly alike. */
const SCORED = 12;

/** Cooperatives of the office that may be the one that is being typed, the likeliest first, each with its reasons. */
export async function likelyCandidates(
	reader: Pick<Reader, 'rows' | 'select'>,
	actor: Actor,
	typed: TypedCooperative,
	limit = 5
): Promise<LikelyCandidate[]> {
	const named = await searchCooperatives(reader, actor, typed.name, SCORED);
	const numbered = await byNumber(reader, actor, typed);
	const missing = numbered.filter((id) => !named.some((one) => one.id === id));
	const found = [...named, ...(await candidatesNamed(reader, actor, missing))];
	const profiles = new Map(
		(
			await profilesAmong(
				reader,
				actor,
				found.map(({ id }) => id)
			)
		).map((profile) => [profile.id, profile])
	);
	const asked = profileTyped(typed);
	return found
		.flatMap((candidate) => {
			const profile = profiles.get(candidate.id);
			if (!profile) return [];
			const { percent, reasons } = scorePair(asked, profile, usualRarity);
			return [{ ...candidate, percent, reasons }];
		})
		.sort((a, b) => b.percent - a.percent)
		.slice(0, limit);
}

async function byNumber(reader: Pick<Reader, 'select'>, actor: Actor, typed: TypedCooperative): Promise<string[]> {
	const legal = readLegalNumber(typed.legalNumber)?.norm;
	const registry = typed.registryNumber.replace(/\D/g, '');
	if (!legal && registry.length < 13) return [];
	const rows = await reader
		.select({ id: cooperatives.id })
		.from(cooperatives)
		.where(
			and(
				eq(cooperatives.officeId, actor.officeId as never),
				isNull(cooperatives.mergedInto),
				or(
					legal ? eq(cooperatives.legalNumberNorm, legal) : undefined,
					registry.length === 13 ? eq(cooperatives.registryNumber, registry) : undefined
				)
			)
		)
		.limit(SCORED);
	return rows.map(({ id }) => id);
}

const profileTyped = ({ name, legalNumber, registryNumber, address, district }: TypedCooperative) =>
	profileOf({
		id: '',
		...foldCooperativeName(name),
		legalNumberNorm: readLegalNumber(legalNumber)?.norm ?? null,
		registryNumber: registryNumber.replace(/\D/g, '') || null,
		businessNumber: null,
		taxNumber: null,
		address: address || null,
		districtCode: district || null,
		districtText: null,
		people: []
	});

import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { profileOf } from '../../duplicates/profile.ts';
import { scorePair, type Reason } from '../../duplicates/score.ts';
import { usualRarity } from '../../duplicates/usual-words.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';
import { profilesAmong } from './profiles.ts';
import { candidatesNamed, searchCooperatives, type Candidate } from './search.ts';

/** What somebody has typed of a cooperative so far; empty where nothing yet. */
export interface TypedCooperative {
	readonly name: string;
	readonly legalNumber: string;
	readonly registryNumber: string;
	/** Of the organisation: NIB and NPWP. */
	readonly businessNumber: string;
	readonly taxNumber: string;
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
	reader: Pick<Reader, 'rows'>,
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

/** Those that bear a number that was typed to its end. */
async function byNumber(reader: Pick<Reader, 'rows'>, actor: Actor, typed: TypedCooperative): Promise<string[]> {
	const legal = readLegalNumber(typed.legalNumber)?.norm;
	const [registry, business, tax] = [
		digitsOf(typed.registryNumber),
		digitsOf(typed.businessNumber),
		digitsOf(typed.taxNumber)
	];
	const bearing = [
		...(legal ? [sql`legal_number_norm = ${legal}`] : []),
		...(registry.length === 13 ? [sql`registry_number = ${registry}`] : []),
		...(business.length === 13 ? [sql`business_number = ${business}`] : []),
		// Of fifteen digits, or of sixteen with a zero before them.
		...(tax.length === 15 || tax.length === 16
			? [sql`tax_number in (${tax}, ${`0${tax}`}, ${tax.replace(/^0/, '')})`]
			: [])
	];
	if (bearing.length === 0) return [];
	const rows = await reader.rows<{ id: string }>(sql`
		select id from cooperatives
		 where office_id = ${actor.officeId}::uuid and merged_into is null and (${sql.join(bearing, sql` or `)}) limit ${SCORED}`);
	return rows.map(({ id }) => id);
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

const profileTyped = ({ name, address, district, ...numbers }: TypedCooperative) =>
	profileOf({
		id: '',
		...foldCooperativeName(name),
		legalNumberNorm: readLegalNumber(numbers.legalNumber)?.norm ?? null,
		registryNumber: digitsOf(numbers.registryNumber) || null,
		businessNumber: digitsOf(numbers.businessNumber) || null,
		taxNumber: digitsOf(numbers.taxNumber) || null,
		address: address || null,
		districtCode: district || null,
		districtText: null,
		people: []
	});

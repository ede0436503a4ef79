import { asc, desc, eq, isNull, and } from 'drizzle-orm';
import type { Reader } from '#platform/database/client.ts';
import { filesOf } from '#platform/files/files.ts';
import type { Actor } from '#platform/actor.ts';
import type { Id } from '#platform/ids.ts';
import { unseal } from '#platform/personal/seal.ts';
import { boardRoles } from '../../kinds.ts';
import { ofRecord } from '../one-record.ts';
import { annualMeetings, boardTerms, cooperativeFigures, people } from '../tables.ts';
import { amendments, bankAccounts, licences, lifeDecisions, ratings, recordFiles } from '../tables/record.ts';

type Asking = Pick<Reader, 'select' | 'selectDistinctOn'>;
type Record = Id<'Cooperative'>;

/** Everybody who served, by seat, the newest term first. */
export async function termsOf(reader: Asking, cooperativeId: Record) {
	const rows = await reader
		.select({
			id: boardTerms.id,
			personId: people.id,
			name: people.name,
			role: boardTerms.role,
			fromOn: boardTerms.fromOn,
			untilOn: boardTerms.untilOn,
			education: people.education,
			phoneSealed: people.phoneSealed,
			erasedAt: people.erasedAt
		})
		.from(boardTerms)
		.innerJoin(people, eq(people.id, boardTerms.personId))
		.where(ofRecord(boardTerms.cooperativeId, cooperativeId))
		.orderBy(desc(boardTerms.fromOn), asc(people.name));
	const phones = await unseal(
		reader,
		'phone',
		rows.map(({ personId, phoneSealed }) => ({ personId, sealed: phoneSealed }))
	);
	return rows
		.map(({ phoneSealed: _, ...term }) => ({ ...term, phone: phones.get(term.personId) ?? null }))
		.sort((a, b) => boardRoles.indexOf(a.role) - boardRoles.indexOf(b.role));
}
export type Term = Awaited<ReturnType<typeof termsOf>>[number];

/** People and money, the newest book year first. */
export const figuresOf = (reader: Asking, cooperativeId: Record) =>
	reader
		.selectDistinctOn([cooperativeFigures.bookYear])
		.from(cooperativeFigures)
		.where(ofRecord(cooperativeFigures.cooperativeId, cooperativeId))
		.orderBy(desc(cooperativeFigures.bookYear), desc(eq(cooperativeFigures.cooperativeId, cooperativeId)));

/** What is known of each annual meeting, the newest book year first. */
export const meetingFactsOf = (reader: Asking, cooperativeId: Record) =>
	reader
		.selectDistinctOn([annualMeetings.bookYear])
		.from(annualMeetings)
		.where(ofRecord(annualMeetings.cooperativeId, cooperativeId))
		.orderBy(desc(annualMeetings.bookYear), desc(eq(annualMeetings.cooperativeId, cooperativeId)));
export type MeetingRow = Awaited<ReturnType<typeof meetingFactsOf>>[number];

export const amendmentsOf = (reader: Asking, cooperativeId: Record) =>
	reader
		.select()
		.from(amendments)
		.where(ofRecord(amendments.cooperativeId, cooperativeId))
		.orderBy(desc(amendments.amendedOn), desc(amendments.id));

/** Licences and certificates, struck ones too, the newest first. */
export const licencesOf = (reader: Asking, cooperativeId: Record) =>
	reader
		.select()
		.from(licences)
		.where(ofRecord(licences.cooperativeId, cooperativeId))
		.orderBy(desc(licences.issuedOn), desc(licences.id));

export const ratingsOf = (reader: Asking, cooperativeId: Record) =>
	reader
		.select()
		.from(ratings)
		.where(and(ofRecord(ratings.cooperativeId, cooperativeId), isNull(ratings.struckAt)))
		.orderBy(desc(ratings.ratedOn), desc(ratings.id));

/** Decisions about its life, the newest first. */
export const lifeDecisionsOf = (reader: Asking, cooperativeId: Record) =>
	reader
		.select()
		.from(lifeDecisions)
		.where(ofRecord(lifeDecisions.cooperativeId, cooperativeId))
		.orderBy(desc(lifeDecisions.at), desc(lifeDecisions.id));

/** Bank accounts with number and holder opened; struck ones are left out, for their key is gone. */
export async function bankAccountsOf(reader: Asking, cooperativeId: Record) {
	const rows = await reader
		.select()
		.from(bankAccounts)
		.where(and(ofRecord(bankAccounts.cooperativeId, cooperativeId), isNull(bankAccounts.struckAt)))
		.orderBy(asc(bankAccounts.id));
	const open = (field: 'number' | 'holder') =>
		unseal(
			reader,
			field,
			rows.map((row) => ({ personId: row.id, sealed: row[`${field}Sealed`] }))
		);
	const [numbers, holders] = [await open('number'), await open('holder')];
	return rows.map(({ id, bank, createdAt, createdByName }) => ({
		id,
		bank,
		createdAt,
		createdByName,
		number: numbers.get(id) ?? null,
		holder: holders.get(id) ?? null
	}));
}

/** Files kept for a record, by what they are. */
export async function recordFilesOf(reader: Asking, actor: Actor, cooperativeId: Record) {
	const rows = await reader
		.select()
		.from(recordFiles)
		.where(and(ofRecord(recordFiles.cooperativeId, cooperativeId), isNull(recordFiles.struckAt)))
		.orderBy(asc(recordFiles.what), desc(recordFiles.createdAt));
	const files = await filesOf(
		reader,
		actor,
		rows.map(({ id }) => id)
	);
	const facts = new Map(files.map((file) => [file.id as string, file]));
	return rows.flatMap((row) => {
		const file = facts.get(row.id);
		return file ? [{ ...row, name: file.name, type: file.type, size: file.size }] : [];
	});
}
export type RecordFile = Awaited<ReturnType<typeof recordFilesOf>>[number];

import { sql } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import type { Context } from '#platform/command.ts';
import { stage, stagedColumns, type Staging } from '#platform/database/bulk.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import type { MoreRead } from '../import-more.ts';

/** A new cooperative of an import, and what of its row stands in tables of their own. */
export interface NewParts {
	readonly id: string;
	readonly fields: Pick<MoreRead, 'amendment' | 'certificateUntil' | 'officers'> & {
		readonly registryNumber: string | null;
	};
}

const officers = {
	name: 'staged_officers',
	columns: { id: 'uuid', cooperative_id: 'uuid', person_id: 'uuid', name: 'text', role: 'text' }
} as const satisfies Staging<string>;
const amendments = {
	name: 'staged_amendments',
	columns: { id: 'uuid', cooperative_id: 'uuid', number: 'text', amended_on: 'date' }
} as const satisfies Staging<string>;
const certificates = {
	name: 'staged_certificates',
	columns: { id: 'uuid', cooperative_id: 'uuid', number: 'text', valid_until: 'date' }
} as const satisfies Staging<string>;

/** Sends officers, amendments and certificates to the database; most registers have none. */
export async function stageParts({ tx }: Context, taken: readonly NewParts[]): Promise<void> {
	await stage(tx, officers, taken.values().flatMap(stagedOfficers));
	await stage(tx, amendments, taken.values().flatMap(stagedAmendment));
	await stage(tx, certificates, taken.values().flatMap(stagedCertificate));
}

/** From the staging into their tables: a board member is a person of the office, with no number yet that identifies. */
export async function insertParts(context: Context): Promise<void> {
	const { tx, actor, now } = context;
	const office = sql`${actor.officeId}::uuid`;
	const at = sql`${now.toISOString()}::timestamptz`;
	const byName = await nameOf(readerOf(tx), actor);
	await tx.execute(sql`
		insert into people (id, office_id, name, created_at)
		select person_id, ${office}, min(name), ${at} from staged_officers group by person_id`);
	await tx.execute(sql`
		insert into board_terms (id, office_id, cooperative_id, person_id, role, created_at)
		select id, ${office}, cooperative_id, person_id, role, ${at} from staged_officers`);
	await tx.execute(sql`
		insert into amendments (office_id, created_at, created_by_name, ${stagedColumns(amendments)})
		select ${office}, ${at}, ${byName}, ${stagedColumns(amendments)} from staged_amendments`);
	await tx.execute(sql`
		insert into licences (office_id, kind, created_at, created_by_name, ${stagedColumns(certificates)})
		select ${office}, 'registryCertificate', ${at}, ${byName}, ${stagedColumns(certificates)} from staged_certificates`);
}

/** Who holds two seats of one cooperative is one person. */
function stagedOfficers({ id, fields }: NewParts) {
	const people = new Map<string, string>();
	return fields.officers.map(({ role, name }) => {
		const personId = people.get(name) ?? newId<'Person'>();
		people.set(name, personId);
		return { id: newId<'BoardTerm'>(), cooperative_id: id, person_id: personId, name, role };
	});
}

const stagedAmendment = ({ id, fields: { amendment } }: NewParts) =>
	amendment
		? [{ id: newId<'Amendment'>(), cooperative_id: id, number: amendment.number, amended_on: amendment.amendedOn }]
		: [];

const stagedCertificate = ({ id, fields: { certificateUntil, registryNumber } }: NewParts) =>
	certificateUntil
		? [{ id: newId<'Licence'>(), cooperative_id: id, number: registryNumber, valid_until: certificateUntil }]
		: [];

import { sql, type SQL } from 'drizzle-orm';
import type * as v from 'valibot';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { normalPhone } from '#platform/fields.ts';
import { findingHash, sealNewPeople } from '#platform/personal/seal.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';
import { registerTakenOver } from '../../take-over-forms.ts';

type Register = v.InferOutput<typeof registerTakenOver>;

/** Takes over many cooperatives with their figures, meetings and boards: one statement a table, however many rows. */
export const takeOverRegister = command({
	name: 'cooperatives.takeOverRegister',
	needs: 'register.import',
	input: registerTakenOver,
	run: async (context, register) => {
		await refuseForeignAreas(context, register);
		await insertPeople(context, register.people);
		await insertCooperatives(context, register.cooperatives);
		await insertHistory(context, register.cooperatives);
		return { cooperatives: register.cooperatives.length, people: register.people.length };
	}
});

/** An office keeps the register of its own area only. */
async function refuseForeignAreas({ tx, actor }: Context, { cooperatives }: Register): Promise<void> {
	const { code } = found(await ownOffice(readerOf(tx), actor));
	for (const { districtCode, villageCode } of cooperatives)
		for (const area of [districtCode, villageCode])
			if (area !== null && !area.startsWith(`${code}.`))
				throw new Refusal('cooperatives.foreignArea', { area, office: code });
}

async function insertPeople(context: Context, people: Register['people']): Promise<void> {
	const { actor } = context;
	const sealed = await sealNewPeople(
		context,
		people.map(({ id, phone }) => ({ personId: id, fields: { phone } }))
	);
	await insertRows(
		context,
		'people',
		'id uuid, name text, phone_sealed text, phone_hash text',
		people.map(({ id, name, phone }) => ({
			id,
			name,
			phone_sealed: sealed.get(id)?.phone ?? null,
			phone_hash: phone && findingHash(actor.officeId!, 'phone', normalPhone(phone))
		}))
	);
}

async function insertCooperatives(context: Context, cooperatives: Register['cooperatives']): Promise<void> {
	await insertRows(
		context,
		'cooperatives',
		`id uuid, name text, core text, norm text, kind text, pattern text, form text, reach text, has_savings_unit boolean, legal_number text,
		 legal_number_norm text, legal_on date, registry_number text, business_number text, address text, district_code text,
		 village_code text, phone text, registry_status text, founded_on date, updated_at timestamptz`,
		cooperatives.map((cooperative) => {
			const { core, norm } = foldCooperativeName(cooperative.name);
			return {
				id: cooperative.id,
				name: cooperative.name,
				core,
				norm,
				kind: cooperative.kind,
				pattern: cooperative.pattern,
				form: cooperative.form,
				reach: cooperative.reach,
				has_savings_unit: cooperative.hasSavingsUnit,
				legal_number: cooperative.legalNumber,
				legal_number_norm: cooperative.legalNumber && (readLegalNumber(cooperative.legalNumber)?.norm ?? null),
				legal_on: cooperative.legalOn,
				registry_number: cooperative.registryNumber,
				business_number: cooperative.businessNumber,
				address: cooperative.address,
				district_code: cooperative.districtCode,
				village_code: cooperative.villageCode,
				phone: cooperative.phone,
				registry_status: cooperative.registryStatus,
				founded_on: cooperative.foundedOn,
				updated_at: context.now.toISOString()
			};
		})
	);
}

async function insertHistory(context: Context, cooperatives: Register['cooperatives']): Promise<void> {
	await insertRows(
		context,
		'cooperative_figures',
		`cooperative_id uuid, book_year integer, members integer, own_capital_rupiah bigint, outside_capital_rupiah bigint,
		 assets_rupiah bigint, turnover_rupiah bigint, net_surplus_rupiah bigint`,
		cooperatives.flatMap(({ id, figures }) =>
			figures.map((year) => ({
				cooperative_id: id,
				book_year: year.bookYear,
				members: year.members,
				own_capital_rupiah: year.ownCapitalRupiah,
				outside_capital_rupiah: year.outsideCapitalRupiah,
				assets_rupiah: year.assetsRupiah,
				turnover_rupiah: year.turnoverRupiah,
				net_surplus_rupiah: year.netSurplusRupiah
			}))
		)
	);
	await insertRows(
		context,
		'annual_meetings',
		'cooperative_id uuid, book_year integer, held_on date, reported_on date',
		cooperatives.flatMap(({ id, meetings }) =>
			meetings.map(({ bookYear, heldOn, reportedOn }) => ({
				cooperative_id: id,
				book_year: bookYear,
				held_on: heldOn,
				reported_on: reportedOn
			}))
		)
	);
	await insertRows(
		context,
		'board_terms',
		'id uuid, cooperative_id uuid, person_id uuid, role text, from_on date, until_on date',
		cooperatives.flatMap(({ id: cooperativeId, board }) =>
			board.map(({ id, personId, role, fromOn, untilOn }) => ({
				id,
				cooperative_id: cooperativeId,
				person_id: personId,
				role,
				from_on: fromOn,
				until_on: untilOn
			}))
		)
	);
}

type Row = Record<string, string | number | boolean | null>;

/** Rows travel as one JSON document, so that no statement meets PostgreSQL's limit of 65,535 parameters. */
async function insertRows({ tx, actor, now }: Context, table: string, columns: string, rows: Row[]): Promise<void> {
	if (rows.length === 0) return;
	const names: SQL = sql.raw(columns.replace(/(\w+) \w+/g, '$1'));
	await tx.execute(
		sql`insert into ${sql.identifier(table)} (office_id, created_at, ${names})
		    select ${actor.officeId}::uuid, ${now.toISOString()}::timestamptz, ${names}
		      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(columns)})`
	);
}

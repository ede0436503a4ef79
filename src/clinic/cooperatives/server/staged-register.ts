import { sql } from 'drizzle-orm';
import type { Day } from '#platform/clock.ts';
import type { Context } from '#platform/command.ts';
import { stage, stagedColumns, type Staging } from '#platform/database/bulk.ts';
import type { Id } from '#platform/ids.ts';
import type { Decided } from '../import-outcomes.ts';
import type { RegisterFields } from '../import-row.ts';
import { standingOf } from '../standing.ts';
import { lineHash } from './line-hash.ts';
import { insertParts, stageParts } from './staged-parts.ts';

const rows = {
	name: 'staged_rows',
	columns: {
		position: 'integer',
		sheet: 'text',
		row_number: 'integer',
		row_hash: 'text',
		outcome: 'text',
		reason: 'text',
		reason_params: 'jsonb',
		notes: 'jsonb',
		weight: 'text',
		cells: 'jsonb',
		cooperative_id: 'uuid'
	}
} as const satisfies Staging<string>;

const cooperatives = {
	name: 'staged_cooperatives',
	columns: {
		id: 'uuid',
		name: 'text',
		core: 'text',
		norm: 'text',
		kind: 'text',
		pattern: 'text',
		form: 'text',
		has_savings_unit: 'boolean',
		legal_number: 'text',
		legal_number_norm: 'text',
		legal_on: 'date',
		registry_number: 'text',
		business_number: 'text',
		tax_number: 'text',
		address: 'text',
		district_code: 'text',
		village_code: 'text',
		district_text: 'text',
		phone: 'text',
		email: 'text',
		registry_status: 'text',
		founded_on: 'date',
		group_code: 'integer',
		sector_code: 'integer',
		business_class: 'integer',
		reach: 'text',
		guided_by: 'text',
		legal_approved_by: 'text',
		is_large: 'boolean',
		seat: 'text',
		notary: 'text',
		postal_code: 'text',
		fax: 'text',
		website: 'text',
		note: 'text',
		latitude: 'double precision',
		longitude: 'double precision',
		condition: 'text',
		grade: 'text'
	}
} as const satisfies Staging<string>;

const figures = {
	name: 'staged_figures',
	columns: {
		cooperative_id: 'uuid',
		book_year: 'integer',
		members: 'integer',
		members_male: 'integer',
		members_female: 'integer',
		staff_male: 'integer',
		staff_female: 'integer',
		managers_male: 'integer',
		managers_female: 'integer',
		own_capital_rupiah: 'bigint',
		outside_capital_rupiah: 'bigint',
		assets_rupiah: 'bigint',
		turnover_rupiah: 'bigint',
		net_surplus_rupiah: 'bigint'
	}
} as const satisfies Staging<string>;

const meetings = {
	name: 'staged_meetings',
	columns: { cooperative_id: 'uuid', book_year: 'integer', held_on: 'date' }
} as const satisfies Staging<string>;

/** Sends the rows of an import to the database, each with what becomes of it. */
export async function stageRegister(context: Context, decided: readonly Decided[], today: Day): Promise<void> {
	const { tx } = context;
	const taken = decided.flatMap(newOne);
	await stage(tx, rows, decided.values().map(stagedRow));
	await stage(
		tx,
		cooperatives,
		taken.values().map((one) => stagedCooperative(today, one))
	);
	await stage(tx, figures, taken.values().flatMap(stagedFigures));
	await stage(tx, meetings, taken.values().flatMap(stagedMeeting));
	await stageParts(context, taken);
}

/** The import's own row, counted by the database: its table refuses counts that do not add up. */
export async function insertImport(
	{ tx, actor, now }: Context,
	{
		importId,
		fileName,
		fileHash,
		sheets
	}: { importId: Id<'Import'>; fileName: string; fileHash: string; sheets: unknown }
): Promise<ImportCounts> {
	const { rows: counted } = await tx.execute<ImportCounts>(sql`
		insert into imports (id, office_id, file_name, file_hash, columns, read_count, imported_count, known_count,
		                     refused_count, created_at, created_by)
		select ${importId}::uuid, ${actor.officeId}::uuid, ${fileName}, ${fileHash}, ${JSON.stringify(sheets)}::jsonb,
		       count(*), count(*) filter (where outcome = 'imported'), count(*) filter (where outcome = 'known'),
		       count(*) filter (where outcome = 'refused'), ${now.toISOString()}::timestamptz, ${actor.id}
		  from staged_rows
		returning read_count as "read", imported_count as imported, known_count as known, refused_count as refused`);
	return counted[0]!;
}

export type ImportCounts = Record<'read' | 'imported' | 'known' | 'refused', number>;

/** From the staging into the register, one statement a table. */
export async function insertStaged(context: Context, importId: Id<'Import'>): Promise<void> {
	const { tx, actor, now } = context;
	const office = sql`${actor.officeId}::uuid`;
	const at = sql`${now.toISOString()}::timestamptz`;
	await tx.execute(sql`
		insert into cooperatives (office_id, import_id, created_at, updated_at, ${stagedColumns(cooperatives)})
		select ${office}, ${importId}::uuid, ${at}, ${at}, ${stagedColumns(cooperatives)} from staged_cooperatives`);
	await tx.execute(sql`
		insert into import_rows (office_id, import_id, ${stagedColumns(rows)})
		select ${office}, ${importId}::uuid, ${stagedColumns(rows)} from staged_rows`);
	await tx.execute(sql`
		insert into cooperative_figures (office_id, created_at, ${stagedColumns(figures)})
		select ${office}, ${at}, ${stagedColumns(figures)} from staged_figures`);
	// That a meeting was held does not say that its report was handed in.
	await tx.execute(sql`
		insert into annual_meetings (office_id, created_at, ${stagedColumns(meetings)})
		select ${office}, ${at}, ${stagedColumns(meetings)} from staged_meetings`);
	await insertParts(context);
}

const stagedRow = ({ row, outcome, reason, params, notes, weight, cooperativeId }: Decided) => ({
	position: row.position,
	sheet: row.sheet,
	row_number: row.number,
	row_hash: row.outcome === 'taken' ? lineHash(row.key) : null,
	outcome,
	reason,
	reason_params: reason === null ? null : JSON.stringify(params),
	notes: JSON.stringify(notes),
	weight,
	cells: JSON.stringify(row.cells),
	cooperative_id: cooperativeId
});

interface NewOne {
	readonly id: string;
	readonly fields: RegisterFields;
	readonly place: NonNullable<Decided['place']>;
}

const newOne = ({ row, outcome, place, cooperativeId: id }: Decided): NewOne[] =>
	outcome === 'imported' && row.outcome === 'taken' && place && id ? [{ id, fields: row.fields, place }] : [];

const stagedCooperative = (today: Day, { id, fields, place }: NewOne) => ({
	id,
	name: fields.name,
	core: fields.core,
	norm: fields.norm,
	kind: fields.kind,
	pattern: fields.pattern,
	form: fields.form,
	has_savings_unit: fields.hasSavingsUnit,
	legal_number: fields.legalNumber,
	legal_number_norm: fields.legalNumberNorm,
	legal_on: fields.legalOn,
	registry_number: fields.registryNumber,
	business_number: fields.businessNumber,
	tax_number: fields.taxNumber,
	address: fields.address,
	district_code: place.districtCode,
	village_code: place.villageCode,
	district_text: place.districtCode === null ? place.district : null,
	phone: fields.phone,
	email: fields.email,
	registry_status: fields.registryStatus,
	founded_on: fields.foundedOn,
	group_code: fields.groupCode,
	sector_code: fields.sectorCode,
	business_class: fields.businessClass,
	reach: fields.reach,
	guided_by: fields.guidedBy,
	legal_approved_by: fields.legalApprovedBy,
	is_large: fields.isLarge,
	seat: fields.seat,
	notary: fields.notary,
	postal_code: fields.postalCode,
	fax: fields.fax,
	website: fields.website,
	note: fields.remark,
	latitude: fields.latitude,
	longitude: fields.longitude,
	...standingOf(
		{
			...fields,
			healthCategory: null,
			healthOn: null,
			meetings: fields.meeting ? [{ ...fields.meeting, reportedOn: null }] : [],
			turnoverRupiah: fields.figures.at(-1)?.turnoverRupiah ?? null,
			termsUntil: []
		},
		today
	)
});

const stagedFigures = ({ id, fields }: NewOne) =>
	fields.figures.map((year) => ({
		cooperative_id: id,
		book_year: year.bookYear,
		members: year.members,
		members_male: year.membersMale,
		members_female: year.membersFemale,
		staff_male: year.staffMale,
		staff_female: year.staffFemale,
		managers_male: year.managersMale,
		managers_female: year.managersFemale,
		own_capital_rupiah: year.ownCapitalRupiah,
		outside_capital_rupiah: year.outsideCapitalRupiah,
		assets_rupiah: year.assetsRupiah,
		turnover_rupiah: year.turnoverRupiah,
		net_surplus_rupiah: year.netSurplusRupiah
	}));

const stagedMeeting = ({ id, fields: { meeting } }: NewOne) =>
	meeting ? [{ cooperative_id: id, book_year: meeting.bookYear, held_on: meeting.heldOn }] : [];

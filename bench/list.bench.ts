import pg from 'pg';
import { noFilters, type ListFilters } from '#clinic/cooperatives/list-filters.ts';
import { registerList, type ListPage, type Place } from '#clinic/cooperatives/server/reads/register-list.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { benchDatabase } from './database.ts';
import { milliseconds, type BenchRow, type Measured } from './row.ts';

const TOTAL = 300_000;
const today = '2026-03-02';
let database: Database;
let actor: Actor;

/** The hardest case: all cooperatives of the nation in the register of one office. */
export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(4);
	database = made.database;
	const officeId = newId<'Office'>();
	actor = systemActor('bench', officeId, ['register.view']);
	const client = new pg.Client({ connectionString: made.ownerUrl });
	await client.connect();
	try {
		await client.query(`select set_config('app.office_id', '${officeId}', false)`);
		await client.query(
			`insert into offices (id, code, name, brand, address, zone, hours, created_at)
			 values ($1, '31', 'Kementerian', 'Klinik', '-', 'Asia/Jakarta', '{}', now())`,
			[officeId]
		);
		await client.query(
			`insert into cooperatives (id, office_id, name, core, norm, kind, registry_status, district_code, health_category,
			     health_on, business_class, latitude, longitude, founded_on, created_at, updated_at)
			 select gen_random_uuid(), $1, made.name, lower(made.name), lower(made.name),
			        -- As in life the kind goes with how the name begins: the order of the list and a filter are not independent.
			        (array['savingsAndLoan','savingsAndLoan','consumer','consumer','producer','service','marketing',null])[1 + n % 8],
			        case when n % 3 = 0 then 'inactive' when n % 1000 = 1 then null else 'active' end,
			        districts.codes[1 + (n * 7919::bigint) % cardinality(districts.codes)],
			        case when n % 5000 = 0 then 'underSpecialSupervision' when n % 11 = 0 then 'fairlyHealthy' end,
			        case when n % 11 = 0 then date '2025-05-05' end,
			        case when n % 9 = 0 then 1 + (n / 9) % 4 end,
			        case when n % 500 <> 0 then -7.4 end, case when n % 500 <> 0 then 110.9 end, date '2001-01-01', now(), now()
			   from generate_series(1, ${TOTAL}) n,
			        (select array_agg(code order by code) as codes from areas where level = 3) districts,
			        lateral (select (array['KSP','Koperasi Simpan Pinjam','Koperasi Konsumen','KPRI','KUD','Koperasi Jasa',
			                 'Koperasi Pemasaran','KSU'])[1 + n % 8] || ' ' || (array['Sumber','Tirta','Guna','Artha','Setia','Budi','Mitra'])
			                 [1 + (n / 8) % 7] || ' ' || (n * 48271::bigint % 99991) as name) made`,
			[officeId]
		);
		await client.query(
			`insert into annual_meetings (office_id, cooperative_id, book_year, held_on, reported_on, created_at)
			 select $1, id, 2024, date '2025-03-20', date '2025-04-02', now() from cooperatives where get_byte(uuid_send(id), 15) % 10 <> 0`,
			[officeId]
		);
		await client.query('vacuum analyze cooperatives');
		await client.query('vacuum analyze annual_meetings');
	} finally {
		await client.end();
	}
	return made.end;
}

const first: Place = { after: null, before: null, page: 1 };
const list = (filters: Partial<ListFilters>, place: Partial<Place> = {}): Promise<ListPage> =>
	read(database, actor, (reader) =>
		registerList(reader, actor, { filters: { ...noFilters, ...filters }, today }, { ...first, ...place })
	);

/** The first page of a filter, one in its middle, and the last. */
async function measured(what: string, filters: Partial<ListFilters>): Promise<Measured[]> {
	const middle = { after: { name: 'koperasi pemasaran guna 5', id: newId<'Cooperative'>() } };
	const end = { before: { name: '\uffff', id: newId<'Cooperative'>() } };
	const done: Measured[] = [];
	for (const [place, at] of [
		['first page', {}],
		['in the middle', middle],
		['last page', end]
	] as const)
		done.push({
			detail: `${what}, ${place}`,
			ours: await milliseconds(() => list(filters, at)),
			baseline: null,
			unit: 'ms'
		});
	return done;
}

const filters: readonly (readonly [string, Partial<ListFilters>])[] = [
	['no filter', {}],
	['kind', { kind: 'marketing' }],
	['kind not known', { kind: 'unknown' }],
	['inactive', { status: 'inactive' }],
	['status not known', { status: 'unknown' }],
	['district', { district: '33.14.01' }],
	['health, rare', { health: 'underSpecialSupervision' }],
	['health, frequent', { health: 'fairlyHealthy' }],
	['class of business', { businessClass: 3 }],
	['without coordinates', { hasNoPlace: true }],
	['not reported', { isUnreported: true }],
	['kind and status', { kind: 'producer', status: 'inactive' }],
	['kind, not reported, without coordinates', { kind: 'service', isUnreported: true, hasNoPlace: true }]
];

export const rows: readonly BenchRow[] = [
	{
		name: 'register-list',
		what: 'a page of the list with its count, all 300,000 cooperatives in one office',
		budget: '≤ 50 ms',
		holds: ({ ours }) => ours <= 50,
		run: async () => {
			const all: Measured[] = [];
			for (const [what, chosen] of filters) all.push(...(await measured(what, chosen)));
			return all;
		}
	}
];

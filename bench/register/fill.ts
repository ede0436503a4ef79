import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { newId } from '#platform/ids.ts';
import { allRegencies } from '#world/labelled/regencies.ts';
import { inventRegister, written, type Invented } from '#world/labelled/register.ts';
import { secondRecord, slipClasses } from '#world/labelled/slips.ts';
import { randomFrom } from '#world/random.ts';

export interface LabelledNation {
	/** The offices of the 514 regencies and cities, each with its own register. */
	readonly offices: readonly {
		readonly id: string;
		readonly code: string;
		readonly register: readonly Invented[];
		/** So many of them stand at the front; behind them those that were written down once more. */
		readonly firstRecords: number;
	}[];
	/** Cooperatives that were written down twice, by the ids of both records. */
	readonly twice: ReadonlySet<string>;
	readonly total: number;
}

/** The first office keeps as many as the largest ones do. */
const LARGEST = 2_000;

export const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Registers of so many cooperatives in all, three in a hundred of them written down a second time. */
export async function fillLabelledNation(
	ownerUrl: string,
	total: number,
	seed: string,
	most = Infinity
): Promise<LabelledNation> {
	const random = randomFrom(seed);
	const regencies = allRegencies().slice(0, most);
	const each = Math.ceil(total / 1.03 / regencies.length);
	const twice = new Set<string>();
	let turn = 0;
	const offices = regencies.map((regency, at) => {
		const base = inventRegister(random, regency, at === 0 ? LARGEST : each);
		const second = base
			.filter(() => turn++ % 33 === 0)
			.map((one, at) => {
				const again = secondRecord(one, slipClasses[(at + turn) % slipClasses.length]!, random);
				twice.add(pairKey(one.id, again.id));
				return again;
			});
		return { id: newId(), code: regency.code, register: [...base, ...second], firstRecords: base.length };
	});
	await insert(ownerUrl, offices);
	return { offices, twice, total: offices.reduce((sum, { register }) => sum + register.length, 0) };
}

/** An office that keeps all of them in one register, as the ministry does: what "in the nation" means for a search. */
export async function fillWholeRegister(ownerUrl: string, { offices }: LabelledNation): Promise<string> {
	const id = newId();
	const register = offices.flatMap((office) => office.register).map((one) => ({ ...one, id: newId() }));
	await insert(ownerUrl, [{ id, code: '31', register }]);
	return id;
}

type Office = Pick<LabelledNation['offices'][number], 'id' | 'code' | 'register'>;

async function insert(ownerUrl: string, offices: readonly Office[]): Promise<void> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		await client.query(`create temp table made (id uuid, office_id uuid, name text, core text, norm text, legal text,
			legal_norm text, registry text, business text, tax text, address text, district text)`);
		function* lines() {
			for (const office of offices) for (const one of office.register) yield line(one.id, office.id, one);
		}
		await pipeline(Readable.from(lines()), client.query(copyFrom('copy made from stdin')));
		await client.query('create index on made (office_id)');
		await client.query('analyze made');
		// Row by row in its own office: the line between offices holds the owner too.
		const all = JSON.stringify(offices.map(({ id, code }) => ({ id, code })));
		await client.query(
			`do $$ declare one record; begin
			   for one in select * from jsonb_to_recordset('${all}') as o(id uuid, code text) loop
			     perform set_config('app.office_id', one.id::text, true);
			     insert into offices (id, code, name, brand, address, zone, hours, created_at)
			       values (one.id, one.code, 'Dinas ' || one.code, 'Klinik', '-', 'Asia/Jakarta', '{}', now());
			     insert into cooperatives (id, office_id, name, core, norm, legal_number, legal_number_norm, registry_number,
			         business_number, tax_number, address, district_code, created_at, updated_at)
			       select id, office_id, name, core, norm, legal, legal_norm, registry, business, tax, address, district, now(), now()
			         from made where office_id = one.id;
			   end loop;
			 end $$`
		);
		await client.query('vacuum analyze cooperatives');
	} finally {
		await client.end();
	}
}

function line(id: string, officeId: string, one: Invented): string {
	const { core, norm, legalNumberNorm } = written(one);
	const cells = [
		id,
		officeId,
		one.name,
		core,
		norm,
		one.legalNumber,
		legalNumberNorm,
		one.registryNumber,
		one.businessNumber,
		one.taxNumber,
		one.address,
		one.districtCode
	];
	return `${cells.map((cell) => cell ?? '\\N').join('\t')}\n`;
}

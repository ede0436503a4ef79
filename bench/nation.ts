import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readLegalNumber } from '#clinic/cooperatives/legal-numbers.ts';
import { foldCooperativeName } from '#clinic/cooperatives/names.ts';
import { newId } from '#platform/ids.ts';
import { randomFrom, type Random } from '#world/random.ts';

export interface Nation {
	/** The office of 2,000 cooperatives; the others share the rest. */
	readonly officeId: string;
	/** Names and numbers that stand in that office's register. */
	readonly names: readonly string[];
	readonly numbers: readonly string[];
}

const LARGE = 2_000;
const TOTAL = 300_000;

/** A register as large as the nation's: 300,000 cooperatives in the 514 regencies and cities. */
export async function fillNation(ownerUrl: string): Promise<Nation> {
	const client = new pg.Client({ connectionString: ownerUrl });
	await client.connect();
	try {
		const { rows: regencies } = await client.query<{ code: string }>(
			`select code from areas where level = 2 order by code`
		);
		const { rows: villages } = await client.query<{ name: string }>(
			`select name from areas where level = 4 order by code`
		);
		const offices = regencies.map(({ code }) => ({ id: newId<'Office'>(), code }));
		const random = randomFrom('nation');
		const made = (officeId: string) => cooperative(random, officeId, random.pick(villages).name);
		const large = Array.from({ length: LARGE }, () => made(offices[0]!.id));
		await client.query(`create temp table made (id uuid, office_id uuid, name text, core text, norm text, legal text,
			legal_norm text, registry text)`);
		function* lines() {
			for (const one of large) yield line(one);
			for (let at = LARGE; at < TOTAL; at++) yield line(made(offices[1 + (at % (offices.length - 1))]!.id));
		}
		await pipeline(Readable.from(lines()), client.query(copyFrom('copy made from stdin')));
		await client.query('create index on made (office_id)');
		// Row by row in its own office: the line between offices holds the owner too.
		await client.query(
			`do $$ declare one record; begin
			   for one in select * from jsonb_to_recordset('${JSON.stringify(offices)}') as o(id uuid, code text) loop
			     perform set_config('app.office_id', one.id::text, true);
			     insert into offices (id, code, name, brand, address, zone, hours, created_at)
			       values (one.id, one.code, 'Dinas ' || one.code, 'Klinik', '-', 'Asia/Jakarta', '{}', now());
			     insert into cooperatives (id, office_id, name, core, norm, legal_number, legal_number_norm, registry_number,
			         created_at, updated_at)
			       select id, office_id, name, core, norm, legal, legal_norm, registry, now(), now() from made
			        where office_id = one.id;
			   end loop;
			 end $$`
		);
		await client.query('vacuum analyze cooperatives');
		return {
			officeId: offices[0]!.id,
			names: large.map(({ name }) => name),
			numbers: large.map(({ legal }) => legal)
		};
	} finally {
		await client.end();
	}
}

const openings = [
	'Koperasi Simpan Pinjam',
	'KSP',
	'KSU',
	'KPRI',
	'KUD',
	'Koperasi Karyawan',
	'Koperasi Konsumen',
	'Koperasi Wanita',
	'Koperasi Desa Merah Putih'
];
const words = (
	'Sumber,Rejeki,Makmur,Mulyo,Rahayu,Sejahtera,Mukti,Jaya,Utomo,Luhur,Tani,Rukun,Lestari,Abadi,Mandiri,Raharjo,Santoso,Bina,' +
	'Karya,Setia,Usaha,Budi,Dadi,Guyub,Mitra,Sari,Harapan,Cipta,Langgeng,Tunas,Bakti,Sri,Kusuma,Panca,Wahyu,Barokah,Maju,Amanah,' +
	'Tirta,Merta,Guna,Dharma,Artha,Kerta,Wira,Giri,Surya,Candra,Segara,Melati,Kartini,Mawar,Anggrek,Nurul,Huda,Hikmah,Ikhlas'
).split(',');

function cooperative(random: Random, officeId: string, village: string) {
	const second = random.chance(0.4) ? village : random.pick(words);
	const name = [random.pick(openings), random.pick(words), second].join(' ');
	const year = random.between(1980, 2020);
	const legal = `${random.between(1, 13_900)}/BH/KWK.11/${random.pick(['I', 'IV', 'IX', 'XII'])}/${year}`;
	const registry = String(random.between(1_000_000, 9_999_999)) + String(random.between(100_000, 999_999));
	return { id: newId(), officeId, name, legal, registry, ...foldCooperativeName(name) };
}

const line = (one: ReturnType<typeof cooperative>) =>
	`${[one.id, one.officeId, one.name, one.core, one.norm, one.legal, readLegalNumber(one.legal)!.norm, one.registry].join('\t')}\n`;

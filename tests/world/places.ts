import { and, eq, inArray } from 'drizzle-orm';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Region } from './people.ts';
import type { Random } from './random.ts';

/** A real district with its real villages. */
export interface Place {
	readonly code: string;
	readonly name: string;
	readonly villages: readonly { readonly code: string; readonly name: string }[];
}

/** The districts and villages of a regency, in the order of their codes. */
export async function placesOf(reader: Reader, regencyCode: string): Promise<Place[]> {
	const shown = { code: areas.code, name: areas.name, parentCode: areas.parentCode };
	const districts = await reader
		.select(shown)
		.from(areas)
		.where(and(eq(areas.parentCode, regencyCode), eq(areas.level, 3)))
		.orderBy(areas.code);
	const villages = await reader
		.select(shown)
		.from(areas)
		.where(
			inArray(
				areas.parentCode,
				districts.map(({ code }) => code)
			)
		)
		.orderBy(areas.code);
	return districts.map(({ code, name }) => ({
		code,
		name,
		villages: villages.filter(({ parentCode }) => parentCode === code)
	}));
}

const common =
	'Veteran,Diponegoro,Ahmad Yani,Gatot Subroto,Kartini,Pahlawan,Merdeka,Gajah Mada,Sudirman,Pemuda,Melati,Kenanga,Anggrek,Teratai';
const streets: Readonly<Record<Region, readonly string[]>> = {
	java: `${common},Raya Sukowati,Imam Bonjol,Raya Desa`.split(','),
	bali: `${common},Ngurah Rai,Udayana,Surapati`.split(',')
};
const hamlet: Readonly<Record<Region, string>> = { java: 'Dusun', bali: 'Banjar Dinas' };

/** An address as registers have them: the street written in several ways, sometimes the hamlet only. */
export function address(random: Random, region: Region, villageName: string): string {
	const rt = random.between(1, 12);
	const rw = random.between(1, 6);
	const block = random.weighted([
		[`RT ${String(rt).padStart(2, '0')} RW ${String(rw).padStart(2, '0')}`, 4],
		[`RT.${String(rt).padStart(3, '0')}/${String(rw).padStart(3, '0')}`, 3],
		[`Rt ${rt}/${rw}`, 1]
	]);
	// Hamlets of Bali are not divided into RT and RW.
	const within = region === 'java' ? `, ${block}` : '';
	if (random.chance(0.35)) return `${hamlet[region]} ${villageName}${within}`;
	const street = random.weighted([
		['Jl. ', 6],
		['Jalan ', 3],
		['JL. ', 1]
	]);
	const number = random.chance(0.8) ? ` No. ${random.between(1, 210)}` : '';
	return `${street}${random.pick(streets[region])}${number}${random.chance(0.6) ? within : ''}`;
}

/**
 * Number of a cooperative: regency (4), district (3), village (3) and running number (3). The district's and village's
 * parts are of the statistics office; here they are made from the home ministry's codes, which look alike.
 */
export const registryNumber = (villageCode: string, running: number): string => {
	const [province, regency, district, village] = villageCode.split('.') as [string, string, string, string];
	return `${province}${regency}${district}0${village.slice(1)}${String(running).padStart(3, '0')}`;
};

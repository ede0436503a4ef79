import { aliasedTable, and, asc, eq, gte, ilike, isNotNull, like, lte, or, sql } from 'drizzle-orm';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import { read, readElsewhere, type Database } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { foldArea } from '../../areas.ts';
import { areas, clinics, holidays, offices, regulations } from '../tables.ts';

// What everybody may ask, signed in or not.
const everybody = { officeId: null, userId: null } as const;

/** An office as the front page lists it. */
export interface ListedOffice {
	readonly code: string;
	readonly name: string;
	readonly brand: string;
	readonly hasCrest: boolean;
	/** Regency, city or province in which it stands. */
	readonly area: string;
	readonly province: string;
}

const most = 50;
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Offices by name or by the regency or city in which they stand; all of them without a text. */
export function publicOffices(
	database: Database,
	text: string
): Promise<{ readonly offices: ListedOffice[]; readonly total: number }> {
	const asked = text.trim().slice(0, 100);
	const folded = foldArea(asked);
	const province = aliasedTable(areas, 'province');
	return read(database, everybody, async (reader) => {
		const total = await reader.$count(offices);
		const rows = await reader
			.select({
				code: offices.code,
				name: offices.name,
				brand: offices.brand,
				hasCrest: isNotNull(offices.crest).mapWith(Boolean),
				area: areas.name,
				province: province.name
			})
			.from(offices)
			.innerJoin(areas, eq(areas.code, offices.code))
			.innerJoin(province, eq(province.code, sql`left(${offices.code}, 2)`))
			.where(
				asked === ''
					? undefined
					: or(
							ilike(offices.name, `%${literally(asked)}%`),
							ilike(offices.brand, `%${literally(asked)}%`),
							// A word like "Kota" alone folds to nothing and would find everything.
							folded === '' ? undefined : like(areas.folded, `%${folded}%`),
							folded === '' ? undefined : like(province.folded, `%${folded}%`)
						)
			)
			.orderBy(asc(areas.name), asc(offices.code))
			.limit(most);
		return { offices: rows, total };
	});
}

/** How far ahead the public page names holidays. */
const daysAhead = 60;

/** What an office tells everybody: who it is, when and where it can be found. @throws Refusal missing */
export function publicOffice(database: Database, code: string, now: Date) {
	return read(database, everybody, async (reader) => {
		const [row] = await reader
			.select({
				id: offices.id,
				code: offices.code,
				name: offices.name,
				brand: offices.brand,
				address: offices.address,
				phone: offices.phone,
				zone: offices.zone,
				hours: offices.hours,
				hasCrest: isNotNull(offices.crest).mapWith(Boolean),
				area: areas.name
			})
			.from(offices)
			.innerJoin(areas, eq(areas.code, offices.code))
			.where(eq(offices.code, code));
		const { id, ...office } = found(row);
		const today = dayOf(now, office.zone);
		const inside = { from: everybody, to: { officeId: id, userId: null } };
		const { closed, poli } = await readElsewhere(reader, inside, async () => ({
			closed: await reader
				.select({ on: holidays.on, name: holidays.name, certainty: holidays.certainty })
				.from(holidays)
				.where(and(eq(holidays.officeId, id), gte(holidays.on, today), lte(holidays.on, addDays(today, daysAhead))))
				.orderBy(holidays.on),
			poli: await reader
				.select({ code: clinics.code, name: clinics.name })
				.from(clinics)
				.where(and(eq(clinics.officeId, id), eq(clinics.isOpen, true)))
				.orderBy(clinics.createdAt, clinics.prefix)
		}));
		return { ...office, today, holidays: closed, clinics: poli };
	});
}

/** The office behind a code, for deeds that somebody without an account begins; never shown. @throws Refusal missing */
export const officeIdByCode = (database: Database, code: string) =>
	read(database, everybody, async (reader) => {
		const [row] = await reader.select({ id: offices.id }).from(offices).where(eq(offices.code, code));
		return found(row).id;
	});

export interface ListedRegulation {
	readonly code: string;
	readonly title: string;
	readonly validFrom: Day;
	readonly validUntil: Day | null;
	readonly replacedBy: string | null;
	readonly certainty: 'official' | 'secondary' | 'unverified';
	readonly note: string | null;
}

/** The rules that the product cites, the newest first. */
export const regulationList = (database: Database): Promise<ListedRegulation[]> =>
	read(database, everybody, (reader) =>
		reader
			.select()
			.from(regulations)
			.orderBy(sql`${regulations.validFrom} desc`, asc(regulations.code))
	);

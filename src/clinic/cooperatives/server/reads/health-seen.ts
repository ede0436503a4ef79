import { eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { HealthCategory } from '../../health.ts';
import { cooperatives } from '../tables.ts';

/**
 * The cooperatives whose health the asker must not be told yet, because he or she scores one of their examinations blind.
 * The database knows them (`blind_cooperatives`), so that no page, list, count, export or map has to remember it: whoever
 * reads a health category of the register reads it through here. For nearly everybody there are none.
 */
export const isBlindOn = (id: SQLWrapper): SQL<boolean> => sql`${id} in (select blind_cooperatives())`;

/** The columns in a raw query that calls the cooperatives `c`. */
const ofC: Readonly<Record<'id' | 'healthCategory' | 'healthOn', SQLWrapper>> = {
	id: sql`c.id`,
	healthCategory: sql`c.health_category`,
	healthOn: sql`c.health_on`
};

/** Category and day as the asker may be told them: null where blind. */
export function healthSeen({ id, healthCategory, healthOn } = ofC) {
	const seen = <T>(column: SQLWrapper) => sql<T | null>`case when ${isBlindOn(id)} then null else ${column} end`;
	return { category: seen<HealthCategory>(healthCategory), on: seen<string>(healthOn) };
}

/** As it is kept, in a raw query, for rules whose outcome everybody shares; never for a page. */
export const healthKept = {
	category: sql<HealthCategory | null>`c.health_category`,
	on: sql<string | null>`c.health_on`
};

/** The same of one cooperative. */
export async function healthOf(reader: Pick<Reader, 'select'>, id: Id<'Cooperative'>) {
	const [row] = await reader
		.select({ category: cooperatives.healthCategory, on: cooperatives.healthOn })
		.from(cooperatives)
		.where(eq(cooperatives.id, id));
	return row?.category && row.on ? { category: row.category, on: row.on } : null;
}

/** The cooperatives of `isBlindOn`, for what is put together outside the database. */
export const blindCooperatives = async (reader: Pick<Reader, 'rows'>): Promise<ReadonlySet<string>> =>
	new Set((await reader.rows<{ id: string }>(sql`select blind_cooperatives() as id`)).map(({ id }) => id));

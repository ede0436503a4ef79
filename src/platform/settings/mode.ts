import { eq } from 'drizzle-orm';
import { read, type Database } from '../database/client.ts';
import { settings } from './tables.ts';

/** Whether this installation is a demonstration: stored at its first start, for good. */
export const isDemonstration = (database: Database): Promise<boolean> =>
	read(database, { officeId: null, userId: null }, async (reader) => {
		const [mode] = await reader.select({ value: settings.value }).from(settings).where(eq(settings.key, 'mode'));
		return mode?.value === 'demo';
	});

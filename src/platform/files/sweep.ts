import { inArray } from 'drizzle-orm';
import { read, type Database } from '../database/client.ts';
import { filePlace } from './files.ts';
import { files } from './tables.ts';

/** No transaction that still means to keep a file is this old. */
const oldMs = 24 * 3_600_000;
const atOnce = 500;

/** Takes away bytes that belong to no row: of commands that were rolled back, and of files that were forgotten. */
export async function sweepFiles(database: Database, now: Date): Promise<number> {
	const place = filePlace();
	const before = new Date(now.getTime() - oldMs);
	let taken = 0;
	for (const office of await place.offices()) {
		const sweep = async (ids: string[]) => {
			const known = await read(database, { officeId: office, userId: null }, (reader) =>
				reader
					.select({ id: files.id })
					.from(files)
					.where(inArray(files.id, ids as never[]))
			);
			const kept = new Set<string>(known.map(({ id }) => id));
			for (const id of ids.filter((one) => !kept.has(one))) {
				await place.remove(`${office}/${id}`);
				taken += 1;
			}
		};
		let ids: string[] = [];
		for await (const id of place.olderThan(office, before)) {
			ids.push(id);
			if (ids.length < atOnce) continue;
			await sweep(ids);
			ids = [];
		}
		if (ids.length > 0) await sweep(ids);
	}
	return taken;
}

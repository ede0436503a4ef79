import { and, asc, eq, inArray } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { missing, Refusal } from '#platform/refusal.ts';
import { bulkValue, type BulkField } from '../../bulk-fields.ts';
import { changeManyInput } from '../../bulk-forms.ts';
import { historyRows } from '../changes.ts';
import { refuseForeignArea } from '../own-area.ts';
import type { Change } from '../../record-changes.ts';
import { cooperatives } from '../tables.ts';
import { fieldChanges } from '../tables/record.ts';

/** So many rows of history go in one statement: PostgreSQL takes 65,535 parameters. */
const HISTORY_BATCH = 1_000;

/**
 * Sets one field of many cooperatives, all or none of it in one transaction. A row that somebody else changed, merged or
 * took away since it was shown is left as it is and named in the answer.
 * @throws Refusal missing (a row that was never there), nothingChanged (all of them say so already)
 */
export const changeMany = command({
	name: 'cooperatives.changeMany',
	needs: 'register.edit',
	input: changeManyInput,
	run: async (context, { field, value: text, rows: seen, reason }) => {
		const value = bulkValue(field, text)!;
		if (field === 'districtCode') await refuseForeignArea(context, text, 3);
		const records = await lockAll(context, [...new Set(seen.map(({ id }) => id))]);
		const versions = new Map(seen.map(({ id, version }) => [id, version]));
		const isAsSeen = ({ id, version, mergedInto }: Locked) => mergedInto === null && version === versions.get(id);
		const changing = records
			.filter(isAsSeen)
			.map((record) => ({ record, changes: changesOf(record, field, value) }))
			.filter(({ changes }) => changes.length > 0);
		const passed = records.filter((record) => !isAsSeen(record)).map(({ id, name }) => ({ id, name }));
		if (changing.length === 0 && passed.length === 0) throw new Refusal('cooperatives.nothingChanged');
		await setAll(context, changing, field);
		await keepAll(context, changing, reason);
		return { changed: changing.length, passed };
	}
});

type Locked = Awaited<ReturnType<typeof lockAll>>[number];
interface Changing {
	readonly record: Locked;
	readonly changes: readonly Change[];
}

/** In the order of their ids, so that two who change the same rows wait for each other and never for ever. */
async function lockAll({ tx, actor }: Context, ids: readonly string[]) {
	const records = await tx
		.select({
			id: cooperatives.id,
			name: cooperatives.name,
			version: cooperatives.version,
			mergedInto: cooperatives.mergedInto,
			kind: cooperatives.kind,
			pattern: cooperatives.pattern,
			form: cooperatives.form,
			districtCode: cooperatives.districtCode,
			villageCode: cooperatives.villageCode,
			reach: cooperatives.reach,
			guidedBy: cooperatives.guidedBy,
			businessClass: cooperatives.businessClass
		})
		.from(cooperatives)
		.where(
			and(
				eq(cooperatives.officeId, actor.officeId as Id<'Office'>),
				inArray(cooperatives.id, ids as Id<'Cooperative'>[])
			)
		)
		.orderBy(asc(cooperatives.id))
		.for('no key update');
	if (records.length < ids.length) throw missing();
	return records;
}

/** A village of another district goes with the district. */
function changesOf(record: Locked, field: BulkField, value: string | number): Change[] {
	if (record[field] === value) return [];
	const change: Change = { field, before: record[field], after: value };
	const isStray =
		field === 'districtCode' && record.villageCode !== null && !record.villageCode.startsWith(`${value}.`);
	return isStray ? [change, { field: 'villageCode', before: record.villageCode, after: null }] : [change];
}

/** Grouped by version and by whether the village goes: nearly always one or two statements. */
async function setAll({ tx, now }: Context, changing: readonly Changing[], field: BulkField): Promise<void> {
	const groups = Map.groupBy(changing, ({ record, changes }) => `${record.version} ${changes.length}`);
	for (const group of groups.values()) {
		const { record, changes } = group[0]!;
		await tx
			.update(cooperatives)
			.set({
				...Object.fromEntries(changes.map(({ field: name, after }) => [name, after])),
				// The district as it was written stays until one is chosen.
				...(field === 'districtCode' && { districtText: null }),
				version: record.version + 1,
				updatedAt: now
			})
			.where(
				inArray(
					cooperatives.id,
					group.map((one) => one.record.id)
				)
			);
	}
}

/** The history of each, as a correction writes it. */
async function keepAll(context: Context, changing: readonly Changing[], reason: string): Promise<void> {
	const { tx, actor } = context;
	const byName = await nameOf(readerOf(tx), actor);
	const history = changing.flatMap(({ record, changes }) =>
		historyRows(context, byName, changes, record.version + 1, { record, why: reason })
	);
	for (let at = 0; at < history.length; at += HISTORY_BATCH)
		await tx.insert(fieldChanges).values(history.slice(at, at + HISTORY_BATCH));
}

import { and, eq, sql } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, type Context } from '#platform/command.ts';
import type { Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { oneImport } from '../../import-forms.ts';
import { registerTurn } from '../register-lock.ts';
import { cooperatives, imports } from '../tables.ts';

/**
 * Takes an import back whole, as long as nothing has come to rest on it: its cooperatives go, its rows and what became of
 * them stay to be read. What rests on a cooperative is told by the database itself, whichever stop it belongs to.
 */
export const undoImport = command({
	name: 'cooperatives.undoImport',
	needs: 'register.import',
	input: oneImport,
	run: async (context, { importId }) => {
		const { tx, now } = context;
		await registerTurn(context);
		const mine = and(eq(imports.id, importId), eq(imports.officeId, context.actor.officeId as never));
		const [row] = await tx.select({ undoneAt: imports.undoneAt }).from(imports).where(mine).for('update');
		if (found(row).undoneAt) throw new Refusal('cooperatives.importUndone');
		await refuseLaterImport(context, importId);
		await refuseChanged(context, importId);
		await loosenRows(context, importId);
		const removed = await remove(context, importId);
		await tx
			.update(imports)
			.set({ undoneAt: now, undoneByName: await nameOf(tx, context.actor) })
			.where(mine);
		return { removed };
	}
});

/** A later file whose rows were taken as known because of this one would tell of cooperatives that are gone. */
async function refuseLaterImport({ tx }: Context, importId: Id<'Import'>): Promise<void> {
	const { rows } = await tx.execute<{ file: string }>(sql`
		select i.file_name as file
		  from cooperatives c
		  join import_rows r on r.cooperative_id = c.id and r.import_id <> ${importId}::uuid
		  join imports i on i.id = r.import_id
		 where c.import_id = ${importId}::uuid
		 limit 1`);
	if (rows[0]) throw new Refusal('cooperatives.importKnownLater', { file: rows[0].file });
}

/** Whatever a person changed is not taken back by the way. */
async function refuseChanged({ tx }: Context, importId: Id<'Import'>): Promise<void> {
	const { rows } = await tx.execute<{ name: string }>(sql`
		select c.name from cooperatives c
		 where c.import_id = ${importId}::uuid
		   and (c.version > 1 or c.updated_at <> c.created_at or c.merged_into is not null
		        or exists (select from cooperative_figures f
		                    where f.cooperative_id = c.id and (f.version > 1 or f.created_at <> c.created_at))
		        or exists (select from annual_meetings m
		                    where m.cooperative_id = c.id
		                      and (m.version > 1 or m.created_at <> c.created_at or m.reported_on is not null)))
		 order by c.name limit 1`);
	if (rows[0]) throw new Refusal('cooperatives.importInUse', { name: rows[0].name });
}

/** The rows stay with their outcome; the same line, when it comes again, is new again. */
const loosenRows = ({ tx }: Context, importId: Id<'Import'>) =>
	tx.execute(sql`
		update import_rows
		   set row_hash = null, cooperative_id = null
		 where import_id = ${importId}::uuid and (row_hash is not null or cooperative_id is not null)`);

async function remove(context: Context, importId: Id<'Import'>): Promise<number> {
	const { tx } = context;
	const its = sql`cooperative_id in (select id from cooperatives where import_id = ${importId}::uuid)`;
	await tx.execute(sql`savepoint before_removal`);
	try {
		await removeParts(context, importId);
		await tx.execute(sql`delete from cooperative_figures where ${its}`);
		await tx.execute(sql`delete from annual_meetings where ${its}`);
		// Reminders follow from the register; once somebody has acted on one, it is a fact of its own.
		await tx.execute(sql`delete from duty_reminders where settled_at is null and ${its}`);
		const { rowCount } = await tx.delete(cooperatives).where(eq(cooperatives.importId, importId));
		return rowCount ?? 0;
	} catch (problem) {
		const constraint = broken(problem);
		if (constraint === null) throw problem;
		await tx.execute(sql`rollback to savepoint before_removal`);
		throw new Refusal('cooperatives.importInUse', { name: await restedOn(context, importId, constraint) });
	}
}

/** The parts of the records that the import itself brought, not what somebody has added since. */
async function removeParts({ tx }: Context, importId: Id<'Import'>): Promise<void> {
	const brought = (table: string) => sql`
		delete from ${sql.identifier(table)} p using cooperatives c
		 where c.id = p.cooperative_id and c.import_id = ${importId}::uuid and p.created_at = c.created_at`;
	await tx.execute(brought('amendments'));
	await tx.execute(brought('licences'));
	await tx.execute(sql`
		with gone as (${brought('board_terms')} and p.version = 1 returning p.person_id)
		delete from people where id in (select person_id from gone)`);
}

/** The foreign key that would have pointed to nothing. Under row-level security PostgreSQL does not say which row. */
function broken(problem: unknown): string | null {
	const { code, constraint } = ((problem as { cause?: unknown }).cause ?? problem) as {
		code?: string;
		constraint?: string;
	};
	return code === '23503' ? (constraint ?? null) : null;
}

/** The first cooperative of the import to which a row of that foreign key points. */
async function restedOn({ tx }: Context, importId: Id<'Import'>, constraint: string): Promise<string> {
	const { rows: keys } = await tx.execute<{ table: string; column: string }>(sql`
		select r.relname as table, a.attname as column
		  from pg_constraint k
		  join pg_class r on r.oid = k.conrelid
		  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
		 where k.conname = ${constraint} and k.confrelid = 'cooperatives'::regclass`);
	// A person of the board is met elsewhere too: the first of the cooperatives stands for all.
	if (!keys[0]) {
		const { rows } = await tx.execute<{ name: string }>(sql`
			select name from cooperatives where import_id = ${importId}::uuid order by name limit 1`);
		return found(rows[0]).name;
	}
	const { table, column } = keys[0];
	const { rows } = await tx.execute<{ name: string }>(sql`
		select c.name from cooperatives c
		 where c.import_id = ${importId}::uuid
		   and exists (select from ${sql.identifier(table)} x where x.${sql.identifier(column)} = c.id)
		 order by c.name limit 1`);
	return found(rows[0]).name;
}

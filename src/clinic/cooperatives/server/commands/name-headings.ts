import { and, eq, sql } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command } from '#platform/command.ts';
import type { Id } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { meaningsSaid } from '../../headings.ts';
import { namedHeadings } from '../../import-forms.ts';
import { pack } from '../packing.ts';
import { importUploads } from '../tables.ts';
import { importHeadings } from '../tables/import-headings.ts';

/** A person says what headings mean that the program did not know. It is remembered for the office's next files. */
export const nameHeadings = command({
	name: 'cooperatives.nameHeadings',
	needs: 'register.import',
	input: namedHeadings,
	run: async ({ tx, actor, now }, { uploadId, said, register }) => {
		const officeId = actor.officeId as Id<'Office'>;
		const byName = await nameOf(tx, actor);
		const rows = [...meaningsSaid(said)].map(([heading, field]) => ({ officeId, heading, field, at: now, byName }));
		if (rows.length > 0)
			await tx
				.insert(importHeadings)
				.values(rows)
				.onConflictDoUpdate({
					target: [importHeadings.officeId, importHeadings.heading],
					set: { field: sql`excluded.field`, at: now, byName }
				});
		const { rowCount } = await tx
			.update(importUploads)
			.set({ packed: pack(register) })
			.where(and(eq(importUploads.id, uploadId), eq(importUploads.officeId, officeId)));
		if (rowCount === 0) throw new Refusal('cooperatives.uploadGone');
		return { named: rows.length };
	}
});

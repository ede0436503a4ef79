import { and, eq, lt, or } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { keptUpload, registerImport } from '../../import-forms.ts';
import { pack, sealFile } from '../packing.ts';
import { decideAgainstRegister } from '../reads/import-decisions.ts';
import { registerTurn } from '../register-lock.ts';
import { insertImport, insertStaged, stageRegister } from '../staged-register.ts';
import { importUploads } from '../tables.ts';

/**
 * Takes a register into the office's: every row becomes a cooperative, is known already, or is refused with its reason,
 * and is kept with what became of it. All rows in one transaction, one statement a table.
 */
export const importRegister = command({
	name: 'cooperatives.importRegister',
	needs: 'register.import',
	input: registerImport,
	run: async (context, { importId, fileName, fileHash, register, uploadId }) => {
		const { tx, actor } = context;
		await registerTurn(context);
		if (uploadId !== null) await takeUpload(context, uploadId);
		const reader = readerOf(tx);
		const { code, zone } = found(await ownOffice(reader, actor));
		const decided = await decideAgainstRegister(reader, actor, code, register.rows);
		await stageRegister(context, decided, dayOf(context.now, zone));
		const counts = await insertImport(context, { importId, fileName, fileHash, sheets: register.sheets });
		await insertStaged(context, importId);
		return { importId, ...counts };
	}
});

/** How long a register that was read waits for a person's yes. */
const HOURS = 2;

/** Keeps a register that was read from an uploaded file until the person who sent it has looked at what would be imported. */
export const keepUpload = command({
	name: 'cooperatives.keepUpload',
	needs: 'register.import',
	input: keptUpload,
	run: async ({ tx, actor, now }, { uploadId, fileName, fileHash, register, file }) => {
		const officeId = actor.officeId as Id<'Office'>;
		// One a person: the newest is meant.
		await tx
			.delete(importUploads)
			.where(
				and(
					eq(importUploads.officeId, officeId),
					or(lt(importUploads.expiresAt, now), eq(importUploads.uploadedBy, actor.id))
				)
			);
		await tx.insert(importUploads).values({
			id: uploadId,
			officeId,
			fileName,
			fileHash,
			packed: pack(register),
			fileSealed: sealFile(uploadId, file),
			uploadedBy: actor.id,
			createdAt: now,
			expiresAt: new Date(now.getTime() + HOURS * 3_600_000)
		});
		return { uploadId };
	}
});

/** The kept upload goes with its import: a second yes, from another window, finds it gone. */
async function takeUpload({ tx, actor, now }: Context, uploadId: Id<'ImportUpload'>): Promise<void> {
	const [gone] = await tx
		.delete(importUploads)
		.where(and(eq(importUploads.id, uploadId), eq(importUploads.officeId, actor.officeId as never)))
		.returning({ expiresAt: importUploads.expiresAt });
	if (!gone || gone.expiresAt < now) throw new Refusal('cooperatives.uploadGone');
}

import { count, eq } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, runWithin } from '#platform/command.ts';
import { forget, keep } from '#platform/files/files.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { proofGiven, proofNamed } from '../../forms.ts';
import { mostProofsKept } from '../../plans.ts';
import { ownAction } from '../own-action.ts';
import { actionProofs } from '../tables.ts';

/** Keeps photos or papers that show an action done. Sent twice by a bad network, they are kept once. */
export const addProof = command({
	name: 'treatments.addProof',
	needs: 'plan.tick',
	input: proofGiven,
	run: async (context, { actionId, photos, note }) => {
		const { tx, actor, now } = context;
		const action = await ownAction(context, actionId);
		const [kept] = await tx.select({ count: count() }).from(actionProofs).where(eq(actionProofs.actionId, actionId));
		if (Number(kept?.count ?? 0) + photos.length > mostProofsKept)
			throw new Refusal('treatments.tooManyProofs', { limit: mostProofsKept });
		const byName = await nameOf(tx, actor);
		for (const photo of photos) {
			const { id: fileId } = await keep(context, photo);
			await tx.insert(actionProofs).values({
				id: newId<'ActionProof'>(),
				officeId: actor.officeId as Id<'Office'>,
				actionId,
				fileId,
				note,
				at: now,
				byKind: actor.kind,
				by: actor.id,
				byName
			});
		}
		await runWithin(context, reportMilestone, {
			caseId: action.caseId,
			stage: null,
			what: 'plan.proofAdded',
			params: { action: action.what, count: photos.length },
			why: note
		});
		return { actionId, count: photos.length };
	}
});

/** A photo sent by mistake is taken back by whoever sent it; with its row its bytes are gone. */
export const dropProof = command({
	name: 'treatments.dropProof',
	needs: 'plan.tick',
	input: proofNamed,
	run: async (context, { proofId }) => {
		const { tx, actor } = context;
		const [row] = await tx.select().from(actionProofs).where(eq(actionProofs.id, proofId)).for('update');
		const proof = found(row);
		await ownAction(context, proof.actionId);
		if (proof.by !== actor.id) throw missing();
		await tx.delete(actionProofs).where(eq(actionProofs.id, proof.id));
		await forget(context, proof.fileId);
		return { actionId: proof.actionId };
	}
});

import { and, eq, isNull } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import type { RelationKind } from '../../conflicts.ts';
import { clearedConflict, endedRelation, ownRelation, recordedRelation } from '../../specialist-forms.ts';
import { conflictWith } from '../reads/specialists.ts';
import { referrals } from '../tables.ts';
import { declaredRelations } from '../tables/specialists.ts';

/**
 * A specialist says what ties him or her to the cooperative. A case that was asked of this very person, or is in his or her
 * hands, goes back with that reason; one that waits for the whole poli goes on waiting for the others.
 */
export const declareRelation = command({
	name: 'referrals.declareRelation',
	needs: 'referral.answer',
	input: ownRelation,
	run: async (context, { referralId, kind, note }) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select()
			.from(referrals)
			.where(and(eq(referrals.id, referralId), eq(referrals.officeId, actor.officeId as never)))
			.for('update');
		const referral = found(row);
		const isAsked = referral.state === 'sent' && referral.toStaffId === actor.id;
		const isInHand = referral.state === 'accepted' && referral.answeredBy === actor.id;
		const isOfPoli = referral.state === 'sent' && actor.clinicIds.includes(referral.clinicId);
		if (actor.kind !== 'staff' || !(isAsked || isInHand || isOfPoli)) throw missing();
		const { cooperativeId } = await caseOf(readerOf(tx), actor, referral.caseId);
		await writeRelation(context, { staffId: actor.id as Id<'Staff'>, cooperativeId, kind, note });
		if (!isAsked && !isInHand) return { isGivenBack: false };
		await tx
			.update(referrals)
			.set({ state: 'refused', answer: note, answeredAt: now, answeredBy: actor.id as Id<'Staff'> })
			.where(eq(referrals.id, referralId));
		await runWithin(context, reportMilestone, {
			caseId: referral.caseId,
			stage: null,
			what: 'referral.refused',
			subjectId: referralId,
			why: note
		});
		return { isGivenBack: true };
	}
});

/** The office knows of a tie between a colleague and the cooperative of a case. */
export const recordRelation = command({
	name: 'referrals.recordRelation',
	needs: 'referral.make',
	input: recordedRelation,
	run: async (context, { caseId, staffId, kind, note }) => {
		const { cooperativeId } = await caseOf(readerOf(context.tx), context.actor, caseId);
		return writeRelation(context, { staffId: await colleague(context, staffId), cooperativeId, kind, note });
	}
});

/** The head of division decides that a seat found by its name is no conflict, and says why. */
export const clearConflict = command({
	name: 'referrals.clearConflict',
	needs: 'specialist.manage',
	input: clearedConflict,
	run: async (context, { caseId, staffId, note }) => {
		const { tx, actor } = context;
		const { cooperativeId } = await caseOf(readerOf(tx), actor, caseId);
		const id = await colleague(context, staffId);
		const conflict = await conflictWith(readerOf(tx), actor, id, cooperativeId);
		// What somebody declared is ended by its own deed, not talked away.
		if (conflict?.code !== 'onBoard') throw new Refusal('referrals.nothingToClear');
		return writeRelation(context, { staffId: id, cooperativeId, kind: 'noConflict', note });
	}
});

/** A tie is no more, or was entered by mistake. What had been declared stays in the record. */
export const endRelation = command({
	name: 'referrals.endRelation',
	needs: 'specialist.manage',
	input: endedRelation,
	run: async ({ tx, actor, now }, { relationId, why }) => {
		const [ended] = await tx
			.update(declaredRelations)
			.set({ endedAt: now, endedByName: await nameOf(readerOf(tx), actor), endedWhy: why })
			.where(
				and(
					eq(declaredRelations.id, relationId),
					eq(declaredRelations.officeId, actor.officeId as never),
					isNull(declaredRelations.endedAt)
				)
			)
			.returning({ id: declaredRelations.id });
		return { relationId: found(ended).id };
	}
});

async function colleague({ tx, actor }: Context, staffId: string): Promise<Id<'Staff'>> {
	const [row] = await tx
		.select({ id: staff.id })
		.from(staff)
		.where(and(eq(staff.id, staffId as never), eq(staff.officeId, actor.officeId as never)));
	return found(row).id;
}

interface Relation {
	readonly staffId: Id<'Staff'>;
	readonly cooperativeId: Id<'Cooperative'>;
	readonly kind: RelationKind | 'noConflict';
	readonly note: string;
}

async function writeRelation({ tx, actor, now }: Context, relation: Relation) {
	const relationId = newId<'Relation'>();
	await tx.insert(declaredRelations).values({
		...relation,
		id: relationId,
		officeId: actor.officeId as Id<'Office'>,
		declaredAt: now,
		declaredByName: await nameOf(readerOf(tx), actor)
	});
	return { relationId };
}

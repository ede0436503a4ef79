import { and, eq } from 'drizzle-orm';
import { command } from '#platform/command.ts';
import { found } from '#platform/refusal.ts';
import { healthInput } from '../../health-forms.ts';
import { keepStanding } from '../standing.ts';
import { cooperatives } from '../tables.ts';

/**
 * The register takes note of an examination's outcome, so that condition, triage and lists need not ask a later stop.
 * An older examination entered afterwards does not overwrite a newer one.
 */
export const noteHealth = command({
	name: 'cooperatives.noteHealth',
	needs: 'examination.record',
	input: healthInput,
	run: async (context, { cooperativeId, category, on }) => {
		const { tx, actor, now } = context;
		const [row] = await tx
			.select({ healthOn: cooperatives.healthOn })
			.from(cooperatives)
			.where(and(eq(cooperatives.id, cooperativeId), eq(cooperatives.officeId, actor.officeId as never)))
			.for('no key update');
		const { healthOn } = found(row);
		if (healthOn !== null && healthOn > on) return { noted: false };
		await tx
			.update(cooperatives)
			.set({ healthCategory: category, healthOn: on, updatedAt: now })
			.where(eq(cooperatives.id, cooperativeId));
		await keepStanding(context, cooperativeId);
		return { noted: true };
	}
});

import { and, eq } from 'drizzle-orm';
import { causes } from '#clinic/diagnoses/causes.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { BadInput, command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { keptTemplate, templateRetired, templateShared } from '../../forms.ts';
import { originOf } from '../reads/templates.ts';
import { planTemplates } from '../tables/templates.ts';

/** Keeps a template of the office's own: written freely, made from another, or an own one changed. */
export const keepTemplate = command({
	name: 'treatments.keepTemplate',
	needs: 'template.keep',
	input: keptTemplate,
	run: async (context, { templateId, from, actions, ...written }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		if (!causes.some(({ code }) => code === written.cause)) throw new BadInput({ cause: 'notUnderstood' });
		const changed = {
			...written,
			actions: actions.map(({ line: _line, ...action }) => action),
			officeName: found(await ownOffice(reader, actor)).name,
			changedAt: now,
			changedByName: await nameOf(reader, actor)
		};
		if (templateId) {
			const { id, version } = await inHand(context, templateId);
			await tx
				.update(planTemplates)
				.set({ ...changed, version: version + 1 })
				.where(eq(planTemplates.id, id));
			return { templateId };
		}
		const id = newId<'PlanTemplate'>();
		await tx.insert(planTemplates).values({
			...changed,
			id,
			officeId: actor.officeId as Id<'Office'>,
			origin: from && (await originOf(reader, actor, from)),
			version: 1
		});
		return { templateId: id };
	}
});

/** Lets every office read a template, or no longer. What was made from it stays where it was made. */
export const shareTemplate = command({
	name: 'treatments.shareTemplate',
	needs: 'template.share',
	input: templateShared,
	run: async (context, { templateId, shared }) => {
		const { id } = await inHand(context, templateId);
		await context.tx
			.update(planTemplates)
			.set({ isShared: shared === 'yes' })
			.where(eq(planTemplates.id, id));
		return { templateId };
	}
});

/** Offers a template no longer. Plans that began from it keep their own text. */
export const retireTemplate = command({
	name: 'treatments.retireTemplate',
	needs: 'template.keep',
	input: templateRetired,
	run: async (context, { templateId }) => {
		const { id, retiredAt } = await inHand(context, templateId);
		if (!retiredAt)
			await context.tx.update(planTemplates).set({ retiredAt: context.now }).where(eq(planTemplates.id, id));
		return { templateId };
	}
});

/** A template of the actor's own office, locked: another office's can be read, never changed. @throws Refusal missing */
async function inHand({ tx, actor }: Context, templateId: Id<'PlanTemplate'>) {
	const [row] = await tx
		.select()
		.from(planTemplates)
		.where(and(eq(planTemplates.id, templateId), eq(planTemplates.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

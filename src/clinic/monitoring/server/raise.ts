import type { Context } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { Day } from '#platform/clock.ts';
import type { Worsened } from '../cards.ts';
import { monitoringCards } from './tables.ts';

interface ToRaise {
	readonly caseId: string;
	readonly kind: 'missedControl' | 'worsened';
	/** Raised once for each. */
	readonly subjectId: string;
	readonly dueOn?: Day;
	readonly worsened?: readonly Worsened[];
}

/** Raises a card; whatever was raised before, and even settled, is not raised again. @returns whether it is new */
export async function raise({ tx, actor, now }: Context, { caseId, ...card }: ToRaise): Promise<boolean> {
	const made = await tx
		.insert(monitoringCards)
		.values({
			...card,
			id: newId<'MonitoringCard'>(),
			officeId: actor.officeId as Id<'Office'>,
			caseId: caseId as Id<'Case'>,
			raisedAt: now
		})
		.onConflictDoNothing()
		.returning({ id: monitoringCards.id });
	return made.length > 0;
}

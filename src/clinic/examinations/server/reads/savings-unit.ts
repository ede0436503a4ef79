import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { subjectsOf } from '../../subject.ts';
import { vitalsOf } from '../../vitals.ts';
import { lastExaminations } from '../reads.ts';

/** How many examinations a trend is drawn from. */
const trendOf = 10;

/** The savings unit inside a cooperative: its last examination and its own trend. Null where there is no unit. */
export async function savingsUnitOf(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	cooperative: { readonly id: string } & Parameters<typeof subjectsOf>[0]
) {
	if (!subjectsOf(cooperative).includes('savingsUnit')) return null;
	const examinations = await lastExaminations(reader, actor, cooperative.id, trendOf, 'savingsUnit');
	const [last] = examinations;
	return {
		last: last
			? { id: last.id, bookYear: last.bookYear, total: last.total, category: last.category, at: last.at }
			: null,
		vitals: vitalsOf(examinations)
	};
}
export type SavingsUnit = NonNullable<Awaited<ReturnType<typeof savingsUnitOf>>>;

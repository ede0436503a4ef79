import { addMonths, type Day } from '#platform/clock.ts';
import type { Duty } from './calendar.ts';
import { dutyKinds, type DutyKind } from './duty-kinds.ts';

/** The bucket of what is past its day. */
export const PAST = 'lewat';

export interface MonthCount {
	/** `2026-03`, or `PAST`. */
	readonly key: string;
	readonly counts: Readonly<Record<DutyKind, number>>;
}

/** Which bucket of the calendar a duty falls into on a day. */
export const monthOf = ({ dueOn }: Pick<Duty, 'dueOn'>, today: Day): string =>
	dueOn < today ? PAST : dueOn.slice(0, 7);

/** What is past its day and the twelve months from this one on, empty ones too. */
export function byMonth(duties: readonly Duty[], today: Day): MonthCount[] {
	const first = `${today.slice(0, 7)}-01`;
	const keys = [PAST, ...Array.from({ length: 12 }, (_, ahead) => addMonths(first, ahead).slice(0, 7))];
	const groups = Map.groupBy(duties, (duty) => monthOf(duty, today));
	return keys.map((key) => ({
		key,
		counts: Object.fromEntries(
			dutyKinds.map((kind) => [kind, (groups.get(key) ?? []).filter((duty) => duty.kind === kind).length])
		) as Record<DutyKind, number>
	}));
}
